import { z } from 'zod'

/** `content/schedule/anesthesia-base-units.json`: base units of each anesthesia code in one year, by `npm run reference:facts`. */
export const BaseUnitFile = z.strictObject({
  publisher: z.string().min(1),
  title: z.string().min(1),
  year: z.int(),
  fileName: z.string().min(1),
  sha256: z.string().length(64),
  units: z.record(z.string().regex(/^0\d{4}$/), z.int().min(0).max(50)),
})
export type BaseUnitFile = z.infer<typeof BaseUnitFile>
