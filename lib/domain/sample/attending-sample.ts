import { federalHolidays } from '../pace/federal-holidays'
import { calendarDate, weekday, type CalendarDate } from '../shared/date'
import { dice, type Dice } from '../shared/dice'
import { minutesOf, pick, readLine, weekdaysOf, type Pattern, type SampleCase } from './sample-case'

/** Work RVUs a year that the sample is measured by; shown as suggested, never saved. */
export const SAMPLE_TARGET = '2400'

const OPERATIONS: readonly Pattern[] = [
  { weight: 22, lines: ['47562'], place: '22', minutes: [45, 95] },
  { weight: 5, lines: ['47563'], place: '22', minutes: [60, 110] },
  { weight: 2, lines: ['47562', '49593-59'], place: '22', minutes: [80, 130] },
  { weight: 16, lines: ['49650'], place: '22', minutes: [50, 100] },
  { weight: 5, lines: ['49650-50'], place: '22', minutes: [80, 140] },
  { weight: 10, lines: ['49505'], place: '22', minutes: [45, 80] },
  { weight: 10, lines: ['49593'], place: '22', minutes: [50, 110] },
  { weight: 10, lines: ['44970'], place: '21', minutes: [35, 75] },
  { weight: 4, lines: ['44140'], place: '21', minutes: [120, 210] },
  { weight: 6, lines: ['44204'], place: '21', minutes: [130, 240] },
  { weight: 3, lines: ['44120'], place: '21', minutes: [100, 180] },
  { weight: 6, lines: ['19301'], place: '22', minutes: [50, 90] },
  { weight: 2, lines: ['19303', '38525'], place: '22', minutes: [100, 170] },
  { weight: 2, lines: ['60220'], place: '22', minutes: [80, 140] },
  { weight: 4, lines: ['46260'], place: '24', minutes: [30, 55] },
]
const SCOPES: readonly Pattern[] = [
  { weight: 6, lines: ['45378'], place: '24', minutes: [20, 35] },
  { weight: 5, lines: ['45380'], place: '24', minutes: [25, 40] },
  { weight: 5, lines: ['45385'], place: '24', minutes: [25, 45] },
  { weight: 4, lines: ['43239'], place: '24', minutes: [15, 30] },
]
const VISITS: readonly Pattern[] = [
  { weight: 6, lines: ['99203'], place: '11', minutes: null },
  { weight: 5, lines: ['99204'], place: '11', minutes: null },
  { weight: 10, lines: ['99213'], place: '11', minutes: null },
  { weight: 8, lines: ['99214'], place: '11', minutes: null },
  { weight: 3, lines: ['99222'], place: '21', minutes: null },
  { weight: 2, lines: ['99223'], place: '21', minutes: null },
  { weight: 4, lines: ['99232'], place: '21', minutes: null },
]

/** How many cases, and of what, on each weekday: Monday and Wednesday in the operating room, Friday scopes. */
const WEEK: Readonly<Record<number, readonly (readonly [count: number, of: readonly Pattern[]])[]>> = {
  1: [[2, OPERATIONS]],
  2: [[1, VISITS]],
  3: [[2, OPERATIONS]],
  4: [[1, VISITS]],
  5: [[1, SCOPES]],
}

/** Two weeks of leave, as years have. */
const isAway = (day: CalendarDate): boolean =>
  (day.slice(5) >= '03-16' && day.slice(5) <= '03-20') || (day.slice(5) >= '07-06' && day.slice(5) <= '07-10')

function caseOf(pattern: Pattern, dateOfService: CalendarDate, throwDice: Dice): SampleCase {
  return {
    dateOfService,
    placeOfService: pattern.place,
    role: 'attending',
    // One case in four.
    payer: throwDice(4) === 0 ? 'medicare' : 'other',
    minutes: minutesOf(pattern, throwDice),
    lines: pattern.lines.map(readLine),
  }
}

/**
 * About 300 cases of a general surgeon in a full year, from January 1 of the year of `through`. Each day's cases depend
 * on that day alone, so tomorrow's sample is today's and one day more.
 */
export function attendingSample(through: CalendarDate): readonly SampleCase[] {
  const year = through.slice(0, 4)
  const away = new Set(federalHolidays(Number(year)))
  const days = weekdaysOf(calendarDate(`${year}-01-01`), through, away).filter((day) => !isAway(day))
  return days.flatMap((day) => {
    const throwDice = dice(Number(day.replaceAll('-', '')) * 7919)
    return (WEEK[weekday(day)] ?? []).flatMap(([count, patterns]) =>
      Array.from({ length: count }, () => caseOf(pick(patterns, throwDice), day, throwDice)),
    )
  })
}
