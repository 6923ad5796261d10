import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { ask, askPublic, reading, sql, tell, transaction } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { ok, refuse } from '@/lib/domain/shared/result'
import { makePerson } from '../../support/people'

type Count = { count: number }

/** What the application's own login sees outside any transaction of ours. */
async function asApplication(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

const OWNED = [
  'users',
  'career_stages',
  'workplaces',
  'cases',
  'case_lines',
  'api_keys',
  'idempotency_keys',
  'repricings',
  'repriced_cases',
  'policies',
  'policy_versions',
] as const

describe('row-level security', () => {
  it('shows a query without a where nothing but rows of the actor', async () => {
    const [one, other] = [await makePerson(), await makePerson()]
    const seen = await reading(one.grant('profile:read'), (tx) => tx.workplace.findMany({ select: { ownerId: true } }))
    expect(seen).toEqual([{ ownerId: one.id }])
    const people = await reading(other.grant('profile:read'), (tx) => tx.user.findMany({ select: { id: true } }))
    expect(people).toEqual([{ id: other.id }])
  })

  it.each(OWNED)('shows nothing of %s without an actor', async (table) => {
    await makePerson()
    expect(await asApplication(`select count(*)::int as count from ${table}`)).toEqual([{ count: 0 }])
  })

  it.each(['tokens', 'mail_outbox', 'installation', 'throttles'])(
    'does not let the application read %s',
    async (table) => {
      await expect(asApplication(`select * from ${table}`)).rejects.toThrow(/permission denied/)
    },
  )

  it('refuses to write a row of another, and to move one there', async () => {
    const [one, other] = [await makePerson(), await makePerson()]
    const intrude = transaction(one.grant('workplace:write'), async (tx) =>
      ok(await tx.workplace.createMany({ data: [{ ownerId: other.id, name: 'Not theirs' }] })),
    )
    await expect(intrude).rejects.toThrow(/row-level security/)
    const move = transaction(one.grant('workplace:write'), async (tx) =>
      ok(await tx.workplace.updateMany({ data: { ownerId: other.id } })),
    )
    await expect(move).rejects.toThrow(/row-level security/)
  })

  it.each([['platformAdmin', true] as const, ['verifiedAt', new Date(0)] as const, ['sessionVersion', 9] as const])(
    'does not let a person set their own %s',
    async (column, value) => {
      const person = await makePerson({ verified: false })
      const change = transaction(person.grant('profile:write'), async (tx) =>
        ok(await tx.user.updateMany({ data: { [column]: value } })),
      )
      await expect(change).rejects.toThrow(/permission denied/)
    },
  )

  it('leaks no actor through a pooled connection, however transactions interleave', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => makePerson()))
    const looks = Array.from({ length: 160 }, async (_, turn) => {
      const person = people[turn % people.length]
      if (!person || turn % 5 === 0) {
        const [row] = await askPublic<Count>(sql`select count(*)::int as count from workplaces`)
        return row?.count === 0
      }
      const seen = await reading(person.grant('profile:read'), async (tx) => {
        await ask(tx, sql`select pg_sleep(${(turn % 3) / 1000}) is null as slept`)
        return tx.workplace.findMany({ select: { ownerId: true } })
      })
      return seen.length === 1 && seen[0]?.ownerId === person.id
    })
    expect((await Promise.all(looks)).every(Boolean)).toBe(true)
  })

  it('leaves nothing of the actor behind after a refusal or a fault', async () => {
    const person = await makePerson()
    await transaction(person.grant('profile:write'), async () => refuse('CONFLICT', 'No.'))
    await expect(
      transaction(person.grant('profile:write'), async () => Promise.reject(new Error('a fault'))),
    ).rejects.toThrow('a fault')
    const left = await Promise.all(
      Array.from({ length: 32 }, () =>
        askPublic<{ actor: string; role: string }>(sql`
        select coalesce(current_setting('app.actor', true), '') as actor, current_user::text as role`),
      ),
    )
    expect(new Set(left.flat().map(({ actor, role }) => `${actor}|${role}`))).toEqual(new Set(['|rvu_edge_app']))
  })

  it('lets nobody speak on the connection of a transaction that is over', async () => {
    const person = await makePerson()
    const kept = await reading(person.grant('profile:read'), async (tx) => tx)
    await expect(ask(kept, sql`select 1 as one`)).rejects.toThrow(/is over/)
    await expect(kept.workplace.findMany()).rejects.toThrow(/closed/i)
  })

  it('fails as a whole where a write that nobody waited for fails, and gives its connection back', async () => {
    const person = await makePerson()
    const rename = () =>
      transaction(person.grant('workplace:write'), async (tx) => {
        tell(tx, sql`insert into workplaces (owner_id, name) values (${randomUUID()}::uuid, 'Not theirs')`)
        return ok(await tx.workplace.updateMany({ data: { name: 'Changed' } }))
      })
    // More often than there are connections.
    for (let turn = 0; turn < 20; turn++) await expect(rename()).rejects.toThrow(/row-level security/)
    const [kept] = await reading(person.grant('profile:read'), (tx) =>
      tx.workplace.findMany({ select: { name: true } }),
    )
    expect(kept).toEqual({ name: 'My practice' })
  })

  it('rolls back what a refused use-case wrote', async () => {
    const person = await makePerson()
    await transaction(person.grant('workplace:write'), async (tx) => {
      await tx.workplace.updateMany({ data: { name: 'Changed' } })
      return refuse('CONFLICT', 'No.')
    })
    const [kept] = await reading(person.grant('profile:read'), (tx) =>
      tx.workplace.findMany({ select: { name: true } }),
    )
    expect(kept).toEqual({ name: 'My practice' })
  })
})
