import type { ConversionFactor, Factor } from '../shared/exact'
import type { PlaceOfService } from '../schedule/place-of-service'
import type { ScheduleRow } from '../schedule/row'
import type { Adjustment } from './adjustment'
import type { AnesthesiaUnits } from './anesthesia'
import type { CaseLine, Flag, ScheduleView } from './case'
import type { Note, Term } from './explanation'
import type { PriceBasis, RowPrice } from './row-price'
import type { Standing } from './status'

/** One side, or both together, of a bilateral line; the second line of a pair is both less the first. */
export type Side = { readonly count: bigint; readonly factor: Factor; readonly both: boolean }

/** A stretch of equal units of a surgical line after ranking (domain D2, D3). */
export type Slice = {
  readonly count: bigint
  readonly kind: 'full' | 'difference' | 'included'
  readonly base: bigint
  readonly baseBothSides: Factor
  readonly rank: number
  readonly rankFactor: Factor
  readonly byReport: boolean
}

/** Where a surgical line stands in its session, for one measure. */
export type Placement = {
  readonly slices: readonly Slice[]
  /** Ranks taken in the session; 1 where ranks do not reduce. */
  readonly ranks: number
  readonly family: string | null
}

/** A part of a line as the answer lists it; its amount is that of its terms and of what multiplied them after. */
export type PartOfLine = {
  readonly head:
    | { readonly component: '26' | 'TC'; readonly fee: string; readonly factor: string }
    | { readonly unit: number; readonly rule: string }
  readonly terms: readonly Term[]
}

/** What a payment rule between lines made of a line: imaging, diagnostics, therapy (domain D4 to D6). */
export type Apportioned = {
  readonly terms: readonly Term[]
  readonly parts: readonly PartOfLine[]
  readonly note: Note
}

/** Both lines of a pair, RT and LT (domain C2). */
export type Pair = {
  readonly position: 'first' | 'second'
  readonly first: WorkingLine
  readonly payment: Factor
  readonly credit: Factor
}

/** What the person who logs says of a line that CMS sets no value for. */
export type Manual = {
  /** Of one unit, hundredths; null where none was entered. */
  readonly work: bigint | null
  /** Of one unit, cents; null where none was entered. */
  readonly allowed: bigint | null
  /** The code that the line is counted like; its row is the row of the line. */
  readonly comparator: string | null
  /** The row that CMS publishes for the code itself; null where there is none. */
  readonly own: ScheduleRow | null
}

/** An accepted line while it is calculated: what was read of it, and what its session made of it. */
export type WorkingLine = {
  readonly line: CaseLine
  readonly view: ScheduleView
  /** The schedule that credits: the date's own, or the policy's frozen one. */
  readonly creditView: ScheduleView
  /** Each once; an assistant's role included. */
  readonly modifiers: readonly string[]
  readonly place: PlaceOfService
  readonly row: ScheduleRow
  readonly basis: PriceBasis
  readonly conversionFactor: ConversionFactor
  readonly standing: Standing
  /** Null where there is no national amount, or the release holds work only. */
  readonly price: RowPrice | null
  /** Listed work of one unit, hundredths; null where CMS sets no value. */
  readonly work: bigint | null
  /** Work of one unit that credit starts from, hundredths. */
  readonly creditWork: bigint | null
  readonly own: boolean
  readonly manual: Manual | null
  /** Units of an anesthesia line; null for others, and where minutes or base units are not known. */
  readonly anesthesia: AnesthesiaUnits | null
  readonly adjustments: readonly Adjustment[]
  readonly flags: Flag[]
  readonly denials: Note[]
  inGlobal: Note | null
  readonly remarks: Note[]
  pair: Pair | null
  paymentSides: readonly Side[]
  creditSides: readonly Side[]
  paymentPlacement: Placement | null
  creditPlacement: Placement | null
  apportioned: Apportioned | null
}

/** A line that cannot be calculated, and why. */
export type RejectedLine = {
  readonly line: CaseLine
  readonly view: ScheduleView
  readonly place: PlaceOfService
  readonly conversionFactor: ConversionFactor
  readonly status: string | null
  readonly flag: Flag
  readonly note: Note
}

export const has = (line: WorkingLine, modifier: string): boolean => line.modifiers.includes(modifier)

/** A value of the person's own stands apart: it joins no pair and is ranked by nothing. */
export const isEntered = ({ manual }: WorkingLine): boolean =>
  manual !== null && (manual.work !== null || manual.allowed !== null)

export function raise(line: WorkingLine, flag: Flag): void {
  if (!line.flags.includes(flag)) line.flags.push(flag)
}

/** Denied by its own modifiers, its place, or the rules of the day: 0.00. */
export const isDenied = (line: WorkingLine): boolean =>
  line.denials.length > 0 || line.inGlobal !== null || line.adjustments.some((each) => each.effect === 'deny')

/** Takes part in the rules between lines: the clinician's own, with a national amount, not denied (domain D2). */
export const takesPart = (line: WorkingLine): boolean => line.own && line.standing === 'priced' && !isDenied(line)

/** Ids in the order of their numbers, so that "2" comes before "10"; the last resort where all else is equal. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length
  return a < b ? -1 : a > b ? 1 : 0
}

const sortedModifiers = (line: WorkingLine): string => [...line.modifiers].sort().join(' ')
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Ties of a rank: code, modifiers, id; never the order of entry (domain D2). */
export function compareIdentity(a: WorkingLine, b: WorkingLine): number {
  return (
    compareText(a.line.code, b.line.code) ||
    compareText(sortedModifiers(a), sortedModifiers(b)) ||
    compareIds(a.line.id, b.line.id)
  )
}
