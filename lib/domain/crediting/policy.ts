/** How an employer turns lines into credited work RVUs (domain C1). Presets are names; a custom one is an object. */
export const POLICY_BASES = ['cms_adjusted', 'partial', 'unadjusted'] as const
export type PolicyBase = (typeof POLICY_BASES)[number]

export const SPLIT_SHARED = ['biller', 'half'] as const
export type SplitShared = (typeof SPLIT_SHARED)[number]

export type Policy = {
  /** Shown with every number: `CMS adjusted`, `Partial`, `Unadjusted`, or the custom policy's name. */
  readonly name: string
  readonly base: PolicyBase
  /** Credit factor by modifier that replaces the base's own, as decimal text. */
  readonly factors: Readonly<Record<string, string>>
  readonly multipleProcedure: boolean
  readonly endoscopy: boolean
  /** False: assistants at surgery are credited nothing, by modifier or by role. */
  readonly assistants: boolean
  /** What FS credits: the whole visit to who bills it, or half of it because the other clinician has the other half. */
  readonly splitShared: SplitShared
  /** Which work RVUs count: those of the date of service, or of one frozen release. Payment always goes by date. */
  readonly schedule: 'by-date' | { readonly release: string }
}

const preset = (base: PolicyBase, name: string, reduces: boolean): Policy => ({
  name,
  base,
  factors: {},
  multipleProcedure: reduces,
  endoscopy: reduces,
  assistants: true,
  splitShared: 'biller',
  schedule: 'by-date',
})

export const POLICY_PRESETS: Readonly<Record<PolicyBase, Policy>> = {
  cms_adjusted: preset('cms_adjusted', 'CMS adjusted', true),
  partial: preset('partial', 'Partial', false),
  unadjusted: preset('unadjusted', 'Unadjusted', false),
}
