import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Grant, Permission } from '../domain/access/grant'
import { env } from './env'

/** One field of a staged row; null is NULL. */
export type StagedValue = string | number | boolean | null

export type BulkLoad = {
  /** Creates a temporary table of these columns (SQL), dropped at commit, and copies the rows into it. */
  readonly stage: (
    table: string,
    columns: string,
    rows: AsyncIterable<readonly StagedValue[]> | Iterable<readonly StagedValue[]>,
  ) => Promise<number>
  readonly query: <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<pg.QueryResult<Row>>
}

/**
 * The one place for bulk loads. Rows go by COPY into an unprotected staging table (PostgreSQL refuses COPY into one
 * with row-level security), then `INSERT ... SELECT`, in one transaction under the role of the grant.
 */
export async function bulkLoad<T>(grant: Grant<Permission>, work: (load: BulkLoad) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('role', $1, true)`, [grant.databaseRole])
    const result = await work(loaderOn(client))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}

function loaderOn(client: pg.Client): BulkLoad {
  return {
    query: (sql, values) => client.query(sql, values),
    stage: async (table, columns, rows) => {
      await client.query(`create temporary table ${table} (${columns}) on commit drop`)
      const target = client.query(copyFrom(`copy ${table} from stdin`))
      await pipeline(Readable.from(inBlocks(rows)), target)
      return target.rowCount
    },
  }
}

/** Text format of COPY, several rows a write: one write a row costs more than the parsing. */
async function* inBlocks(rows: AsyncIterable<readonly StagedValue[]> | Iterable<readonly StagedValue[]>) {
  let block = ''
  for await (const row of rows) {
    block += `${row.map(copyText).join('\t')}\n`
    if (block.length > 64_000) {
      yield block
      block = ''
    }
  }
  if (block) yield block
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function copyText(value: StagedValue): string {
  if (value === null) return '\\N'
  if (value === true) return 't'
  if (value === false) return 'f'
  return String(value).replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character)
}
