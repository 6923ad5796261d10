import { z } from 'zod'
import type { TimeAnswer } from '@/lib/domain/crediting/time'
import type { CaseItem, CasePage } from '../cases/schema'
import type { KeyPage, KeyRow, NewKey } from '../keys/schema'
import type { ParseAnswer, Preview } from '../quick-log/schema'
import { ManualInput } from '../schedule/schema'
import { ROLES, type CalculatedCase, type CalculatedLine } from '@/lib/domain/crediting/case'
import type { AnesthesiaUnits } from '../time/schema'
import type { Summary } from '../dashboard/schema'

/** What the interface answers; a test holds every answer against these. Amounts are decimal text. */
const amount = (words: string) => z.string().meta({ description: words, example: '10.47' })
const dollars = z.string().meta({ description: 'Dollars, two decimals.', example: '583.32' })
const work = amount('Work RVUs as published, two decimals.')
const credited = z.string().meta({ description: 'Credited work RVUs, four decimals.', example: '10.4700' })
const date = z.iso.date()
const count = z.int().min(0)

/** RFC 9457. */
export const ProblemAnswer = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What is wrong and how to mend it, in a sentence.' }),
    errors: z.array(
      z.object({
        path: z
          .string()
          .meta({ description: 'The field, dotted; empty for the whole request.', example: 'lines.0.code' }),
        code: z.string(),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: 'Problem' })

const FLAGS = ['OPPS_CAPPED', 'BY_REPORT', 'BY_REPORT_INCREASE_POSSIBLE', 'CONTRACTOR_PRICED', 'RVU_NOT_USED_FOR_MEDICARE',
  'NOT_PAYABLE', 'NEEDS_DOCUMENTATION', 'BUNDLED_SAME_DAY', 'MODIFIER_NOT_VALID_FOR_CODE', 'MODIFIERS_CONFLICT',
  'MODIFIER_UNKNOWN', 'IN_GLOBAL', 'GLOBAL_NEEDS_57', 'UNITS_ABOVE_MUE', 'ADD_ON_WITHOUT_PRIMARY',
  'RARELY_NON_FACILITY', 'CODE_UNKNOWN', 'CODE_NOT_IN_RELEASE', 'MANUAL_VALUE'] as const // prettier-ignore

const Step = z.object({
  measure: z.enum(['payment', 'credit']),
  rule: z.string(),
  factor: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  reason: z.string(),
  citation: z.string(),
})

const Component = z.union([
  z.object({ component: z.enum(['26', 'TC']), fee: dollars, factor: z.string(), allowed: dollars.nullable() }),
  z.object({ unit: count, rule: z.string(), allowed: dollars.nullable() }),
])

const asaUnits = z.string().meta({ description: 'Anesthesia units, one decimal.', example: '12.3' })
const AnesthesiaOfLine = z
  .object({ baseUnits: count, timeUnits: asaUnits, units: asaUnits })
  .meta({ description: 'Of an anesthesia line whose minutes and base units are known; never work RVUs.' })

const CalculatedLineFields = z.object({
  id: z.string(),
  code: z.string(),
  modifiers: z.array(z.string()),
  units: count,
  row: z.object({ code: z.string(), modifier: z.string().nullable() }).nullable(),
  valid: z.boolean(),
  payable: z.boolean().meta({ description: 'True only where allowed is above zero.' }),
  setting: z.enum(['facility', 'nonfacility']),
  status: z.string().nullable(),
  release: z.string().nullable(),
  conversionFactor: z.string().nullable(),
  rvu: z
    .object({ work, practiceExpense: work.nullable(), malpractice: work.nullable(), total: work.nullable() })
    .nullable()
    .meta({ description: 'Of one unit of the row used.' }),
  feeSchedule: dollars.nullable(),
  allowed: dollars.nullable().meta({
    description:
      'The amount after all rules: null where there is no national amount, "0.00" where Medicare bundles or denies it.',
  }),
  limitingCharge: dollars.nullable().meta({
    description: 'The most that a clinician who does not participate may charge; null for all others.',
  }),
  workRvu: work.nullable(),
  creditedWorkRvu: credited.nullable(),
  trainingWorkRvu: credited.nullable(),
  anesthesia: AnesthesiaOfLine.nullable(),
  factor: z.string(),
  flags: z.array(z.enum(FLAGS)),
  components: z.array(Component),
  steps: z.array(Step),
}) satisfies z.ZodType<CalculatedLine>

const Warnings = z.array(
  z.object({
    code: z.enum(['NEWER_QUARTER_NOT_INSTALLED', 'LINES_NOT_PRICED', 'PAYMENT_NEEDS_RELEASE']),
    message: z.string(),
  }),
)

const sums = { allowed: dollars, workRvu: work, creditedWorkRvu: credited }
const CaseTotals = z.object({
  ...sums,
  limitingCharge: dollars.nullable(),
  asaUnits,
  postoperativeVisits: count.meta({ description: 'Visits after surgery, 99024: they carry no value and are counted.' }),
  manual: z
    .object({ ...sums, lines: count })
    .meta({ description: 'Values entered by hand, which are in no other total.' }),
})

export const CalculatedCaseAnswer = z
  .object({
    release: z.string().nullable(),
    conversionFactor: z.string().nullable(),
    policy: z.string(),
    lines: z.array(CalculatedLineFields.meta({ id: 'CalculatedLine' })),
    totals: CaseTotals,
    warnings: Warnings,
  })
  .meta({ id: 'CalculatedCase' }) satisfies z.ZodType<CalculatedCase>

export const CaseAnswer = z
  .object({
    id: z.uuid(),
    dateOfService: date,
    placeOfService: z.string(),
    role: z.string(),
    workplaceId: z.uuid(),
    payer: z.string(),
    label: z.string(),
    minutes: count.nullable(),
    sample: z.boolean(),
    policy: z.string(),
    lines: z.array(
      CalculatedLineFields.extend({ postoperativeDays: count.nullable(), manual: ManualInput.nullable() }).meta({
        id: 'CaseLine',
      }),
    ),
    totals: z.object({
      allowed: dollars,
      workRvu: work,
      creditedWorkRvu: credited,
      trainingWorkRvu: credited,
      manual: CaseTotals.shape.manual,
    }),
    warnings: Warnings,
    loggedAt: z.iso.datetime(),
    version: count.meta({ description: 'Send it as If-Match to change or delete the case.' }),
  })
  .meta({ id: 'Case' }) satisfies z.ZodType<CaseItem>

const nextCursor = z.string().nullable().meta({ description: 'Send it as cursor for the next page; null on the last.' })

export const CasePageAnswer = z.object({ items: z.array(CaseAnswer), nextCursor }) satisfies z.ZodType<CasePage>
export const CasesAnswer = z.object({ items: z.array(CaseAnswer) })
export const DeletedAnswer = z.object({ deleted: count })
export const RestoredAnswer = z.object({ restored: count })

const span = { start: count, end: count }
const Unparsed = z.array(z.object({ text: z.string(), ...span, candidates: z.array(z.string()).optional() }))
const ParsedLine = z.object({
  code: z.string(),
  modifiers: z.array(z.string()),
  units: z.int(),
  dateOfService: z.string(),
  known: z.boolean(),
  text: z.object(span).meta({ description: 'UTF-16 offsets; the end is exclusive.' }),
  issues: z.array(z.object({ code: z.string(), message: z.string() })),
  caseIndex: count,
  placeOfService: z.string().optional(),
  role: z.enum(ROLES).optional(),
  payer: z.enum(['medicare', 'other']).optional(),
})
export const ParseReply = z.object({ lines: z.array(ParsedLine), unparsed: Unparsed })
type Loose<T> = { [K in keyof T]: unknown }
ParseReply satisfies z.ZodType<Loose<ParseAnswer>>

const PreviewedCase = z.object({
  dateOfService: z.string(),
  placeOfService: z.string(),
  role: z.string(),
  payer: z.enum(['medicare', 'other']),
  policy: z.string().meta({ description: 'A preset by its key, any other by name and version.' }),
  lines: z.array(CalculatedLineFields.extend({ title: z.string().nullable(), start: count })),
  creditedWorkRvu: credited,
  workRvu: work,
  warnings: Warnings,
  problems: z.array(z.string()).meta({ description: 'Why it cannot be saved as typed; empty when it can.' }),
})
export const PreviewReply = ParseReply.extend({
  cases: z.array(PreviewedCase),
  totals: z.object({ workRvu: work, creditedWorkRvu: credited, trainingWorkRvu: credited }),
  policy: z.string().meta({ description: 'That of today.' }),
  workplaceId: z.string(),
  known: z.object({ codes: count, official: z.boolean(), newest: z.string().nullable() }),
})
PreviewReply satisfies z.ZodType<Loose<Preview>>

const Units = z.record(z.string(), count).meta({
  description: 'Units by code; of therapy without codes under the name units.',
  example: { '99291': 1, '99292': 2 },
})
export const TimeReply = z.union([
  z.object({ cms: Units, cpt: Units }),
  z.object({ timeUnits: z.string(), units: z.string(), allowed: dollars }),
]) satisfies z.ZodType<TimeAnswer | AnesthesiaUnits>

const KeyFields = z.object({
  id: z.uuid(),
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(z.enum(['cases:read', 'cases:write', 'profile:read'])),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable().meta({ description: 'At most an hour behind; null before the first use.' }),
}) satisfies z.ZodType<KeyRow>
export const KeyPageAnswer = z.object({ items: z.array(KeyFields), nextCursor }) satisfies z.ZodType<KeyPage>
export const NewKeyAnswer = KeyFields.extend({
  key: z.string().meta({ description: 'Told this once; only its hash is kept.' }),
}) satisfies z.ZodType<NewKey>

const Sums = {
  workRvu: work,
  creditedWorkRvu: credited,
  trainingWorkRvu: credited,
  cases: count,
  lines: count,
  manual: z
    .object({ lines: count, workRvu: work, creditedWorkRvu: credited, trainingWorkRvu: credited })
    .meta({ description: 'Of lines with values entered by hand; in none of the other sums.' }),
}
export const SummaryAnswer = z.object({
  items: z.array(z.object({ key: z.string(), ...Sums })),
  totals: z.object(Sums),
  sample: z.boolean().meta({ description: 'True while these are sample cases.' }),
}) satisfies z.ZodType<Summary>

/** `POST /reports`. */
export const ReportSent = z.object({ id: z.uuid() })
