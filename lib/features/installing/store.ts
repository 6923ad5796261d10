import { ownerOf, type Grant } from '../../domain/access/grant'
import { publicDb, type Tx } from '../../server/db'
import { INSTALL_RELEASE, InstallOrder, type InstallJob, type InstallState, type ReleaseFile } from './schema'

type Installer = Grant<'release:install'>
type Row = { id: string; input: unknown; state: string; progress: string; createdAt: Date; finishedAt: Date | null }
const JOB = { id: true, input: true, state: true, progress: true, createdAt: true, finishedAt: true } as const

const STATES: readonly InstallState[] = ['queued', 'running', 'done', 'failed']

function asJob({ id, input, state, progress, createdAt, finishedAt }: Row): InstallJob {
  const order = InstallOrder.parse(input)
  return {
    id,
    release: order.from === 'limits' ? null : order.release,
    effectiveFrom: order.from === 'limits' ? order.effectiveFrom : null,
    from: order.from === 'cms' ? 'cms' : 'upload',
    state: STATES.find((each) => each === state) ?? 'failed',
    progress,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }
}

export async function insertJob(tx: Tx, grant: Installer, input: InstallOrder): Promise<InstallJob> {
  const data = { kind: INSTALL_RELEASE, input, createdBy: ownerOf(grant) }
  return asJob(await tx.job.create({ data, select: JOB }))
}

/** The last jobs this administrator asked for, the newest first. */
export async function findJobs(tx: Tx, grant: Installer, most: number): Promise<readonly InstallJob[]> {
  const rows = await tx.job.findMany({
    where: { kind: INSTALL_RELEASE, createdBy: ownerOf(grant) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: most,
    select: JOB,
  })
  return rows.map(asJob)
}

/** Jobs of this administrator for the same thing that are not finished. */
export async function countOpenJobs(tx: Tx, grant: Installer, order: InstallOrder): Promise<number> {
  const same =
    order.from === 'limits'
      ? { path: ['effectiveFrom'], equals: order.effectiveFrom }
      : { path: ['release'], equals: order.release }
  return tx.job.count({
    where: {
      kind: INSTALL_RELEASE,
      createdBy: ownerOf(grant),
      state: { in: ['queued', 'running'] },
      input: same,
    },
  })
}

/** The files that the releases in use were read from. */
export async function findReleaseFiles(): Promise<readonly ReleaseFile[]> {
  const rows = await publicDb().release.findMany({
    where: { current: true },
    select: { releaseId: true, version: true, fileName: true, installedAt: true },
  })
  return rows.map(({ releaseId, installedAt, ...row }) => ({
    ...row,
    id: releaseId,
    installedAt: installedAt.toISOString(),
  }))
}
