import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { link, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Transform, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ok, refuse, type Result } from '../domain/shared/result'
import { now } from './clock'
import { env } from './env'

/** A file that was sent, whole: it lies in a folder of its own, which is named at random. */
export type Upload = { readonly id: string; readonly name: string; readonly bytes: number }

const MEGABYTE = 1_048_576
/** What a killed instance left behind is of no use after a day. */
const KEPT_MS = 24 * 60 * 60 * 1000

const uploadsFolder = (): string => path.join(env().DATA_DIR, 'uploads')
const idFile = (): string => path.join(uploadsFolder(), 'folder-id')

/**
 * Names the folder in which this instance keeps uploads, so that a job reading one is run by an instance that has it.
 * Empty where the folder cannot be written.
 */
export async function uploadFolderId(): Promise<string> {
  const held = await readFile(idFile(), 'utf8').catch(() => null)
  return held ?? makeFolderId().catch(() => '')
}

async function makeFolderId(): Promise<string> {
  await mkdir(uploadsFolder(), { recursive: true, mode: 0o700 })
  const draft = path.join(uploadsFolder(), `${randomUUID()}.id`)
  await writeFile(draft, randomUUID(), { mode: 0o600 })
  // Another process may be first; a link appears whole or not at all, and never over another.
  await link(draft, idFile()).catch(() => {})
  await rm(draft, { force: true })
  return readFile(idFile(), 'utf8')
}

/** Streams a body to disk, at most `limit` bytes of it; what is refused leaves nothing. */
export async function keepUpload(request: Request, limit: number): Promise<Result<Upload>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return tooLarge(limit)
  const name = safeName(request.headers.get('x-file-name') ?? '')
  if (name === null) return refuse('INVALID_INPUT', 'Give the name of the file in the X-File-Name header.')
  if (!request.body) return empty(name)
  await sweep()
  const id = randomUUID()
  await mkdir(path.join(uploadsFolder(), id), { recursive: true, mode: 0o700 })
  const bytes = await write(request.body, uploadPath({ id, name }), limit).catch(() => null)
  const judged = judge(name, bytes, limit)
  if (!judged.ok) await removeUpload(id)
  return judged.ok ? ok({ id, name, bytes: judged.value }) : judged
}

function judge(name: string, bytes: number | null, limit: number): Result<number> {
  if (bytes === null) return refuse('INVALID_INPUT', `${name} did not arrive whole. Send it again.`)
  if (bytes === 0) return empty(name)
  return bytes > limit ? tooLarge(limit) : ok(bytes)
}

const empty = (name: string) => refuse('INVALID_INPUT', `${name} is empty. Send the file itself as the body.`)

const tooLarge = (limit: number) =>
  refuse('TOO_LARGE', `The file is larger than ${Math.floor(limit / MEGABYTE)} MB. Choose a smaller one.`)

/** Bytes written; more than `limit` where it stopped there. */
async function write(body: ReadableStream<Uint8Array>, file: string, limit: number): Promise<number> {
  let bytes = 0
  const past = new Error('past the limit')
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      done(bytes > limit ? past : null, chunk)
    },
  })
  try {
    await pipeline(
      Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]),
      counted,
      createWriteStream(file, { mode: 0o600, flags: 'wx' }),
    )
  } catch (error) {
    if (error !== past) throw error
  }
  return bytes
}

/** The last part of a path, of letters that are safe in every file system; null where nothing is left. */
function safeName(header: string): string | null {
  let name = header
  try {
    name = decodeURIComponent(header)
  } catch {
    // Not encoded: taken as it is.
  }
  const base = (name.split(/[\\/]/).pop() ?? '').replace(/[^A-Za-z0-9._ -]/g, '_').replace(/^[. ]+/, '')
  return base === '' ? null : base.slice(-100)
}

/** Where an upload lies. */
export const uploadPath = ({ id, name }: Pick<Upload, 'id' | 'name'>): string => path.join(uploadsFolder(), id, name)

/** Removes an upload with the folder made for it. */
export const removeUpload = (id: string): Promise<void> =>
  rm(path.join(uploadsFolder(), id), { recursive: true, force: true })

async function sweep(): Promise<void> {
  const entries = await readdir(uploadsFolder(), { withFileTypes: true }).catch(() => [])
  for (const entry of entries.filter((each) => each.isDirectory())) {
    const folder = path.join(uploadsFolder(), entry.name)
    const found = await stat(folder).catch(() => null)
    if (found && now().getTime() - found.mtimeMs > KEPT_MS) await rm(folder, { recursive: true, force: true })
  }
}
