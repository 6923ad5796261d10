import { z } from 'zod'
import { ANCHORS, readCurve, type Percentiles } from '../../domain/benchmark/curve'
import type { BenchmarkFile, BenchmarkTable } from '../../domain/benchmark/table'
import { readDate, type CalendarDate } from '../../domain/shared/date'
import type { SpecialtyList } from '../../domain/shared/specialty'

const text = z.string().min(1)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
/** A decimal amount of 0 or more; at most 12 digits before the point and 6 after. */
const amount = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/, 'Enter a number such as 6100 or 6100.50, as text.')
const date = z
  .string()
  .refine((value) => readDate(value) !== null, 'Enter a date as YYYY-MM-DD.')
  .transform((value) => value as CalendarDate)

const PercentilesInput = z.strictObject({
  p10: amount.nullable().default(null),
  p25: amount.nullable().default(null),
  p50: amount.nullable().default(null),
  p75: amount.nullable().default(null),
  p90: amount.nullable().default(null),
})

const period = { from: date.optional(), to: date.optional(), asOf: date.optional() }

/**
 * `POST /api/v1/benchmarks/position`: a table by id or by its percentiles, and a value or a percentile. `from` comes
 * with `to` or `asOf`; `asOf` alone counts from January 1; a value without any of them is a year's.
 */
export const PositionInput = z
  .strictObject({
    tableId: text.optional(),
    percentiles: PercentilesInput.optional(),
    value: z
      .string()
      .regex(/^-?\d{1,12}(\.\d{1,6})?$/, 'Enter a number such as 6100 or 6100.50, as text.')
      .optional(),
    percentile: amount.optional(),
    clinicalFte: amount.optional(),
    ...period,
  })
  .refine((input) => (input.tableId === undefined) !== (input.percentiles === undefined), {
    path: ['tableId'],
    message: 'Give a tableId or percentiles, one of the two.',
  })
  .refine((input) => (input.value === undefined) !== (input.percentile === undefined), {
    path: ['value'],
    message: 'Give a value or a percentile, one of the two.',
  })
  .refine((input) => input.to === undefined || input.from !== undefined, {
    path: ['from'],
    message: 'Give from together with to.',
  })
  .refine((input) => input.from === undefined || input.to !== undefined || input.asOf !== undefined, {
    path: ['asOf'],
    message: 'Give to or asOf together with from.',
  })
export type PositionInput = z.infer<typeof PositionInput>

/** `POST /api/v1/benchmarks/blend`: shares that add up to 1. */
export const BlendInput = z.strictObject({
  parts: z
    .array(z.strictObject({ share: amount, percentiles: PercentilesInput }))
    .min(1)
    .max(20),
})
export type BlendInput = z.infer<typeof BlendInput>

/** `GET /api/v1/benchmarks`: every filter is optional. `population` matches a part of the population's words. */
export const BenchmarkQuery = z.strictObject({
  specialty: text.optional(),
  metric: text.optional(),
  population: text.optional(),
})
export type BenchmarkQuery = z.infer<typeof BenchmarkQuery>

export const ListBenchmarks = BenchmarkQuery.extend({
  limit: z.coerce.number().int().min(1).max(100, 'A page has at most 100 items.').default(20),
  cursor: z.string().max(200).optional(),
})
export type ListBenchmarks = z.output<typeof ListBenchmarks>

/** What `GET /api/v1/benchmarks` returns of a table. */
export type BenchmarkTableRow = BenchmarkTable

/** `POST /api/v1/pace`: a calendar year, or a period of one's own. Time off is left out only where it is given. */
export const PaceInput = z
  .strictObject({
    workRvuToDate: amount,
    asOf: date,
    year: z.int().min(2000).max(2100).optional(),
    from: date.optional(),
    to: date.optional(),
    annualTarget: amount.optional(),
    clinicalFte: amount.optional(),
    holidays: z.literal('us-federal').default('us-federal'),
    timeOff: z
      .array(z.strictObject({ from: date, to: date }))
      .max(400)
      .default([]),
  })
  .refine((input) => (input.from === undefined) === (input.to === undefined), {
    path: ['to'],
    message: 'Give from and to together.',
  })
  .refine((input) => (input.year === undefined) !== (input.from === undefined), {
    path: ['year'],
    message: 'Give a year, or from and to.',
  })
export type PaceInput = z.infer<typeof PaceInput>

const Source = z.strictObject({
  publisher: text,
  title: text,
  url: z.url(),
  license: text,
  verified: z.boolean(),
  retrieved: date.nullable(),
  caveats: z.array(text).min(1),
})

const risesOrAbsent = (given: readonly (string | null)[] | null): boolean => {
  if (given === null) return true
  const percentiles = Object.fromEntries(ANCHORS.map((key, index) => [key, given[index] ?? null]))
  return readCurve(percentiles as Percentiles).ok
}

const Row = z.strictObject({
  specialty: text,
  n: z.int().min(1).nullable(),
  percentiles: z.array(amount.nullable()).length(ANCHORS.length).nullable().refine(risesOrAbsent, 'Percentiles fall.'),
  mean: amount.nullable(),
  coverage: z.strictObject({ payments: amount, services: amount, meanScaledToAllPayments: amount }).nullable(),
  caution: text.nullable(),
})

/** A file of content/benchmarks. */
export const BenchmarkFileSchema: z.ZodType<BenchmarkFile> = z.strictObject({
  source: Source,
  metric: slug,
  metricName: text,
  basis: z.enum(['clinician', 'clinical-fte']),
  medicareOnly: z.boolean(),
  method: text,
  series: z.array(
    z.strictObject({
      id: slug,
      isDefault: z.boolean(),
      population: text,
      unit: text,
      year: z.int(),
      workValuesOf: z.int(),
      rows: z.array(Row).min(1),
    }),
  ),
})

/** content/specialties.json: every alias and parent names a specialty of the same file. */
export const SpecialtiesFileSchema = z
  .strictObject({
    source: z.strictObject({
      publisher: text,
      title: text,
      url: z.url(),
      license: text,
      caveat: text,
      retrieved: date.nullable(),
    }),
    specialties: z.array(
      z.strictObject({
        slug,
        name: text,
        cmsCode: z
          .string()
          .regex(/^[A-Z0-9]{2}$/)
          .nullable(),
        nuccCode: z
          .string()
          .regex(/^[0-9A-Z]{9}X$/)
          .nullable(),
        trainingYears: z.strictObject({ from: z.int().min(1), to: z.int().max(7) }).nullable(),
        trainingKind: z.enum(['residency', 'fellowship']).nullable(),
        trainingNote: text.nullable(),
        parents: z.array(slug),
      }),
    ),
    aliases: z.record(text, slug),
  })
  .refine(
    ({ specialties, aliases }) => {
      const slugs = new Set(specialties.map((specialty) => specialty.slug))
      const named = [...Object.values(aliases), ...specialties.flatMap(({ parents }) => parents)]
      return slugs.size === specialties.length && named.every((name) => slugs.has(name))
    },
    { message: 'A slug is used twice, or an alias or parent names no specialty.' },
  ) satisfies z.ZodType<SpecialtyList>
