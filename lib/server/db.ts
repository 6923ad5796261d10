import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import type { Grant, Permission } from '../domain/access/grant'
import { ok, type Result } from '../domain/shared/result'
import { Course, openPool } from './connection'
import { env } from './env'
import { Prisma, PrismaClient } from './generated/client'
import { log } from './log'
import { must, refusing } from './refused'
import { forgetRemembered } from './remembered'

/** What a store works with inside a transaction: models here, SQL of one's own through ask() and tell(). */
export type Tx = Omit<Prisma.TransactionClient, `$${string}`>

/** SQL with its parameters; a piece of it may stand in another. */
export type Sql = Prisma.Sql
export const sql = Prisma.sql

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
>

type Held = ReturnType<typeof openPool> & { readonly prisma: PrismaClient }
// One pool a process; kept on globalThis because development reloads this module.
const holder = globalThis as { rvuEdgeDatabase?: Held }

const held = (): Held => (holder.rvuEdgeDatabase ??= open())

function open(): Held {
  const { pool, beginning } = openPool(env().DATABASE_URL)
  pool.on('error', (error) => log.warn({ error: error.message }, 'an idle database connection was lost'))
  return { pool, beginning, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) }
}

// A use-case called inside another's transaction joins it: one commit, with the idempotency key or the audit row.
const current = new AsyncLocalStorage<{ readonly grant: Grant<Permission>; readonly tx: Tx }>()

/**
 * For reading public tables, without an actor. Inside a transaction it reads on that connection: waiting for a second
 * one while holding the first would stall the pool.
 */
export const publicDb = (): PublicDb => current.getStore()?.tx ?? held().prisma

const TRANSACTION = { maxWait: 10_000, timeout: 30_000 }

/**
 * One transaction as the actor of the grant: its database role and its id are set for this transaction only, so
 * nothing leaks through a pool. A refusal returned by `work` rolls everything back.
 */
export const transaction = <T>(grant: Grant<Permission>, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> =>
  refusing(() => within(grant, async (tx) => ok(must(await work(tx)))))

/** Reads as the actor of the grant. */
export const reading = <T>(grant: Grant<Permission>, work: (tx: Tx) => Promise<T>): Promise<T> => within(grant, work)

async function within<T>(grant: Grant<Permission>, work: (tx: Tx) => Promise<T>): Promise<T> {
  const outer = current.getStore()
  if (outer && sameReach(outer.grant, grant)) return work(outer.tx)
  const course = new Course(grant.databaseRole, actorId(grant))
  const begun = (tx: Tx): Promise<T> => {
    courses.set(tx, course)
    return current.run({ grant, tx }, () => work(tx))
  }
  const { prisma, beginning } = held()
  const done = beginning.run(course, () => prisma.$transaction(begun, TRANSACTION))
  const thrown = await done.then(
    () => undefined,
    (error: unknown) => ({ error }),
  )
  await course.mustHaveHeld(thrown)
  return done
}

const courses = new WeakMap<Tx, Course>()

function courseOf(tx: Tx): Course {
  const course = courses.get(tx)
  if (!course) throw new Error('this transaction was not begun by transaction() or reading()')
  return course
}

type Rows = pg.QueryResultRow

/** The rows of a statement in a transaction, as `pg` reads them: name the columns, and cast what it has no type for. */
export const ask = async <Row extends Rows>(tx: Tx, statement: Sql): Promise<Row[]> =>
  (await courseOf(tx).ask<Row>(queryOf(statement))).rows

/** Writes in a transaction what nobody waits for but its commit: that fails where this does. */
export const tell = (tx: Tx, statement: Sql): void => courseOf(tx).tell(queryOf(statement))

/** The rows of a statement on public tables; see publicDb(). */
export async function askPublic<Row extends Rows>(statement: Sql): Promise<Row[]> {
  const tx = current.getStore()?.tx
  return tx ? ask<Row>(tx, statement) : rowsOf<Row>(statement)
}

/**
 * Asks a door: what must be known before there is an actor, one row at a time. In no transaction: a turn that was
 * counted stays counted, whatever becomes of the request.
 */
export const askDoor = async <Row extends Rows>(statement: Sql): Promise<Row | undefined> =>
  (await rowsOf<Row>(statement))[0]

const rowsOf = async <Row extends Rows>(statement: Sql): Promise<Row[]> =>
  (await held().pool.query<Row>(queryOf(statement))).rows

const queryOf = ({ text, values }: Sql) => ({ text, values })

const sameReach = (a: Grant<Permission>, b: Grant<Permission>): boolean =>
  a.databaseRole === b.databaseRole && actorId(a) === actorId(b)

const actorId = (grant: Grant<Permission>): string => (grant.reach.kind === 'own' ? grant.reach.owner : '')

export async function closeDatabase(): Promise<void> {
  const open = holder.rvuEdgeDatabase
  delete holder.rvuEdgeDatabase
  // What was remembered was read from this database.
  forgetRemembered()
  await open?.prisma.$disconnect()
  await open?.pool.end()
}
