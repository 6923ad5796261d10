import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { Readable, type Writable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Grant, Permission } from '../domain/access/grant'
import { env } from './env'
import { forgetRemembered } from './remembered'

/** One field of a staged row; null is NULL. */
export type StagedValue = string | number | boolean | null

/** Takes one row; a promise where the sender should wait for the database. */
export type PutRow = (row: readonly StagedValue[]) => void | Promise<void>

/** Puts rows; `hashOfRows` tells those put so far from any others: SHA-256 of their COPY text, hexadecimal. */
export type FeedRows<T> = (put: PutRow, hashOfRows: () => string) => Promise<T>

/** Takes a block of COPY text; a promise where the sender should wait for the database. */
export type PutText = (block: Buffer) => void | Promise<void>

export type Statement = { readonly sql: string; readonly values: unknown[] }

export type BulkLoad = {
  /** Creates a temporary table of these columns (SQL), dropped at commit, and copies into it what `feed` puts. */
  readonly stage: <T>(table: string, columns: string, feed: FeedRows<T>) => Promise<T>
  /** The same part by part: `move` (SQL, of the rows staged) takes one on into its table while `feed` reads the next. */
  readonly stageInParts: <T>(table: string, columns: string, move: Statement, feed: FeedRows<T>) => Promise<T>
  /** The same as `stage` for rows that are COPY text already, in blocks of any size. */
  readonly stageText: <T>(table: string, columns: string, feed: (put: PutText) => Promise<T>) => Promise<T>
  readonly query: <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<pg.QueryResult<Row>>
}

/**
 * The one place for bulk loads. Rows go by COPY into an unprotected staging table (PostgreSQL refuses COPY into one
 * with row-level security), then `INSERT ... SELECT`, in one transaction under the role of the grant.
 */
export async function bulkLoad<T>(
  grant: Grant<Permission>,
  work: (load: BulkLoad) => Promise<T>,
  databaseUrl = env().DATABASE_URL,
): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('role', $1, true)`, [grant.databaseRole])
    const result = await work(loaderOn(client))
    await client.query('commit')
    forgetRemembered()
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}

function loaderOn(client: pg.Client): BulkLoad {
  const create = (table: string, columns: string) =>
    client.query(`create temporary table ${table} (${columns}) on commit drop`)
  const copy = (table: string) => client.query(copyFrom(`copy ${table} from stdin`))
  const stageText: BulkLoad['stageText'] = async (table, columns, feed) => {
    await create(table, columns)
    return copyInto(copy(table), feed)
  }
  const stageInParts: BulkLoad['stageInParts'] = async (table, columns, move, feed) => {
    await create(table, columns)
    const send = async (part: readonly Buffer[]) => {
      await pipeline(Readable.from(part), copy(table))
      await client.query(move.sql, move.values)
      await client.query(`truncate ${table}`)
    }
    return inParts(send, (put) => inBlocks(put, feed))
  }
  return {
    query: (sql, values) => client.query(sql, values),
    stageText,
    stageInParts,
    stage: (table, columns, feed) => stageText(table, columns, (put) => inBlocks(put, feed)),
  }
}

/** Large enough that a statement more a part costs nothing, small enough that the first is under way soon. */
const PART = 512_000

/** While one part is sent, the next is read; the reader waits before there is a third. */
async function inParts<T>(
  send: (part: readonly Buffer[]) => Promise<void>,
  feed: (put: PutText) => Promise<T>,
): Promise<T> {
  let part: Buffer[] = []
  let bytes = 0
  let sent = Promise.resolve()
  const flush = (): Promise<void> => {
    const full = part
    const before = sent
    part = []
    bytes = 0
    sent = before.then(() => send(full))
    // A failure of the server ends the feed at its next part, or is thrown at the end.
    sent.catch(() => {})
    return before
  }
  try {
    const result = await feed((block) => {
      part.push(block)
      bytes += block.length
      return bytes < PART ? undefined : flush()
    })
    await flush()
    await sent
    return result
  } catch (error) {
    // Nothing may reach the server behind the end of the transaction.
    await sent.catch(() => {})
    throw error
  }
}

/** One write a row costs more than reading the file: rows go in blocks of text. */
const BLOCK = 64_000

async function inBlocks<T>(put: PutText, feed: FeedRows<T>): Promise<T> {
  const hash = createHash('sha256')
  let block = ''
  const flush = (): void | Promise<void> => {
    const full = Buffer.from(block)
    block = ''
    hash.update(full)
    return put(full)
  }
  const putRow: PutRow = (row) => {
    let before = ''
    for (const value of row) {
      block += before + copyText(value)
      before = '\t'
    }
    block += '\n'
    return block.length > BLOCK ? flush() : undefined
  }
  const result = await feed(putRow, () => hash.copy().update(block).digest('hex'))
  await flush()
  return result
}

async function copyInto<T>(target: Writable, feed: (put: PutText) => Promise<T>): Promise<T> {
  const ended = finished(target)
  // A failure of the server ends the feed at its next block; it is thrown below.
  ended.catch(() => {})
  try {
    const result = await feed((block) => {
      if (!target.write(block)) return Promise.race([once(target, 'drain'), ended]).then(() => {})
    })
    target.end()
    await ended
    return result
  } catch (error) {
    target.destroy()
    throw error
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const NEEDS_ESCAPE = /[\\\t\n\r]/

function copyText(value: StagedValue): string {
  if (value === null) return '\\N'
  if (value === true) return 't'
  if (value === false) return 'f'
  const text = String(value)
  if (!NEEDS_ESCAPE.test(text)) return text
  return text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character)
}
