import { ask, reading, sql } from './db'
import { systemGrant } from './session'

/** Removes what is of no more use: turns of windows that ended, and what was kept in case it is asked for once more. */
export const removeExpired = (): Promise<void> =>
  reading(systemGrant('job:run'), async (tx) => {
    await ask(tx, sql`delete from throttles where resets_at <= now()`)
    // Whoever retries does so within the day.
    await ask(tx, sql`delete from idempotency_keys where created_at < now() - interval '7 days'`)
    // A message names a person, and may hold a link that opens their account for a while.
    await ask(tx, sql`delete from mail_outbox where sent_at < now() - interval '30 days'`)
    await ask(tx, sql`delete from jobs where finished_at < now() - interval '1 year'`)
  })
