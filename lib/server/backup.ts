import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Grant } from '../domain/access/grant'
import { ok, refuse, type Result } from '../domain/shared/result'
import {
  countersOf,
  countOf,
  END,
  END_OF_TABLE,
  FORMAT,
  migrationsOf,
  quoted,
  tablesOf,
  type Header,
} from './backup-plan'
import { now } from './clock'

export type BackupReport = { readonly tables: number; readonly rows: number; readonly bytes: number }

/**
 * Writes the whole database into one gzip file: a header line of JSON, then the rows of each table as COPY text. One
 * snapshot, streamed, as the role that may read everything and own nothing. The file appears only when it is whole.
 */
export async function writeBackup(
  grant: Grant<'backup:run'>,
  file: string,
  databaseUrl: string,
): Promise<Result<BackupReport>> {
  if (await stat(file).catch(() => null)) {
    return refuse('CONFLICT', `${file} exists already. Choose another name, or remove it first.`)
  }
  const part = `${file}.part`
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(`select set_config('role', $1, true)`, [grant.databaseRole])
    const header = await headerOf(client)
    // Password hashes and mail addresses are in it: for its owner's eyes.
    const target = createWriteStream(part, { mode: 0o600 })
    await pipeline(Readable.from(partsOf(client, header), { objectMode: false }), createGzip(), target)
    await client.query('commit')
    await rename(part, file)
    const rows = header.tables.reduce((sum, table) => sum + table.rows, 0)
    return ok({ tables: header.tables.length, rows, bytes: (await stat(file)).size })
  } catch (error) {
    await rm(part, { force: true })
    return writeFailure(error, file)
  } finally {
    await client.end()
  }
}

function writeFailure(error: unknown, file: string): Result<never> {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (!/^(EACCES|ENOENT|ENOSPC|EROFS|EISDIR|ENOTDIR)$/.test(code)) throw error
  return refuse('CONFLICT', `${file} cannot be written (${code}). Choose a folder that exists and has room.`)
}

async function headerOf(client: pg.Client): Promise<Header> {
  const tables: Header['tables'][number][] = []
  for (const table of await tablesOf(client)) tables.push({ ...table, rows: await countOf(client, table.name) })
  // Sequences stand outside the snapshot: read after it was taken, they are never behind the rows.
  const counters = await countersOf(client)
  return { format: FORMAT, made: now().toISOString(), migrations: await migrationsOf(client), counters, tables }
}

async function* partsOf(client: pg.Client, header: Header): AsyncGenerator<Buffer> {
  const line = (text: string): Buffer => Buffer.from(`${text}\n`)
  yield line(JSON.stringify(header))
  for (const { name, columns, key } of header.tables) {
    yield line(JSON.stringify({ table: name }))
    const rows = `select ${quoted(columns)} from "${name}" order by ${quoted(key)}`
    for await (const block of client.query(copyTo(`copy (${rows}) to stdout`))) yield block as Buffer
    yield line(END_OF_TABLE)
  }
  yield line(END)
}
