import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { createGunzip } from 'node:zlib'
import type { Grant } from '../domain/access/grant'
import { ok, refuse, type Result } from '../domain/shared/result'
import {
  countOf,
  DERIVED,
  END,
  END_OF_TABLE,
  FORMAT,
  migrationsOf,
  quoted,
  tablesOf,
  type Header,
  type Queries,
  type TablePlan,
} from './backup-plan'
import { bulkLoad, type BulkLoad, type PutText } from './copy'
import { Refused } from './refused'

export type RestoreReport = { readonly made: string; readonly tables: number; readonly rows: number }

const unusable = (message: string): Refused => new Refused(refuse('FILE_UNREADABLE', message).error)

/**
 * Puts a backup back, all of it or nothing, into a database of the same migrations that is empty, or whose rows
 * `replace` allows to be removed first.
 */
export async function restoreBackup(
  grant: Grant<'backup:run'>,
  file: string,
  options: { readonly replace: boolean; readonly databaseUrl: string },
): Promise<Result<RestoreReport>> {
  const name = basename(file)
  const lines = new Lines(file, name)
  try {
    const header = await readHeader(lines, name)
    const rows = await bulkLoad(
      grant,
      async (load) => {
        await mustFit(load, header, name)
        // Of the database, not of the file: what a file says is never part of a statement.
        const tables = await tablesOf(load)
        await makeRoom(load, tables, options.replace)
        return restoreTables(load, tables, lines, header, name)
      },
      options.databaseUrl,
    )
    return ok({ made: header.made, tables: header.tables.length, rows })
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.refusal }
    return readFailure(error, name)
  } finally {
    lines.close()
  }
}

function readFailure(error: unknown, name: string): Result<never> {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (code === 'ENOENT') return refuse('FILE_UNREADABLE', `There is no file ${name}.`)
  // Z: gzip's own check; 22 and 23: rows that PostgreSQL cannot read or that break a rule.
  if (/^(Z_|22|23)/.test(code)) return { ok: false, error: damaged(name).refusal }
  throw error
}

const damaged = (name: string): Refused =>
  unusable(`${name} is cut off or damaged. Nothing was restored: copy the backup again, or take another.`)

const LF = 0x0a

/** The lines of a gzip file as bytes, read as they are asked for. */
class Lines {
  readonly #file
  readonly #stream
  readonly #lines

  constructor(
    file: string,
    readonly name: string,
  ) {
    this.#file = createReadStream(file)
    this.#stream = createGunzip()
    this.#file.on('error', (error) => this.#stream.destroy(error))
    this.#file.pipe(this.#stream)
    this.#lines = this.#split()
  }

  async *#split(): AsyncGenerator<Buffer> {
    let rest = Buffer.alloc(0)
    for await (const chunk of this.#stream) {
      const block = Buffer.concat([rest, chunk as Buffer])
      let from = 0
      for (let at = block.indexOf(LF); at >= 0; at = block.indexOf(LF, from)) {
        yield block.subarray(from, at + 1)
        from = at + 1
      }
      rest = block.subarray(from)
    }
    // A line without its end is a piece of one.
    if (rest.length > 0) throw damaged(this.name)
  }

  /** The next line with its line feed; null at the end of the file. */
  async next(): Promise<Buffer | null> {
    const { value, done } = await this.#lines.next()
    return done ? null : (value as Buffer)
  }

  close(): void {
    this.#file.destroy()
    this.#stream.destroy()
  }
}

async function readHeader(lines: Lines, name: string): Promise<Header> {
  const line = await lines.next().catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'Z_DATA_ERROR') return null
    throw error
  })
  if (line === null || !line.includes(FORMAT)) throw unusable(`${name} is not a backup of RVU Edge.`)
  try {
    return JSON.parse(line.toString()) as Header
  } catch {
    throw damaged(name)
  }
}

/** A backup fits the migrations it was made with, to the byte. */
async function mustFit(database: Queries, header: Header, name: string): Promise<void> {
  const here = await migrationsOf(database)
  const told = (list: Header['migrations']): Set<string> => new Set(list.map((each) => `${each.name} ${each.checksum}`))
  const [ours, theirs] = [told(here), told(header.migrations)]
  const missing = header.migrations.find((each) => !ours.has(`${each.name} ${each.checksum}`))
  const newer = here.find((each) => !theirs.has(`${each.name} ${each.checksum}`))
  if (missing) {
    throw unusable(
      `${name} was made with the migration ${missing.name}, which this version does not have. Restore it with the version that made it.`,
    )
  }
  if (newer) {
    throw unusable(
      `${name} was made before the migration ${newer.name}. Restore it with the version that made it, then start this one.`,
    )
  }
}

async function makeRoom(load: BulkLoad, tables: readonly TablePlan[], replace: boolean): Promise<void> {
  const names = tables.map((table) => table.name)
  if (replace) {
    await load.query(`truncate ${quoted([...names, DERIVED])}`)
    return
  }
  for (const table of names) {
    const rows = await countOf(load, table)
    if (rows > 0) {
      const message = `This database is not empty: ${table} has ${String(rows)} rows. Restore into an empty one, or add --replace to remove what it holds.`
      throw new Refused(refuse('CONFLICT', message).error)
    }
  }
}

async function restoreTables(
  load: BulkLoad,
  tables: readonly TablePlan[],
  lines: Lines,
  header: Header,
  name: string,
): Promise<number> {
  let total = 0
  for (const table of tables) {
    const start = await lines.next()
    if (start?.toString() !== `${JSON.stringify({ table: table.name })}\n`) throw damaged(name)
    const rows = await restoreTable(load, lines, table)
    if (rows !== header.tables.find((each) => each.name === table.name)?.rows) throw damaged(name)
    total += rows
  }
  if ((await lines.next())?.toString() !== `${END}\n` || (await lines.next()) !== null) throw damaged(name)
  for (const { name: counter, value } of header.counters) {
    await load.query('select setval($1::regclass, $2::bigint)', [`"${counter}"`, value])
  }
  return total
}

async function restoreTable(load: BulkLoad, lines: Lines, { name, columns }: TablePlan): Promise<number> {
  const staged = `"restored_${name}"`
  await load.stageText(staged, `like "${name}"`, (put) => putRows(put, lines))
  const done = await load.query(
    `insert into "${name}" (${quoted(columns)}) overriding system value select ${quoted(columns)} from ${staged}`,
  )
  await load.query(`drop table ${staged}`)
  return done.rowCount ?? 0
}

const END_LINE = Buffer.from(`${END_OF_TABLE}\n`)
const BLOCK = 64_000

async function putRows(put: PutText, lines: Lines): Promise<void> {
  let block: Buffer[] = []
  let size = 0
  for (let line = await lines.next(); !line?.equals(END_LINE); line = await lines.next()) {
    if (!line) throw damaged(lines.name)
    block.push(line)
    size += line.length
    if (size < BLOCK) continue
    await put(Buffer.concat(block))
    block = []
    size = 0
  }
  await put(Buffer.concat(block))
}
