import { calendarDate, type CalendarDate } from '../shared/date'

/**
 * June 30 at the end of a program of a usual length, from the year of training of a day: academic years begin on July 1.
 * Null when the year of training lies beyond the program, or either is not known.
 */
export function usualGraduation(
  asOf: CalendarDate,
  trainingYear: number | null,
  programYears: number | null,
): CalendarDate | null {
  if (trainingYear === null || programYears === null || trainingYear > programYears) return null
  const endOfThisYear = Number(asOf.slice(0, 4)) + (asOf.slice(5) >= '07-01' ? 1 : 0)
  return calendarDate(`${endOfThisYear + programYears - trainingYear}-06-30`)
}
