import type { CategoryProgress, Progress } from '../../lib/domain/training/progress'
import type { RequirementSource } from '../../lib/domain/training/requirement'
import type { ResidentDashboard } from '../../lib/features/dashboard/schema'
import { formatCount, plural } from '../../lib/format/number'

/** Why a number stands without met or not met. */
const WHY_NOT: Readonly<Record<NonNullable<CategoryProgress['whyNotJudged']>, string>> = {
  SUPERSEDED: 'superseded',
  OLDER_THAN_FIVE_YEARS: 'more than five years old',
  UNDATED: 'undated',
  NOT_VERIFIED: 'not verified',
}

/** `Met`, `12 to go`; nothing where the number is too old or unsure to judge by. */
export function standingWord({ standing, remaining }: CategoryProgress): string {
  if (standing === 'met') return 'met'
  if (standing === 'not-met') return `${remaining ?? 0} to go`
  return standing === 'no-goal' ? 'no minimum' : ''
}

export const sourcesOf = ({ categories }: Progress): readonly RequirementSource[] => [
  ...new Map(categories.map(({ source }) => [source.id, source])).values(),
]

/** `Accreditation Council ..., Defined Category Minimum Numbers, as published 2017`. */
export const sourceName = ({ authority, title, year }: RequirementSource): string =>
  `${authority}: ${title}, ${year === null ? 'undated' : `as published ${year}`}`

/** One sentence for the categories that are not judged: how many, and why. Null when all are. */
export function notJudgedNote({ categories }: Progress): string | null {
  const open = categories.filter(({ standing }) => standing === 'not-judged')
  if (open.length === 0) return null
  const reasons = [...new Set(open.flatMap(({ whyNotJudged }) => (whyNotJudged ? [WHY_NOT[whyNotJudged]] : [])))]
  const which = open.length === categories.length ? 'These numbers are' : `${plural(open.length, 'number')} here are`
  return `${which} ${reasons.join(' or ')}, so they stand without met or not met. Confirm them with your program.`
}

/** The first total that counts cases toward a number: the whole log's, where a specialty has one. */
export const totalOf = ({ categories }: Progress): CategoryProgress | undefined =>
  categories.find(({ category }) => category.kind === 'total' && category.minimum > 0)

export const judgedOf = ({ categories }: Progress): { readonly met: number; readonly judged: number } => ({
  met: categories.filter(({ standing }) => standing === 'met').length,
  judged: categories.filter(({ standing }) => standing === 'met' || standing === 'not-met').length,
})

/** The one sentence of a resident's page. */
export function residentFinding({ training, cases, kinds, specialty }: ResidentDashboard): string {
  if (!training) {
    const [first] = kinds
    return first
      ? `${plural(cases, 'case')} logged; ${first.name.toLowerCase()} leads, with ${formatCount(first.cases)}.`
      : `${plural(cases, 'case')} logged.`
  }
  const { progress } = training
  const { met, judged } = judgedOf(progress)
  const total = totalOf(progress)
  const name = specialty?.name.toLowerCase() ?? 'your specialty'
  if (judged > 0)
    return `${met} of ${plural(judged, 'minimum')} met, from ${plural(progress.counted, 'case')} that count.`
  if (!total)
    return `${plural(progress.counted, 'case')} of ${formatCount(cases)} count toward the numbers published for ${name}.`
  const when = total.source.year === null ? '' : ` in ${total.source.year}`
  return `${formatCount(total.done)} of ${formatCount(total.category.minimum)} ${total.category.name.toLowerCase()}, the number published for ${name}${when}.`
}
