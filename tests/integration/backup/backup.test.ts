import { randomUUID } from 'node:crypto'
import { mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeBackup } from '@/lib/server/backup'
import { env } from '@/lib/server/env'
import { appUrlOf, provision } from '@/lib/server/provision'
import { restoreBackup } from '@/lib/server/restore'
import { systemGrant } from '@/lib/server/session'
import { makePerson } from '../../support/people'

const grant = systemGrant('backup:run')
/** Everything that COPY text has to escape, and line ends that only some programs take for one. */
const AWKWARD = 'tab\there, line\nhere, return\rhere, back\\slash, \\N, \\., "quoted", \u2028 and \u00e9'

let folder: string
let file: string
let secondUrl: string
let secondName: string

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const databaseNamed = (name: string): string => {
  const url = new URL(env().DIRECT_DATABASE_URL)
  url.pathname = `/${name}`
  return url.href
}

/** Every row of every table as text, and the next value of every sequence. */
const contentsOf = (url: string): Promise<Record<string, string[]>> =>
  asOwner(url, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
       and relname not in ('_prisma_migrations', 'cached_pages') order by 1`,
    )
    const contents: Record<string, string[]> = {}
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from "${name}" t order by 1`)
      contents[name] = rows.map((each) => each.row)
    }
    const counters = await client.query<{ name: string; value: string }>(
      `select sequencename as name, last_value::text as value from pg_sequences where schemaname = 'public' order by 1`,
    )
    contents['sequences'] = counters.rows.map(({ name, value }) => `${name} ${value}`)
    return contents
  })

async function fill(): Promise<void> {
  const person = await makePerson()
  const url = env().DIRECT_DATABASE_URL
  await asOwner(url, async (client) => {
    const release = await client.query<{ id: number }>(
      `insert into releases (release_id, version, effective_from, source, file_name, sha256, rows_sha256, rows, priced,
         current, cf_standard, cf_qualifying, report)
       values ($1, 1, '2025-10-01', 'official', 'made-up.zip', $1, $1, 5000, true, true, 32.3465, null, $2)
       returning id`,
      [randomUUID(), JSON.stringify({ note: AWKWARD })],
    )
    await client.query(
      `insert into schedule_rows select $1, lpad(n::text, 5, '0'), '', 'A', false, n / 100.0, null, 1.1, 0.2, null, null,
         null, false, false, '0', 'XXX', 0, 0, 0, '0', '0', '0', '0', '0', '', '09', '88' from generate_series(1, 5000) n`,
      [release.rows[0]?.id],
    )
    const id = randomUUID()
    await client.query(
      `insert into cases (id, owner_id, workplace_id, date_of_service, place_of_service, role, label, policy, allowed,
         work_rvu, credited_work_rvu, training_work_rvu, warnings)
       values ($1, $2, $3, '2025-11-03', '22', 'attending', $4, 'cms_adjusted', 583.32, 10.47, 10.47, 0, $5)`,
      [id, person.id, person.workplaceId, AWKWARD, JSON.stringify([AWKWARD])],
    )
    await client.query(
      `insert into case_lines (owner_id, case_id, position, code, modifiers, units, calculated)
       values ($1, $2, 0, '47562', $3, 1, '{}'), ($1, $2, 1, '49505', '{}', 1, '{}')`,
      [person.id, id, ['22', AWKWARD]],
    )
  })
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rvu-edge-backup-'))
  file = path.join(folder, 'all.backup')
  secondName = `${new URL(env().DIRECT_DATABASE_URL).pathname.slice(1)}_copy`
  secondUrl = databaseNamed(secondName)
  await asOwner(databaseNamed('postgres'), (client) => client.query(`create database ${secondName}`))
  await provision(secondUrl, 'prisma/migrations', null)
  await fill()
  expect(await writeBackup(grant, file, env().DATABASE_URL)).toMatchObject({ ok: true })
})

afterAll(async () => {
  await asOwner(databaseNamed('postgres'), (client) =>
    client.query(`drop database if exists ${secondName} with (force)`),
  )
  await rm(folder, { recursive: true, force: true })
})

const restore = (from: string, replace = false) =>
  restoreBackup(grant, from, { replace, databaseUrl: appUrlOf(secondUrl) })

const usersInCopy = (): Promise<number> =>
  asOwner(secondUrl, async (client) => (await client.query('select 1 from users')).rowCount ?? 0)

describe('a backup', () => {
  it('names its migrations and the rows of every table in its first line, and is for its owner alone', async () => {
    const [first] = gunzipSync(await readFile(file))
      .toString()
      .split('\n')
    const header = JSON.parse(first ?? '') as {
      migrations: { name: string }[]
      tables: { name: string; rows: number }[]
    }
    expect(header.migrations[0]?.name).toBe('20261123000000_foundation')
    expect(header.tables.find((table) => table.name === 'schedule_rows')?.rows).toBeGreaterThanOrEqual(5000)
    expect(header.tables.findIndex(({ name }) => name === 'users')).toBeLessThan(
      header.tables.findIndex(({ name }) => name === 'cases'),
    )
    // 0o600: the owner reads and writes, nobody else does anything.
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('never writes over a file, and leaves none behind where it fails', async () => {
    expect(await writeBackup(grant, file, env().DATABASE_URL)).toMatchObject({ error: { code: 'CONFLICT' } })
    const nowhere = path.join(folder, 'no-such-folder', 'a.backup')
    expect(await writeBackup(grant, nowhere, env().DATABASE_URL)).toMatchObject({ error: { code: 'CONFLICT' } })
  })
})

describe('restoring', () => {
  it('refuses a file that is cut off at any place, and leaves nothing of it', async () => {
    const whole = await readFile(file)
    const text = gunzipSync(whole)
    const cutInside = (bytes: number): Buffer => gzipSync(text.subarray(0, bytes))
    const pieces = [
      whole.subarray(0, 20),
      whole.subarray(0, Math.floor(whole.length / 2)),
      whole.subarray(0, whole.length - 4),
      // Whole as gzip, yet rows or the last line are missing.
      cutInside(Math.floor(text.length / 2)),
      cutInside(text.length - '{"end":true}\n'.length),
    ]
    for (const piece of pieces) {
      const cut = path.join(folder, 'cut.backup')
      await writeFile(cut, piece)
      const done = await restore(cut)
      expect(done).toMatchObject({ ok: false, error: { code: 'FILE_UNREADABLE' } })
      expect(await usersInCopy()).toBe(0)
    }
  })

  it('refuses a file whose bytes were changed, and what is no backup at all', async () => {
    const changed = path.join(folder, 'changed.backup')
    await writeFile(changed, await readFile(file))
    const handle = await open(changed, 'r+')
    await handle.write(Buffer.from([0, 0, 0, 0]), 0, 4, 2000)
    await handle.close()
    expect(await restore(changed)).toMatchObject({ ok: false, error: { code: 'FILE_UNREADABLE' } })
    await writeFile(changed, 'hello')
    expect(await restore(changed)).toMatchObject({ error: { message: 'changed.backup is not a backup of RVU Edge.' } })
    expect(await restore(path.join(folder, 'none'))).toMatchObject({ error: { message: 'There is no file none.' } })
  })

  it('refuses a file of other migrations and says which', async () => {
    const text = gunzipSync(await readFile(file)).toString()
    const newer = path.join(folder, 'newer.backup')
    await writeFile(newer, gzipSync(text.replace('20261123000000_foundation', '20991231000000_later')))
    const done = await restore(newer)
    expect(done).toMatchObject({ error: { message: expect.stringContaining('20991231000000_later') } })
  })

  it('gives back every row and every sequence', async () => {
    expect(await restore(file)).toMatchObject({ ok: true })
    const [here, there] = [await contentsOf(env().DIRECT_DATABASE_URL), await contentsOf(secondUrl)]
    expect(there).toEqual(here)
    expect(here['schedule_rows']?.length).toBeGreaterThanOrEqual(5000)
  })

  it('refuses a database that holds anything, and replaces it where told to', async () => {
    expect(await restore(file)).toMatchObject({ error: { code: 'CONFLICT' } })
    await asOwner(secondUrl, (client) => client.query(`update users set name = 'changed since'`))
    expect(await restore(file, true)).toMatchObject({ ok: true })
    expect(await contentsOf(secondUrl)).toEqual(await contentsOf(env().DIRECT_DATABASE_URL))
  })
})

it('reaches every table of the schema: a new one needs its grants and its policy', async () => {
  const { rows } = await asOwner(env().DIRECT_DATABASE_URL, (client) =>
    client.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and c.relname <> '_prisma_migrations' and not (
         has_table_privilege('rvu_edge_backup', c.oid, 'select, insert, truncate')
         and (not c.relrowsecurity or exists (select 1 from pg_policy p where p.polrelid = c.oid
           and 'rvu_edge_backup'::regrole = any(p.polroles))))`,
    ),
  )
  expect(rows).toEqual([])
})
