import type { CalendarDate } from '../../domain/shared/date'
import { effectiveDateOf, releaseInForceOn } from '../../domain/schedule/release-id'
import { now } from '../../server/clock'
import { sessionGrant } from '../../server/session'
import { listDownloads } from '../downloads/service'
import type { ReleaseItem } from '../releases/schema'
import { listReleases } from '../releases/service'
import { listUnitLimits } from '../unit-limits/service'
import type { InstallJob, LimitsFile, ReleaseFile } from './schema'
import { listInstalls } from './service'
import { findReleaseFiles } from './store'

export type InstalledItem = ReleaseItem & Omit<ReleaseFile, 'id'>

export type ReleaseOffice = {
  /** Newest first. */
  readonly installed: readonly InstalledItem[]
  /** Tables of unit limits, newest first. */
  readonly limits: readonly LimitsFile[]
  /** What CMS has in force today. */
  readonly inForce: { readonly id: string; readonly effectiveFrom: string; readonly isInstalled: boolean }
  /** The id of the release that a service of today takes. */
  readonly takenToday: string | null
  /** Releases with a known address that are not installed whole, newest first. */
  readonly offered: readonly { readonly id: string; readonly effectiveFrom: string }[]
  /** Newest first. */
  readonly jobs: readonly InstallJob[]
  /** Whether a job is under way, or ended so lately that an instance may not have noticed what it changed. */
  readonly moving: boolean
}

/** Instances notice within a second what another changed. */
const NOTICED_MS = 5_000

const isMoving = ({ finishedAt }: InstallJob): boolean =>
  finishedAt === null || now().getTime() - new Date(finishedAt).getTime() < NOTICED_MS

/** All that the page of releases shows; null for whoever may not install one. */
export async function loadReleaseOffice(today: CalendarDate): Promise<ReleaseOffice | null> {
  const granted = await sessionGrant('release:install')
  if (!granted.ok) return null
  const [listed, files, limits, jobs] = await Promise.all([
    listReleases(),
    findReleaseFiles(),
    listUnitLimits(),
    listInstalls(granted.value),
  ])
  const items = listed.ok ? listed.value.items : []
  const installed = items.flatMap((item) => {
    const file = files.find(({ id }) => id === item.id)
    return file ? [{ ...item, ...file }] : []
  })
  const whole = new Set(installed.filter(({ source }) => source === 'official').map(({ id }) => id))
  const id = releaseInForceOn(today)
  return {
    installed: installed.toReversed(),
    limits: limits.toReversed(),
    takenToday: installed.findLast(({ effectiveFrom }) => effectiveFrom <= today)?.id ?? null,
    inForce: { id, effectiveFrom: effectiveDateOf(id) ?? today, isInstalled: whole.has(id) },
    offered: listDownloads()
      .filter((download) => !whole.has(download.id))
      .toReversed(),
    jobs,
    moving: jobs.some(isMoving),
  }
}
