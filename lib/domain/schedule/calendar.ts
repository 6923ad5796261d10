import { readDate, type CalendarDate } from '../shared/date'
import { conversionFactor, type ConversionFactor } from '../shared/exact'

/** The last day of each quarter: a release ends the day before the next quarter begins (domain A5). */
const QUARTER_END: Readonly<Record<string, string>> = { A: '03-31', B: '06-30', C: '09-30', D: '12-31' }

/** The last day of the quarter that a release is named for: `RVU25D` 2025-12-31. Null when it is no release's id. */
export function quarterEndOf(releaseId: string): CalendarDate | null {
  const match = /^RVU(\d{2})([A-D])R?$/.exec(releaseId)
  const end = QUARTER_END[match?.[2] ?? '']
  return match?.[1] && end ? readDate(`20${match[1]}-${end}`) : null
}

export type ConversionFactorPeriod = {
  readonly from: string
  readonly standard: ConversionFactor
  readonly qualifyingApm: ConversionFactor | null
  /** Dollars per anesthesia unit, national, to four decimals. */
  readonly anesthesia: ConversionFactor
  /** The same for qualifying APM participants; null before 2026. */
  readonly anesthesiaQualifyingApm: ConversionFactor | null
}

type Factors = readonly [physician: string, anesthesia: string]

const period = (from: string, standard: Factors, qualifyingApm: Factors | null = null): ConversionFactorPeriod => ({
  from,
  standard: conversionFactor(standard[0]),
  qualifyingApm: qualifyingApm && conversionFactor(qualifyingApm[0]),
  anesthesia: conversionFactor(standard[1]),
  anesthesiaQualifyingApm: qualifyingApm && conversionFactor(qualifyingApm[1]),
})

/**
 * Conversion factors as finally paid (domain A6), newest first; a release's own rows come before this table. 2021 to
 * 2023 were first published lower and raised by statute before claims were paid; 2024 changed on March 9. The last of 2026,
 * anesthesia of qualifying participants, and 2013 to mid-2015 were not seen in a file of CMS.
 */
export const CONVERSION_FACTORS: readonly ConversionFactorPeriod[] = [
  period('2026-01-01', ['33.4009', '20.4976'], ['33.5675', '20.5998']),
  period('2025-01-01', ['32.3465', '20.3178']),
  period('2024-03-09', ['33.2875', '20.7739']),
  period('2024-01-01', ['32.7442', '20.4349']),
  period('2023-01-01', ['33.8872', '21.1249']),
  period('2022-01-01', ['34.6062', '21.5623']),
  period('2021-01-01', ['34.8931', '21.5600']),
  period('2020-01-01', ['36.0896', '22.2016']),
  period('2019-01-01', ['36.0391', '22.2730']),
  period('2018-01-01', ['35.9996', '22.1887']),
  period('2017-01-01', ['35.8887', '22.0454']),
  period('2016-01-01', ['35.8043', '21.9935']),
  period('2015-07-01', ['35.9335', '22.6093']),
  period('2015-01-01', ['35.7547', '22.4968']),
  period('2014-01-01', ['35.8228', '22.6765']),
  period('2013-01-01', ['34.0230', '21.9243']),
]

/** The conversion factors in force on a date; null before 2013. */
export const conversionFactorsOn = (date: CalendarDate): ConversionFactorPeriod | null =>
  CONVERSION_FACTORS.find((each) => each.from <= date) ?? null
