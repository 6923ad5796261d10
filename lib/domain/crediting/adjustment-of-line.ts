import { ONE, ZERO, factor, times, type Factor } from '../shared/exact'
import { adjustment, customFactor, notPayable, type Adjustment, type AdjustmentInput } from './adjustment'
import { assistantAdjustment } from './assistant'
import { CITATION } from './citation'
import type { Note } from './explanation'
import { modifierFact, type ModifierGroup } from './modifier'
import type { Policy } from './policy'
import { coSurgeonAdjustment, teamAdjustment } from './shared-surgery'
import { daysHeld, packageAdjustment } from './surgical-package'

const HALF: Factor = factor('0.5')

/** 52 and 53: no national amount without the published row of a stopped service (domain C4). */
function reducedAdjustment(modifier: string, { row }: AdjustmentInput): Adjustment {
  if (modifier === '53' && row.modifier === '53') {
    const reason = 'Stopped: CMS publishes a row of its own for that, used here.'
    return adjustment(modifier, { rule: 'stopped-row', reason, citation: CITATION.reduced }, { effect: 'remark' })
  }
  const word = modifier === '52' ? 'Reduced' : 'Stopped'
  const note: Note = {
    rule: 'by-report',
    reason: `${word}: the contractor prices it by report.`,
    citation: CITATION.reduced,
  }
  return adjustment(modifier, note, {
    effect: 'by-report',
    credit: HALF,
    creditNote: { ...note, rule: 'reduced-service', reason: `${word} service: half of the work.` },
    flags: ['BY_REPORT'],
  })
}

function effortAdjustment(modifier: string): Adjustment {
  const reason = '22 adds nothing until the payer agrees; flagged for the operative note.'
  const note: Note = { rule: 'unusual-effort', reason, citation: CITATION.effort }
  return adjustment(modifier, note, { effect: 'remark', flags: ['BY_REPORT_INCREASE_POSSIBLE'] })
}

function deniedAdjustment(modifier: string): Adjustment {
  const reason =
    modifier === 'GY'
      ? 'GY says that Medicare excludes this by law: not paid.'
      : 'GZ says that a denial is expected: not paid.'
  return notPayable(modifier, { rule: 'not-payable', reason, citation: CITATION.notCovered }, ONE)
}

function therapyAssistantAdjustment(modifier: string): Adjustment {
  const reason = `${modifier}: the allowed amount is unchanged; Medicare pays 85% of its own share of it.`
  return adjustment(
    modifier,
    { rule: 'therapy-assistant', reason, citation: CITATION.therapyAssistant },
    { effect: 'remark' },
  )
}

function unknownAdjustment(modifier: string): Adjustment {
  const reason = `${modifier} is not a modifier known here: it changes nothing.`
  const note: Note = { rule: 'unknown-modifier', reason, citation: CITATION.modifiers }
  return adjustment(modifier, note, { effect: 'remark', flags: ['MODIFIER_UNKNOWN'] })
}

/** FS pays who did the larger part; outside a facility there is no such visit (domain C4, E5). */
function splitAdjustment(modifier: string, { place }: AdjustmentInput): Adjustment {
  const reason =
    place.setting === 'facility'
      ? 'Split or shared: all of it is of who spent more than half of the time, or made the medical decisions.'
      : 'Split or shared visits are of facilities only: bill this place for who saw the patient, or as incident to.'
  return adjustment(modifier, { rule: 'split-or-shared', reason, citation: CITATION.split }, { effect: 'remark' })
}

function rowAdjustment(modifier: string): Adjustment | null {
  if (modifier !== 'TC') return null
  const reason = 'The technical component holds no physician work.'
  return adjustment(modifier, { rule: 'technical-component', reason, citation: CITATION.pcTc }, { credit: ZERO })
}

const BY_GROUP: Partial<Record<ModifierGroup, (modifier: string, input: AdjustmentInput) => Adjustment | null>> = {
  row: rowAdjustment,
  reduced: reducedAdjustment,
  package: packageAdjustment,
  'co-surgeon': coSurgeonAdjustment,
  team: teamAdjustment,
  assistant: assistantAdjustment,
  denied: deniedAdjustment,
  effort: effortAdjustment,
  split: splitAdjustment,
  'therapy-assistant': therapyAssistantAdjustment,
}

/** Bilateral and multiple procedures are rules of the line and of the session: their custom factors are used there. */
const ELSEWHERE: readonly (ModifierGroup | undefined)[] = ['bilateral', 'multiple']

function baseAdjustment(modifier: string, input: AdjustmentInput): Adjustment | null {
  const fact = modifierFact(modifier)
  if (fact === null) return unknownAdjustment(modifier)
  return BY_GROUP[fact.group]?.(modifier, input) ?? null
}

const policyNote = (policy: Policy, modifier: string): Note => ({
  rule: 'policy-factor',
  reason: `${policy.name} sets its own factor for ${modifier}: ${policy.factors[modifier] ?? ''}.`,
  citation: CITATION.policy,
})

const noAssistants = (policy: Policy): Note => ({
  rule: 'policy-assistants',
  reason: `${policy.name} credits no assistants at surgery.`,
  citation: CITATION.policy,
})

const sharedNote = (policy: Policy): Note => ({
  rule: 'policy-split-shared',
  reason: `${policy.name} credits half of a split or shared visit to each of the two.`,
  citation: CITATION.policy,
})

/** Credit under the policy: its own factor first; unadjusted keeps all but the technical component (domain C1). */
function underPolicy(
  modifier: string,
  base: Adjustment | null,
  policy: Policy,
  input: AdjustmentInput,
): Adjustment | null {
  const group = modifierFact(modifier)?.group
  if (ELSEWHERE.includes(group)) return null
  if (base !== null && group === 'assistant' && !policy.assistants) return credited(base, ZERO, noAssistants(policy))
  const custom = customCredit(modifier, policy, input)
  if (custom === null) return base && underBase(modifier, base, group, policy)
  const creditNote = policyNote(policy, modifier)
  return base ? credited(base, custom, creditNote) : adjustment(modifier, creditNote, { credit: custom })
}

function underBase(modifier: string, base: Adjustment, group: ModifierGroup | undefined, policy: Policy): Adjustment {
  if (modifier === 'TC') return base
  if (group === 'split' && policy.splitShared === 'half') return credited(base, HALF, sharedNote(policy))
  return policy.base === 'unadjusted' ? { ...base, credit: ONE } : base
}

const credited = (base: Adjustment, credit: Factor, creditNote: Note): Adjustment => ({ ...base, credit, creditNote })

/** The policy's own factor; of care after an operation it is for all of its days, and the days held have their part. */
function customCredit(modifier: string, policy: Policy, { row, line }: AdjustmentInput): Factor | null {
  if (modifier === '53' && row.modifier === '53') return null
  const custom = customFactor(policy, modifier)
  return custom !== null && modifier === '55' ? times(custom, daysHeld(row, line.postoperativeDays)) : custom
}

/** What the modifiers of a line, and an assistant's role, do to it, in the order given (domain C4, C5 step 5). */
export function adjustmentsOf(
  modifiers: readonly string[],
  input: AdjustmentInput,
  policy: Policy,
): readonly Adjustment[] {
  if (modifiers.length === 0) return NONE
  return modifiers.flatMap((modifier) => underPolicy(modifier, baseAdjustment(modifier, input), policy, input) ?? [])
}

const NONE: readonly Adjustment[] = []
