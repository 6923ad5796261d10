import { z } from 'zod'

/** A code and how many services of it Medicare paid for. */
const CodeUse = z.tuple([z.string().regex(/^[0-9A-Z]{5}$/), z.int().min(0)])
export type CodeUse = z.infer<typeof CodeUse>

/** By the names of content/specialties.json; the most used first. */
const SpecialtyUse = z.strictObject({ name: z.string().min(1), codes: z.array(CodeUse).min(1) })
export type SpecialtyUse = z.infer<typeof SpecialtyUse>

/** `content/use/medicare-services.json`: what Medicare Part B paid for, by `npm run reference:facts`. */
export const MedicareUseFile = z.strictObject({
  publisher: z.string().min(1),
  title: z.string().min(1),
  url: z.url(),
  license: z.string().min(1),
  caveat: z.string().min(1),
  /** Of `codes`: the 500 with most payments over these years. */
  years: z.string().regex(/^20\d\d-20\d\d$/),
  /** Of `specialties`: the 50 codes with most payments of each. */
  specialtyYear: z.int(),
  files: z.array(z.strictObject({ fileName: z.string().min(1), sha256: z.string().length(64) })),
  codes: z.array(CodeUse).min(1),
  specialties: z.array(SpecialtyUse).min(1),
})
export type MedicareUseFile = z.infer<typeof MedicareUseFile>
