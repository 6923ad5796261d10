import { z } from 'zod'
import { calendarDate } from '../../domain/shared/date'

export const INSTALL_RELEASE = 'install-release'

/** The largest release of CMS has 6 MB, a table of unit limits 1. */
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

/** The query of an upload: which release it is, or from when its unit limits count, where the name does not say. */
export const InstallUpload = z.strictObject({
  release: ReleaseId.optional(),
  effective: z.iso.date('Enter the first day as 2026-04-01.').transform(calendarDate).optional(),
})
export type InstallUpload = z.output<typeof InstallUpload>

/** A file that was sent is held by one folder, and only by the instances that have it. */
const SENT = { upload: z.uuid(), name: z.string(), sha256: z.string(), folder: z.string() }

/** What the job is given. */
export const InstallOrder = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('cms'), release: z.string(), acceptAmaLicense: z.literal(true) }),
  z.strictObject({ from: z.literal('upload'), release: z.string(), ...SENT }),
  z.strictObject({ from: z.literal('limits'), effectiveFrom: z.iso.date().transform(calendarDate), ...SENT }),
])
export type InstallOrder = z.output<typeof InstallOrder>

export type InstallState = 'queued' | 'running' | 'done' | 'failed'

/** A job as the administrator who asked for it sees it. */
export type InstallJob = {
  readonly id: string
  /** Null for unit limits. */
  readonly release: string | null
  /** The first day of unit limits; null for a release. */
  readonly effectiveFrom: string | null
  readonly from: 'cms' | 'upload'
  readonly state: InstallState
  /** While it runs how far it is, afterwards what was done or what is wrong. */
  readonly progress: string
  /** ISO instants. */
  readonly createdAt: string
  readonly finishedAt: string | null
}

/** A table of unit limits in use. */
export type LimitsFile = {
  readonly effectiveFrom: string
  readonly version: number
  readonly source: 'built-in' | 'official'
  readonly rows: number
  readonly fileName: string
}

/** What the list of releases does not say of one. */
export type ReleaseFile = {
  readonly id: string
  readonly version: number
  readonly fileName: string
  /** ISO instant. */
  readonly installedAt: string
}
