import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { knownRevision } from './revision'

type Answer = { readonly revision: string; readonly headers: OutgoingHttpHeaders; readonly body: Buffer }
type Handle = (request: IncomingMessage, response: ServerResponse) => void

/** Of this process; the ones unused longest go first. */
const MOST_BYTES_HELD = 64 * 1024 * 1024
/** How proxy.ts marks a page that is the same for everyone; anything else is answered by Next each time. */
const FOR_EVERYONE = 'public, max-age=0, must-revalidate'
/** Of one answer, not of the page. */
const PASSING = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'x-nextjs-cache']
/** What is not said where the body is not sent. */
const OF_THE_BODY = ['content-length', 'content-type', 'content-encoding']
/** With these, Next answers with a part of the page, or something else. */
const OTHERWISE = ['rsc', 'next-action', 'next-router-state-tree', 'range']

/**
 * Puts in front of Next what Next answered before: a page that is the same for everyone, in the coding that the browser
 * takes, is sent again as it was while the revision of what it shows stands. It says less than Next would only in time.
 */
export function answeredPages(revisionNow: () => string | null = knownRevision) {
  const held = new Map<string, Answer>()
  let bytes = 0

  function hold(key: string, answer: Answer): void {
    bytes += answer.body.length - (held.get(key)?.body.length ?? 0)
    held.delete(key)
    held.set(key, answer)
    for (const [oldest, { body }] of held) {
      if (bytes <= MOST_BYTES_HELD) break
      held.delete(oldest)
      bytes -= body.length
    }
  }

  return (request: IncomingMessage, response: ServerResponse, handle: Handle): void => {
    const key = keyOf(request)
    const revision = key === null ? null : revisionNow()
    if (key === null || revision === null) return handle(request, response)
    const answer = held.get(key)
    if (answer?.revision === revision) {
      // Put last again: the first is the one unused longest.
      held.delete(key)
      held.set(key, answer)
      return send(request, response, answer)
    }
    record(response, (body) => hold(key, { revision, headers: headersOf(response, body), body }))
    handle(request, response)
  }
}

/** The page and the coding asked for; null where Next must answer. */
function keyOf({ method, url = '', headers }: IncomingMessage): string | null {
  if (method !== 'GET' || url.includes('?') || OTHERWISE.some((name) => headers[name] !== undefined)) return null
  const codings = String(headers['accept-encoding'] ?? '')
  // Someone who weighs codings is answered as carefully as Next does.
  if (/;\s*q=/.test(codings)) return null
  return `${/\bgzip\b/.test(codings) ? 'gzip' : 'plain'} ${url}`
}

function isForEveryone(response: ServerResponse): boolean {
  const coding = response.getHeader('content-encoding') ?? 'gzip'
  return (
    response.statusCode === 200 &&
    response.getHeader('cache-control') === FOR_EVERYONE &&
    response.getHeader('set-cookie') === undefined &&
    coding === 'gzip'
  )
}

function headersOf(response: ServerResponse, body: Buffer): OutgoingHttpHeaders {
  return { ...without(response.getHeaders(), PASSING), 'content-length': body.length }
}

const without = (headers: OutgoingHttpHeaders, names: readonly string[]): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)))

function send(request: IncomingMessage, response: ServerResponse, { headers, body }: Answer): void {
  const known = request.headers['if-none-match']
  if (typeof headers['etag'] === 'string' && known?.includes(headers['etag'])) {
    response.writeHead(304, without(headers, OF_THE_BODY)).end()
    return
  }
  response.writeHead(200, headers).end(body)
}

/** Listens to what is sent of a page for everyone, and hands it on once all of it was; anything else passes unheard. */
function record(response: ServerResponse, done: (body: Buffer) => void): void {
  let parts: Buffer[] | null = null
  const note = (chunk: unknown): void => {
    // The first piece comes once the headers are set.
    parts ??= isForEveryone(response) ? [] : null
    if (typeof chunk === 'string') parts?.push(Buffer.from(chunk))
    else if (chunk instanceof Uint8Array) parts?.push(Buffer.from(chunk))
  }
  const { write, end } = response
  response.write = ((...given: Parameters<typeof write>) => {
    note(given[0])
    return write.apply(response, given)
  }) as typeof write
  response.end = ((...given: Parameters<typeof end>) => {
    note(given[0])
    const ended = end.apply(response, given)
    if (parts) done(Buffer.concat(parts))
    return ended
  }) as typeof end
}
