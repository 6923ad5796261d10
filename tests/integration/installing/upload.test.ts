import fs from 'node:fs'
import path from 'node:path'
import { encode } from 'next-auth/jwt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { POST } from '@/app/api/v1/admin/releases/route'
import { LARGEST_UPLOAD } from '@/lib/features/installing/schema'
import { listInstalls } from '@/lib/features/installing/service'
import { env } from '@/lib/server/env'
import { sessionCookie } from '@/lib/server/session'
import { asOwner } from '../../support/fresh-database'
import { makePerson, type TestPerson } from '../../support/people'
import { releaseMembers, temporaryFolder, writeZip } from '../../support/release-fixtures'
import { limitCsv } from '../../support/unit-limit-fixtures'

const ORIGIN = 'http://127.0.0.1:3000'
let folder: Awaited<ReturnType<typeof temporaryFolder>>
let admin: TestPerson

beforeEach(async () => {
  folder = await temporaryFolder()
  admin = await makePerson({ platformAdmin: true })
  fs.rmSync(path.join(env().DATA_DIR, 'uploads'), { recursive: true, force: true })
})
afterEach(() => folder.remove())

async function cookieOf({ id }: TestPerson): Promise<string> {
  const [row] = await asOwner<{ version: number }>(
    env().DIRECT_DATABASE_URL,
    `select session_version as version from users where id = '${id}'`,
  )
  const token = await encode({ token: { sub: id, version: row?.version }, secret: env().NEXTAUTH_SECRET })
  return `${sessionCookie()}=${token}`
}

type Sent = { readonly name?: string; readonly query?: string; readonly headers?: Record<string, string> }

async function send(body: BodyInit, { name = 'rvu25d.zip', query = '', headers = {} }: Sent = {}, by = admin) {
  const request = new Request(`${ORIGIN}/api/v1/admin/releases${query}`, {
    method: 'POST',
    body,
    headers: {
      host: '127.0.0.1:3000',
      origin: ORIGIN,
      cookie: await cookieOf(by),
      'x-file-name': encodeURIComponent(name),
      ...headers,
    },
    ...{ duplex: 'half' },
  })
  const response = await POST(request, { params: Promise.resolve({}) })
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> }
}

/** Folders that uploads have made. */
const leftovers = (): readonly string[] => {
  const uploads = path.join(env().DATA_DIR, 'uploads')
  if (!fs.existsSync(uploads)) return []
  return fs.readdirSync(uploads).filter((name) => name !== 'folder-id')
}
const jobs = () => listInstalls(admin.grant('release:install'))
const release = async (name = 'rvu25d.zip') => fs.readFileSync(await writeZip(folder.path, name, releaseMembers()))

describe('sending a release', () => {
  it('is answered with the job that installs it', async () => {
    const { status, answer } = await send(await release())
    expect([status, answer]).toMatchObject([202, { release: 'RVU25D', from: 'upload', state: 'queued' }])
    expect((await jobs()).map(({ id }) => id)).toEqual([answer['id']])
    expect(leftovers()).toHaveLength(1)
  })

  it('of unit limits as CSV is answered with the job that installs them, from the day of its name', async () => {
    const name = 'MCR_MUE_PractitionerServices_Eff_04-01-2026.csv'
    const body = Buffer.from(limitCsv(), 'latin1')
    const { status, answer } = await send(body, { name })
    expect([status, answer]).toMatchObject([
      202,
      { release: null, effectiveFrom: '2026-04-01', from: 'upload', state: 'queued' },
    ])
    expect(leftovers()).toHaveLength(1)
    const nameless = await send(body, { name: 'mue.csv', query: '?effective=2026-07-01' })
    expect([nameless.status, nameless.answer]).toMatchObject([202, { effectiveFrom: '2026-07-01' }])
    const wrong = await send(body, { name: 'mue.csv', query: '?effective=2026-02-30' })
    expect([wrong.status, wrong.answer]).toMatchObject([400, { errors: [{ path: 'effective' }] }])
  })

  it('is for administrators: others, keys and other sites are refused before a byte is kept', async () => {
    const body = await release()
    expect((await send(body, {}, await makePerson())).status).toBe(403)
    expect((await send(body, { headers: { cookie: '' } })).status).toBe(401)
    expect((await send(body, { headers: { origin: 'https://elsewhere.example' } })).status).toBe(401)
    expect((await send(body, { headers: { authorization: 'Bearer rvu_unknown' } })).status).toBe(401)
    expect(leftovers()).toEqual([])
    expect(await jobs()).toEqual([])
  })

  const PLAIN = Buffer.from('no zip at all')
  const PAGE = Buffer.from('<!doctype html><html>License agreement</html>')
  it.each([
    ['a CSV file of something else', 'values.csv', PLAIN, /values\.csv is not a zip\. Choose .+MUE in it\./],
    ['a name that is no zip', 'values.xlsx', PLAIN, /values\.xlsx is not a zip\. Choose the zip of a release/],
    ['no zip inside', 'rvu25d.zip', PLAIN, /rvu25d\.zip is not a zip\./],
    ['a saved web page', 'rvu25d.zip', PAGE, /rvu25d\.zip is a web page, not a zip/],
  ])('of %s says so and keeps nothing', async (_what, name, body, message) => {
    const { status, answer } = await send(body, { name })
    expect([status, answer['detail']]).toEqual([422, expect.stringMatching(message)])
    expect(leftovers()).toEqual([])
    expect(await jobs()).toEqual([])
  })

  it('cut off, or of other files, says so and keeps nothing', async () => {
    const whole = await release()
    const cut = await send(whole.subarray(0, whole.length / 2))
    expect([cut.status, cut.answer['detail']]).toEqual([422, expect.stringMatching(/is cut off or damaged/)])
    const photos = fs.readFileSync(await writeZip(folder.path, 'photos.zip', { 'beach.jpg': 'not one' }))
    const other = await send(photos, { name: 'photos.zip' })
    expect([other.status, other.answer['detail']]).toEqual([422, expect.stringMatching(/No relative value file/)])
    expect(leftovers()).toEqual([])
  })

  it('past 20 MB is refused, announced or not', async () => {
    const block = new Uint8Array(1_048_576)
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1
        if (sent > 64) return controller.close()
        controller.enqueue(block)
      },
    })
    const unannounced = await send(endless)
    expect([unannounced.status, unannounced.answer['detail']]).toEqual([413, expect.stringContaining('20 MB')])
    // It stopped soon after 20 blocks of 1 MB, not at the end of 64.
    expect(sent).toBeLessThan(40)
    const announced = await send('x', { headers: { 'content-length': String(LARGEST_UPLOAD + 1) } })
    expect(announced.status).toBe(413)
    expect(leftovers()).toEqual([])
  })

  it('that breaks off keeps nothing', async () => {
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(1000))
        controller.error(new Error('connection lost'))
      },
    })
    const { status, answer } = await send(broken)
    expect([status, answer['detail']]).toEqual([400, 'rvu25d.zip did not arrive whole. Send it again.'])
    expect(leftovers()).toEqual([])
  })

  it.each(['../../../../etc/passwd.zip', '..\\..\\boot.zip', '/etc/cron.d/x.zip', '..'])(
    'under the name %s writes nowhere else',
    async (name) => {
      await send(Buffer.from('PK'), { name })
      const outside = ['passwd.zip', 'boot.zip', 'x.zip'].map((each) => path.join(env().DATA_DIR, each))
      expect(outside.filter((file) => fs.existsSync(file))).toEqual([])
      expect(leftovers()).toEqual([])
    },
  )

  it('needs a name, a body and a release that CMS could have named', async () => {
    expect((await send(await release(), { headers: { 'x-file-name': '' } })).status).toBe(400)
    expect((await send('')).answer['detail']).toBe('rvu25d.zip is empty. Send the file itself as the body.')
    const { status, answer } = await send(await release(), { query: '?release=latest' })
    expect([status, answer['errors']]).toMatchObject([400, [{ path: 'release' }]])
    expect(leftovers()).toEqual([])
  })
})
