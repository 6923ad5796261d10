import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from '@/lib/server/embedded-postgres'
import { provideEnv } from '@/lib/server/env'
import { appUrlOf, provision } from '@/lib/server/provision'

const FOLDER = path.resolve('.test-data')
const PREFIX = 'rvu_edge_test_'
const database = `${PREFIX}${process.pid}`

/** A database of its own for each run, in the embedded server, which several runs may share. Returns the way down. */
export default async function setup(): Promise<() => Promise<void>> {
  fs.mkdirSync(FOLDER, { recursive: true })
  const server = await startEmbedded(FOLDER)
  await withServer(server.url, async (client) => {
    await dropAbandoned(client)
    await client.query(`create database ${database}`)
  })
  const owner = new URL(server.url)
  owner.pathname = `/${database}`
  await provision(owner.href, 'prisma/migrations', null)
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'rvu-edge-test-'))
  provideEnv({
    DATABASE_URL: appUrlOf(owner.href),
    DIRECT_DATABASE_URL: owner.href,
    DATA_DIR: dataFolder,
    NEXTAUTH_SECRET: 'a secret of the tests and of nothing else',
    NEXTAUTH_URL: 'http://127.0.0.1:3000',
    LOG_LEVEL: 'silent',
  })
  return () => tearDown(dataFolder)
}

async function tearDown(dataFolder: string): Promise<void> {
  fs.rmSync(dataFolder, { recursive: true, force: true })
  // Asked again, because the run that started the server may have left it to this one.
  const server = await startEmbedded(FOLDER)
  const last = await withServer(server.url, async (client) => {
    await client.query(`drop database if exists ${database} with (force)`)
    return (await runsIn(client)).length === 0
  })
  if (last) await server.stop()
}

async function withServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const address = new URL(url)
  address.pathname = '/postgres'
  const client = new pg.Client({ connectionString: address.href })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Ids of the runs that have a database here. */
async function runsIn(client: pg.Client): Promise<number[]> {
  const { rows } = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [PREFIX],
  )
  return rows.map(({ name }) => Number(name.slice(PREFIX.length)))
}

/** What a killed run left behind. */
async function dropAbandoned(client: pg.Client): Promise<void> {
  for (const run of await runsIn(client)) {
    if (!isAlive(run)) await client.query(`drop database if exists ${PREFIX}${run} with (force)`)
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
