import { z } from 'zod'
import type { CalculatedCase } from '../../domain/crediting/case'
import { findIdentifiers } from '../../domain/privacy/identifier'
import { CalculatedCaseAnswer } from '../openapi/schema'

export const REPORT_CONTEXTS = ['calculator', 'case', 'code'] as const

const LONGEST_MESSAGE = 2_000
/** Two cases of thirty lines, each with everything that a line can say. */
const LONGEST_ADDRESS = 8_000

/** A path of this site with its query, in characters that need no escaping: it becomes a link. */
const Address = z
  .string()
  .max(LONGEST_ADDRESS, 'The address is too long.')
  .regex(/^\/(?![/\\])[\w\-./~*@!,=&?%:]*$/, 'Send the path and query of the page, as /calculator?case=47562.')

const Message = z
  .string({ error: 'Say what is wrong, and what it should be.' })
  .trim()
  .min(10, 'Say in a sentence what is wrong, and what it should be.')
  .max(LONGEST_MESSAGE, 'Use at most 2,000 characters.')
  .superRefine((text, context) => {
    const [found] = findIdentifiers(text)
    if (found) context.addIssue({ code: 'custom', message: found.message })
  })

/** `POST /api/v1/reports`: a number that somebody thinks is wrong, as they saw it. */
export const SendReport = z.strictObject({
  context: z.enum(REPORT_CONTEXTS),
  address: Address,
  message: Message,
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254, 'Enter an address of at most 254 characters.')
    .pipe(z.email('Enter a mail address such as name@hospital.org, or none.'))
    .optional(),
  /** As the interface answered it. */
  answer: CalculatedCaseAnswer,
  beside: CalculatedCaseAnswer.optional().meta({
    description: 'What was set beside it: the same case under another release, or another case.',
  }),
})
export type SendReport = z.output<typeof SendReport>

export const MarkReport = z.strictObject({ id: z.uuid('There is no such report.'), answered: z.boolean() })
export type MarkReport = z.output<typeof MarkReport>

/** Where a page of the list starts: the report before it. */
export const ReportCursor = z.uuid()

/** `47562-22, 49505`, credited and allowed as they saw it. */
export type SeenAnswer = {
  readonly lines: readonly string[]
  readonly release: string | null
  readonly creditedWorkRvu: string
  readonly allowed: string
}

/** A report as who runs the platform sees it. */
export type ReportItem = {
  readonly id: string
  /** ISO instant. */
  readonly createdAt: string
  readonly context: string
  readonly address: string
  readonly message: string
  readonly email: string | null
  readonly release: string | null
  readonly policy: string
  readonly seen: SeenAnswer
  /** What stood beside it; null where nothing did. */
  readonly beside: SeenAnswer | null
  readonly answeredAt: string | null
}

export type ReportPage = { readonly items: readonly ReportItem[]; readonly nextCursor: string | null }

/** A code whose page shows a number that somebody doubts: one unit of it, as that page values it. */
export type ReportedCode = {
  readonly code: string
  readonly title: string
  readonly url: string
  readonly answer: CalculatedCase
}
