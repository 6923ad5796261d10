import { createHash } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { downloadOf, fetchRelease, listDownloads } from '@/lib/features/downloads/service'
import { FetchRelease } from '@/lib/features/downloads/schema'
import { effectiveDateOf } from '@/lib/domain/schedule/release-id'
import { downloadFile } from '@/lib/server/download'
import { systemGrant } from '@/lib/server/session'
import { temporaryFolder } from '../../support/release-fixtures'

const BYTES = Buffer.from(Array.from({ length: 100_000 }, (_, at) => at % 251))
const SHA256 = createHash('sha256').update(BYTES).digest('hex')

/** A file server with ranges, told to cut the connection after so many bytes of an answer. */
type Server = { url: string; cutAfter: number | null; tag: string; type: string; asked: (string | undefined)[] }
let server: http.Server
let state: Server
let folder: Awaited<ReturnType<typeof temporaryFolder>>

beforeEach(async () => {
  folder = await temporaryFolder()
  state = { url: '', cutAfter: null, tag: '"one"', type: 'application/zip', asked: [] }
  server = http.createServer(serve)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/rvu26d.zip`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await folder.remove()
})

function serve(request: http.IncomingMessage, response: http.ServerResponse): void {
  const { range, 'if-range': ifRange } = request.headers
  state.asked.push(range)
  const start = range && (!ifRange || ifRange === state.tag) ? Number(/\d+/.exec(range)?.[0]) : 0
  if (start >= BYTES.length) {
    response.writeHead(416, { 'content-range': `bytes */${BYTES.length}` }).end()
    return
  }
  const partial = start > 0 ? { 'content-range': `bytes ${start}-${BYTES.length - 1}/${BYTES.length}` } : {}
  const headers = { etag: state.tag, 'content-type': state.type, 'content-length': BYTES.length - start, ...partial }
  response.writeHead(start > 0 ? 206 : 200, headers)
  if (state.cutAfter === null) response.end(BYTES.subarray(start))
  else response.write(BYTES.subarray(start, start + state.cutAfter), () => setTimeout(() => response.destroy(), 50))
}

const order = (more: object = {}) => ({
  url: state.url,
  target: join(folder.path, 'file.zip'),
  sha256: SHA256,
  ...more,
})
const left = () => fs.readdirSync(folder.path).sort()

describe('a download', () => {
  it('arrives whole, verified, and leaves nothing else', async () => {
    const told: number[] = []
    const result = await downloadFile(order({ onProgress: (received: number) => told.push(received) }))
    expect(result).toEqual({ ok: true, value: { bytes: 100_000, resumedAt: 0, sha256: SHA256, verified: true } })
    expect(told.at(-1)).toBe(100_000)
    expect(left()).toEqual(['file.zip'])
  })

  it('goes on where the connection was cut', async () => {
    state.cutAfter = 40_000
    const cut = await downloadFile(order())
    expect(cut).toMatchObject({ error: { message: expect.stringContaining('cut after 40000 of 100000 bytes') } })
    expect(left()).toEqual(['file.zip.part', 'file.zip.part.tag'])
    state.cutAfter = null
    expect(await downloadFile(order())).toMatchObject({ value: { bytes: 100_000, resumedAt: 40_000, verified: true } })
    expect(state.asked).toEqual([undefined, 'bytes=40000-'])
    expect(fs.readFileSync(join(folder.path, 'file.zip')).equals(BYTES)).toBe(true)
  })

  it('begins anew where the file changed meanwhile', async () => {
    fs.writeFileSync(join(folder.path, 'file.zip.part'), 'half of another file')
    fs.writeFileSync(join(folder.path, 'file.zip.part.tag'), '"zero"')
    expect(await downloadFile(order())).toMatchObject({ value: { resumedAt: 0, verified: true } })
  })

  it('that was whole already is only checked', async () => {
    fs.writeFileSync(join(folder.path, 'file.zip.part'), BYTES)
    expect(await downloadFile(order())).toMatchObject({ value: { resumedAt: 100_000, verified: true } })
  })

  it('with another hash is removed', async () => {
    const result = await downloadFile(order({ sha256: '0'.repeat(64) }))
    expect(result).toMatchObject({ error: { message: expect.stringContaining(SHA256) } })
    expect(left()).toEqual([])
  })

  it('without a recorded hash says that it is not verified', async () => {
    expect(await downloadFile(order({ sha256: null }))).toMatchObject({ value: { verified: false, sha256: SHA256 } })
  })

  it('that is a web page asks to accept the license', async () => {
    state.type = 'text/html; charset=utf-8'
    const result = await downloadFile(order())
    expect(result).toMatchObject({ error: { message: expect.stringContaining('accept the license') } })
    expect(left()).toEqual([])
  })

  it('without a network says so', async () => {
    const result = await downloadFile(order({ url: 'http://127.0.0.1:1/rvu26d.zip' }))
    expect(result).toMatchObject({
      error: { message: expect.stringMatching(/could not be reached .*Check the network/) },
    })
  })
})

describe('the addresses of CMS', () => {
  it('name releases that can be installed, each once, from the day it takes effect', () => {
    const list = listDownloads()
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
    expect(list.filter(({ id, effectiveFrom }) => effectiveDateOf(id) !== effectiveFrom)).toEqual([])
    expect(list.filter(({ url }) => !url.startsWith('https://www.cms.gov/'))).toEqual([])
  })

  it('have the hashes of 2026', () => {
    expect(downloadOf('rvu26d')).toMatchObject({
      value: { effectiveFrom: '2026-10-01', sha256: expect.stringMatching(/^521ff0f4/) },
    })
    expect(listDownloads().filter(({ sha256 }) => sha256 !== null)).toHaveLength(4)
    expect(downloadOf('RVU99A')).toMatchObject({ ok: false })
  })

  it('are asked only with the license accepted', () => {
    expect(FetchRelease.safeParse({ release: 'RVU26D', acceptAmaLicense: false }).success).toBe(false)
    expect(FetchRelease.parse({ release: 'rvu26d', acceptAmaLicense: true }).release).toBe('RVU26D')
  })

  it('lead to a file in the data folder, with progress in words', async () => {
    const words: string[] = []
    const download = { id: 'RVU26D', effectiveFrom: '2026-10-01', url: state.url, sha256: SHA256 }
    const fetched = await fetchRelease(systemGrant('schedule:import'), download, (each) => words.push(each))
    expect(fetched).toMatchObject({ value: { release: 'RVU26D', verified: true } })
    expect(fetched.ok && fs.existsSync(fetched.value.path)).toBe(true)
    expect(words.at(-1)).toBe('0.1 of 0.1 MB')
  })
})
