import {
  criticalCareUnits,
  prolongedUnits,
  PROLONGED_VISITS,
  therapyUnitsByCode,
  TIMED_THERAPY,
  type TimeAnswer,
  type TimeUnits,
} from '../crediting/time'
import { codeOf, emptyDraft, lineOf, nextKey, type DraftLine } from './draft'

export type TimeService = 'anesthesia' | 'critical-care' | 'prolonged' | 'therapy'

const CRITICAL_CARE = '99291'

/** How a code is counted by the clock, by its number; null where time decides nothing. */
export function timeServiceOf(code: string): TimeService | null {
  if (code >= '00100' && code <= '01999') return 'anesthesia'
  if (code === CRITICAL_CARE) return 'critical-care'
  if (PROLONGED_VISITS.includes(code)) return 'prolonged'
  return TIMED_THERAPY.includes(code) ? 'therapy' : null
}

/** What the minutes of a line, or of all therapy of its day, make of units by either rule. */
export type TimeCount = TimeAnswer & {
  readonly minutes: number
  /** The codes that the minutes are of. */
  readonly of: readonly string[]
  /** Codes that stand on a second line of the day: their minutes belong on the first. */
  readonly repeated: readonly string[]
}

/** A line of one's own that has minutes. */
type Timed = { readonly draft: DraftLine; readonly code: string; readonly minutes: number }

const dayOf = ({ dateOfService }: DraftLine, caseDate: string): string => dateOfService || caseDate

function timedOf(draft: DraftLine): Timed | null {
  const line = lineOf(draft)
  if (line === null || line.minutes === null || line.provider === 'other') return null
  return { draft, code: line.code, minutes: line.minutes }
}

/**
 * The count that stands under a line: its own, or under the last therapy line of a day that of all of them, since CMS
 * adds their minutes. Null where there is none. Anesthesia is counted by the engine itself.
 */
export function timeCountAt(drafts: readonly DraftLine[], draft: DraftLine, caseDate: string): TimeCount | null {
  const timed = timedOf(draft)
  if (timed === null) return null
  const { code, minutes } = timed
  const alone = { minutes, of: [code], repeated: [] }
  const service = timeServiceOf(code)
  if (service === 'critical-care') return { ...criticalCareUnits(minutes), ...alone }
  if (service === 'therapy') return therapyCount(drafts, draft, caseDate)
  const answer = service === 'prolonged' ? prolongedUnits(code, minutes) : null
  return answer && { ...answer, ...alone }
}

function therapyCount(drafts: readonly DraftLine[], draft: DraftLine, caseDate: string): TimeCount | null {
  const day = dayOf(draft, caseDate)
  const all = drafts
    .flatMap((each) => timedOf(each) ?? [])
    .filter((each) => timeServiceOf(each.code) === 'therapy' && dayOf(each.draft, caseDate) === day)
  if (all.at(-1)?.draft !== draft) return null
  const isFirst = ({ code }: Timed, at: number) => all.findIndex((each) => each.code === code) === at
  const counted = all.filter(isFirst)
  return {
    ...therapyUnitsByCode(Object.fromEntries(counted.map(({ code, minutes }) => [code, minutes]))),
    of: counted.map(({ code }) => code),
    minutes: counted.reduce((sum, { minutes }) => sum + minutes, 0),
    repeated: [...new Set(all.filter((each, at) => !isFirst(each, at)).map(({ code }) => code))],
  }
}

/** All that either rule has a word for: what one names and the other does not, the other leaves out. */
const codesOf = ({ cms, cpt }: TimeAnswer): readonly string[] => [
  ...new Set([...Object.keys(cms), ...Object.keys(cpt)]),
]

const lineOfDay = (drafts: readonly DraftLine[], code: string, day: string, caseDate: string): DraftLine | undefined =>
  drafts.find((each) => codeOf(each) === code && !each.other && dayOf(each, caseDate) === day)

/** True where the lines have these units already. */
export function hasUnits(
  drafts: readonly DraftLine[],
  draft: DraftLine,
  caseDate: string,
  { count, units }: { readonly count: TimeCount; readonly units: TimeUnits },
): boolean {
  const day = dayOf(draft, caseDate)
  return codesOf(count).every(
    (code) => Number(lineOfDay(drafts, code, day, caseDate)?.units ?? 0) === (units[code] ?? 0),
  )
}

/**
 * The lines with these units. A code that is counted beside the line, such as 99292 or G2212, comes and goes; one that
 * carries minutes stays, since it is what was done.
 */
export function withUnits(
  drafts: readonly DraftLine[],
  draft: DraftLine,
  caseDate: string,
  { count, units }: { readonly count: TimeCount; readonly units: TimeUnits },
): readonly DraftLine[] {
  const day = dayOf(draft, caseDate)
  return codesOf(count).reduce((all, code) => {
    const number = units[code] ?? 0
    const there = lineOfDay(all, code, day, caseDate)
    if (there && number > 0) return all.map((each) => (each === there ? { ...each, units: String(number) } : each))
    if (there) return there.minutes === '' ? all.filter((each) => each !== there) : all
    return number > 0 ? withLineAfter(all, draft, { code, units: String(number) }) : all
  }, drafts)
}

function withLineAfter(
  drafts: readonly DraftLine[],
  draft: DraftLine,
  part: Pick<DraftLine, 'code' | 'units'>,
): readonly DraftLine[] {
  const { dateOfService } = draft
  const line = { ...emptyDraft(nextKey(drafts), draft), dateOfService, ...part }
  return drafts.toSpliced(drafts.findIndex(({ key }) => key === draft.key) + 1, 0, line)
}
