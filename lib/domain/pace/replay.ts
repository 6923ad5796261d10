import { dice } from '../shared/dice'
import { credit } from '../shared/exact'
import { printRatio } from '../shared/ratio'

/** A week that is over: work RVUs credited in it (decimal text, at most four decimals) and its working days. */
export type LoggedWeek = { readonly credited: string; readonly workingDays: number }

/** Work RVUs, two decimals: 8 of 10 replays end between the two. */
export type ReplayRange = { readonly low: string; readonly high: string; readonly weeks: number }

/** Fewer weeks repeat themselves too much to say how far a year may stray. */
export const FEWEST_WEEKS = 8
/** A week of one or two working days, blown up to five, would tell more of a holiday than of work. */
const FEWEST_DAYS_OF_WEEK = 3
const REPLAYS = 1_000
const WEEK = 5

/** The working days to come, cut into weeks of five and what is left. */
function weeksAhead(days: number): readonly number[] {
  const whole = Array.from({ length: Math.floor(days / WEEK) }, () => WEEK)
  return days % WEEK === 0 ? whole : [...whole, days % WEEK]
}

/**
 * How far the end of a year may stray: the days to come are filled with weeks drawn from one's own weeks, a thousand
 * times over, and the lowest and highest tenth are left out. Always the same draw, so a page read twice says the same.
 * Null under eight usable weeks or when no day is to come.
 */
export function replayRange(weeks: readonly LoggedWeek[], toDate: string, daysToCome: number): ReplayRange | null {
  const usable = weeks.filter((week) => week.workingDays >= FEWEST_DAYS_OF_WEEK)
  if (usable.length < FEWEST_WEEKS || daysToCome <= 0) return null
  // Ten-thousandths of a work RVU a day, times 60: days of a week are 3, 4 or 5, and 60 is divided by each.
  const daily = usable.map((week) => (60n * credit(week.credited)) / BigInt(week.workingDays))
  const throwDice = dice(usable.length * 977 + daysToCome)
  const ahead = weeksAhead(daysToCome)
  const ends = Array.from({ length: REPLAYS }, () =>
    ahead.reduce((sum, days) => sum + BigInt(days) * (daily[throwDice(daily.length)] ?? 0n), 60n * credit(toDate)),
  ).toSorted((a, b) => (a < b ? -1 : 1))
  const at = (index: number) => printRatio({ numerator: ends[index] ?? 0n, denominator: 600_000n }, 2)
  return { low: at(REPLAYS / 10 - 1), high: at(REPLAYS - REPLAYS / 10), weeks: usable.length }
}
