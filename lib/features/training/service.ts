import nationalFile from '@/content/training/national.json'
import requirementFile from '@/content/training/requirements.json'
import specialtyList from '@/content/specialties.json'
import type { CalendarDate } from '@/lib/domain/shared/date'
import { specialtyOf, type SpecialtyList } from '@/lib/domain/shared/specialty'
import type { TrainingCase } from '@/lib/domain/training/credit'
import { usualGraduation } from '@/lib/domain/training/graduation'
import { trainingProgress, type Progress } from '@/lib/domain/training/progress'
import type { NationalFigure, Requirement, RequirementSource } from '@/lib/domain/training/requirement'
import { NationalFileSchema, RequirementFileSchema } from './schema'

const specialties = specialtyList as SpecialtyList

type Tables = {
  readonly sources: readonly RequirementSource[]
  readonly bySpecialty: ReadonlyMap<string, Requirement>
  readonly figures: readonly NationalFigure[]
}
let read: Tables | null = null

const slugOf = (name: string): string => {
  const slug = specialtyOf(specialties, name)
  return slug.ok ? slug.value : name
}

/** The tables of content/training, checked once a process. */
function tables(): Tables {
  if (read) return read
  const { sources, requirements } = RequirementFileSchema.parse(requirementFile)
  read = {
    sources,
    bySpecialty: new Map(requirements.map((each) => [slugOf(each.specialty), each])),
    figures: NationalFileSchema.parse(nationalFile).figures,
  }
  return read
}

/** The minimums of a specialty's slug; null where none are published or known to us. */
export const requirementOf = (specialty: string | null): Requirement | null =>
  specialty === null ? null : (tables().bySpecialty.get(specialty) ?? null)

/** What residents of the nation logged in a specialty, each figure as its source gives it. */
export const nationalFiguresOf = (specialty: string): readonly NationalFigure[] =>
  tables().figures.filter((figure) => slugOf(figure.specialty) === specialty)

/** Progress against a specialty's minimums; nothing counts as confirmed by a program until a program can say so. */
export const progressOf = (
  requirement: Requirement,
  cases: readonly TrainingCase[],
  asOf: CalendarDate,
  graduation: CalendarDate | null,
): Progress =>
  trainingProgress(requirement, tables().sources, cases, {
    asOf,
    graduation,
    pathways: [],
    confirmed: new Set(),
  })

/** June 30 at the end of the usual length of a residency; null for fellowships and lengths that vary. */
export function graduationOf(
  specialty: string | null,
  asOf: CalendarDate,
  trainingYear: number | null,
): CalendarDate | null {
  const found = specialties.specialties.find(({ slug }) => slug === specialty)
  const years = found?.trainingYears
  if (found?.trainingKind !== 'residency' || !years || years.from !== years.to) return null
  return usualGraduation(asOf, trainingYear, years.to)
}

export const specialtyNameOf = (slug: string): string =>
  specialties.specialties.find((specialty) => specialty.slug === slug)?.name ?? slug
