import { z } from 'zod'
import {
  isKnownModifier,
  listedTwice,
  MOST_FACTORS,
  OWN_FACTOR_RULE,
  OWN_FACTOR_SHAPE,
  OWN_MODIFIER_RULE,
  TOO_MANY_FACTORS,
  withLeadingZero,
} from '../../domain/crediting/own-factor'
import { POLICY_BASES, type Policy, type PolicyBase } from '../../domain/crediting/policy'
import type { PolicyDifference } from '../../domain/crediting/policy-diff'
import type { PolicyTerms } from '../../domain/crediting/policy-on'
import { findIdentifiers } from '../../domain/privacy/identifier'
import type { CalendarDate } from '../../domain/shared/date'
import { DateOfService, Modifier } from '../schedule/schema'

/** Nothing of a patient gets into a text that is kept. */
const Text = z.string({ error: 'Write it as text.' }).trim().superRefine((text, context) => {
  const [identifier] = findIdentifiers(text)
  if (identifier) context.addIssue({ code: 'custom', message: identifier.message })
}) // prettier-ignore

const CreditFactor = z
  .string({ error: OWN_FACTOR_RULE })
  .trim()
  .regex(OWN_FACTOR_SHAPE, OWN_FACTOR_RULE)
  .transform(withLeadingZero)

const KnownModifier = Modifier.refine(isKnownModifier, OWN_MODIFIER_RULE)

const Factors = z
  .array(z.strictObject({ modifier: KnownModifier, factor: CreditFactor }))
  .max(MOST_FACTORS, TOO_MANY_FACTORS)
  .superRefine((rows, context) => {
    rows.forEach(({ modifier }, at) => {
      if (rows.findIndex((row) => row.modifier === modifier) === at) return
      context.addIssue({ code: 'custom', path: [at, 'modifier'], message: listedTwice(modifier) })
    })
  })
  .transform((rows) => Object.fromEntries(rows.map(({ modifier, factor }) => [modifier, factor])))

const Schedule = z.union(
  [
    z.literal('by-date'),
    z
      .string()
      .regex(/^RVU\d{2}[A-D]R?$/)
      .transform((release) => ({ release })),
  ],
  'Choose by date of service, or a release that is installed.',
)

const onOff = z.boolean({ error: 'Choose one of the two.' })

const version = {
  from: DateOfService,
  note: Text.pipe(z.string().max(200, 'Use at most 200 characters.')),
  base: z.enum(POLICY_BASES, { error: 'Choose a base of the list.' }),
  multipleProcedure: onOff,
  endoscopy: onOff,
  assistants: onOff,
  splitShared: z.enum(['biller', 'half'], { error: 'Choose one of the two.' }),
  schedule: Schedule,
  factors: Factors,
}

const Name = Text.pipe(z.string().min(1, 'Name the policy.').max(60, 'Use at most 60 characters.'))

/** A policy with its first version. */
export const CreatePolicy = z.strictObject({
  workplaceId: z.uuid('There is no such workplace.'),
  name: Name,
  ...version,
})
export type CreatePolicy = z.output<typeof CreatePolicy>

const PolicyId = z.uuid('There is no such policy.')

export const AddVersion = z.strictObject({ id: PolicyId, ...version })
export type AddVersion = z.output<typeof AddVersion>

export const NamePolicy = z.strictObject({ id: PolicyId })
export type NamePolicy = z.output<typeof NamePolicy>

/** Two versions to compare; 0 is the preset of the workplace, which counts before the first. */
export const CompareVersions = z.strictObject({
  id: PolicyId,
  before: z.coerce.number().int().min(0).max(100),
  after: z.coerce.number().int().min(0).max(100),
})
export type CompareVersions = z.output<typeof CompareVersions>

/** What was written. */
export type WrittenVersion = { readonly id: string; readonly version: number }

export type VersionRow = {
  readonly version: number
  readonly from: CalendarDate
  readonly terms: PolicyTerms
  readonly note: string
}

export type PolicyRow = {
  readonly id: string
  readonly workplaceId: string
  readonly name: string
  readonly archived: boolean
  /** By the day each counts from. */
  readonly versions: readonly VersionRow[]
}

/** What a workplace credits by: the policy in use, if any, those that were put away, and the preset under them. */
export type WorkplacePolicies = {
  /** Its name. */
  readonly workplace: string
  readonly preset: PolicyBase
  readonly inUse: PolicyRow | null
  readonly archived: readonly PolicyRow[]
}

/** Without a day: the preset, which counts before the first version. */
export type ComparedVersion = { readonly from: CalendarDate | null; readonly policy: Policy }

export type Comparison = {
  readonly before: ComparedVersion
  readonly after: ComparedVersion
  readonly differences: readonly PolicyDifference[]
}
