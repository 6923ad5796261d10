import { z } from 'zod'
import {
  ROLES,
  type CalculatedLine,
  type CaseTotals,
  type ManualValue,
  type Warning,
} from '@/lib/domain/crediting/case'
import { Code, DateOfService, ManualInput, Modifier, PlaceOfService, Units } from '../schedule/schema'

// In one case throughout: Postgres answers ids in lower case.
const Id = z.uuid('An id is a UUID made by the client.').toLowerCase()

const CaseLineInput = z.strictObject({
  code: Code,
  modifiers: z.array(Modifier).max(8, 'A line has at most eight modifiers.').default([]),
  units: Units.default(1),
  postoperativeDays: z.number().int().min(0).max(90).nullable().default(null),
  manual: ManualInput.nullable().default(null),
})
export type CaseLineInput = z.output<typeof CaseLineInput>

const fields = {
  dateOfService: DateOfService,
  placeOfService: PlaceOfService,
  role: z.enum(ROLES),
  workplaceId: Id,
  payer: z.enum(['medicare', 'other']),
  label: z
    .string()
    .trim()
    .max(40, 'A label has at most 40 characters.')
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'A label is one line of plain text. Remove what cannot be printed.'),
  minutes: z.number().int().min(0).max(6_000, 'Minutes are at most 6,000.').nullable(),
  lines: z.array(CaseLineInput).min(1, 'A case has at least one line.').max(50, 'A case has at most 50 lines.'),
}

/** A case as sent: what is left out comes from the profile and the workplace. */
export const LogCase = z.strictObject({
  id: Id.optional(),
  dateOfService: fields.dateOfService,
  placeOfService: fields.placeOfService.optional(),
  role: fields.role.optional(),
  workplaceId: fields.workplaceId.optional(),
  payer: fields.payer.default('other'),
  label: fields.label.default(''),
  minutes: fields.minutes.default(null),
  lines: fields.lines,
})
export type LogCase = z.output<typeof LogCase>

const ID_TWICE = 'This id is in the batch twice. Give every case an id of its own.'

export const LogCases = z.strictObject({
  cases: z
    .array(LogCase.extend({ id: Id }))
    .min(1, 'Send at least one case.')
    .max(500, 'Send at most 500 cases at a time.')
    .superRefine((cases, { addIssue }) => {
      const seen = new Set<string>()
      for (const [index, { id }] of cases.entries()) {
        if (seen.has(id)) addIssue({ code: 'custom', path: [index, 'id'], message: ID_TWICE })
        seen.add(id)
      }
    }),
})
export type LogCases = z.output<typeof LogCases>

const Version = z.coerce.number().int().min(1)

export const ChangeCase = z.strictObject({
  id: Id,
  version: Version,
  dateOfService: fields.dateOfService.optional(),
  placeOfService: fields.placeOfService.optional(),
  role: fields.role.optional(),
  workplaceId: fields.workplaceId.optional(),
  payer: fields.payer.optional(),
  label: fields.label.optional(),
  minutes: fields.minutes.optional(),
  lines: fields.lines.optional(),
})
export type ChangeCase = z.output<typeof ChangeCase>

export const CaseById = z.strictObject({ id: Id })
export type CaseById = z.output<typeof CaseById>

export const DeleteCase = z.strictObject({ id: Id, version: Version })
export type DeleteCase = z.output<typeof DeleteCase>

export const CaseIds = z.strictObject({ ids: z.array(Id).min(1).max(500) })
export type CaseIds = z.output<typeof CaseIds>

export const ListCases = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100, 'A page has at most 100 items.').default(20),
  cursor: z.string().max(200).optional(),
  from: DateOfService.optional(),
  to: DateOfService.optional(),
  code: Code.optional(),
})
export type ListCases = z.output<typeof ListCases>

export const Nothing = z.strictObject({})

/** A case as every answer gives it: what was entered, and what was calculated when it was saved. */
export type CaseItem = {
  readonly id: string
  readonly dateOfService: string
  readonly placeOfService: string
  readonly role: string
  readonly workplaceId: string
  readonly payer: string
  readonly label: string
  readonly minutes: number | null
  readonly sample: boolean
  /** ISO instant. */
  readonly loggedAt: string
  readonly policy: string
  readonly lines: readonly (CalculatedLine & {
    readonly postoperativeDays: number | null
    readonly manual: ManualValue | null
  })[]
  readonly totals: {
    readonly allowed: string
    readonly workRvu: string
    readonly creditedWorkRvu: string
    readonly trainingWorkRvu: string
    /** Of the lines with values entered by hand, which are in none of the others. */
    readonly manual: CaseTotals['manual']
  }
  readonly warnings: readonly Warning[]
  readonly version: number
}

export type CasePage = { readonly items: readonly CaseItem[]; readonly nextCursor: string | null }
