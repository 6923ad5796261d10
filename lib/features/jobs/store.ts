import type { Grant } from '../../domain/access/grant'
import type { Tx } from '../../server/db'
import type { FailedJob } from './schema'

/** Whoever asked for them; the newest first. What they were given is not read: it is of the people who asked. */
export async function findFailedJobs(tx: Tx, _grant: Grant<'platform:admin'>, most: number): Promise<FailedJob[]> {
  const rows = await tx.job.findMany({
    where: { state: 'failed' },
    orderBy: [{ finishedAt: 'desc' }, { id: 'desc' }],
    take: most,
    select: { id: true, kind: true, progress: true, attempts: true, createdAt: true, finishedAt: true },
  })
  return rows.map(({ progress, createdAt, finishedAt, ...row }) => ({
    ...row,
    reason: progress,
    createdAt: createdAt.toISOString(),
    finishedAt: (finishedAt ?? createdAt).toISOString(),
  }))
}
