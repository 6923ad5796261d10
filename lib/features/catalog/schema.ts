import { z } from 'zod'
import { CATEGORIES, kindOf, type CodeKind } from '../../domain/catalog/category'

/** A code as people type it: `s9451` and `S9451` are the same. What is no code at all is not found, with near matches. */
const code = z.string().trim().toUpperCase().max(40, 'A code has five characters, such as 99213 or S9451.')
const authoredCode = z.string().refine((text) => kindOf(text) !== null, 'Not a CPT or HCPCS Level II code.')

/** Plain text as it is shown: no blank ends, no double spaces, no line breaks. */
const words = z.string().regex(/^\S+( \S+)*$/, 'Leave one space between words and none at the ends.')

/** One code in content/codes: all in our own words. */
export const AuthoredCode = z.strictObject({
  code: authoredCode,
  title: words.max(80),
  synonyms: z.array(words.max(80)).min(1),
  description: words.max(400),
  plainLanguage: words.max(300),
  clinicalContext: words.max(500),
  billingNotes: z.array(words.max(400)).min(1),
  specialties: z.array(words.max(60)).min(1),
  faq: z.array(z.strictObject({ question: words.max(200), answer: words.max(500) })).min(1),
  related: z.array(z.strictObject({ code: authoredCode, reason: words.max(120) })),
})
export type AuthoredCode = z.infer<typeof AuthoredCode>

/** A file of content/codes. */
export const AuthoredFile = z.array(AuthoredCode)

const release = z
  .string()
  .regex(/^RVU\d{2}[A-D]R?$/i, 'Enter a release such as RVU26C.')
  .toUpperCase()

/** `GET /api/v1/codes`. `q` is whatever a physician would type. */
export const CodeQuery = z.strictObject({
  q: z.string().max(200).default(''),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
  category: z.enum(CATEGORIES.map(({ slug }) => slug)).optional(),
  specialty: z.string().max(80).optional(),
  /** One's own specialty: its codes come before others that fit about as well. */
  prefer: z.string().max(80).optional(),
  kind: z.enum(['cpt', 'hcpcs']).optional(),
})
export type CodeQuery = z.infer<typeof CodeQuery>

/** `GET /api/v1/codes/{code}`; without a release, the newest. */
export const CodeRequest = z.strictObject({ code, release: release.optional() })
export type CodeRequest = z.infer<typeof CodeRequest>

export type CodeCategory = { readonly slug: string; readonly name: string }

export type CodeItem = {
  readonly code: string
  readonly kind: CodeKind
  /** Ours; of a code that nobody described yet, that of CMS, or its family and that it is not described. */
  readonly title: string
  readonly category: CodeCategory
  /** Of the code's own row; of its professional part where it has no other. Null where CMS sets no value. */
  readonly workRvu: string | null
  readonly status: string | null
  readonly url: string
}

/** A release as lists name it; `official` where the whole file of CMS is installed. */
export type NamedRelease = { readonly id: string; readonly effectiveFrom: string; readonly official: boolean }

/** A link to a list of codes. */
export type HubLink = {
  readonly url: string
  readonly name: string
  /** How many are in it. */
  readonly codes: number
  /** Of the codes that have work; null where none has. */
  readonly medianWorkRvu: string | null
}

export type CodeList = { readonly items: readonly CodeItem[]; readonly nextCursor: string | null }

/** National payment of one row; null where there is no national amount. */
export type RowPayment = {
  readonly nonFacility: string | null
  readonly facility: string | null
  readonly nonFacilityQualifyingApm: string | null
  readonly facilityQualifyingApm: string | null
}

export type CodeRow = {
  readonly modifier: string
  readonly status: string
  readonly workRvu: string
  /** The next five and the payment: null in a release of which only work and indicators are held. */
  readonly nonFacilityPe: string | null
  readonly facilityPe: string | null
  readonly malpractice: string | null
  readonly nonFacilityTotal: string | null
  readonly facilityTotal: string | null
  readonly payment: RowPayment
  readonly pcTc: string
  readonly globalPeriod: string
  readonly preOp: string
  readonly intraOp: string
  readonly postOp: string
  readonly multipleProcedure: string
  readonly bilateral: string
  readonly assistant: string
  readonly coSurgeon: string
  readonly team: string
  readonly endoscopyBase: string
}

/** The words about a code; null or empty in a code that is not described, whose title says so. */
export type CodeWords = {
  readonly title: string
  readonly synonyms: readonly string[]
  readonly description: string | null
  readonly plainLanguage: string | null
  readonly clinicalContext: string | null
  readonly billingNotes: readonly string[]
  readonly specialties: readonly string[]
  readonly faq: readonly { readonly question: string; readonly answer: string }[]
}

/** What CMS publishes of a code of HCPCS Level II. Days are `YYYY-MM-DD`. */
export type OfficialDescriptor = {
  readonly short: string
  readonly long: string
  /** The last day of a code that was ended; null while it is in use. */
  readonly endsOn: string | null
}

export type CodeDetail = CodeWords & {
  readonly code: string
  readonly kind: CodeKind
  readonly category: CodeCategory
  readonly related: readonly { readonly code: string; readonly title: string; readonly reason: string }[]
  /** The release that the rows are of; null where none has the code. */
  readonly release: string | null
  readonly rows: readonly CodeRow[]
  readonly history: readonly { readonly release: string; readonly effectiveFrom: string; readonly workRvu: string }[]
  readonly categoryRank: {
    readonly rank: number
    readonly of: number
    readonly percentile: string
    readonly median: string
  } | null
  /** That change what the code pays or credits, by its own rows: what a calculator offers. */
  readonly modifiers: readonly { readonly code: string; readonly meaning: string }[]
  /** Place of service that a calculator starts with; null where no release has the code. */
  readonly usualPlace: string | null
  /** Null for CPT, and where the file of CMS is not installed. */
  readonly officialDescriptor: OfficialDescriptor | null
  readonly described: boolean
}

export type CodeCounts = {
  /** Described, or in any installed release. */
  readonly known: number
  readonly described: number
  readonly releasesInstalled: number
  /** The newest release of which the whole official file is installed; null where there is only the built-in catalog. */
  readonly newestOfficial: string | null
}
