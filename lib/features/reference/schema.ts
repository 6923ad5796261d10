import { z } from 'zod'
import type { BenchmarkTable } from '@/lib/domain/benchmark/table'
import type { Position } from '@/lib/domain/benchmark/position'
import type { Pace } from '@/lib/domain/pace/pace'
import type { CodeDetail, CodeList } from '../catalog/schema'
import type { ReleaseItem } from '../releases/schema'
import type { LocalityItem } from '../schedule/schema'

/** What the public reads of reference data answer; a test holds every answer against these. */
const text = z.string()
const maybe = z.string().nullable()
const count = z.int().min(0)
const category = z.object({ slug: text, name: text })
const kind = z.enum(['cpt', 'hcpcs'])
const nextCursor = maybe.meta({ description: 'Send it as cursor for the next page; null on the last.' })

export const HealthAnswer = z.object({
  status: z.literal('ok'),
  database: z.literal('ok'),
  release: maybe,
  version: text,
})

const Release = z
  .object({
    id: text.meta({ example: 'RVU25D' }),
    effectiveFrom: z.iso.date(),
    effectiveTo: z.iso.date().nullable(),
    conversionFactors: z.object({ standard: text, qualifyingApm: maybe }),
    rows: count,
    source: z.enum(['built-in', 'official']),
    sha256: text,
  })
  .meta({ id: 'Release' }) satisfies z.ZodType<ReleaseItem>
export const ReleasesAnswer = z.object({ items: z.array(Release) })

const Locality = z
  .object({
    carrier: text,
    locality: text,
    name: text,
    state: text,
    gpci: z.object({ work: text, practiceExpense: text, malpractice: text }),
  })
  .meta({ id: 'Locality' }) satisfies z.ZodType<LocalityItem>
export const LocalitiesAnswer = z.object({ items: z.array(Locality) })

const CodeSummary = z
  .object({ code: text, kind, title: text, category, workRvu: maybe, status: maybe, url: text })
  .meta({ id: 'CodeSummary' })
export const CodesAnswer = z.object({ items: z.array(CodeSummary), nextCursor }) satisfies z.ZodType<CodeList>

const Row = z.object({
  modifier: text,
  status: text,
  workRvu: text,
  nonFacilityPe: maybe,
  facilityPe: maybe,
  malpractice: maybe,
  nonFacilityTotal: maybe,
  facilityTotal: maybe,
  payment: z
    .object({
      nonFacility: maybe,
      facility: maybe,
      nonFacilityQualifyingApm: maybe,
      facilityQualifyingApm: maybe,
    })
    .meta({ description: 'National, in dollars; null where there is no national amount.' }),
  pcTc: text,
  globalPeriod: text,
  preOp: text,
  intraOp: text,
  postOp: text,
  multipleProcedure: text,
  bilateral: text,
  assistant: text,
  coSurgeon: text,
  team: text,
  endoscopyBase: text,
})

export const CodeAnswer = z
  .object({
    code: text,
    kind,
    title: text,
    category,
    synonyms: z.array(text),
    description: maybe,
    plainLanguage: maybe,
    clinicalContext: maybe,
    billingNotes: z.array(text),
    specialties: z.array(text),
    faq: z.array(z.object({ question: text, answer: text })),
    related: z.array(z.object({ code: text, title: text, reason: text })),
    release: maybe,
    rows: z.array(Row),
    history: z.array(z.object({ release: text, effectiveFrom: text, workRvu: text })),
    categoryRank: z.object({ rank: count, of: count, percentile: text, median: text }).nullable(),
    modifiers: z.array(z.object({ code: text, meaning: text })),
    usualPlace: maybe,
    officialDescriptor: z
      .object({ short: text, long: text, endsOn: maybe })
      .nullable()
      .meta({ description: 'What CMS publishes of a code of HCPCS Level II; null for CPT.' }),
    described: z.boolean(),
  })
  .meta({ id: 'Code' }) satisfies z.ZodType<CodeDetail>

const PercentilesAnswer = z
  .object({ p10: maybe, p25: maybe, p50: maybe, p75: maybe, p90: maybe })
  .meta({ description: 'Absent figures are null.' })

const Source = z.object({
  publisher: text,
  title: text,
  url: text,
  license: text,
  verified: z.boolean(),
  retrieved: maybe,
  caveats: z.array(text),
})

const Table = z
  .object({
    id: text,
    series: text,
    isDefault: z.boolean(),
    specialty: text,
    specialtyAsPublished: text,
    metric: text,
    metricName: text,
    basis: z.enum(['clinician', 'clinical-fte']),
    medicareOnly: z.boolean(),
    population: text,
    unit: text,
    year: z.int(),
    workValuesOf: z.int(),
    n: count.nullable(),
    percentiles: PercentilesAnswer,
    mean: maybe,
    coverage: z.object({ payments: text, services: text, meanScaledToAllPayments: text }).nullable(),
    caution: maybe,
    source: Source,
    method: text,
  })
  .meta({ id: 'BenchmarkTable' }) satisfies z.ZodType<BenchmarkTable>
export const BenchmarksAnswer = z.object({ items: z.array(Table), nextCursor })
export const BlendAnswer = z.object({ percentiles: PercentilesAnswer })

export const PositionAnswer = z.object({
  percentile: maybe.meta({ description: 'One decimal. With beyondTable it is for sorting only.' }),
  value: maybe,
  annualized: maybe,
  perClinicalFte: maybe,
  beyondTable: z.enum(['below', 'above']).nullable(),
  bound: maybe.meta({ description: 'Shown in place of the percentile beyond the table: "<10", ">90".' }),
  withheld: z.enum(['FTE_TOO_SMALL', 'TOO_FEW_DAYS']).nullable(),
}) satisfies z.ZodType<Position>

export const PaceAnswer = z.object({
  workingDaysElapsed: count,
  workingDaysInPeriod: count,
  annualized: maybe,
  expectedToDate: maybe,
  variance: maybe,
  pace: maybe,
}) satisfies z.ZodType<Pace>
