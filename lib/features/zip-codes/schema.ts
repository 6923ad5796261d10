import { z } from 'zod'

const ZipArea = z.strictObject({
  state: z.string().regex(/^[A-Z]{2}$/),
  carrier: z.string().regex(/^\d{5}$/),
  locality: z.string().regex(/^\d{2}$/),
  /** Ranges and single ZIP codes, in order. */
  zips: z.string().regex(/^\d{5}(-\d{5})?( \d{5}(-\d{5})?)*$/),
})

/** `content/schedule/zip-localities.json`: the ZIP codes of each locality in one quarter, by `npm run reference:facts`. */
export const ZipLocalityFile = z.strictObject({
  publisher: z.string().min(1),
  title: z.string().min(1),
  /** `2025 Q4`. */
  quarter: z.string().regex(/^20\d\d Q[1-4]$/),
  fileName: z.string().min(1),
  sha256: z.string().length(64),
  areas: z.array(ZipArea).min(1),
})
export type ZipLocalityFile = z.infer<typeof ZipLocalityFile>
