import type { AnesthesiaRate } from '../schedule/anesthesia-rate'
import { ONE, percent, printConversionFactor, type ConversionFactor } from '../shared/exact'
import {
  anesthesiaShare, anesthesiaUnits, CENTS_OF_UNITS, GIVEN_BY, isSupervised, printUnits, type AnesthesiaUnits,
} from './anesthesia' // prettier-ignore
import type { CaseInput, CaseLine, ScheduleView } from './case'
import { CITATION } from './citation'
import { multiply, openLedger, remark, type Ledger, type Note } from './explanation'
import { has, type WorkingLine } from './working-line'

const note = (rule: string, reason: string): Note => ({ rule, reason, citation: CITATION.anesthesia })

/** Units of an anesthesia line; null where the minutes or the base units are not known. AD needs neither (domain B5). */
export function unitsOfLine(line: CaseLine, modifiers: readonly string[], view: ScheduleView): AnesthesiaUnits | null {
  const { presentAtInduction = false } = line
  if (isSupervised(modifiers)) return anesthesiaUnits({ baseUnits: 0, minutes: 0, modifiers, presentAtInduction })
  const baseUnits = view.baseUnitsOf?.(line.code) ?? null
  if (baseUnits === null || line.minutes === null) return null
  return anesthesiaUnits({ baseUnits, minutes: line.minutes, modifiers, presentAtInduction })
}

/** What is missing of a line that has no amount, and what to enter. */
function missing({ line, view }: WorkingLine): string {
  if (line.minutes === null) return 'Anesthesia is paid by base and time units: enter its minutes.'
  return `The base units of ${line.code} are not held for ${view.release.id}: install them, or enter its amount by hand with base units at /api/v1/time.`
}

function unitWords(line: WorkingLine, { baseUnits, timeTenths, unitTenths }: AnesthesiaUnits, rate: string): string {
  const base = `Base ${String(baseUnits)}`
  const time = has(line, 'AD')
    ? ', without time, for more than four at once'
    : ` and time ${printUnits(timeTenths)} (${String(line.line.minutes ?? 0)} minutes by 15)`
  return `${base}${time}: ${printUnits(unitTenths)} units, times $${rate} a unit.`
}

const ONE_LINE = note('anesthesia-units', 'Anesthesia is counted by its time: more units of the line add nothing.')
const NOT_GIVEN = note(
  'anesthesia-share',
  'Paid as personally performed. Add AA, QK, QX, QY, QZ or AD: claims need one.',
)

/** The factor of the locality: that of qualifying APM participants where there is one and it applies (domain A7). */
function rateFor({ anesthesiaRates: rates }: ScheduleView, { qualifyingApm }: CaseInput): AnesthesiaRate | null {
  return (qualifyingApm ? rates?.qualifyingApm : null) ?? rates?.standard ?? null
}

const approximate = ({ release }: ScheduleView, { amount }: AnesthesiaRate, national: ConversionFactor): Note =>
  note(
    'anesthesia-factor',
    `${release.id} is held without this anesthesia factor of the locality: $${printConversionFactor(amount)} is the national $${printConversionFactor(national)} weighed by its indices, within a cent of what CMS publishes.`,
  )

/** What Medicare allows for an anesthesia line: units times the local factor, then the share of who gave it (domain B5). */
export function openAnesthesia(line: WorkingLine, input: CaseInput): Ledger {
  const { anesthesia, view } = line
  const rate = rateFor(view, input)
  if (anesthesia === null) return openLedger('payment', null, note('anesthesia-missing', missing(line)))
  if (rate === null) {
    const words = `No anesthesia conversion factor is held for this locality in ${view.release.id}: choose a locality, or install the official file.`
    return openLedger('payment', null, note('anesthesia-missing', words))
  }
  const words = unitWords(line, anesthesia, printConversionFactor(rate.amount))
  const dollars = anesthesia.unitTenths * rate.amount
  const ledger = openLedger('payment', dollars, note('anesthesia-units', words), CENTS_OF_UNITS)
  if (rate.weighedFrom !== null) remark(ledger, approximate(view, rate, rate.weighedFrom))
  const share = anesthesiaShare(line.modifiers)
  if (share !== ONE) {
    multiply(ledger, share, note('anesthesia-share', `Medically directed: ${percent(share)} to each of the two.`))
  } else if (!GIVEN_BY.some((each) => has(line, each)) && !has(line, 'GC')) remark(ledger, NOT_GIVEN)
  if (line.line.units > 1) remark(ledger, ONE_LINE)
  return ledger
}
