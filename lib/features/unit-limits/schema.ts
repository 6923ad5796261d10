import { z } from 'zod'

/** One limit as content keeps it: code, units, and whether they count on a line or over a day. */
const RecordedLimit = z.tuple([z.string().length(5), z.int().min(0), z.enum(['line', 'day'])])
export type RecordedLimit = z.infer<typeof RecordedLimit>

/** `content/schedule/unit-limits.json`: what one quarter's table says of the authored codes, by `npm run catalog:facts`. */
export const RecordedUnitLimits = z.strictObject({
  publisher: z.string().min(1),
  title: z.string().min(1),
  effectiveFrom: z.iso.date(),
  /** The file the limits were read from, and its SHA-256. */
  fileName: z.string().min(1),
  sha256: z.string().length(64),
  limits: z.array(RecordedLimit).min(1),
})
export type RecordedUnitLimits = z.infer<typeof RecordedUnitLimits>
