import type { InstallJob } from '@/lib/features/installing/schema'
import { withDateWords } from '@/lib/format/date'

/** `RVU26D`, or `Unit limits of Apr 1, 2026`. */
export const installName = ({ release, effectiveFrom }: Pick<InstallJob, 'release' | 'effectiveFrom'>): string =>
  release ?? withDateWords(`Unit limits of ${effectiveFrom ?? ''}`)

/** A built-in release or table names the official file that its numbers were read from. */
export const sourceWords = (source: 'built-in' | 'official'): string =>
  source === 'official' ? 'Official file' : 'Built-in catalog, read from'
