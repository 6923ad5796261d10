import fc from 'fast-check'
import { planOf, type Plan } from '@/lib/domain/calculator/plan'
import { MODIFIERS } from '@/lib/domain/crediting/modifier'
import { POLICY_BASES, SPLIT_SHARED } from '@/lib/domain/crediting/policy'

const factor = fc.constantFrom('0', '0.16', '0.5000', '1', '2.9999', '3.0')
const factors = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...MODIFIERS.map(({ code }) => code)), factor), {
    maxLength: 50,
    selector: ([modifier]) => modifier,
  })
  .map((entries) => Object.fromEntries(entries))

/** Any plan that an address can carry. */
export const plan: fc.Arbitrary<Plan> = fc
  .record({
    base: fc.constantFrom(...POLICY_BASES),
    factors,
    multipleProcedure: fc.boolean(),
    endoscopy: fc.boolean(),
    assistants: fc.boolean(),
    splitShared: fc.constantFrom(...SPLIT_SHARED),
    schedule: fc.constantFrom('by-date' as const, { release: 'RVU24A' }, { release: 'RVU23AR' }),
  })
  .map(planOf)
