import { readDate, type CalendarDate } from '../shared/date'

/** The quarters of the relative value file: A takes effect on 1 January, B 1 April, C 1 July, D 1 October (domain A5). */
const QUARTERS = [
  { letter: 'A', month: 'JAN', effective: '01-01' },
  { letter: 'B', month: 'APR', effective: '04-01' },
  { letter: 'C', month: 'JUL', effective: '07-01' },
  { letter: 'D', month: 'OCT', effective: '10-01' },
] as const

/**
 * Corrections that are releases of their own, because they took effect later than the quarter they correct. Every
 * other "r" in a file name (`rvu26ar_1.zip`) is a re-post of the same release for the same period.
 */
const OWN_DATE: Readonly<Record<string, string>> = { RVU24AR: '2024-03-09' }

function withCorrection(base: string, corrected: boolean): string {
  return corrected && `${base}R` in OWN_DATE ? `${base}R` : base
}

/** `April`, `APR` or `apr` of 2025 as `RVU25B`; null for a month in which no release begins. */
export function releaseIdOfMonth(year: string, month: string): string | null {
  const quarter = QUARTERS.find((each) => month.toUpperCase().startsWith(each.month))
  return quarter ? `RVU${year.slice(-2)}${quarter.letter}` : null
}

/**
 * The release a file is named for: `rvu24ar.zip` is RVU24AR, `rvu25a-updated-01-10-2025.zip` RVU25A,
 * `rvu26ar_1.zip` RVU26A, `PPRRVU2026_Jul_nonQPP.csv` RVU26C. Null when the name does not say.
 */
export function releaseIdOf(fileName: string): string | null {
  const name = fileName.split(/[\\/]/).pop() ?? ''
  const member = /PPRRVU(?:20)?(\d{2})_?(JAN|APR|JUL|OCT)/i.exec(name)
  if (member?.[1] && member[2]) return releaseIdOfMonth(member[1], member[2])
  const archive = /(?:^|[^a-z])rvu(?:20)?(\d{2})([a-d])(r?)(?![a-z])/i.exec(name)
  if (!archive?.[1] || !archive[2]) return null
  return withCorrection(`RVU${archive[1]}${archive[2].toUpperCase()}`, archive[3] !== '')
}

/** The first day a release is in force, by its id; null when it is not the id of a release. */
export function effectiveDateOf(releaseId: string): CalendarDate | null {
  const own = OWN_DATE[releaseId]
  if (own) return readDate(own)
  const match = /^RVU(\d{2})([A-D])$/.exec(releaseId)
  const quarter = QUARTERS.find((each) => each.letter === match?.[2])
  return match?.[1] && quarter ? readDate(`20${match[1]}-${quarter.effective}`) : null
}

/** The release of CMS that is in force on a date, held or not: RVU26D from 2026-10-01, RVU24AR from 2024-03-09 (domain A5). */
export function releaseInForceOn(date: CalendarDate): string {
  const day = date.slice(5)
  const quarter = QUARTERS.findLast(({ effective }) => effective <= day) ?? QUARTERS[0]
  const id = `RVU${date.slice(2, 4)}${quarter.letter}`
  const corrected = OWN_DATE[`${id}R`]
  return corrected !== undefined && corrected <= date ? `${id}R` : id
}
