import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ok, refuse, type Result } from '../domain/shared/result'

export type DownloadOrder = {
  readonly url: string
  /** Where the whole file goes; while it is not whole it is `target.part`. */
  readonly target: string
  /** Hexadecimal; null where nobody has published or recorded one. */
  readonly sha256: string | null
  /** Bytes held so far, and of the whole where the server says. */
  readonly onProgress?: (received: number, total: number | null) => void
}

export type Downloaded = {
  readonly bytes: number
  /** Bytes that an earlier try had left. */
  readonly resumedAt: number
  readonly sha256: string
  /** False where there was no hash to compare with. */
  readonly verified: boolean
}

/** No release is larger than 10 MB. */
const MOST_BYTES = 64 * 1024 * 1024
/** A server that sends nothing this long is gone. */
const SILENCE_MS = 60_000

const failed = (message: string) => refuse('FILE_UNREADABLE', message)

/** Downloads a file, going on where an earlier try stopped. What arrived stays for the next try unless it is wrong. */
export async function downloadFile(order: DownloadOrder): Promise<Result<Downloaded>> {
  const part = `${order.target}.part`
  const held = await sizeOf(part)
  const silence = new AbortController()
  const timer = setTimeout(() => silence.abort(), SILENCE_MS)
  try {
    const asked = await ask(order.url, part, held, silence.signal)
    if (!asked.ok) return asked
    const start = startOf(asked.value, held)
    const received = await receive(asked.value, order, { part, start, stirred: () => timer.refresh() })
    return received.ok ? await finish(order, part, start) : received
  } finally {
    clearTimeout(timer)
  }
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => null)
  return found?.size ?? 0
}

const tagFile = (part: string): string => `${part}.tag`

async function ask(url: string, part: string, held: number, signal: AbortSignal): Promise<Result<Response>> {
  const tag = await readFile(tagFile(part), 'utf8').catch(() => null)
  // With the tag of the first answer, a file that changed meanwhile comes whole instead of in two halves.
  const onward: Record<string, string> =
    held > 0 ? { range: `bytes=${held}-`, ...(tag ? { 'if-range': tag } : {}) } : {}
  try {
    return judge(await fetch(url, { headers: { 'accept-encoding': 'identity', ...onward }, signal }), url, held)
  } catch (error) {
    const { host } = new URL(url)
    return failed(
      `${host} could not be reached (${causeOf(error)}). Check the network, or download ${url} on another machine.`,
    )
  }
}

function judge(response: Response, url: string, held: number): Result<Response> {
  if (isWhole(response, held)) return ok(response)
  if (!response.ok) {
    return failed(`${url} answered ${response.status}. The file may have moved: look for it on cms.gov.`)
  }
  if (response.headers.get('content-type')?.includes('html')) {
    return failed(
      `${url} answered with a web page, not a zip. Open it in a browser, accept the license, save the file.`,
    )
  }
  return ok(response)
}

/** An earlier try had the whole file already: the server has nothing beyond it. */
const isWhole = (response: Response, held: number): boolean =>
  response.status === 416 && response.headers.get('content-range') === `bytes */${held}`

/** Where what comes now begins; 0 where the server sends the file anew. */
function startOf(response: Response, held: number): number {
  if (response.status === 416) return held
  const range = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')
  return response.status === 206 && Number(range?.[1]) === held ? held : 0
}

type Receiving = { readonly part: string; readonly start: number; readonly stirred: () => void }

async function receive(response: Response, order: DownloadOrder, to: Receiving): Promise<Result<null>> {
  if (response.status === 416) return ok(null)
  if (!response.body) return failed(`${order.url} answered without a file. Try again later.`)
  const length = response.headers.get('content-length')
  const total = length === null ? null : to.start + Number(length)
  await writeFile(tagFile(to.part), response.headers.get('etag') ?? '')
  let received = to.start
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length
      to.stirred()
      order.onProgress?.(received, total)
      done(received > MOST_BYTES ? new Error('more than 64 MB') : null, chunk)
    },
  })
  try {
    const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0])
    await pipeline(body, counted, createWriteStream(to.part, { flags: to.start > 0 ? 'a' : 'w' }))
  } catch (error) {
    return failed(
      `The connection was cut after ${received}${total === null ? '' : ` of ${total}`} bytes (${causeOf(error)}). ` +
        'Try again: the download goes on where it stopped.',
    )
  }
  return ok(null)
}

async function finish(order: DownloadOrder, part: string, resumedAt: number): Promise<Result<Downloaded>> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(part), hash)
  const sha256 = hash.digest('hex')
  await rm(tagFile(part), { force: true })
  if (order.sha256 !== null && sha256 !== order.sha256) {
    await rm(part, { force: true })
    return failed(
      `The file from ${order.url} is not the one expected: its SHA-256 is ${sha256}, not ${order.sha256}. ` +
        'It was removed. Try again; if it stays so, CMS has changed the file.',
    )
  }
  const bytes = await sizeOf(part)
  await rename(part, order.target)
  return ok({ bytes, resumedAt, sha256, verified: order.sha256 !== null })
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'AbortError') return 'no answer for a minute'
  const cause = error.cause as NodeJS.ErrnoException | undefined
  return cause?.code ?? cause?.message ?? error.message
}
