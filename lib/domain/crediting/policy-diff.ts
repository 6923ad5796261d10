import { factor, printFactor, times } from '../shared/exact'
import { modifierFact } from './modifier'
import { POLICY_PRESETS, type PolicyBase } from './policy'
import type { PolicyTerms } from './policy-on'

/** One thing that two policies say differently, in words for people. */
export type PolicyDifference = { readonly what: string; readonly before: string; readonly after: string }

const HUNDRED = { numerator: 100n, denominator: 1n }

/** `0.136` is `13.6%`, exactly. */
const percent = (text: string): string => `${printFactor(times(factor(text), HUNDRED))}%`

const BY_SCHEDULE = 'by the fee schedule'

/** The credit of a modifier where a policy sets no factor of its own (domain C4); unadjusted keeps all but TC. */
export function baseFactor(base: PolicyBase, modifier: string): string {
  const credit = modifierFact(modifier)?.credit
  // 51 is half wherever lower ranks are reduced at all.
  if (base === 'unadjusted' && modifier !== 'TC' && modifier !== '51') return '100%'
  return credit === null || credit === undefined ? BY_SCHEDULE : percent(credit)
}

function factorIn({ base, factors }: PolicyTerms, modifier: string): string {
  const own = factors[modifier]
  return own === undefined ? baseFactor(base, modifier) : percent(own)
}

/** Modifiers that either names: those that neither does differ only by their bases, which is said once. */
function factorDifferences(before: PolicyTerms, after: PolicyTerms): readonly PolicyDifference[] {
  const named = new Set([...Object.keys(before.factors), ...Object.keys(after.factors)])
  return [...named].sort().map((modifier) => ({
    what: `Factor of ${modifier}`,
    before: factorIn(before, modifier),
    after: factorIn(after, modifier),
  }))
}

const onOff = (on: boolean): string => (on ? 'on' : 'off')

type Said = readonly [what: string, said: (terms: PolicyTerms) => string]

const SAID: readonly Said[] = [
  ['Base', ({ base }) => POLICY_PRESETS[base].name],
  ['Multiple procedures', ({ multipleProcedure }) => onOff(multipleProcedure)],
  ['Endoscopy families', ({ endoscopy }) => onOff(endoscopy)],
  ['Assistants', ({ assistants }) => (assistants ? 'credited' : 'not credited')],
  ['Split or shared visits', ({ splitShared }) => (splitShared === 'half' ? 'half' : 'in full to who bills')],
  ['Schedule', ({ schedule }) => (schedule === 'by-date' ? 'by date of service' : schedule.release)],
]

/** What the second says differently from the first; empty where both credit alike. */
export function policyDifferences(before: PolicyTerms, after: PolicyTerms): readonly PolicyDifference[] {
  const said = SAID.map(([what, words]) => ({ what, before: words(before), after: words(after) }))
  return [...said, ...factorDifferences(before, after)].filter((each) => each.before !== each.after)
}
