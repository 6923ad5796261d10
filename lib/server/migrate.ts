import fs from 'node:fs'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { sha256 } from './secret'

/** The key that Prisma Migrate takes too, so that the two never run at once. */
const LOCK = 72707369

const CREATE_TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`

type Applied = { migration_name: string; checksum: string; finished_at: Date | null }

/** Applies what is new in `folder`, one transaction a file, keeping Prisma's own table. Returns the names applied. */
export async function applyMigrations(client: pg.Client, folder: string): Promise<string[]> {
  await client.query('select pg_advisory_lock($1)', [LOCK])
  try {
    await client.query(CREATE_TABLE)
    const { rows } = await client.query<Applied>('select * from _prisma_migrations where rolled_back_at is null')
    const done = new Map(rows.map((row) => [row.migration_name, row]))
    const applied: string[] = []
    for (const name of migrationNames(folder)) {
      const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      if (isApplied(name, sha256(sql), done.get(name))) continue
      await applyOne(client, name, sql)
      applied.push(name)
    }
    return applied
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK])
  }
}

const migrationNames = (folder: string): string[] =>
  fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()

function isApplied(name: string, checksum: string, row: Applied | undefined): boolean {
  if (!row) return false
  if (!row.finished_at) throw new Error(`The migration ${name} failed before. Resolve it, then start again.`)
  if (row.checksum !== checksum) throw new Error(`The migration ${name} was edited after it was applied.`)
  return true
}

async function applyOne(client: pg.Client, name: string, sql: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query(
      `insert into _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       values ($1, $2, now(), $3, now(), 1)`,
      [randomUUID(), sha256(sql), name],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
