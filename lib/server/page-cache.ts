import { deserialize, serialize } from 'node:v8'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { askPublic, sql } from './db'
import { env } from './env'
import { log } from './log'
import { currentRevision, knownRevision } from './revision'

/** A page as Next keeps it; what is in it is Next's own affair. */
export type MadePage = { readonly value: unknown; readonly lastModified: number; readonly cacheControl: unknown }

type Held = { readonly revision: string; readonly page: MadePage; readonly bytes: number }

/** Of this process. */
const MOST_BYTES_HELD = 64 * 1024 * 1024
/** Of the table that all instances share; the ones unused longest go first. */
const MOST_PAGES_KEPT = 5_000
const PAGES_BETWEEN_SWEEPS = 200
const MOST_MISSES_HELD = 10_000

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/**
 * Rendered public pages, kept in Postgres for all instances and, before it, in a little memory of this one. A page is
 * good for one build, one address of the site and one revision of what it shows: a new release makes new pages.
 */
export function pageCache(build: string) {
  const memory = new Map<string, Held>()
  // The revision at which a page was missed: what was read for it since is that or newer.
  const missed = new Map<string, string>()
  let bytes = 0
  let written = 0

  const versionOf = (revision: string): string => `${build} ${env().NEXTAUTH_URL} ${revision}`

  function forget(key: string): void {
    bytes -= memory.get(key)?.bytes ?? 0
    memory.delete(key)
  }

  function hold(key: string, revision: string, page: MadePage, size: number): void {
    forget(key)
    memory.set(key, { revision, page, bytes: size })
    bytes += size
    for (const oldest of memory.keys()) {
      if (bytes <= MOST_BYTES_HELD) break
      forget(oldest)
    }
  }

  function heldAt(key: string, revision: string): MadePage | null {
    const held = memory.get(key)
    if (held?.revision !== revision) return null
    // Put last again: the first is the one unused longest.
    memory.delete(key)
    memory.set(key, held)
    return held.page
  }

  async function find(key: string): Promise<MadePage | null> {
    const revision = await currentRevision()
    const held = heldAt(key, revision)
    if (held) return held
    const value = await readPage(key, versionOf(revision))
    if (value === null) {
      if (missed.size >= MOST_MISSES_HELD) missed.clear()
      missed.set(key, revision)
      return null
    }
    const packed = await unpack(value)
    const page = deserialize(packed) as MadePage
    hold(key, revision, page, packed.length)
    return page
  }

  /** At once where the page is at hand: a promise costs as much as the rest of it. */
  function get(key: string): MadePage | Promise<MadePage | null> {
    const revision = knownRevision()
    return (revision === null ? null : heldAt(key, revision)) ?? orNull(find(key))
  }

  async function keep(key: string, page: MadePage): Promise<void> {
    const revision = missed.get(key) ?? (await currentRevision())
    missed.delete(key)
    const whole = serialize(page)
    hold(key, revision, page, whole.length)
    await writePage(key, versionOf(revision), await pack(whole, { level: 1 }))
    if (written++ % PAGES_BETWEEN_SWEEPS === 0) await sweep()
  }

  return { get, set: (key: string, page: MadePage) => orNull(keep(key, page)) }
}

export type PageCache = ReturnType<typeof pageCache>

/** A cache that fails is a cache that has nothing: the page is made anew. */
async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    log.warn({ error: String(error) }, 'the cache of pages did not answer')
    return null
  }
}

async function readPage(key: string, version: string): Promise<Uint8Array | null> {
  const [row] = await askPublic<{ value: Uint8Array }>(sql`
    update cached_pages set used_at = now() where key = ${key} and revision = ${version} returning value`)
  return row?.value ?? null
}

async function writePage(key: string, version: string, value: Uint8Array): Promise<void> {
  await askPublic(sql`
    insert into cached_pages (key, revision, value, used_at) values (${key}, ${version}, ${value}, now())
    on conflict (key) do update set revision = excluded.revision, value = excluded.value, used_at = now()
    returning key`)
}

async function sweep(): Promise<void> {
  await askPublic(sql`
    delete from cached_pages where key in
      (select key from cached_pages order by used_at desc offset ${MOST_PAGES_KEPT}::int) returning key`)
}
