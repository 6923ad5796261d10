import { z } from 'zod'
import { readDate, type CalendarDate } from '@/lib/domain/shared/date'
import { PRACTITIONERS, ROLES } from '@/lib/domain/crediting/case'
import { ENTERED_AMOUNT_SHAPE, ENTERED_WORK_SHAPE } from '@/lib/domain/crediting/entered-value'
import { POLICY_BASES, SPLIT_SHARED } from '@/lib/domain/crediting/policy'

export const DateOfService = z
  .string()
  .transform((text) => readDate(text))
  .refine((date): date is CalendarDate => date !== null, 'Write the date as YYYY-MM-DD, a day that exists.')
  .meta({ format: 'date' })

export const Code = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{5}$/, 'A code has five characters: 47562, G0105, 0075T.')

export const Modifier = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{2}$/, 'A modifier has two characters: 22, 50, LT.')

export const Units = z
  .number('Units are a whole number from 1 to 999.')
  .int('Units are a whole number from 1 to 999.')
  .min(1, 'Units are a whole number from 1 to 999.')
  .max(999, 'Units are a whole number from 1 to 999.')

export const PlaceOfService = z
  .string()
  .regex(/^\d{2}$/, 'A place of service has two digits: 11 office, 22 outpatient hospital.')

const Minutes = z.number().int('Minutes are a whole number.').min(0).max(6_000, 'Minutes are at most 6,000.').nullable()

/** What a line is worth that CMS sets no value for, of one unit (api.md, `MANUAL_VALUE`). */
export const ManualInput = z
  .strictObject({
    workRvu: z
      .string()
      .regex(ENTERED_WORK_SHAPE, 'A work RVU is a decimal number of at most two decimals, in quotes: "12.00".')
      .optional(),
    allowed: z
      .string()
      .regex(ENTERED_AMOUNT_SHAPE, 'An amount is dollars of at most two decimals, in quotes: "850.00".')
      .optional(),
    comparator: Code.optional(),
  })
  .refine(
    ({ workRvu, allowed, comparator }) => workRvu !== undefined || allowed !== undefined || comparator !== undefined,
    'Send a work RVU, an allowed amount or a comparable code; or leave it out.',
  )
  .meta({
    description:
      'For a line that CMS sets no value for. The work RVU has the factors of the modifiers; the amount is what the payer allowed, all of them in it. A comparable code gives its work and fee under the same rules; what is entered goes before it.',
  })

const LineInput = z.strictObject({
  id: z.string().min(1).max(64).optional(),
  code: Code,
  modifiers: z.array(Modifier).max(8, 'A line has at most eight modifiers.').default([]),
  units: Units.default(1),
  placeOfService: PlaceOfService.default('11'),
  dateOfService: DateOfService.optional(),
  minutes: Minutes.default(null),
  postoperativeDays: z.number().int().min(0).max(90).nullable().default(null),
  provider: z.enum(['self', 'other']).default('self'),
  manual: ManualInput.nullable().default(null),
  presentAtInduction: z.boolean().default(false).meta({ description: 'Of anesthesia under AD: one more base unit.' }),
})

const ReleaseId = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^RVU\d{2}[A-D]R?$/, 'A release is written like RVU26C.')

const CreditFactor = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,6})?$/, 'A factor is a decimal number of at most six decimals, in quotes: "0.16".')

/** A crediting policy as it is sent and stored; what is left out is as in its base. */
export const PolicyObject = z.strictObject({
  base: z.enum(POLICY_BASES).default('cms_adjusted'),
  factors: z.record(Modifier, CreditFactor).default({}),
  multipleProcedure: z.boolean().optional(),
  endoscopy: z.boolean().optional(),
  assistants: z.boolean().optional().meta({ description: 'False: 80, 81, 82, AS and the role of assistant credit 0.' }),
  splitShared: z
    .enum(SPLIT_SHARED)
    .optional()
    .meta({ description: 'What FS credits: all to who bills (biller), or half of it (half).' }),
  schedule: z.union([z.literal('by-date'), ReleaseId], 'Send by-date, or a release such as RVU24A.').default('by-date'),
})

/** `POST /api/v1/calculate`. */
export const CalculateInput = z.strictObject({
  release: ReleaseId.optional(),
  dateOfService: DateOfService.optional(),
  locality: z
    .strictObject({
      carrier: z.string().regex(/^\d{5}$/, 'A carrier has five digits: 10112. See /api/v1/localities.'),
      locality: z.string().regex(/^\d{2}$/, 'A locality has two digits: 00. See /api/v1/localities.'),
    })
    .nullable()
    .optional(),
  qualifyingApm: z.boolean().default(false),
  participating: z.boolean().default(true),
  practitioner: z.enum(PRACTITIONERS).default('physician'),
  role: z.enum(ROLES).default('attending'),
  policy: z
    .union([z.enum(POLICY_BASES), PolicyObject], `Send ${POLICY_BASES.join(', ')} or a policy object.`)
    .default('cms_adjusted'),
  lines: z.array(LineInput).min(1, 'Send at least one line.').max(200, 'Send at most 200 lines.'),
})
export type CalculateInput = z.output<typeof CalculateInput>
export type PolicyObject = z.output<typeof PolicyObject>

/** `GET /api/v1/localities`. */
export const LocalitiesInput = z.strictObject({
  release: ReleaseId.optional(),
  q: z.string().max(100).default('').meta({ description: 'Words of the name, a carrier, or a ZIP code.' }),
  zip: z
    .string()
    .trim()
    .regex(/^\d{5}$/, 'A ZIP code has five digits: 10021.')
    .optional()
    .meta({
      description: 'The locality that prices this ZIP code, as of late 2025; none for one that CMS does not list.',
    }),
  state: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'A state has two letters: NY.')
    .optional(),
})
export type LocalitiesInput = z.output<typeof LocalitiesInput>

export type LocalityItem = {
  readonly carrier: string
  readonly locality: string
  readonly name: string
  readonly state: string
  readonly gpci: { readonly work: string; readonly practiceExpense: string; readonly malpractice: string }
}
