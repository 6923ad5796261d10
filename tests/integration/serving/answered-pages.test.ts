import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answeredPages } from '@/lib/server/answered-pages'

const FOR_EVERYONE = 'public, max-age=0, must-revalidate'

let revision: string | null
let asked: string[]
let headers: Record<string, string>
let server: http.Server

/** In the place of Next: a page in two pieces, packed where the browser takes it so. */
function page(request: IncomingMessage, response: ServerResponse): void {
  asked.push(request.url ?? '')
  const body = `page ${asked.length} of ${request.url ?? ''}`
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (String(request.headers['accept-encoding'] ?? '').includes('gzip')) {
    response.setHeader('Content-Encoding', 'gzip')
    return void response.end(gzipSync(body))
  }
  response.write(body.slice(0, 6))
  response.end(body.slice(6))
}

beforeEach(async () => {
  ;[revision, asked, headers] = ['one', [], { 'Cache-Control': FOR_EVERYONE, ETag: '"e"', 'X-Nextjs-Cache': 'MISS' }]
  const answered = answeredPages(() => revision)
  server = http.createServer((request, response) => answered(request, response, page))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => new Promise<unknown>((resolve) => server.close(resolve)))

type Sent = { readonly status: number; readonly body: Buffer; readonly headers: http.IncomingHttpHeaders }

const ask = (path: string, more: http.OutgoingHttpHeaders = {}, method = 'GET'): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    const request = http.request({ port, path, method, headers: more, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts), headers: response.headers }),
      )
    })
    request.on('error', reject).end()
  })
const textOf = async (path: string, more?: http.OutgoingHttpHeaders) => String((await ask(path, more)).body)

describe('a page for everyone', () => {
  it('is sent again as it was, with what it said of itself', async () => {
    expect(await textOf('/a')).toBe('page 1 of /a')
    const again = await ask('/a')
    expect([again.status, String(again.body), asked]).toEqual([200, 'page 1 of /a', ['/a']])
    expect(again.headers).toMatchObject({ etag: '"e"', 'cache-control': FOR_EVERYONE, 'content-length': '12' })
    expect(again.headers['x-nextjs-cache']).toBeUndefined()
    expect(await textOf('/b')).toBe('page 2 of /b')
  })

  it('is told by its tag to who has it, without a body', async () => {
    await ask('/a')
    const known = await ask('/a', { 'if-none-match': 'W/"x", "e"' })
    expect([known.status, known.body.length, asked.length]).toEqual([304, 0, 1])
    expect(known.headers).toMatchObject({ etag: '"e"', 'cache-control': FOR_EVERYONE })
  })

  it('is kept for each coding by itself', async () => {
    await ask('/a')
    const packed = await ask('/a', { 'accept-encoding': 'gzip, br' })
    expect([packed.headers['content-encoding'], String(gunzipSync(packed.body))]).toEqual(['gzip', 'page 2 of /a'])
    expect(String(gunzipSync((await ask('/a', { 'accept-encoding': 'br, gzip' })).body))).toBe('page 2 of /a')
    expect(await textOf('/a')).toBe('page 1 of /a')
    expect(asked.length).toBe(2)
  })

  it('is asked for anew after a change, and while the revision is not known', async () => {
    await ask('/a')
    revision = 'two'
    expect(await textOf('/a')).toBe('page 2 of /a')
    revision = null
    expect(await textOf('/a')).toBe('page 3 of /a')
    revision = 'two'
    expect(await textOf('/a')).toBe('page 2 of /a')
  })
})

describe('what is not the same for everyone', () => {
  it.each<[string, http.OutgoingHttpHeaders, string]>([
    ['a part of a page', { rsc: '1' }, '/a'],
    ['a range', { range: 'bytes=0-1' }, '/a'],
    ['weighed codings', { 'accept-encoding': 'gzip;q=0' }, '/a'],
    ['an address that asks something', {}, '/a?q=1'],
  ])('is answered each time: %s', async (_, more, path) => {
    await ask(path, more)
    await ask(path, more)
    expect(asked.length).toBe(2)
  })

  it.each<[string, Record<string, string>]>([
    ['another caching', { 'Cache-Control': 'private, no-cache' }],
    ['a cookie', { 'Cache-Control': FOR_EVERYONE, 'Set-Cookie': 'a=1' }],
  ])('is answered each time: a page with %s', async (_, own) => {
    headers = own
    await ask('/a')
    await ask('/a')
    expect(asked.length).toBe(2)
  })

  it('is answered each time: another method', async () => {
    await ask('/a')
    await ask('/a', {}, 'HEAD')
    await ask('/a', {}, 'POST')
    expect(asked.length).toBe(3)
  })
})
