/**
 * Visits: evaluation-and-management codes that stand for one patient seen. `99214x12` in Quick Log is twelve of them, while
 * an add-on such as `99292x3` counts time within one.
 */

/** Inclusive ranges of evaluation-and-management codes; 99201 ended in 2021, the 98000s began in 2025. */
const RANGES: readonly (readonly [from: number, to: number])[] = [
  [98000, 98016],
  [99201, 99499],
]

/** Visits numbered elsewhere: eye visits, the Medicare wellness visits and consultations by telehealth. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  '92002', '92004', '92012', '92014', 'G0402', 'G0438', 'G0439',
  'G0406', 'G0407', 'G0408', 'G0425', 'G0426', 'G0427', 'G0508', 'G0509',
]) // prettier-ignore

/** Add-ons inside the ranges: global period ZZZ in the relative value files of 2020 to 2026, or worded "each additional". */
const ADD_ONS: ReadonlySet<string> = new Set([
  '99292', '99354', '99355', '99356', '99357', '99359', '99415', '99416', '99417', '99418', '99425', '99427', '99437',
  '99439', '99458', '99459', '99467', '99486', '99489', '99494', '99498',
]) // prettier-ignore

/** True for an evaluation-and-management code that is not an add-on. G2211 and G2212 are add-ons. */
export function isVisit(code: string): boolean {
  if (ELSEWHERE.has(code)) return true
  if (!/^\d{5}$/.test(code) || ADD_ONS.has(code)) return false
  const number = Number(code)
  return RANGES.some(([from, to]) => number >= from && number <= to)
}
