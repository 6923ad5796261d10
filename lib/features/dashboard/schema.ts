import { z } from 'zod'
import type { CareerStage } from '../../domain/access/stage'
import type { MedicareStanding } from '../../domain/benchmark/medicare-standing'
import type { Outlook } from '../../domain/pace/outlook'
import type { DateRange } from '../../domain/pace/working-days'
import { readDate, type CalendarDate } from '../../domain/shared/date'
import type { Progress } from '../../domain/training/progress'
import type { NationalFigure, Requirement } from '../../domain/training/requirement'

const DateText = z
  .string()
  .refine((text) => readDate(text) !== null, 'Write the date as YYYY-MM-DD, a day that exists.')
  .transform((text) => text as CalendarDate)

export const GROUPINGS = ['day', 'week', 'month', 'code', 'category', 'placeOfService', 'role', 'workplace'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** `GET /api/v1/summary`. Days are YYYY-MM-DD, weeks ISO weeks (2026-W38), months YYYY-MM, categories catalog slugs. */
export const SummaryInput = z
  .strictObject({
    from: DateText.optional(),
    to: DateText.optional(),
    groupBy: z.enum(GROUPINGS).default('month'),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    message: 'Give an end on or after the start.',
  })
export type SummaryInput = z.output<typeof SummaryInput>

/** Sums of what was logged: published work RVUs with two decimals, credited and training ones with four. */
export type Sums = {
  readonly workRvu: string
  readonly creditedWorkRvu: string
  readonly trainingWorkRvu: string
  readonly cases: number
  readonly lines: number
  /** Of the lines with values entered by hand, which are in none of the other amounts. */
  readonly manual: EnteredSums
}
/** Listed, credited and training work of lines with values entered by hand. */
export type EnteredSums = {
  readonly lines: number
  readonly workRvu: string
  readonly creditedWorkRvu: string
  readonly trainingWorkRvu: string
}
export type SummaryItem = Sums & { readonly key: string }

export type Summary = {
  readonly items: readonly SummaryItem[]
  readonly totals: Sums
  /** True while the person has no case of their own and these are sample data; the two are never added. */
  readonly sample: boolean
}

/** One kind of work: a category of the catalog, surgery by its sections. */
export type WorkKind = {
  readonly slug: string
  readonly name: string
  readonly creditedWorkRvu: string
  readonly trainingWorkRvu: string
  readonly cases: number
  readonly lines: number
  /** Of all, four decimals: of credited work RVUs for an attending, of cases otherwise. */
  readonly share: string
}

export type CodeSeen = { readonly code: string; readonly title: string | null; readonly cases: number }

/** What a number rests on: the releases and policies of the cases behind it. */
export type Basis = { readonly releases: readonly string[]; readonly policies: readonly string[] }

/** Credited work RVUs for each of something; four decimals of the sum, two of the rate. */
export type Rate = {
  readonly each: 'working-day' | 'day-with-cases' | 'hour'
  /** How many of them; hours with one decimal. */
  readonly count: string
  readonly creditedWorkRvu: string
  readonly rate: string
}

type Head = {
  readonly stage: CareerStage
  readonly specialty: { readonly slug: string; readonly name: string } | null
  /** There are sample cases to clear. */
  readonly hasSample: boolean
}

/** Nothing is logged yet. */
export type EmptyDashboard = Head & { readonly kind: 'empty' }

type Logged = Head & {
  /** These numbers are of sample cases. */
  readonly sample: boolean
  readonly asOf: CalendarDate
  readonly cases: number
  /** Of the same cases; in none of the other numbers. */
  readonly entered: EnteredSums
  readonly daysWithCases: number
}

export type AttendingDashboard = Logged & {
  readonly kind: 'attending'
  readonly clinicalFte: string | null
  readonly period: DateRange
  readonly outlook: Outlook
  /** The target is ours, for the sample alone. */
  readonly targetSuggested: boolean
  readonly rates: readonly Rate[]
  readonly standing: MedicareStanding
  readonly mix: readonly WorkKind[]
  readonly basis: Basis
  /** Credited work RVUs of Medicare cases and how many there are. */
  readonly medicare: { readonly creditedWorkRvu: string; readonly cases: number; readonly statedPercent: string | null }
}

export type ResidentDashboard = Logged & {
  readonly kind: 'resident'
  readonly trainingYear: number | null
  readonly graduation: CalendarDate | null
  /** Null where the specialty has no table of minimums. */
  readonly training: {
    readonly requirement: Requirement
    readonly progress: Progress
    readonly national: readonly NationalFigure[]
  } | null
  readonly roles: readonly { readonly role: string; readonly cases: number }[]
  readonly kinds: readonly WorkKind[]
  readonly months: readonly SummaryItem[]
  readonly trainingWorkRvu: string
}

export type StudentDashboard = Logged & {
  readonly kind: 'student'
  readonly kinds: readonly WorkKind[]
  readonly codes: readonly CodeSeen[]
  readonly codesInAll: number
  readonly months: readonly SummaryItem[]
  readonly roles: readonly { readonly role: string; readonly cases: number }[]
  readonly trainingWorkRvu: string
}

export type Dashboard = EmptyDashboard | AttendingDashboard | ResidentDashboard | StudentDashboard
