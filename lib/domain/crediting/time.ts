import { wholeTimes } from '../shared/count'
import { DEFAULT_SETTINGS } from './settings'

/** Units of a time-based service, by code. Codes with no units are left out. */
export type TimeUnits = Readonly<Record<string, number>>
export type TimeRule = 'cms' | 'cpt'
export type TimeAnswer = { readonly cms: TimeUnits; readonly cpt: TimeUnits }

const units = (first: number, step: number, minutes: number): number =>
  minutes < first ? 0 : wholeTimes(step, minutes - first) + 1

/**
 * Critical care by one physician's total minutes for a patient and day (domain E2). CMS pays 99292 only after a full
 * further half hour (from 104 minutes, since 2023); CPT counts it from 75. Under 30 minutes neither code applies.
 */
export function criticalCareUnits(minutes: number): TimeAnswer {
  const first = minutes < 30 ? 0 : 1
  return {
    cms: { '99291': first, '99292': units(104, 30, minutes) },
    cpt: { '99291': first, '99292': units(75, 30, minutes) },
  }
}

type Prolonged = { readonly code: string; readonly from: number }
const STEP = 15

/** The first minute of the first unit, by the visit that it prolongs (domain E3). */
const CMS_PROLONGED: Readonly<Record<string, Prolonged>> = {
  '99205': { code: 'G2212', from: 89 },
  '99215': { code: 'G2212', from: 69 },
  '99483': { code: 'G2212', from: 100 },
  '99223': { code: 'G0316', from: 90 },
  '99233': { code: 'G0316', from: 65 },
  '99236': { code: 'G0316', from: 110 },
  '99306': { code: 'G0317', from: 95 },
  '99310': { code: 'G0317', from: 85 },
  '99345': { code: 'G0318', from: 140 },
  '99350': { code: 'G0318', from: 110 },
}
const CPT_PROLONGED: Readonly<Record<string, Prolonged>> = {
  '99205': { code: '99417', from: 75 },
  '99215': { code: '99417', from: 55 },
}

/** The visits that have a prolonged service here. */
export const PROLONGED_VISITS: readonly string[] = Object.keys(CMS_PROLONGED)

function prolonged(rule: Prolonged | undefined, minutes: number): TimeUnits {
  return rule === undefined ? {} : { [rule.code]: units(rule.from, STEP, minutes) }
}

/**
 * Prolonged units of a visit whose level was chosen by time (domain E3): never both sets on one claim. Null where the
 * visit has no prolonged service.
 */
export function prolongedUnits(visit: string, minutes: number): TimeAnswer | null {
  if (!(visit in CMS_PROLONGED)) return null
  return { cms: prolonged(CMS_PROLONGED[visit], minutes), cpt: prolonged(CPT_PROLONGED[visit], minutes) }
}

/** Therapy in units of 15 minutes with the patient (Medicare Claims Processing Manual, chapter 5, section 20.2). */
export const TIMED_THERAPY: readonly string[] = [
  '97032', '97033', '97034', '97035', '97036', '97110', '97112', '97113', '97116', '97124', '97140', '97530',
  '97533', '97535', '97537', '97542', '97750', '97755', '97760', '97761', '97763',
] // prettier-ignore

/** Minutes of timed therapy of one day, by code. */
export type TherapyMinutes = Readonly<Record<string, number>>

/** Timed units by the 8-minute rule: 8 to 22 is one, 23 to 37 two, then every 15 (domain E4). */
export const therapyUnits = (minutes: number, { therapyFirstMinute } = DEFAULT_SETTINGS): number =>
  units(therapyFirstMinute, STEP, minutes)

/**
 * Timed therapy of one patient and day. CMS adds the minutes of all timed codes, and the units of that sum go to the
 * codes with the most time left (Medicare Claims Processing Manual, chapter 5, section 20.2); CPT counts each code by
 * itself. Of a single code both say the same.
 */
export function therapyUnitsByCode(minutes: TherapyMinutes, settings = DEFAULT_SETTINGS): TimeAnswer {
  const codes = Object.keys(minutes).sort()
  const of = (code: string): number => minutes[code] ?? 0
  const alone = codes.map((code): [string, number] => [code, therapyUnits(of(code), settings)])
  const whole = new Map(codes.map((code) => [code, wholeTimes(STEP, of(code))]))
  const left = (code: string): number => of(code) - STEP * (whole.get(code) ?? 0)
  const total = therapyUnits(sumOf(codes.map(of)), settings)
  const open = total - sumOf([...whole.values()])
  const next = [...codes].sort((a, b) => left(b) - left(a)).slice(0, open)
  for (const code of next) whole.set(code, (whole.get(code) ?? 0) + 1)
  return { cms: Object.fromEntries(whole), cpt: Object.fromEntries(alone) }
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, each) => sum + each, 0)
