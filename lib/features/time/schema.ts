import { z } from 'zod'
import { GIVEN_BY } from '@/lib/domain/crediting/anesthesia'
import { PROLONGED_VISITS } from '@/lib/domain/crediting/time'
import { Code, Modifier } from '../schedule/schema'

const wholeMinutes = (most: number, period: string) => {
  const words = `Minutes are a whole number from 0 to ${most.toLocaleString('en-US')}${period}.`
  return z.number(words).int(words).min(0, words).max(most, words)
}

const MINUTES_A_DAY = 1_440
const ofDay = wholeMinutes(MINUTES_A_DAY, ', the total of one patient and day')
const BASE_UNITS = 'Base units are a whole number from 0 to 99.'

const CriticalCare = z.strictObject({ service: z.literal('critical-care'), minutes: ofDay })

const ProlongedOffice = z.strictObject({
  service: z.literal('prolonged-office'),
  code: z
    .string()
    .trim()
    .refine(
      (code) => PROLONGED_VISITS.includes(code),
      `Send a visit that time can prolong: ${PROLONGED_VISITS.join(', ')}.`,
    ),
  minutes: ofDay,
})

const MINUTES_OR_CODES = 'Send minutes, or codes with the minutes of each: {"97110": 24, "97140": 23}.'

/** Minutes of one timed code, or of each of several: CMS adds those together, CPT does not. */
const Therapy = z
  .strictObject({
    service: z.literal('therapy'),
    minutes: ofDay.optional(),
    codes: z.record(Code, ofDay).optional(),
  })
  .refine(({ minutes, codes }) => (minutes === undefined) !== (codes === undefined), MINUTES_OR_CODES)

const Anesthesia = z.strictObject({
  service: z.literal('anesthesia'),
  baseUnits: z.number(BASE_UNITS).int(BASE_UNITS).min(0, BASE_UNITS).max(99, BASE_UNITS),
  minutes: wholeMinutes(6_000, ''),
  modifiers: z
    .array(Modifier)
    .max(8, 'A line has at most eight modifiers.')
    .refine(
      (all) => all.filter((each) => GIVEN_BY.includes(each)).length < 2,
      `Send one of ${GIVEN_BY.join(', ')}: they exclude each other.`,
    )
    .default([]),
  conversionFactor: z
    .string()
    .regex(
      /^\d{1,4}(\.\d{1,4})?$/,
      'A conversion factor is dollars a unit, in quotes, with at most four decimals: "19.31".',
    ),
  presentAtInduction: z.boolean().default(false),
})

/** `POST /api/v1/time`: units of services that are counted by the clock. */
export const TimeInput = z.discriminatedUnion('service', [CriticalCare, ProlongedOffice, Anesthesia, Therapy])
export type TimeInput = z.output<typeof TimeInput>

export type AnesthesiaUnits = { readonly timeUnits: string; readonly units: string; readonly allowed: string }
