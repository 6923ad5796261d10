import type { CalendarDate } from '../../lib/domain/shared/date'
import { ok, type Result } from '../../lib/domain/shared/result'
import { installDescriptors, type DescriptorReport } from '../../lib/features/hcpcs/service'
import { installRelease, type ImportReport } from '../../lib/features/releases/service'
import { installUnitLimits, type UnitLimitReport } from '../../lib/features/unit-limits/service'
import { systemGrant } from '../../lib/server/session'
import type { ReleasePath } from './release-paths'

export type Taken =
  | { readonly kind: 'release'; readonly report: ImportReport }
  | { readonly kind: 'unit-limits'; readonly report: UnitLimitReport }
  | { readonly kind: 'descriptors'; readonly report: DescriptorReport }

/** What the name of a file does not say. */
export type Stated = { readonly release: string | null; readonly effective: CalendarDate | null }

/** Installs a release, a table of unit limits or the descriptors of HCPCS, whichever the path holds. */
export async function take(each: ReleasePath, stated: Stated): Promise<Result<Taken>> {
  const grant = systemGrant('schedule:import')
  if (typeof each === 'string') {
    const limits = await installUnitLimits(grant, each, stated.effective)
    if (!limits.ok) return limits
    if (limits.value) return ok({ kind: 'unit-limits', report: limits.value })
    const descriptors = await installDescriptors(grant, each, stated.effective)
    if (!descriptors.ok) return descriptors
    if (descriptors.value) return ok({ kind: 'descriptors', report: descriptors.value })
  }
  const release = await installRelease(grant, each, stated.release)
  return release.ok ? ok({ kind: 'release', report: release.value }) : release
}
