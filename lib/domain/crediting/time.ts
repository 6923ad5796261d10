/** Units of a time-based service, by code. Codes with no units are left out. */
export type TimeUnits = Readonly<Record<string, number>>
export type TimeAnswer = { readonly cms: TimeUnits; readonly cpt: TimeUnits }

const units = (first: number, step: number, minutes: number): number =>
  minutes < first ? 0 : Math.floor((minutes - first) / step) + 1

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

/** Timed therapy units by the 8-minute rule: 8 to 22 is one, 23 to 37 two, then every 15 (domain E4). */
export const therapyUnits = (minutes: number): number => units(8, STEP, minutes)
