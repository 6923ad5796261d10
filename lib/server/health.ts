import manifest from '../../package.json'
import { ok, refuse, type Result } from '../domain/shared/result'
import { askPublic, sql } from './db'
import { log } from './log'

export type Health = {
  readonly status: 'ok'
  readonly database: 'ok'
  /** The release of today's date. */
  readonly release: string
  readonly version: string
}

/** What a problem of the health check adds, so that a balancer's log says as much as a good answer. */
export const unhealthy = { database: 'down', release: null, version: manifest.version } as const

/** Asks the database, and says which release today's work is priced by. */
export async function readHealth(): Promise<Result<Health>> {
  try {
    const [newest] = await askPublic<{ release: string }>(sql`
      select release_id as release from releases where current and effective_from <= current_date
        -- The words about codes are loaded last.
        and exists (select from revisions where subject = 'catalog')
      order by effective_from desc, release_id desc limit 1`)
    if (!newest) return refuse('UNAVAILABLE', 'The schedule is being loaded. Try again in a moment.')
    return ok({ status: 'ok', database: 'ok', release: newest.release, version: manifest.version })
  } catch (error) {
    log.warn({ error: String(error) }, 'the database does not answer')
    return refuse('UNAVAILABLE', 'The database does not answer. Try again in a moment.')
  }
}
