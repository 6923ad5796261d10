import type { CalendarDate } from '../shared/date'
import { ok, refuse, type Result } from '../shared/result'
import { quarterEndOf } from './calendar'
import type { Release } from './release'

export type ChosenRelease = {
  readonly release: Release
  /** The date is past the quarter of the release: a newer one exists or will, and is not installed. */
  readonly newerQuarterMissing: boolean
}

/** True when `a` takes the place of `b`: later in force, then the official file, then the newer cut of it. */
function supersedes(a: Release, b: Release): boolean {
  if (a.effectiveFrom !== b.effectiveFrom) return a.effectiveFrom > b.effectiveFrom
  if (a.source !== b.source) return a.source === 'official'
  return a.version > b.version
}

/** True where the date lies after the quarter that the release was published for. */
export function isPastQuarter(releaseId: string, date: CalendarDate): boolean {
  const end = quarterEndOf(releaseId)
  return end !== null && date > end
}

/**
 * The release that a date of service takes: the greatest effective date that is not after it, never a later one
 * (domain A5). Refuses with NO_RELEASE_FOR_DATE where the date is before the first installed release.
 */
export function chooseRelease(releases: readonly Release[], date: CalendarDate): Result<ChosenRelease> {
  let chosen: Release | null = null
  for (const release of releases) {
    if (release.effectiveFrom > date) continue
    if (chosen === null || supersedes(release, chosen)) chosen = release
  }
  if (chosen === null) {
    return refuse(
      'NO_RELEASE_FOR_DATE',
      `No installed release was in force on ${date}. Install one, or correct the date.`,
    )
  }
  return ok({ release: chosen, newerQuarterMissing: isPastQuarter(chosen.id, date) })
}
