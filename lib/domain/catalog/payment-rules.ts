import { standingOf } from '../crediting/status'
import { hasPackage } from '../crediting/surgical-package'
import type { ScheduleRow } from '../schedule/row'

/** One payment indicator of a row in words. `modifier` names the line whose amount shows what the rule does. */
export type PaymentRule = {
  readonly topic: string
  readonly verdict: string
  readonly meaning: string
  readonly modifier: '50' | '62' | '80' | 'AS' | null
}

type Words = readonly [verdict: string, meaning: string]
type Meanings = Readonly<Record<string, Words>>

/** Multiple procedures (domain D1 to D6). Indicator 3 names its base, below. */
const MULTIPLE: Meanings = {
  '0': ['Not reduced.', 'It keeps its full value whatever else is done in the session, and takes no rank.'],
  '2': ['Reduced unless it ranks first.', 'Procedures of a session rank by fee for payment and by work RVU for credit: the first counts in full, the second to fifth at 50%.'], // prettier-ignore
  '4': ['Reduced beside other imaging.', 'With other imaging of a session, the lesser technical parts are paid at 50% and the lesser professional parts at 95%. Work RVU is not reduced.'], // prettier-ignore
  '5': ['Practice expense halves after the first unit.', 'Of the therapy of a day, the unit with the most practice expense counts in full; every other keeps its work and half its practice expense.'], // prettier-ignore
  '6': ['Technical part reduced beside other heart and vessel tests.', 'On the same day the lesser technical parts are paid at 75%. Work RVU is not reduced.'], // prettier-ignore
  '7': ['Technical part reduced beside other eye tests.', 'On the same day the lesser technical parts are paid at 80%. Work RVU is not reduced.'], // prettier-ignore
}

/** Both sides (domain C2). */
const BILATERAL: Meanings = {
  '0': ['Does not apply.', 'There is one of it, or one approach: 50 adds nothing.'],
  '1': ['Paid at 150%.', 'Report one unit with 50, or one line each with LT and RT.'],
  '2': ['Already for both sides.', 'The listed value covers both: 50 adds nothing.'],
  '3': ['Each side in full.', 'Both sides are paid at 200%.'],
}

/** Assistants, co-surgeons and teams (domain C3). */
const ASSISTANT: Meanings = {
  '0': [
    'Paid only with documentation',
    'of why an assistant was needed: 16% to a physician, 13.6% to a PA, NP or CNS.',
  ],
  '1': ['Never paid.', 'Medicare pays no assistant for this service, by statute.'],
  '2': ['Paid.', '16% to a physician, 13.6% to a PA, NP or CNS.'],
}
const CO_SURGEON: Meanings = {
  '0': ['Not allowed.', 'Two surgeons cannot share this service.'],
  '1': ['Only with documentation', 'of why two surgeons were needed. Then 62.5% each.'],
  '2': ['Allowed.', 'Two surgeons of different specialties are paid 62.5% each.'],
}
const TEAM: Meanings = {
  '0': ['Not allowed.', 'Medicare pays no surgical team for this service.'],
  '1': ['Only with documentation', 'of why a team was needed. Then priced by report.'],
  '2': ['Allowed.', 'A team is priced by report.'],
}

/** Professional and technical (domain A3). */
const PC_TC: Meanings = {
  '0': ['No split.', 'A service of the clinician: 26 and TC are not valid.'],
  '1': ['Splits in two.', '26 is the reading and carries the work; TC is the equipment and staff.'],
  '2': ['Professional part only.', 'The test itself has a code of its own: 26 and TC are not valid.'],
  '3': ['Technical part only.', 'It carries no work: 26 and TC are not valid.'],
  '4': ['Whole test only.', 'Its parts have codes of their own: 26 and TC are not valid.'],
  '5': ['Incident to a clinician’s service.', 'In a hospital Medicare pays the clinician nothing for it.'],
  '6': ['Laboratory interpretation.', 'Only 26 is paid to a physician.'],
  '7': ['Therapy service.', 'Paid when a therapist does it under a plan of care.'],
  '8': ['Physician’s reading of a laboratory test.', 'Paid for inpatients.'],
}

/** Global periods (domain A4). 010 and 090 are told with their shares, by the page. */
const GLOBAL: Meanings = {
  '000': ['The day itself.', 'Visits on the same day are part of it unless 25 marks one as separate.'],
  '010': ['The day and 10 days after.', 'Visits in that time that belong to the procedure credit 0.'],
  '090': ['The day before, the day of, and 90 days after are one package.', 'Visits in it credit 0 unless 24, 25 or 57 lifts the block.'], // prettier-ignore
  MMM: ['Maternity care.', 'One package from pregnancy to the weeks after delivery, as the code describes.'],
  YYY: ['Set by the contractor.', 'The Medicare contractor decides which days belong to it.'],
  ZZZ: ['Add-on.', 'It belongs to the service it is added to and is never reported alone.'],
}

function rule(
  topic: string,
  words: Words | undefined,
  modifier: PaymentRule['modifier'] = null,
): readonly PaymentRule[] {
  return words ? [{ topic, verdict: words[0], meaning: words[1], modifier }] : []
}

function familyOf(row: ScheduleRow): Words {
  return [
    `Endoscopy family of ${row.endoscopyBase}.`,
    `Beside another scope of the family, only what it adds to ${row.endoscopyBase} counts. Alone, it ranks like any procedure: 50% unless it ranks first.`,
  ]
}

const multipleOf = (row: ScheduleRow): Words | undefined =>
  row.multipleProcedure === '3' ? familyOf(row) : MULTIPLE[row.multipleProcedure]

/** What 50, 62 and the assistants bring is shown where they bring anything. */
const shown = (indicator: string, paying: string, modifier: '50' | '62' | '80'): typeof modifier | null =>
  paying.includes(indicator) ? modifier : null

/**
 * The payment indicators of a row in words, in the order of a code's page; those whose concept does not apply are left
 * out (domain A3, A4, C2, C3, D; record layout of the relative value file). Empty where Medicare does not pay by the
 * fee schedule: its indicators then decide nothing.
 */
export function paymentRules(row: ScheduleRow): readonly PaymentRule[] {
  const standing = standingOf(row)
  if (standing !== 'priced' && standing !== 'by-contractor') return []
  return [
    ...rule('With other procedures', multipleOf(row)),
    ...rule('Both sides (50)', BILATERAL[row.bilateral], shown(row.bilateral, '13', '50')),
    ...rule('Assistant (80, 81, 82, AS)', ASSISTANT[row.assistant], shown(row.assistant, '02', '80')),
    ...rule('Co-surgeon (62)', CO_SURGEON[row.coSurgeon], shown(row.coSurgeon, '12', '62')),
    ...rule('Team (66)', TEAM[row.team]),
    ...rule('Professional and technical', PC_TC[row.pcTc]),
    ...rule(hasPackage(row) ? `${Number(row.globalPeriod)}-day global` : 'Global period', GLOBAL[row.globalPeriod]),
  ]
}
