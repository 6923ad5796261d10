import pg from 'pg'
import { closeDatabase } from '@/lib/server/db'
import { env, provideEnv } from '@/lib/server/env'
import { appUrlOf, provision } from '@/lib/server/provision'

const PREFIX = 'rvu_edge_fresh_'
let made = 0

export type FreshDatabase = { readonly ownerUrl: string; readonly drop: () => Promise<void> }

/**
 * An empty database for tests of what is the same for everyone, such as which releases are installed. The app's
 * connections go to it until it is dropped.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const before = env()
  const owner = new URL(before.DIRECT_DATABASE_URL)
  if (made === 0) await dropAbandoned(owner)
  const name = `${PREFIX}${process.pid}_${(made += 1)}`
  await asOwner(owner, `create database ${name}`)
  const fresh = new URL(owner)
  fresh.pathname = `/${name}`
  await provision(fresh.href, 'prisma/migrations', null)
  await closeDatabase()
  provideEnv({ DATABASE_URL: appUrlOf(fresh.href), DIRECT_DATABASE_URL: fresh.href })
  const drop = async () => {
    await closeDatabase()
    provideEnv({ DATABASE_URL: before.DATABASE_URL, DIRECT_DATABASE_URL: before.DIRECT_DATABASE_URL })
    await asOwner(owner, `drop database if exists ${name} with (force)`)
  }
  return { ownerUrl: fresh.href, drop }
}

/** What killed runs left behind. */
async function dropAbandoned(owner: URL): Promise<void> {
  const found = await asOwner<{ name: string }>(
    owner,
    `select datname as name from pg_database where starts_with(datname, '${PREFIX}')`,
  )
  for (const { name } of found) {
    const run = Number(name.slice(PREFIX.length).split('_')[0])
    if (!isAlive(run)) await asOwner(owner, `drop database if exists ${name} with (force)`)
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Rows of a query as the owner of a database, who sees everything. */
export async function asOwner<Row extends pg.QueryResultRow>(url: string | URL, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: String(url) })
  await client.connect()
  try {
    const { rows } = await client.query<Row>(sql)
    return rows
  } finally {
    await client.end()
  }
}
