import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decide } from '@/lib/domain/access/grant'
import type { InstallJob } from '@/lib/features/installing/schema'
import { listInstalls, orderFromCms, orderFromUpload, runInstall } from '@/lib/features/installing/service'
import { listReleases } from '@/lib/features/releases/service'
import { reading, transaction } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { runDueJobs } from '@/lib/server/jobs'
import { systemGrant } from '@/lib/server/session'
import { uploadPath, type Upload } from '@/lib/server/upload-folder'
import { ok } from '@/lib/domain/shared/result'
import { insertJob } from '@/lib/features/installing/store'
import { asOwner, freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { makePerson, must, type TestPerson } from '../../support/people'
import { releaseMembers, temporaryFolder, writeZip } from '../../support/release-fixtures'

const job = systemGrant('job:run')
const handlers = { 'install-release': runInstall }
let database: FreshDatabase
let folder: Awaited<ReturnType<typeof temporaryFolder>>
let admin: TestPerson

beforeEach(async () => {
  database = await freshDatabase()
  folder = await temporaryFolder()
  admin = await makePerson({ platformAdmin: true })
})
afterEach(async () => {
  await database.drop()
  await folder.remove()
})

/** Puts a file where the route of uploads would have. */
function uploaded(source: string, name: string): Upload {
  const upload = { id: randomUUID(), name, bytes: fs.statSync(source).size }
  fs.mkdirSync(path.dirname(uploadPath(upload)), { recursive: true })
  fs.copyFileSync(source, uploadPath(upload))
  return upload
}
const zip = (name: string, edition: Parameters<typeof releaseMembers>[0] = {}) =>
  writeZip(folder.path, name, releaseMembers(edition))

const installer = () => admin.grant('release:install')
const last = async (): Promise<InstallJob | undefined> => (await listInstalls(installer()))[0]
const installed = async () => must(await listReleases()).items.map(({ id, rows }) => [id, rows])
const audit = () =>
  asOwner<{ actor: string; action: string; subject: string }>(
    database.ownerUrl,
    'select actor, action, subject from audit order by id',
  )

describe('who may order a release', () => {
  it('is an administrator of the platform and nobody else', async () => {
    const person = await makePerson()
    expect(decide(person.actor, 'release:install')).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } })
    const key = { kind: 'key', owner: admin.id, scopes: ['cases:read', 'cases:write', 'profile:read'] } as const
    expect(decide(key, 'release:install')).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } })
    expect(decide({ kind: 'anonymous' }, 'release:install')).toMatchObject({ error: { code: 'NOT_SIGNED_IN' } })
  })

  it('sees their own orders only, and the database refuses one in the name of another', async () => {
    must(await orderFromCms(installer(), { release: 'RVU26D', acceptAmaLicense: 'yes' }))
    const other = await makePerson({ platformAdmin: true })
    expect(await listInstalls(other.grant('release:install'))).toEqual([])
    const forged = transaction(other.grant('release:install'), async (tx) =>
      ok(await insertJob(tx, installer(), { from: 'cms', release: 'RVU26D', acceptAmaLicense: true })),
    )
    await expect(forged).rejects.toThrow(/row-level security/)
  })
})

describe('an order of a file', () => {
  it('is run by a job: installed, told, audited, and the file removed', async () => {
    const upload = uploaded(await zip('rvu25d.zip'), 'rvu25d.zip')
    expect(must(await orderFromUpload(installer(), upload, {}))).toMatchObject({ release: 'RVU25D', state: 'queued' })
    await runDueJobs(handlers)
    expect(await last()).toMatchObject({ state: 'done' })
    // FIXTURE_ROWS has 9 rows.
    expect((await last())?.progress).toMatch(/^RVU25D version 1: 9 rows installed\./)
    expect(await installed()).toEqual([['RVU25D', 9]])
    expect(fs.existsSync(path.dirname(uploadPath(upload)))).toBe(false)
    expect(await audit()).toEqual([
      { actor: `person:${admin.id}`, action: 'release.ordered', subject: 'RVU25D' },
      { actor: 'import', action: 'release.installed', subject: 'RVU25D v1' },
    ])
  })

  it('that was installed before changes nothing', async () => {
    const source = await zip('rvu25d.zip')
    for (const name of ['rvu25d.zip', 'rvu25d-again.zip']) {
      must(await orderFromUpload(installer(), uploaded(source, name), {}))
      await runDueJobs(handlers)
    }
    expect(await last()).toMatchObject({
      state: 'done',
      progress: 'RVU25D is installed from this very file. Nothing was left to do.',
    })
    expect(await asOwner(database.ownerUrl, 'select revision from revisions')).toEqual([{ revision: 1 }])
  })

  it('whose runner was killed is taken over, also where it had removed the file already', async () => {
    const source = await zip('rvu25d.zip')
    const upload = uploaded(source, 'rvu25d.zip')
    const { id } = must(await orderFromUpload(installer(), upload, {}))
    const killed = () =>
      reading(job, (tx) =>
        tx.job.updateMany({ where: { id }, data: { state: 'running', lockedAt: new Date(0), finishedAt: null } }),
      )
    await killed()
    await Promise.all([runDueJobs(handlers), runDueJobs(handlers)])
    expect(await last()).toMatchObject({ state: 'done', progress: expect.stringContaining('9 rows installed') })
    await killed()
    await runDueJobs(handlers)
    expect(await last()).toMatchObject({ state: 'done', progress: expect.stringContaining('from this very file') })
    expect(await installed()).toEqual([['RVU25D', 9]])
  })

  it('needs the name of the release where the file does not say it', async () => {
    const nameless = { ...releaseMembers(), 'PPRRVU2025_Oct.csv': '', 'PPRRVU_values.csv': 'x' }
    delete (nameless as Record<string, string>)['PPRRVU2025_Oct.csv']
    const source = await writeZip(folder.path, 'values.zip', nameless)
    expect(await orderFromUpload(installer(), uploaded(source, 'values.zip'), {})).toMatchObject({
      error: { code: 'INVALID_INPUT', fields: [{ path: 'release' }] },
    })
    const named = await orderFromUpload(installer(), uploaded(source, 'values.zip'), { release: 'RVU25D' })
    expect(must(named)).toMatchObject({ release: 'RVU25D' })
  })

  it('twice at a time is refused', async () => {
    const source = await zip('rvu25d.zip')
    must(await orderFromUpload(installer(), uploaded(source, 'rvu25d.zip'), {}))
    expect(await orderFromUpload(installer(), uploaded(source, 'rvu25d.zip'), {})).toMatchObject({
      error: { code: 'CONFLICT', message: 'RVU25D is being installed already. Wait for it to end.' },
    })
  })

  it('that turns out to be damaged fails with the reason, leaves nothing, and is removed', async () => {
    const source = await writeZip(folder.path, 'rvu25d.zip', {
      ...releaseMembers(),
      'PPRRVU2025_Oct.csv': 'not,a,release\r\n',
    })
    const upload = uploaded(source, 'rvu25d.zip')
    must(await orderFromUpload(installer(), upload, {}))
    await runDueJobs(handlers)
    expect(await last()).toMatchObject({ state: 'failed' })
    expect((await last())?.progress).toMatch(/^This is not a relative value file/)
    expect(await installed()).toEqual([])
    expect(fs.existsSync(uploadPath(upload))).toBe(false)
  })
})

describe('an order from CMS', () => {
  it('of a release whose address is not known is refused', async () => {
    expect(await orderFromCms(installer(), { release: 'RVU08A', acceptAmaLicense: 'yes' })).toMatchObject({
      error: { code: 'RELEASE_NOT_INSTALLED' },
    })
    expect(await listInstalls(installer())).toEqual([])
  })

  it('is audited with the license that was accepted', async () => {
    must(await orderFromCms(installer(), { release: 'RVU26D', acceptAmaLicense: 'yes' }))
    const [entry] = await asOwner<{ detail: unknown }>(database.ownerUrl, 'select detail from audit')
    expect(entry?.detail).toMatchObject({ from: 'cms', amaLicense: true })
  })

  it('says what to do where cms.gov cannot be reached', async () => {
    const held = path.join(env().DATA_DIR, 'downloads')
    fs.rmSync(held, { recursive: true, force: true })
    const { fetch } = globalThis
    globalThis.fetch = () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } }))
    try {
      must(await orderFromCms(installer(), { release: 'RVU26D', acceptAmaLicense: 'yes' }))
      await runDueJobs(handlers)
    } finally {
      globalThis.fetch = fetch
    }
    expect(await last()).toMatchObject({
      state: 'failed',
      progress: expect.stringMatching(
        /^www\.cms\.gov could not be reached \(ENOTFOUND\)\. Check the network, or download/,
      ),
    })
  })
})
