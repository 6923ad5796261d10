import { transaction, reading, type Tx } from './db'
import { ok } from '../domain/shared/result'
import { log } from './log'
import { deliverMail } from './mail'
import { systemGrant } from './session'

export type JobHandler = (input: unknown, report: (progress: string) => Promise<void>) => Promise<string>
export type JobHandlers = Readonly<Record<string, JobHandler>>

const EVERY_MS = 2_000
/** A job whose runner has been silent this long was killed with it, and is taken over. */
const LOST_AFTER = '2 minutes'

type Taken = { id: string; kind: string; input: unknown }

/** Starts the loop of this instance: due mail, then queued jobs. Instances share the queue through row locks. */
export function startJobs(handlers: JobHandlers): void {
  let busy = false
  const turn = async () => {
    if (busy) return
    busy = true
    try {
      await deliverMail()
      for (let job = await take(); job; job = await take()) await run(job, handlers)
    } catch (error) {
      log.warn({ error: String(error) }, 'the job loop skipped a turn')
    } finally {
      busy = false
    }
  }
  setInterval(() => void turn(), EVERY_MS).unref()
}

async function take(): Promise<Taken | null> {
  return reading(systemGrant('job:run'), async (tx) => {
    const [job] = await tx.$queryRaw<Taken[]>`
      update jobs set state = 'running', locked_at = now() where id = (
        select id from jobs
        where state = 'queued' or (state = 'running' and locked_at < now() - ${LOST_AFTER}::interval)
        order by created_at limit 1 for update skip locked)
      returning id, kind, input`
    return job ?? null
  })
}

async function run(job: Taken, handlers: JobHandlers): Promise<void> {
  const handler = handlers[job.kind]
  try {
    if (!handler) throw new Error(`no handler for ${job.kind}`)
    await finish(job.id, 'done', await handler(job.input, (progress) => note(job.id, progress)))
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    log.error({ job: job.id, kind: job.kind, error: message }, 'a job failed')
    await finish(job.id, 'failed', message)
  }
}

const asJob = (work: (tx: Tx) => Promise<unknown>) =>
  transaction(systemGrant('job:run'), async (tx) => {
    await work(tx)
    return ok(undefined)
  })

async function note(id: string, progress: string): Promise<void> {
  await asJob((tx) => tx.$executeRaw`update jobs set progress = ${progress}, locked_at = now() where id = ${id}::uuid`)
}

async function finish(id: string, state: 'done' | 'failed', progress: string): Promise<void> {
  await asJob(
    (tx) =>
      tx.$executeRaw`update jobs set state = ${state}, progress = ${progress}, finished_at = now() where id = ${id}::uuid`,
  )
}
