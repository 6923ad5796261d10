import { federalHolidays } from '../pace/federal-holidays'
import type { Role } from '../crediting/case'
import { addDays, type CalendarDate } from '../shared/date'
import { dice } from '../shared/dice'
import { minutesOf, pick, readLine, weekdaysOf, type Pattern, type SampleCase } from './sample-case'

const OPERATIONS: readonly Pattern[] = [
  { weight: 20, lines: ['47562'], place: '22', minutes: [60, 120] },
  { weight: 16, lines: ['44970'], place: '21', minutes: [40, 85] },
  { weight: 14, lines: ['49505'], place: '22', minutes: [50, 95] },
  { weight: 10, lines: ['49650'], place: '22', minutes: [60, 120] },
  { weight: 9, lines: ['49593'], place: '22', minutes: [55, 110] },
  { weight: 5, lines: ['44204'], place: '21', minutes: [150, 260] },
  { weight: 4, lines: ['44140'], place: '21', minutes: [130, 220] },
  { weight: 4, lines: ['44120'], place: '21', minutes: [100, 190] },
  { weight: 5, lines: ['46260'], place: '24', minutes: [35, 60] },
  { weight: 5, lines: ['19301'], place: '22', minutes: [55, 95] },
  { weight: 2, lines: ['19303'], place: '22', minutes: [90, 150] },
  { weight: 2, lines: ['60220'], place: '22', minutes: [90, 150] },
  { weight: 6, lines: ['43239'], place: '24', minutes: [15, 30] },
  { weight: 8, lines: ['45378'], place: '24', minutes: [20, 40] },
  { weight: 4, lines: ['11042'], place: '21', minutes: [20, 45] },
]
const SEEN: readonly Pattern[] = [
  ...OPERATIONS.slice(0, 6),
  { weight: 12, lines: ['99213'], place: '11', minutes: null },
  { weight: 10, lines: ['99203'], place: '11', minutes: null },
  { weight: 8, lines: ['99222'], place: '21', minutes: null },
  { weight: 8, lines: ['99284'], place: '23', minutes: null },
  { weight: 8, lines: ['45378'], place: '24', minutes: null },
  { weight: 6, lines: ['10060'], place: '23', minutes: null },
  { weight: 6, lines: ['12001'], place: '23', minutes: null },
]

type Plan = {
  readonly patterns: readonly Pattern[]
  readonly daysBack: number
  /** One weekday in this many has a case. */
  readonly oneDayIn: number
  readonly roles: readonly { readonly weight: number; readonly role: Role }[]
}

const PLANS = {
  resident: {
    patterns: OPERATIONS,
    daysBack: 540,
    oneDayIn: 2,
    roles: [
      { weight: 4, role: 'resident' },
      { weight: 1, role: 'assistant' },
    ],
  },
  student: {
    patterns: SEEN,
    daysBack: 120,
    oneDayIn: 2,
    roles: [
      { weight: 3, role: 'student' },
      { weight: 1, role: 'observer' },
    ],
  },
} as const satisfies Readonly<Record<string, Plan>>

/** The cases of a resident in general surgery (18 months, about 190) or of a student on rotations (4 months, about 40). */
export function traineeSample(stage: keyof typeof PLANS, through: CalendarDate): readonly SampleCase[] {
  const plan: Plan = PLANS[stage]
  const from = addDays(through, -plan.daysBack)
  const years = [Number(from.slice(0, 4)), Number(through.slice(0, 4))]
  const away = new Set(years.flatMap((year) => federalHolidays(year)))
  return weekdaysOf(from, through, away).flatMap((day) => {
    const throwDice = dice(Number(day.replaceAll('-', '')) * 104_729)
    if (throwDice(plan.oneDayIn) !== 0) return []
    const pattern = pick(plan.patterns, throwDice)
    return [
      {
        dateOfService: day,
        placeOfService: pattern.place,
        role: pick(plan.roles, throwDice).role,
        payer: 'other' as const,
        minutes: minutesOf(pattern, throwDice),
        lines: pattern.lines.map(readLine),
      },
    ]
  })
}
