import { z } from 'zod'

export const INSTALL_RELEASE = 'install-release'

/** The largest release of CMS has 6 MB. */
export const LARGEST_UPLOAD = 20 * 1_048_576

const ReleaseId = z
  .string({ error: 'Choose a release.' })
  .trim()
  .toUpperCase()
  .regex(/^RVU\d{2}[A-D]R?$/, 'Enter the release as CMS names it, for example RVU26D.')

export const InstallFromCms = z.strictObject({
  release: ReleaseId,
  acceptAmaLicense: z.literal('yes', {
    error: 'Read the license on the CMS page and accept it here; CMS asks for it before each download.',
  }),
})
export type InstallFromCms = z.output<typeof InstallFromCms>

/** The query of an upload: which release it is, where the name of the file does not say. */
export const InstallUpload = z.strictObject({ release: ReleaseId.optional() })
export type InstallUpload = z.output<typeof InstallUpload>

/** What the job is given. A file that was sent is held by one folder, and only by the instances that have it. */
export const InstallOrder = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('cms'), release: z.string(), acceptAmaLicense: z.literal(true) }),
  z.strictObject({
    from: z.literal('upload'),
    release: z.string(),
    upload: z.uuid(),
    name: z.string(),
    sha256: z.string(),
    folder: z.string(),
  }),
])
export type InstallOrder = z.output<typeof InstallOrder>

export type InstallState = 'queued' | 'running' | 'done' | 'failed'

/** A job as the administrator who asked for it sees it. */
export type InstallJob = {
  readonly id: string
  readonly release: string
  readonly from: 'cms' | 'upload'
  readonly state: InstallState
  /** While it runs how far it is, afterwards what was done or what is wrong. */
  readonly progress: string
  /** ISO instants. */
  readonly createdAt: string
  readonly finishedAt: string | null
}

/** What the list of releases does not say of one. */
export type ReleaseFile = {
  readonly id: string
  readonly version: number
  readonly fileName: string
  /** ISO instant. */
  readonly installedAt: string
}
