import { isKnownModifier, MOST_FACTORS, OWN_FACTOR_SHAPE, withLeadingZero } from '../crediting/own-factor'
import { POLICY_BASES, POLICY_PRESETS, type PolicyBase } from '../crediting/policy'
import type { PolicyTerms } from '../crediting/policy-on'

/** A preset by its name, or a plan that differs from its base in something. */
export type Plan = PolicyBase | PolicyTerms

type Switch = 'multipleProcedure' | 'endoscopy' | 'assistants'
type Part = Partial<PolicyTerms>

interface Form {
  /** What tells this part from the others; its group is what it says. */
  readonly shape: RegExp
  /** Null where it says nothing that can be. */
  readonly read: (said: string) => Part | null
  /** Null where a plan says of it what its base does. */
  readonly write: (terms: PolicyTerms) => string | null
}

const onOff = (name: Switch, word: string): Form => ({
  shape: new RegExp(`^${word.toUpperCase()}-(.*)$`),
  read: (said) => (said === 'ON' || said === 'OFF' ? { [name]: said === 'ON' } : null),
  write: (terms) => (terms[name] === POLICY_PRESETS[terms.base][name] ? null : `${word}-${terms[name] ? 'on' : 'off'}`),
})

/** What stands behind the base, each after a `~`, in the order written; factors follow: `partial~split-half~80*0.2`. */
const FORMS = {
  multiple: onOff('multipleProcedure', 'multiple'),
  endoscopy: onOff('endoscopy', 'endoscopy'),
  assistants: onOff('assistants', 'assistants'),
  split: {
    shape: /^SPLIT-(.*)$/,
    read: (said) => (said === 'HALF' ? { splitShared: 'half' } : said === 'BILLER' ? { splitShared: 'biller' } : null),
    write: ({ splitShared }) => (splitShared === 'half' ? 'split-half' : null),
  },
  schedule: {
    shape: /^(RVU.*)$/,
    read: (said) => (/^RVU\d{2}[A-D]R?$/.test(said) ? { schedule: { release: said } } : null),
    write: ({ schedule }) => (schedule === 'by-date' ? null : schedule.release),
  },
} as const satisfies Record<string, Form>

type FormName = keyof typeof FORMS
const FORM_NAMES = Object.keys(FORMS) as readonly FormName[]

/** What of a plan was not understood. */
export type PlanFault = 'base' | 'part' | 'modifier' | 'factor' | 'twice' | 'too-many' | FormName
export type UnreadPlan = { readonly text: string; readonly fault: PlanFault }

const FACTOR_SHAPE = /^([^*]*)\*(.*)$/

/** `cms_adjusted~multiple-off~RVU24A~80*0.2`: the base, then what the plan says otherwise. */
export function writePlan(plan: Plan): string {
  if (typeof plan === 'string') return plan
  const said = FORM_NAMES.flatMap((form) => FORMS[form].write(plan) ?? [])
  const factors = Object.entries(plan.factors).map(([modifier, factor]) => `${modifier}*${factor}`)
  return [plan.base, ...said, ...factors.sort()].join('~')
}

/** A plan that says nothing otherwise is the preset that it is based on. */
export const planOf = (terms: PolicyTerms): Plan => (writePlan(terms) === terms.base ? terms.base : terms)

/** A plan from its text, or the first part of it that is not understood. */
export function readPlan(text: string): Plan | UnreadPlan {
  const [head = '', ...parts] = text.split('~').map((part) => part.trim())
  const base = POLICY_BASES.find((each) => each === head.toLowerCase())
  if (base === undefined) return { text: head, fault: 'base' }
  let terms = termsOf(base)
  const seen = new Set<string>()
  for (const part of parts) {
    const read = readPart(part.toUpperCase(), terms.factors, seen)
    if (typeof read === 'string') return { text: part, fault: read }
    terms = { ...terms, ...read }
  }
  return planOf(terms)
}

/** What a preset says, without its name. */
function termsOf(preset: PolicyBase): PolicyTerms {
  const { base, factors, multipleProcedure, endoscopy, assistants, splitShared, schedule } = POLICY_PRESETS[preset]
  return { base, factors, multipleProcedure, endoscopy, assistants, splitShared, schedule }
}

/** One part behind the base; of everything there is one at most. */
function readPart(part: string, factors: PolicyTerms['factors'], seen: Set<string>): Part | PlanFault {
  const [, modifier, factor = ''] = FACTOR_SHAPE.exec(part) ?? []
  const form = FORM_NAMES.find((each) => FORMS[each].shape.test(part))
  const name = modifier ?? form ?? 'part'
  if (seen.has(name)) return 'twice'
  seen.add(name)
  if (modifier !== undefined) return readFactor(modifier, factor, factors)
  return form === undefined ? 'part' : readForm(form, part)
}

const readForm = (form: FormName, part: string): Part | PlanFault =>
  FORMS[form].read(FORMS[form].shape.exec(part)?.[1] ?? '') ?? form

function readFactor(modifier: string, factor: string, factors: PolicyTerms['factors']): Part | PlanFault {
  if (!isKnownModifier(modifier)) return 'modifier'
  if (!OWN_FACTOR_SHAPE.test(factor)) return 'factor'
  if (Object.keys(factors).length >= MOST_FACTORS) return 'too-many'
  return { factors: { ...factors, [modifier]: withLeadingZero(factor) } }
}
