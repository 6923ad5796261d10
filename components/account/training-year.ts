import type { Option } from '../ui/field'

/** Postgraduate years, as a choice. */
export const TRAINING_YEARS: readonly Option[] = Array.from({ length: 10 }, (_, at) => ({
  value: String(at + 1),
  label: `PGY-${at + 1}`,
}))
