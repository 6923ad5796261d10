import { z } from 'zod'

/** One line of content/schedule/downloads.json: where CMS keeps a release. */
export const Download = z.strictObject({
  id: z.string().regex(/^RVU\d{2}[A-D]R?$/),
  effectiveFrom: z.iso.date(),
  url: z.url(),
  /** Of the zip, where it is known. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
})
export type Download = z.infer<typeof Download>
export const DownloadFile = z.array(Download).min(1)

/** The files hold CPT codes and descriptors of the AMA; the page of CMS asks for the license before it hands one out. */
export const FetchRelease = z.strictObject({
  release: z.string().trim().toUpperCase(),
  acceptAmaLicense: z.literal(true, { error: 'Accept the AMA license of the CMS page first.' }),
})
export type FetchRelease = z.infer<typeof FetchRelease>
