import type pg from 'pg'

/** One table of a backup: what is copied, and in which order. */
export type TablePlan = {
  readonly name: string
  readonly columns: readonly string[]
  readonly key: readonly string[]
}

export type Migration = { readonly name: string; readonly checksum: string }
export type Counter = { readonly name: string; readonly value: string }

/** The first line of a backup. */
export type Header = {
  readonly format: typeof FORMAT
  readonly made: string
  readonly migrations: readonly Migration[]
  readonly counters: readonly Counter[]
  readonly tables: readonly (TablePlan & { readonly rows: number })[]
}

export const FORMAT = 'rvu-edge-backup-1'
/** The last line: without it, a file is cut off. */
export const END = '{"end":true}'
/** Ends the rows of a table, as in COPY. */
export const END_OF_TABLE = '\\.'

/** Rendered pages are not kept: they are made again from what is. */
export const DERIVED = 'cached_pages'
const LEFT_OUT = ['_prisma_migrations', DERIVED]

/** Anything that runs a query: a client, or a bulk load. */
export type Queries = {
  readonly query: <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<pg.QueryResult<Row>>
}

export const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ')

export async function migrationsOf(database: Queries): Promise<readonly Migration[]> {
  const { rows } = await database.query<Migration>(
    `select migration_name as name, checksum from _prisma_migrations where finished_at is not null
     and rolled_back_at is null order by migration_name`,
  )
  return rows
}

const TABLES = `
  select c.relname as name,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = '' order by a.attnum) as columns,
    array(select a.attname::text from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
      where i.indrelid = c.oid and i.indisprimary order by array_position(i.indkey::int2[], a.attnum)) as key,
    array(select distinct f.confrelid::regclass::text from pg_constraint f where f.conrelid = c.oid
      and f.contype = 'f' and f.confrelid <> c.oid) as parents
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all($1)
  order by c.relname`

/** Every table, each after those that its rows point to. */
export async function tablesOf(database: Queries): Promise<readonly TablePlan[]> {
  const { rows } = await database.query<TablePlan & { parents: string[] }>(TABLES, [LEFT_OUT])
  const waiting = [...rows]
  const ordered: TablePlan[] = []
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ parents }) => parents.every((name) => ordered.some((done) => done.name === name)))
    const [next] = waiting.splice(at, at < 0 ? 0 : 1)
    if (!next) throw new Error(`these tables point at each other: ${waiting.map(({ name }) => name).join(', ')}`)
    ordered.push({ name: next.name, columns: next.columns, key: next.key })
  }
  return ordered
}

/** Sequences that were used, with the last value that each gave. */
export async function countersOf(database: Queries): Promise<readonly Counter[]> {
  const { rows } = await database.query<Counter>(
    `select sequencename as name, last_value::text as value from pg_sequences
     where schemaname = 'public' and last_value is not null order by sequencename`,
  )
  return rows
}

export async function countOf(database: Queries, table: string): Promise<number> {
  const { rows } = await database.query<{ count: string }>(`select count(*) as count from "${table}"`)
  return Number(rows[0]?.count ?? 0)
}
