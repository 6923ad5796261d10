import { afterAll, beforeAll, expect, it } from 'vitest'
import { removeExpired } from '@/lib/server/expired'
import { asOwner, freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { makePerson } from '../../support/people'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const ago = (time: string) => `now() - interval '${time}'`

it('removes what is of no more use, and nothing younger', async () => {
  const { id } = await makePerson()
  const run = (statement: string) => asOwner(database.ownerUrl, statement)
  await run(`delete from throttles`)
  await run(`insert into throttles (key, count, resets_at) values ('old', 1, ${ago('1 second')}), ('new', 1, now() + interval '1 minute')`)
  await run(`insert into idempotency_keys (owner_id, key, body_hash, status, response, created_at)
    values ('${id}', 'old', 'x', 0, '{}', ${ago('8 days')}), ('${id}', 'new', 'x', 0, '{}', ${ago('6 days')})`)
  await run(`delete from mail_outbox`)
  await run(`insert into mail_outbox (id, recipient, subject, text, html, created_at, sent_at) values
    (gen_random_uuid(), 'a@example.org', 'old', '', '', ${ago('40 days')}, ${ago('31 days')}),
    (gen_random_uuid(), 'a@example.org', 'new', '', '', ${ago('40 days')}, ${ago('29 days')}),
    (gen_random_uuid(), 'a@example.org', 'not sent', '', '', ${ago('40 days')}, null)`)
  await run(`insert into jobs (id, kind, input, state, created_at, finished_at) values
    (gen_random_uuid(), 'old', '{}', 'failed', ${ago('2 years')}, ${ago('367 days')}),
    (gen_random_uuid(), 'new', '{}', 'done', ${ago('2 years')}, ${ago('364 days')}),
    (gen_random_uuid(), 'not begun', '{}', 'queued', ${ago('2 years')}, null)`)

  await removeExpired()
  expect(await run('select key from throttles')).toEqual([{ key: 'new' }])
  expect(await run('select key from idempotency_keys')).toEqual([{ key: 'new' }])
  expect(await run('select subject from mail_outbox order by subject')).toEqual([
    { subject: 'new' },
    { subject: 'not sent' },
  ])
  expect(await run('select kind from jobs order by kind')).toEqual([{ kind: 'new' }, { kind: 'not begun' }])
}) // prettier-ignore
