import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { crc32, createGunzip } from 'node:zlib'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { unreadable } from '@/lib/domain/schedule/file'
import { ok, type Result } from '@/lib/domain/shared/result'
import { Refused } from './refused'

/** Where the files of a release come from: a zip, a folder, or files by themselves. */
export type ReleaseSource = {
  /** The path of the zip; null where the files lie unpacked. */
  readonly zip: string | null
  /** What the zip or the folder is called; null for loose files. */
  readonly label: string | null
  readonly names: readonly string[]
  /** The bytes of a file, never more than MAX_BYTES; the stream fails with Refused. */
  readonly open: (name: string) => Promise<Readable>
  readonly close: () => void
}

/** The largest file read is 2.6 MB; twelve times that is a zip made to fill the disk, or another file. */
export const MAX_BYTES = 32 * 1024 * 1024
/** A release has 16 to 20 files. */
const MAX_ENTRIES = 500

const again = 'Download the release again.'

const failure = (message: string): Refused => new Refused(unreadable(message).error)

const tooLarge = (name: string): string =>
  `${name} unpacks to more than ${String(MAX_BYTES / 1024 / 1024)} MB, which no file of a release does. ${again}`

/** Passes bytes on, and fails past the bound or, at the end, when they are not those that were packed. */
function guarded(name: string, expected: number | null): Transform {
  let bytes = 0
  let sum = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (expected !== null) sum = crc32(chunk, sum)
      if (bytes > MAX_BYTES) done(failure(tooLarge(name)))
      else done(null, chunk)
    },
    flush(done) {
      done(expected !== null && sum !== expected ? failure(`${name} is damaged inside the zip. ${again}`) : null)
    },
  })
}

function piped(from: Readable, through: Transform, name: string): Readable {
  const told = (error: Error): Error =>
    error instanceof Refused ? error : failure(`${name} cannot be read (${error.message}). ${again}`)
  from.on('error', (error) => through.destroy(told(error)))
  through.on('close', () => from.destroy())
  return from.pipe(through)
}

async function startOf(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0)
    return buffer.subarray(0, bytesRead).toString('latin1')
  } finally {
    await file.close()
  }
}

/** Says why a file that should be a zip does not open: a web page saved in its place, a cut-off download, another file. */
async function brokenZip(path: string, cause: string): Promise<Result<never>> {
  const name = basename(path)
  const start = await startOf(path)
  if (/^\s*<(!doctype|html)/i.test(start)) {
    return unreadable(`${name} is a web page, not a zip: accept the license on cms.gov, then save the file itself.`)
  }
  if (start.startsWith('PK')) return unreadable(`${name} is a zip that is cut off or damaged (${cause}). ${again}`)
  return unreadable(`${name} is not a zip. Choose the zip of a release, its folder, or its CSV files.`)
}

const causeOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

async function entriesOf(zip: ZipFile, name: string): Promise<Result<Map<string, Entry>>> {
  if (zip.entryCount > MAX_ENTRIES) {
    return unreadable(
      `${name} holds ${String(zip.entryCount)} files; a release has about 20. Choose the zip of one release.`,
    )
  }
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  return ok(entries)
}

async function openEntry(zip: ZipFile, entry: Entry | undefined, name: string): Promise<Readable> {
  if (!entry) throw new Error(`No entry ${name}`)
  if (entry.isEncrypted()) throw failure(`${name} is locked with a password. Use the zip of CMS unchanged.`)
  if (entry.uncompressedSize > MAX_BYTES) throw failure(tooLarge(name))
  try {
    return piped(await zip.openReadStreamPromise(entry), guarded(name, entry.crc32), name)
  } catch (error) {
    throw failure(`${name} cannot be unpacked (${causeOf(error)}). ${again}`)
  }
}

async function zipSource(path: string): Promise<Result<ReleaseSource>> {
  let zip: ZipFile | null = null
  try {
    zip = await openPromise(path, { autoClose: false })
    const opened = zip
    const entries = await entriesOf(opened, basename(path))
    if (!entries.ok) {
      opened.close()
      return entries
    }
    return ok({
      zip: path,
      label: basename(path),
      names: [...entries.value.keys()],
      open: (name) => openEntry(opened, entries.value.get(name), name),
      close: () => opened.close(),
    })
  } catch (error) {
    zip?.close()
    return brokenZip(path, causeOf(error))
  }
}

/** The bytes of a file that lies unpacked, or by itself in a gzip. */
function openFile(path: string): Readable {
  const name = basename(path)
  const file = createReadStream(path)
  return piped(/\.gz$/i.test(name) ? piped(file, createGunzip(), name) : file, guarded(name, null), name)
}

function filesSource(paths: readonly string[], label: string | null): ReleaseSource {
  return {
    zip: null,
    label,
    names: paths,
    open: (path) => Promise.resolve(openFile(path)),
    close: () => undefined,
  }
}

async function folderSource(path: string): Promise<ReleaseSource> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true })
  return filesSource(
    entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name)),
    basename(path),
  )
}

async function isFolder(path: string): Promise<boolean | null> {
  const found = await stat(path).catch(() => null)
  return found && found.isDirectory()
}

/** Opens a zip, a folder (with the folders in it), or one or more loose CSV files. */
export async function openSource(paths: readonly string[]): Promise<Result<ReleaseSource>> {
  const kinds = await Promise.all(paths.map(isFolder))
  const missing = paths[kinds.indexOf(null)]
  if (missing !== undefined) return unreadable(`There is no file or folder ${missing}.`)
  const [only] = paths
  if (only === undefined) return unreadable('No file was given. Choose the zip of a release.')
  if (paths.length === 1 && kinds[0]) return ok(await folderSource(only))
  if (paths.length === 1 && !/\.csv(\.gz)?$/i.test(only)) return zipSource(only)
  return ok(filesSource(paths, null))
}
