import type { Finding } from './file'
import type { RowModifier, ScheduleRow, StatusCode } from './row'

/** What the checks of a whole file add up, row by row. */
export type Tally = {
  readonly statuses: Map<StatusCode, number>
  /** The rows of each code: four at most. */
  readonly parts: Map<string, ScheduleRow[]>
  readonly oddShares: string[]
  rows: number
}

export const emptyTally = (): Tally => ({ statuses: new Map(), parts: new Map(), oddShares: [], rows: 0 })

const partOf = (parts: readonly ScheduleRow[], modifier: RowModifier): ScheduleRow | undefined =>
  parts.find((row) => row.modifier === modifier)

/** Counts a row; false when the code was there already with that modifier, which no release has. */
export function tallyRow(tally: Tally, row: ScheduleRow): boolean {
  const parts = tally.parts.get(row.code)
  if (!parts) tally.parts.set(row.code, [row])
  else if (partOf(parts, row.modifier)) return false
  else parts.push(row)
  tally.rows += 1
  tally.statuses.set(row.status, (tally.statuses.get(row.status) ?? 0) + 1)
  if (hasOddShares(row)) tally.oddShares.push(row.code)
  return true
}

/**
 * Pre, intra and post shares of a surgical package make up the whole, 1.00; some brachytherapy rows have 0.00 in all
 * three (domain A1, A4).
 */
function hasOddShares(row: ScheduleRow): boolean {
  if (row.globalPeriod !== '010' && row.globalPeriod !== '090') return false
  const whole = row.preOp + row.intraOp + row.postOp
  return whole !== 100n && whole !== 0n
}

const amounts = (row: ScheduleRow): readonly bigint[] => [
  row.work,
  row.payment?.nonFacilityPe ?? 0n,
  row.payment?.facilityPe ?? 0n,
  row.payment?.malpractice ?? 0n,
]

/** Whether the professional and the technical row add up to the code's own row; null where CMS does not split it. */
function addsUp(parts: readonly ScheduleRow[]): boolean | null {
  const [own, professional, technical] = (['', '26', 'TC'] as const).map((modifier) => partOf(parts, modifier))
  if (own?.status !== 'A' || !professional || !technical) return null
  const technicals = amounts(technical)
  const wholes = amounts(own)
  return amounts(professional).every((amount, at) => amount + (technicals[at] ?? 0n) === wholes[at])
}

const listed = (codes: readonly string[]): string =>
  codes.slice(0, 5).join(', ') + (codes.length > 5 ? ` and ${String(codes.length - 5)} more` : '')

/** No release since 2009 has fewer rows; fewer says that the end of the file is missing. */
const FEWEST_ROWS = 10_000

export type Checked = { readonly splitCodes: number; readonly findings: readonly Finding[] }

/** The checks on a whole file (domain A1). They are told, not enforced: CMS has published an odd row before. */
export function checkTally(tally: Tally): Checked {
  const findings: Finding[] = []
  const unequal: string[] = []
  let splitCodes = 0
  for (const [code, parts] of tally.parts) {
    const equal = addsUp(parts)
    if (equal === null) continue
    splitCodes += 1
    if (!equal) unequal.push(code)
  }
  if (unequal.length > 0) {
    const message = `The 26 and TC rows do not add up to the code's own row: ${listed(unequal)}.`
    findings.push({ code: 'PARTS_DO_NOT_ADD_UP', message })
  }
  if (tally.oddShares.length > 0) {
    const message = `Pre, intra and post shares do not add up to 1.00: ${listed(tally.oddShares)}.`
    findings.push({ code: 'SHARES_DO_NOT_ADD_UP', message })
  }
  if (tally.rows < FEWEST_ROWS) {
    const message = `Only ${String(tally.rows)} rows; a national release has more than ${String(FEWEST_ROWS)}. The file may be cut off.`
    findings.push({ code: 'FEW_ROWS', message })
  }
  return { splitCodes, findings }
}
