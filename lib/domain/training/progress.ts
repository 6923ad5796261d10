import { addDays, daysBetween, type CalendarDate } from '../shared/date'
import { categoriesOf, type TrainingCase } from './credit'
import type { Category, Requirement, RequirementSource } from './requirement'

/** Why a number is shown without met or not met (domain G). */
export type WhyNotJudged = 'SUPERSEDED' | 'OLDER_THAN_FIVE_YEARS' | 'UNDATED' | 'NOT_VERIFIED'

const OLDEST_YEARS = 5

/** Whether a source is fresh and sure enough to judge by, in the year asked; null when it is. */
export function whyNotJudged(source: RequirementSource, year: number): WhyNotJudged | null {
  if (source.superseded) return 'SUPERSEDED'
  if (source.verified !== 'read') return 'NOT_VERIFIED'
  if (source.year === null) return 'UNDATED'
  return year - source.year > OLDEST_YEARS ? 'OLDER_THAN_FIVE_YEARS' : null
}

export type CategoryStanding = 'met' | 'not-met' | 'not-judged' | 'no-goal'

export type CategoryProgress = {
  readonly category: Category
  readonly source: RequirementSource
  readonly done: number
  /** In the twelve months through the day asked. */
  readonly doneInLastYear: number
  readonly standing: CategoryStanding
  readonly whyNotJudged: WhyNotJudged | null
  /** Cases still to do; null where nothing is judged. */
  readonly remaining: number | null
  /** By graduation at the rate of the last twelve months; null without a date of graduation. */
  readonly projected: number | null
}

export type Progress = {
  readonly categories: readonly CategoryProgress[]
  /** Cases that count in at least one category. */
  readonly counted: number
  /** Ids of cases that count nowhere: a role that does not count, or codes that map to nothing. */
  readonly notCounted: readonly string[]
}

export type ProgressOptions = {
  readonly asOf: CalendarDate
  readonly graduation: CalendarDate | null
  /** The pathway and program length of the trainee; categories of others are left out. */
  readonly pathways: readonly string[]
  /** Categories whose number the program confirmed, or all of them. */
  readonly confirmed: ReadonlySet<string> | 'all'
}

function standingFor(category: Category, done: number, reason: WhyNotJudged | null): CategoryStanding {
  if (category.minimum === 0) return 'no-goal'
  if (reason !== null) return 'not-judged'
  return done >= category.minimum ? 'met' : 'not-met'
}

/** Straight line from the last twelve months; whole cases, never rounded up. */
export function projectedAtGraduation(
  done: number,
  doneInLastYear: number,
  asOf: CalendarDate,
  graduation: CalendarDate,
): number {
  const days = Math.max(0, daysBetween(asOf, graduation))
  return done + Math.floor((doneInLastYear * days) / 365)
}

type Counts = { readonly done: ReadonlyMap<string, number>; readonly lastYear: ReadonlyMap<string, number> }

function countCases(requirement: Requirement, cases: readonly TrainingCase[], asOf: CalendarDate) {
  const done = new Map<string, number>()
  const lastYear = new Map<string, number>()
  const notCounted: string[] = []
  const since = addDays(asOf, -365)
  for (const logged of cases) {
    const slugs = categoriesOf(requirement, logged)
    if (slugs.size === 0) notCounted.push(logged.id)
    for (const slug of slugs) {
      done.set(slug, (done.get(slug) ?? 0) + 1)
      if (logged.dateOfService > since) lastYear.set(slug, (lastYear.get(slug) ?? 0) + 1)
    }
  }
  return { done, lastYear, notCounted }
}

function progressIn(
  category: Category,
  source: RequirementSource,
  counts: Counts,
  { asOf, graduation, confirmed }: ProgressOptions,
): CategoryProgress {
  const done = counts.done.get(category.slug) ?? 0
  const doneInLastYear = counts.lastYear.get(category.slug) ?? 0
  const isConfirmed = confirmed === 'all' || confirmed.has(category.slug)
  const reason = isConfirmed ? null : whyNotJudged(source, Number(asOf.slice(0, 4)))
  const standing = standingFor(category, done, reason)
  const judged = standing === 'met' || standing === 'not-met'
  return {
    category,
    source,
    done,
    doneInLastYear,
    standing,
    whyNotJudged: standing === 'not-judged' ? reason : null,
    remaining: judged ? Math.max(0, category.minimum - done) : null,
    projected: graduation && projectedAtGraduation(done, doneInLastYear, asOf, graduation),
  }
}

/**
 * Progress of a log against the minimums of a specialty, in cases. Cases after `asOf` are left out. Categories come in
 * the order of the requirement; parents already hold what their sub-categories hold, so nothing here is to be added.
 * Throws when a category names a source that is not given: content that its own test refuses.
 */
export function trainingProgress(
  requirement: Requirement,
  sources: readonly RequirementSource[],
  cases: readonly TrainingCase[],
  options: ProgressOptions,
): Progress {
  const through = cases.filter(({ dateOfService }) => dateOfService <= options.asOf)
  const { notCounted, ...counts } = countCases(requirement, through, options.asOf)
  const shown = requirement.categories.filter(({ pathway }) => pathway === null || options.pathways.includes(pathway))
  const categories = shown.map((category) => {
    const source = sources.find(({ id }) => id === category.source)
    if (!source) throw new Error(`Category ${category.slug} names no known source`)
    return progressIn(category, source, counts, options)
  })
  return { categories, counted: through.length - notCounted.length, notCounted }
}
