import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import type { Grant, Permission } from '../domain/access/grant'
import type { Refusal, Result } from '../domain/shared/result'
import { env } from './env'
import { PrismaClient, type Prisma } from './generated/client'
import { log } from './log'

/** What a store works with inside a transaction. */
export type Tx = Prisma.TransactionClient

/** The tables that are the same for everyone and hold nothing of a person. */
export type PublicDb = Pick<
  PrismaClient,
  | 'release'
  | 'scheduleRow'
  | 'locality'
  | 'anesthesiaFactor'
  | 'localityCounty'
  | 'authoredCode'
  | 'revision'
  | 'benchmarkTable'
  | '$queryRaw'
>

// One client a process; kept on globalThis because development reloads this module.
const holder = globalThis as { rvuEdgePrisma?: PrismaClient }

function client(): PrismaClient {
  holder.rvuEdgePrisma ??= new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: env().DATABASE_URL, max: 16, connectionTimeoutMillis: 5_000 },
      { onPoolError: (error) => log.warn({ error: error.message }, 'an idle database connection was lost') },
    ),
  })
  return holder.rvuEdgePrisma
}

// A use-case called inside another's transaction joins it: one commit, with the idempotency key or the audit row.
const current = new AsyncLocalStorage<{ readonly grant: Grant<Permission>; readonly tx: Tx }>()

/**
 * For reading public tables, without an actor. Inside a transaction it reads on that connection: waiting for a second
 * one while holding the first would stall the pool.
 */
export const publicDb = (): PublicDb => current.getStore()?.tx ?? client()

/** Carries a refusal out of a transaction, so that it rolls back. */
class RolledBack extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message)
  }
}

const TRANSACTION = { maxWait: 10_000, timeout: 30_000 }

/**
 * One transaction as the actor of the grant: its database role and its id are set for this transaction only, so
 * nothing leaks through a pool. A refusal returned by `work` rolls everything back.
 */
export async function transaction<T>(
  grant: Grant<Permission>,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await within(grant, async (tx) => {
      const result = await work(tx)
      if (!result.ok) throw new RolledBack(result.error)
      return result
    })
  } catch (error) {
    if (error instanceof RolledBack) return { ok: false, error: error.refusal }
    throw error
  }
}

/** Reads as the actor of the grant. */
export const reading = <T>(grant: Grant<Permission>, work: (tx: Tx) => Promise<T>): Promise<T> => within(grant, work)

function within<T>(grant: Grant<Permission>, work: (tx: Tx) => Promise<T>): Promise<T> {
  const outer = current.getStore()
  if (outer && sameReach(outer.grant, grant)) return work(outer.tx)
  return client().$transaction(async (tx) => {
    await become(tx, grant)
    return current.run({ grant, tx }, () => work(tx))
  }, TRANSACTION)
}

const sameReach = (a: Grant<Permission>, b: Grant<Permission>): boolean =>
  a.databaseRole === b.databaseRole && actorId(a) === actorId(b)

const actorId = (grant: Grant<Permission>): string => (grant.reach.kind === 'own' ? grant.reach.owner : '')

async function become(tx: Tx, grant: Grant<Permission>): Promise<void> {
  await tx.$queryRaw`
    select set_config('role', ${grant.databaseRole}, true), set_config('app.actor', ${actorId(grant)}, true)`
}

export async function closeDatabase(): Promise<void> {
  await holder.rvuEdgePrisma?.$disconnect()
  delete holder.rvuEdgePrisma
}
