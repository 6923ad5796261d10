import { ok, refuse, type Result } from '../domain/shared/result'
import { ask, reading, sql, transaction, type Tx } from './db'
import { removeExpired } from './expired'
import { log } from './log'
import { deliverMail } from './mail'
import { systemGrant } from './session'
import { uploadFolderId } from './upload-folder'

/** Answers with what was done, or refuses with what is wrong, in words for whoever asked for the job. */
export type JobHandler = (input: unknown, report: (progress: string) => Promise<void>) => Promise<Result<string>>
export type JobHandlers = Readonly<Record<string, JobHandler>>
/** What is left to do where a job of a kind has failed, so that whoever asked can ask again. */
export type AfterFailure = Readonly<Record<string, (input: unknown) => Promise<void>>>

const EVERY_MS = 2_000
/** Often enough for an instance that is restarted every day, and nothing to the database. */
const REMOVE_EVERY_MS = 10 * 60_000
/** While a job runs its row is touched this often, so that others see that its runner lives. */
const BEAT_MS = 20_000
/** A job whose runner has been silent this long was killed with it, and is taken over. */
const LOST_AFTER = '2 minutes'
/** A job that was lost this often is likely what ends its runners: it is given up. */
const MOST_ATTEMPTS = 3

type Taken = { id: string; kind: string; input: unknown }

type Work = {
  readonly handlers: JobHandlers
  readonly afterFailure: AfterFailure
  /** What features remove because of its age; to be run by several instances, and again after a failure. */
  readonly removals: Readonly<Record<string, () => Promise<void>>>
}

/** Starts the loops of this instance: due mail, queued jobs, removals. Instances share the queues through row locks. */
export function startJobs({ handlers, afterFailure, removals }: Work): void {
  // Loops of their own: a message must not wait for a download to end.
  repeat('mail', EVERY_MS, deliverMail)
  repeat('jobs', EVERY_MS, () => runDueJobs(handlers, afterFailure))
  const all = { ...removals, expired: removeExpired }
  for (const [name, remove] of Object.entries(all)) repeat(name, REMOVE_EVERY_MS, remove)
}

function repeat(name: string, everyMs: number, turn: () => Promise<void>): void {
  let busy = false
  const next = async () => {
    if (busy) return
    busy = true
    await turn().catch((error: unknown) => log.warn({ loop: name, error: String(error) }, 'a loop skipped a turn'))
    busy = false
  }
  setInterval(() => void next(), everyMs).unref()
}

/** Runs what is queued, one job after the other, until nothing is left that this instance can do. */
export async function runDueJobs(handlers: JobHandlers, afterFailure: AfterFailure = {}): Promise<void> {
  await giveUp(afterFailure)
  for (let job = await take(); job; job = await take()) await run(job, handlers, afterFailure)
}

/** Fails what was begun too often. Nobody knows what ended its runners, so it says where to look. */
async function giveUp(afterFailure: AfterFailure): Promise<void> {
  const words =
    `This was begun ${MOST_ATTEMPTS} times, and each time the server stopped before it was done. It is not begun ` +
    'again. Look for the reason in the log of the server, then ask for it anew.'
  const given = await reading(systemGrant('job:run'), (tx) =>
    ask<Taken>(
      tx,
      sql`
      update jobs set state = 'failed', progress = ${words}, finished_at = now()
      where state = 'running' and locked_at < now() - ${LOST_AFTER}::interval and attempts >= ${MOST_ATTEMPTS}
      returning id, kind, input`,
    ),
  )
  for (const job of given) {
    log.error({ job: job.id, kind: job.kind, attempts: MOST_ATTEMPTS }, 'a job was given up')
    await afterFailure[job.kind]?.(job.input)
  }
}

/** A job that reads an uploaded file names the folder that holds it; instances with another folder leave it alone. */
async function take(): Promise<Taken | null> {
  const folder = await uploadFolderId()
  return reading(systemGrant('job:run'), async (tx) => {
    const [job] = await ask<Taken>(
      tx,
      sql`
      update jobs set state = 'running', locked_at = now(), attempts = attempts + 1 where id = (
        select id from jobs
        where (state = 'queued' or (state = 'running' and locked_at < now() - ${LOST_AFTER}::interval))
          and attempts < ${MOST_ATTEMPTS}
          and coalesce(input ->> 'folder', ${folder}) = ${folder}
        order by created_at limit 1 for update skip locked)
      returning id, kind, input`,
    )
    return job ?? null
  })
}

async function run(job: Taken, handlers: JobHandlers, afterFailure: AfterFailure): Promise<void> {
  const beat = setInterval(() => void touch(job.id).catch(() => {}), BEAT_MS)
  try {
    const result = await attempt(job, handlers)
    const ended = result.ok
      ? await finish(job.id, 'done', result.value)
      : await finish(job.id, 'failed', result.error.message)
    if (ended && !result.ok) await afterFailure[job.kind]?.(job.input)
  } finally {
    clearInterval(beat)
  }
}

async function attempt(job: Taken, handlers: JobHandlers): Promise<Result<string>> {
  try {
    const handler = handlers[job.kind]
    if (!handler) throw new Error(`no handler for ${job.kind}`)
    const result = await handler(job.input, (progress) => note(job.id, progress))
    if (!result.ok) log.warn({ job: job.id, kind: job.kind, refusal: result.error.code }, 'a job was refused')
    return result
  } catch (error) {
    log.error({ job: job.id, kind: job.kind, error: String(error) }, 'a job failed')
    return refuse('CONFLICT', `Something failed here and nothing was changed. The log names it: job ${job.id}.`)
  }
}

const asJob = (work: (tx: Tx) => Promise<unknown>) =>
  transaction(systemGrant('job:run'), async (tx) => {
    await work(tx)
    return ok(undefined)
  })

async function touch(id: string): Promise<void> {
  await asJob((tx) => ask(tx, sql`update jobs set locked_at = now() where id = ${id}::uuid and state = 'running'`))
}

async function note(id: string, progress: string): Promise<void> {
  await asJob((tx) =>
    ask(
      tx,
      sql`
      update jobs set progress = ${progress}, locked_at = now() where id = ${id}::uuid and state = 'running'`,
    ),
  )
}

/** False where another runner finished first: one that was only slow, and taken over, does not speak again. */
const finish = (id: string, state: 'done' | 'failed', progress: string): Promise<boolean> =>
  reading(systemGrant('job:run'), async (tx) => {
    const ended = await ask(
      tx,
      sql`
      update jobs set state = ${state}, progress = ${progress}, finished_at = now()
      where id = ${id}::uuid and state = 'running' returning id`,
    )
    return ended.length === 1
  })
