import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { calendarDate } from '@/lib/domain/shared/date'
import { listInstalls, orderFromUpload, runInstall } from '@/lib/features/installing/service'
import { listUnitLimits } from '@/lib/features/unit-limits/service'
import { reading } from '@/lib/server/db'
import { runDueJobs } from '@/lib/server/jobs'
import { systemGrant } from '@/lib/server/session'
import { uploadPath, type Upload } from '@/lib/server/upload-folder'
import { asOwner, freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { makePerson, must, type TestPerson } from '../../support/people'
import { releaseMembers, temporaryFolder, writeZip } from '../../support/release-fixtures'
import { DAY, limitCsv, LIMITS, type LimitCells } from '../../support/unit-limit-fixtures'

const NAME = 'MCR_MUE_PractitionerServices_Eff_04-01-2026.csv'
let database: FreshDatabase
let admin: TestPerson
beforeEach(async () => {
  database = await freshDatabase()
  admin = await makePerson({ platformAdmin: true })
})
afterEach(() => database.drop())

const installer = () => admin.grant('release:install')
const run = () => runDueJobs({ 'install-release': runInstall })
const last = async () => (await listInstalls(installer()))[0]

/** Puts bytes where the route of uploads would have. */
function uploaded(name: string, bytes: Buffer): Upload {
  const upload = { id: randomUUID(), name, bytes: bytes.length }
  fs.mkdirSync(path.dirname(uploadPath(upload)), { recursive: true })
  fs.writeFileSync(uploadPath(upload), bytes)
  return upload
}
const csvOf = (limits: readonly LimitCells[] = LIMITS) => Buffer.from(limitCsv(limits), 'latin1')

async function zipOf(members: Record<string, string>): Promise<Buffer> {
  const folder = await temporaryFolder()
  try {
    return fs.readFileSync(await writeZip(folder.path, 'made-up.zip', members))
  } finally {
    await folder.remove()
  }
}

describe('a table of unit limits that was sent', () => {
  it.each([
    ['as CSV', NAME, () => csvOf()],
    ['in a gzip', `${NAME}.gz`, () => gzipSync(csvOf())],
    ['in a zip', 'practitioner-mue.zip', () => zipOf({ [NAME]: limitCsv() })],
  ])('%s is installed by the job, told, audited, and removed', async (_, name, make) => {
    const upload = uploaded(name, await make())
    expect(must(await orderFromUpload(installer(), upload, {}))).toMatchObject({
      release: null,
      effectiveFrom: '2026-04-01',
      from: 'upload',
      state: 'queued',
    })
    await run()
    expect(await last()).toMatchObject({
      state: 'done',
      progress: 'The table of unit limits from 2026-04-01, version 1: 4 codes installed.',
    })
    expect(await listUnitLimits()).toMatchObject([{ effectiveFrom: '2026-04-01', source: 'official', rows: 4 }])
    expect(fs.existsSync(path.dirname(uploadPath(upload)))).toBe(false)
    const audit = 'select actor, action, subject from audit order by id'
    expect(await asOwner(database.ownerUrl, audit)).toEqual([
      { actor: `person:${admin.id}`, action: 'unit-limits.ordered', subject: '2026-04-01' },
      { actor: 'import', action: 'unit-limits.installed', subject: '2026-04-01 v1' },
    ])
  })

  it('again, or after its runner was killed, changes nothing', async () => {
    const { id } = must(await orderFromUpload(installer(), uploaded(NAME, csvOf()), {}))
    await run()
    const killed = { state: 'running', lockedAt: new Date(0), finishedAt: null }
    await reading(systemGrant('job:run'), (tx) => tx.job.updateMany({ where: { id }, data: killed }))
    await run()
    expect(await last()).toMatchObject({ state: 'done', progress: expect.stringContaining('from this very file') })
    must(await orderFromUpload(installer(), uploaded(`again-${NAME}.gz`, gzipSync(csvOf())), {}))
    await run()
    expect((await last())?.progress).toBe(
      'The table of unit limits from 2026-04-01 had the same 4 codes already. Nothing was left to do.',
    )
    expect(await listUnitLimits()).toHaveLength(1)
  })

  it('whose name says no day asks for it, and takes it', async () => {
    const order = (stated: Parameters<typeof orderFromUpload>[2]) =>
      orderFromUpload(installer(), uploaded('mue.csv', csvOf()), stated)
    expect(await order({})).toMatchObject({ error: { code: 'INVALID_INPUT', fields: [{ path: 'effective' }] } })
    expect(await order({ release: 'RVU26B' })).toMatchObject({ error: { fields: [{ path: 'release' }] } })
    expect(must(await order({ effective: calendarDate('2026-07-01') }))).toMatchObject({ effectiveFrom: '2026-07-01' })
    await run()
    expect(await listUnitLimits()).toMatchObject([{ effectiveFrom: '2026-07-01' }])
  })

  it('twice at a time is refused; another day beside it is not', async () => {
    must(await orderFromUpload(installer(), uploaded(NAME, csvOf()), {}))
    expect(await orderFromUpload(installer(), uploaded(NAME, csvOf()), {})).toMatchObject({
      error: {
        code: 'CONFLICT',
        message: 'Unit limits from 2026-04-01 are being installed already. Wait for that to end.',
      },
    })
    must(await orderFromUpload(installer(), uploaded(NAME.replace('04-01', '07-01'), csvOf()), {}))
  })

  it('that turns out to be damaged fails with the reason, leaves nothing, and is removed', async () => {
    const upload = uploaded(NAME, csvOf([...LIMITS, ['99214', 'many', DAY]]))
    must(await orderFromUpload(installer(), upload, {}))
    await run()
    expect(await last()).toMatchObject({ state: 'failed', progress: expect.stringContaining('99214') })
    expect(await listUnitLimits()).toEqual([])
    expect(fs.existsSync(uploadPath(upload))).toBe(false)
  })
})

it('a release that was sent with a first day is asked for the release instead', async () => {
  const upload = uploaded('rvu25d.zip', await zipOf(releaseMembers()))
  expect(await orderFromUpload(installer(), upload, { effective: calendarDate('2026-04-01') })).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: [{ path: 'effective' }] },
  })
})
