/** What a modifier does to a line; each group is carried out by the file of that noun. */
export type ModifierGroup =
  | 'row' | 'bilateral' | 'multiple' | 'reduced' | 'package' | 'co-surgeon' | 'team' | 'assistant' | 'denied'
  | 'facility-only' | 'split' | 'visit' | 'distinct' | 'staged' | 'side' | 'effort' | 'anesthesia' | 'therapy-assistant'
  | 'information' // prettier-ignore

export type ModifierFact = {
  readonly code: string
  /** In our own words. */
  readonly meaning: string
  readonly group: ModifierGroup
  /** Share of the fee, as decimal text; null where the row, the indicators or a report decide. */
  readonly payment: string | null
  /** Default credit factor; null where the row, the indicators or a person decide. */
  readonly credit: string | null
}

type Entry = readonly [
  codes: string,
  meaning: string,
  group: ModifierGroup,
  payment?: string | null,
  credit?: string | null,
]

/** Domain C4, one line a rule; codes that share a line share everything. Factors are 1 where not given. */
const ENTRIES: readonly Entry[] = [
  ['22', 'unusually large effort', 'effort'],
  ['24', 'unrelated visit after an operation', 'visit'],
  ['FT', 'unrelated critical care in a global period', 'visit'],
  ['25', 'separate visit on the day of a procedure', 'visit'],
  ['57', 'visit that led to the decision for major surgery', 'visit'],
  ['26', 'professional component', 'row'],
  ['TC', 'technical component', 'row', '1', '0'],
  ['50', 'both sides', 'bilateral', null, null],
  ['51', 'one of several procedures', 'multiple', null, '0.5'],
  ['52', 'reduced service', 'reduced', null, '0.5'],
  ['53', 'stopped service', 'reduced', null, '0.5'],
  ['54', 'operation without the care after it', 'package', null, null],
  ['55', 'care after the operation only', 'package', null, null],
  ['56', 'care before the operation only', 'package', '0', null],
  ['78', 'unplanned return to the operating room', 'package', null, null],
  ['58', 'staged or planned in a global period', 'staged'],
  ['79', 'unrelated procedure in a global period', 'staged'],
  ['76', 'repeat by the same physician', 'information'],
  ['77', 'repeat by another physician', 'information'],
  ['59', 'distinct service', 'distinct'],
  ['XE', 'separate encounter', 'distinct'],
  ['XP', 'separate practitioner', 'distinct'],
  ['XS', 'separate structure', 'distinct'],
  ['XU', 'unusual service without overlap', 'distinct'],
  ['62', 'co-surgeon', 'co-surgeon', '0.625', '0.625'],
  ['66', 'surgical team', 'team', null, null],
  ['80', 'assistant surgeon', 'assistant', '0.16', '0.16'],
  ['81', 'minimum assistant', 'assistant', '0.16', '0.16'],
  ['82', 'assistant where no resident was available', 'assistant', '0.16', '0.16'],
  ['AS', 'assistant who is a PA, NP or CNS', 'assistant', '0.136', '0.136'],
  ['73 74', 'stopped by the facility', 'facility-only'],
  ['GY', 'excluded by statute, patient billed', 'denied', '0'],
  ['GZ', 'denial expected, no notice signed', 'denied', '0'],
  ['GC', 'teaching physician with a resident', 'information'],
  ['GE', 'resident under the primary care exception', 'information'],
  ['FS', 'split or shared visit', 'split'],
  ['AA QZ', 'anesthesia personally performed', 'anesthesia'],
  ['QK QX QY', 'anesthesia medically directed', 'anesthesia'],
  ['AD', 'anesthesia supervised, more than four at once', 'anesthesia'],
  ['95 93 GT GQ', 'telehealth', 'information'],
  ['LT', 'left side', 'side'],
  ['RT', 'right side', 'side'],
  ['E1 E2 E3 E4', 'eyelid', 'side'],
  ['FA F1 F2 F3 F4 F5 F6 F7 F8 F9', 'finger', 'side'],
  ['TA T1 T2 T3 T4 T5 T6 T7 T8 T9', 'toe', 'side'],
  ['LC LD RC RI LM', 'coronary artery', 'side'],
  ['P1 P2 P3 P4 P5 P6', 'physical status for anesthesia', 'information'],
  ['GP GO GN KX', 'therapy plan of care', 'information'],
  ['CQ CO', 'therapy assistant', 'therapy-assistant'],
  ['27 32 33 47 63 90 91 92 96 97', 'information for the payer', 'information'],
  ['AI AQ AR CR CS ET GA GV GW GX PT Q5 Q6 QW SA', 'information for the payer', 'information'],
]

const factsOf = ([codes, meaning, group, payment = '1', credit = '1']: Entry): ModifierFact[] =>
  codes.split(' ').map((code) => ({ code, meaning, group, payment, credit }))

export const MODIFIERS: readonly ModifierFact[] = ENTRIES.flatMap(factsOf)

const BY_CODE: ReadonlyMap<string, ModifierFact> = new Map(MODIFIERS.map((fact) => [fact.code, fact]))

/** What is known of a modifier; null when it is in no list of ours. */
export const modifierFact = (modifier: string): ModifierFact | null => BY_CODE.get(modifier) ?? null

const ASSISTANTS = ['80', '81', '82', 'AS']

/** Sets of which a line may have one member at most, or one from each of two lists (domain C4, end). */
const ONE_OF: readonly (readonly string[])[] = [
  ['26', 'TC'],
  ['54', '55'],
  ASSISTANTS,
  ['76', '77'],
  ['AA', 'QZ', 'QK', 'QX', 'QY', 'AD'],
  ['58', '78', '79'],
]
const NOT_BOTH: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['62'], [...ASSISTANTS, '66']],
  [['54', '55', '56'], ASSISTANTS],
]

/** Two modifiers of a line that contradict each other; null when none do. */
export function conflictIn(modifiers: readonly string[]): readonly [string, string] | null {
  if (modifiers.length < 2) return null
  for (const set of ONE_OF) {
    const [first, second] = modifiers.filter((each) => set.includes(each))
    if (first !== undefined && second !== undefined) return [first, second]
  }
  for (const [left, right] of NOT_BOTH) {
    const first = modifiers.find((each) => left.includes(each))
    const second = modifiers.find((each) => right.includes(each))
    if (first !== undefined && second !== undefined) return [first, second]
  }
  return null
}
