import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { ok, refuse } from '@/lib/domain/shared/result'
import { reading } from '@/lib/server/db'
import { runDueJobs, type JobHandler } from '@/lib/server/jobs'
import { systemGrant } from '@/lib/server/session'
import { uploadFolderId } from '@/lib/server/upload-folder'

const job = systemGrant('job:run')
const read = (id: string) => reading(job, (tx) => tx.job.findUniqueOrThrow({ where: { id } }))

type Asked = { readonly kind?: string; readonly input?: object; readonly state?: string; readonly lockedAt?: Date }

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

describe('a job that fails', () => {
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
