import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { decide } from '@/lib/domain/access/grant'
import { ok, refuse } from '@/lib/domain/shared/result'
import { listFailedJobs } from '@/lib/features/jobs/service'
import { reading } from '@/lib/server/db'
import { runDueJobs, type JobHandler } from '@/lib/server/jobs'
import { systemGrant } from '@/lib/server/session'
import { uploadFolderId } from '@/lib/server/upload-folder'
import { makePerson } from '../../support/people'

const job = systemGrant('job:run')
const read = (id: string) => reading(job, (tx) => tx.job.findUniqueOrThrow({ where: { id } }))

type Asked = {
  readonly kind?: string
  readonly input?: object
  readonly state?: string
  readonly lockedAt?: Date
  readonly attempts?: number
}

async function queue({ kind = 'count', input = {}, ...rest }: Asked = {}): Promise<string> {
  const id = randomUUID()
  await reading(job, (tx) => tx.job.createMany({ data: [{ id, kind, input: { ...input, id }, ...rest }] }))
  return id
}

/** A handler that counts how often each job was run. */
function counting(wait = 0) {
  const runs = new Map<string, number>()
  const handler: JobHandler = async (input) => {
    const { id } = input as { id: string }
    runs.set(id, (runs.get(id) ?? 0) + 1)
    await new Promise((resolve) => setTimeout(resolve, wait))
    return ok('counted')
  }
  return { runs, handlers: { count: handler } }
}

const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000)

// Jobs are nobody's: what an earlier test left would be run by the next.
beforeEach(() => reading(job, (tx) => tx.job.deleteMany()))

describe('two loops at once', () => {
  it('run each job once', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => queue()))
    const { runs, handlers } = counting(20)
    await Promise.all([runDueJobs(handlers), runDueJobs(handlers), runDueJobs(handlers)])
    expect([...runs.values()]).toEqual([1, 1, 1, 1, 1, 1])
    expect(new Set(runs.keys())).toEqual(new Set(ids))
    for (const id of ids) expect(await read(id)).toMatchObject({ state: 'done', progress: 'counted' })
  })
})

describe('a job that is running', () => {
  it('is left to its runner while that gives signs of life', async () => {
    const id = await queue({ state: 'running', lockedAt: minutesAgo(1) })
    const { runs, handlers } = counting()
    await runDueJobs(handlers)
    expect([runs.size, (await read(id)).state]).toEqual([0, 'running'])
  })

  it('is taken over when its runner was killed, by one of two', async () => {
    const id = await queue({ state: 'running', lockedAt: minutesAgo(3) })
    const { runs, handlers } = counting(20)
    await Promise.all([runDueJobs(handlers), runDueJobs(handlers)])
    expect([runs.get(id), (await read(id)).state]).toEqual([1, 'done'])
  })

  it('shows a sign of life with each report, and its last word', async () => {
    const id = await queue()
    const seen: unknown[] = []
    const handler: JobHandler = async (_input, report) => {
      await reading(job, (tx) => tx.job.updateMany({ where: { id }, data: { lockedAt: minutesAgo(1) } }))
      await report('1.0 of 4.1 MB')
      const { progress, lockedAt } = await read(id)
      seen.push(progress, Date.now() - (lockedAt?.getTime() ?? 0) < 30_000)
      return ok('all of it')
    }
    await runDueJobs({ count: handler })
    expect(seen).toEqual(['1.0 of 4.1 MB', true])
    expect(await read(id)).toMatchObject({ state: 'done', progress: 'all of it', finishedAt: expect.any(Date) })
  })

  it('keeps the word of the runner that ended first', async () => {
    const id = await queue()
    const slow: JobHandler = async () => {
      // Meanwhile another instance took it over and was done.
      const data = { state: 'done', progress: 'by the other' }
      await reading(job, (tx) => tx.job.updateMany({ where: { id }, data }))
      return refuse('FILE_UNREADABLE', 'too late')
    }
    await runDueJobs({ count: slow })
    expect(await read(id)).toMatchObject({ state: 'done', progress: 'by the other' })
  })
})

describe('a job that ends its runner', () => {
  const lost = (attempts: number) => queue({ state: 'running', lockedAt: minutesAgo(3), attempts })

  /** A process of its own that takes the job and is killed by it, and then two minutes. */
  async function killedRunner(id: string): Promise<void> {
    const program = `import('./lib/server/jobs.ts').then(({ runDueJobs }) =>
      runDueJobs({ count: () => process.kill(process.pid, 'SIGKILL') }))`
    const { signal } = spawnSync(process.execPath, ['--import', 'tsx', '-e', program])
    expect(signal).toBe('SIGKILL')
    await reading(job, (tx) => tx.job.updateMany({ where: { id }, data: { lockedAt: minutesAgo(3) } }))
  }

  it('three times is given up, and says so', async () => {
    const id = await queue()
    for (const attempts of [1, 2, 3]) {
      await killedRunner(id)
      expect(await read(id)).toMatchObject({ state: 'running', attempts })
    }
    const { runs, handlers } = counting()
    const told: unknown[] = []
    const afterFailure = { count: async (input: unknown) => void told.push(input) }
    await runDueJobs(handlers, afterFailure)
    await runDueJobs(handlers, afterFailure)
    expect([runs.size, told]).toEqual([0, [{ id }]])
    const given = await read(id)
    expect(given).toMatchObject({ state: 'failed', attempts: 3, finishedAt: expect.any(Date) as Date })
    expect(given.progress).toMatch(/begun 3 times.+server stopped.+log of the server, then ask for it anew\.$/)
  })

  it('twice is begun once more, and the others with it', async () => {
    const [again, givenUp, next] = [await lost(2), await lost(3), await queue()]
    const { runs, handlers } = counting()
    await Promise.all([runDueJobs(handlers), runDueJobs(handlers)])
    expect(new Set(runs.keys())).toEqual(new Set([again, next]))
    expect(await read(again)).toMatchObject({ state: 'done', attempts: 3 })
    expect(await read(next)).toMatchObject({ state: 'done', attempts: 1 })
    expect((await read(givenUp)).state).toBe('failed')
  })

  it('is seen by who runs the platform, whoever asked for it, and by no other', async () => {
    const id = await lost(3)
    await runDueJobs({})
    const [admin, other] = [await makePerson({ platformAdmin: true }), await makePerson()]
    expect(await listFailedJobs(admin.grant('platform:admin'))).toMatchObject([
      { id, kind: 'count', attempts: 3, reason: expect.stringContaining('begun 3 times') as string },
    ])
    expect(decide(other.actor, 'platform:admin')).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
    expect(await reading(other.grant('case:read'), (tx) => tx.job.findMany())).toEqual([])
  })
})

describe('a job that fails', () => {
  it('lets whoever asked ask again, unless another runner was done before', async () => {
    const told: unknown[] = []
    const afterFailure = { refuse: async (input: unknown) => void told.push(input) }
    const id = await queue({ kind: 'refuse' })
    await runDueJobs({ refuse: async () => refuse('FILE_UNREADABLE', 'It is not a zip.') }, afterFailure)
    await queue({ kind: 'refuse' })
    const late: JobHandler = async () => {
      await reading(job, (tx) => tx.job.updateMany({ where: { state: 'running' }, data: { state: 'done' } }))
      return refuse('FILE_UNREADABLE', 'too late')
    }
    await runDueJobs({ refuse: late }, afterFailure)
    expect(told).toEqual([{ id }])
  })

  it('says what was refused, and the next one runs', async () => {
    const [refused, next] = [await queue({ kind: 'refuse' }), await queue()]
    const handlers = { ...counting().handlers, refuse: async () => refuse('FILE_UNREADABLE', 'It is not a zip.') }
    await runDueJobs(handlers)
    expect(await read(refused)).toMatchObject({ state: 'failed', progress: 'It is not a zip.' })
    expect((await read(next)).state).toBe('done')
  })

  it('by a fault of ours tells its id and nothing of the inside', async () => {
    const [thrown, unknown] = [await queue({ kind: 'throw' }), await queue({ kind: 'nobody knows' })]
    const broken: JobHandler = () => Promise.reject(new Error('password=secret'))
    await runDueJobs({ throw: broken })
    for (const id of [thrown, unknown]) {
      const { state, progress } = await read(id)
      expect(state).toBe('failed')
      expect(progress).toContain(id)
      expect(progress).not.toContain('secret')
    }
  })
})

describe('a job that reads a file of one folder', () => {
  it('waits for an instance that has the folder', async () => {
    const [elsewhere, here] = [
      await queue({ input: { folder: randomUUID() } }),
      await queue({ input: { folder: await uploadFolderId() } }),
    ]
    const { runs, handlers } = counting()
    await runDueJobs(handlers)
    expect([...runs.keys()]).toEqual([here])
    expect((await read(elsewhere)).state).toBe('queued')
  })

  it('whose name stays the same however many ask for it at once', async () => {
    expect(new Set(await Promise.all([uploadFolderId(), uploadFolderId(), uploadFolderId()])).size).toBe(1)
  })
})
