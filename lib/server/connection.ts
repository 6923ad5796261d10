import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

export type Query = { readonly text: string; readonly values?: readonly unknown[] }
type Send = (query: string | Query, ...rest: readonly unknown[]) => Promise<pg.QueryResult>

/** A transaction from its beginning: for whom it is, its connection, and the writes that only its commit waits for. */
export class Course {
  readonly #told: Promise<unknown>[] = []
  #send: Send | null = null

  /** The database role it steps into, and the id of the actor; '' for none. */
  constructor(
    readonly role: string,
    readonly actor: string,
  ) {}

  ask<Row extends pg.QueryResultRow>(query: Query): Promise<pg.QueryResult<Row>> {
    if (!this.#send) throw new Error('the transaction has not begun, or is over')
    return this.#send(query)
  }

  /** From here on its connection is somebody else's. */
  end(): void {
    this.#send = null
  }

  /** Sends a write and goes on: what comes next is sent right behind it. */
  tell(query: Query): void {
    const told = this.ask(query)
    // A failure is thrown at the end.
    told.catch(() => {})
    this.#told.push(told)
  }

  /** Local to the transaction: nothing of it is left for the next user of the connection, nor behind a pooler. */
  begin(send: Send): void {
    this.#send = send
    const [role, actor] = [pg.escapeLiteral(this.role), pg.escapeLiteral(this.actor)]
    this.tell({ text: `begin; select set_config('role', ${role}, true), set_config('app.actor', ${actor}, true)` })
  }

  /**
   * To be called after its end, with what it threw. Throws why it failed: the first of the writes that nobody waited
   * for, since PostgreSQL makes a rollback of the commit after that, else what was thrown.
   */
  async mustHaveHeld(thrown?: { readonly error: unknown }): Promise<void> {
    const failed = (await Promise.allSettled(this.#told)).find((each) => each.status === 'rejected')
    if (failed) throw failed.reason
    if (thrown) throw thrown.error
  }
}

/**
 * The connections of the app. Each transaction begins as its actor, in the one message that begins it: `beginning` is
 * to be set around its start. One that begins outside has no actor and sees public tables. The two belong together, as
 * Next loads this module more than once.
 */
export function openPool(connectionString: string) {
  const beginning = new AsyncLocalStorage<Course>()
  const pool = new pg.Pool({
    connectionString,
    max: 16,
    connectionTimeoutMillis: 5_000,
    pipeline: true,
    verify: (client, done) => void equip(client, () => beginning.getStore()).then(() => done(), done),
  })
  return { pool, beginning }
}

/** The words with which Prisma's adapter begins a transaction, and its engine ends one. */
const BEGIN = 'BEGIN'
const ENDS: readonly string[] = ['COMMIT', 'ROLLBACK']
const NOTHING: pg.QueryResult = { command: BEGIN, rowCount: 0, oid: 0, rows: [], fields: [] }

/**
 * Teaches a connection about courses and, where it may, to prepare statements. A beginning is not waited for: the first
 * statement goes right behind it, and PostgreSQL refuses that where the beginning failed.
 */
async function equip(client: pg.PoolClient, beginning: () => Course | undefined): Promise<void> {
  const plain = client.query.bind(client) as Send
  const send: Send = (await isDirect(client)) ? (query, ...rest) => plain(prepared(query), ...rest) : plain
  let course: Course | undefined
  const query: Send = (asked, ...rest) => {
    const text = typeof asked === 'string' ? asked : asked.text
    if (text === BEGIN || ENDS.includes(text)) course?.end()
    course = text === BEGIN ? beginning() : course
    if (text !== BEGIN || !course) return send(asked, ...rest)
    course.begin(send)
    return Promise.resolve(NOTHING)
  }
  client.query = query as typeof client.query
}

/** Statements that are prepared once a connection; the texts beyond these (lists of many lengths) are planned each time. */
const MOST_PREPARED = 500
const names = new Map<string, string>()

function prepared(query: string | Query): string | Query {
  if (typeof query === 'string' || !query.values?.length) return query
  const name = nameOf(query.text)
  return name === null ? query : Object.assign({}, query, { name })
}

function nameOf(text: string): string | null {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST_PREPARED) return known ?? null
  const name = `rvu_edge_${names.size}`
  names.set(text, name)
  return name
}

/**
 * Whether the other end is PostgreSQL itself. A pooler in transaction mode hands each transaction to another server,
 * which does not know what was prepared; it answers under a process number of its own.
 */
async function isDirect(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return 'processID' in client && rows[0]?.pid === client.processID
}
