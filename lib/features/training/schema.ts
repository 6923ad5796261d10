import { z } from 'zod'
import { TRAINING_ROLES, type NationalFigure, type RequirementFile } from '../../domain/training/requirement'

const text = z.string().min(1)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const amount = z.string().regex(/^\d+(\.\d+)?$/)
const code = z.string().regex(/^[A-Z0-9]{5}$/)
const verification = z.enum(['read', 'partly', 'not-read'])

const Source = z.strictObject({
  id: slug,
  authority: text,
  title: text,
  url: z.url().nullable(),
  year: z.int().min(1980).max(2100).nullable(),
  effective: text.nullable(),
  superseded: z.boolean(),
  verified: verification,
  note: text.nullable(),
})

const CategorySchema = z.strictObject({
  slug,
  name: text,
  minimum: z.int().min(0),
  parent: slug.nullable(),
  kind: z.enum(['case', 'managed', 'total']),
  inTotals: z.boolean(),
  roles: z.array(z.enum(TRAINING_ROLES)).min(1),
  pathway: slug.nullable(),
  source: slug,
})

const Codes = z
  .strictObject({ from: code, to: code, primary: slug.nullable(), alongside: z.array(slug) })
  .refine(({ from, to }) => from <= to, 'The range ends before it begins.')

const Specialty = z
  .strictObject({
    specialty: text,
    program: z.enum(['residency', 'fellowship']),
    roleRule: text.nullable(),
    severalCreditsPerCase: z.boolean(),
    note: text.nullable(),
    pathways: z.array(z.strictObject({ slug, name: text, kind: z.enum(['pathway', 'program']) })),
    categories: z.array(CategorySchema).min(1),
    codes: z.array(Codes),
    codesVerified: verification,
  })
  .refine(
    ({ categories }) => new Set(categories.map((category) => category.slug)).size === categories.length,
    'A category is listed twice.',
  )
  .refine(({ categories, codes, pathways }) => {
    const known = new Set(categories.map((category) => category.slug))
    const named = [
      ...categories.flatMap(({ parent }) => (parent === null ? [] : [parent])),
      ...codes.flatMap(({ primary, alongside }) => [...(primary === null ? [] : [primary]), ...alongside]),
    ]
    const ways = new Set(pathways.map((pathway) => pathway.slug))
    return named.every((name) => known.has(name)) && categories.every(({ pathway }) => !pathway || ways.has(pathway))
  }, 'A parent, code range or pathway names nothing that is listed.')

/** content/training/requirements.json: every category names a source of the same file. */
export const RequirementFileSchema = z
  .strictObject({ sources: z.array(Source), requirements: z.array(Specialty) })
  .refine(({ sources, requirements }) => {
    const known = new Set(sources.map(({ id }) => id))
    return requirements.every(({ categories }) => categories.every(({ source }) => known.has(source)))
  }, 'A category names a source that is not listed.') satisfies z.ZodType<RequirementFile>

/** content/training/national.json: figures of what residents logged, each exactly as its source gives it. */
export const NationalFileSchema = z.strictObject({
  figures: z.array(
    z.strictObject({
      specialty: text,
      category: text,
      categorySlug: slug.nullable(),
      period: text,
      metric: z.enum(['mean', 'median']),
      value: amount,
      sd: amount.nullable(),
      p10: amount.nullable(),
      p30: amount.nullable(),
      p50: amount.nullable(),
      p70: amount.nullable(),
      p90: amount.nullable(),
      min: amount.nullable(),
      max: amount.nullable(),
      n: z.int().nullable(),
      source: text,
      url: z.url().nullable(),
      verified: verification,
    }) satisfies z.ZodType<NationalFigure>,
  ),
})
