import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conversionFactor } from '@/lib/domain/shared/exact'
import { MODIFIERS } from '@/lib/domain/crediting/modifier'
import { POLICY_PRESETS, type Policy } from '@/lib/domain/crediting/policy'
import type { CalculatedCase, CalculatedLine, CaseLine } from '@/lib/domain/crediting/case'
import { calculate, line } from '@/tests/support/case-lines'
import { MANHATTAN, publishedRate, release, ROWS, rowOf, view } from '@/tests/support/schedule-rows'

// 99998 is in no release; anesthesia and entered values are among the rest.
const CODES = [...new Set([...ROWS.map((row) => row.code), '00100', '0652T', '99998', '99998'])]
const HELD = {
  baseUnitsOf: (code: string) => (code === '00100' ? 5 : null),
  anesthesiaRates: publishedRate('19.31'),
}
const SCHEDULE = view(HELD)
/** Every modifier of the table, and one that is in none. */
const EVERY_MODIFIER = [...MODIFIERS.map(({ code }) => code), 'ZZ']
const PLACES = ['11', '21', '22', '24', '31', '32', '05']
const ENTERED = [
  { workRvu: '12.34' },
  { allowed: '850.55' },
  { workRvu: '3', allowed: '99.9' },
  { comparator: '44140' },
  { comparator: '99998' },
]
const DATES = ['2025-11-03', '2025-11-04', '2025-11-20']

const anyLine = (index: number): fc.Arbitrary<CaseLine> =>
  fc
    .record({
      code: fc.constantFrom(...CODES),
      modifiers: fc.array(fc.constantFrom(...EVERY_MODIFIER), { maxLength: 2 }),
      units: fc.integer({ min: 1, max: 4 }),
      placeOfService: fc.constantFrom(...PLACES),
      date: fc.constantFrom(...DATES),
      provider: fc.constantFrom('self' as const, 'self' as const, 'self' as const, 'other' as const),
      minutes: fc.constantFrom(null, 0, 48, 95),
      postoperativeDays: fc.constantFrom(null, 0, 30, 90),
      manual: fc.constantFrom(null, null, null, ...ENTERED),
    })
    .map(({ code, date, ...rest }) => line(code, index, { ...rest, dateOfService: date as CaseLine['dateOfService'] }))

const anyCase = fc
  .integer({ min: 1, max: 7 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => anyLine(index))))
const CUSTOM: Policy = {
  name: 'Surgery 2026',
  base: 'cms_adjusted',
  factors: { '22': '1.2', '51': '0.75', '80': '0.2', LT: '0.9' },
  multipleProcedure: true,
  endoscopy: false,
  assistants: false,
  splitShared: 'half',
  schedule: 'by-date',
}
const anyPolicy = fc.constantFrom(...Object.values(POLICY_PRESETS), CUSTOM)
const anyRole = fc.constantFrom('attending' as const, 'attending' as const, 'assistant' as const, 'resident' as const)

const cents = (text: string | null): number => Math.round(Number(text ?? '0') * 100)

describe('laws of a case', () => {
  it('the order of lines changes no line and no total', () => {
    fc.assert(
      fc.property(
        anyCase,
        anyPolicy,
        anyRole,
        fc.array(fc.nat(), { minLength: 7, maxLength: 7 }),
        (lines, policy, role, keys) => {
          const shuffled = lines
            .map((each, index) => ({ each, key: keys[index] ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ each }) => each)
          const straight = calculate(lines, { policy, role }, SCHEDULE)
          const mixed = calculate(shuffled, { policy, role }, SCHEDULE)
          expect(mixed.totals).toEqual(straight.totals)
          for (const answer of straight.lines) expect(mixed.lines.find(({ id }) => id === answer.id)).toEqual(answer)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('credit depends on no place, locality, conversion factor or part in a payment model', () => {
    const elsewhere = view({
      ...HELD,
      locality: MANHATTAN,
      release: release('RVU25D', '2025-10-01', {
        conversionFactors: { standard: conversionFactor('40.0000'), qualifyingApm: conversionFactor('41.0000') },
      }),
    })
    fc.assert(
      fc.property(anyCase, anyPolicy, fc.constantFrom(...PLACES), (lines, policy, placeOfService) => {
        const moved = lines.map((each) => ({ ...each, placeOfService }))
        const creditOf = (result: CalculatedCase) => result.lines.map((each) => [each.creditedWorkRvu, each.workRvu])
        const here = creditOf(calculate(lines, { policy }, SCHEDULE))
        for (const qualifyingApm of [false, true]) {
          expect(creditOf(calculate(moved, { policy, qualifyingApm }, elsewhere))).toEqual(here)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('the last step of each measure is its result, and each step starts where the one before ended', () => {
    fc.assert(
      fc.property(anyCase, anyPolicy, anyRole, (lines, policy, role) => {
        for (const answer of calculate(lines, { policy, role }, SCHEDULE).lines) {
          for (const [measure, result] of [
            ['payment', answer.allowed],
            ['credit', answer.creditedWorkRvu],
          ] as const) {
            const steps = answer.steps.filter((step) => step.measure === measure)
            expect(steps.at(-1)?.after).toBe(result)
            steps.slice(1).forEach((step, index) => {
              expect(step.before).toBe(steps[index]?.after)
              if (step.before === null || step.after === null) return
              // Each is rounded from the same exact amount, so they agree within the rounding of both, unit by unit.
              const difference = Math.abs(Number(step.before) * Number(step.factor) - Number(step.after))
              expect(difference).toBeLessThanOrEqual(0.01 * answer.units + 0.0001)
            })
          }
        }
      }),
      { numRuns: 400 },
    )
  })

  it('totals are the sums of the clinician’s own lines, entered values apart', () => {
    fc.assert(
      fc.property(anyCase, anyPolicy, (lines, policy) => {
        const { lines: answers, totals } = calculate(lines, { policy }, SCHEDULE)
        const own = answers.filter((_, index) => lines[index]?.provider === 'self')
        const isEntered = (each: CalculatedLine): boolean => each.flags.includes('MANUAL_VALUE')
        const sum = (part: readonly CalculatedLine[], of: (each: CalculatedLine) => string | null) =>
          part.reduce((total, each) => total + cents(of(each)), 0)
        const entered = own.filter(isEntered)
        const listed = own.filter((each) => !isEntered(each))
        for (const [part, shown] of [
          [listed, totals],
          [entered, totals.manual],
        ] as const) {
          expect(cents(shown.allowed)).toBe(sum(part, (each) => each.allowed))
          expect(cents(shown.workRvu)).toBe(sum(part, (each) => each.workRvu))
        }
        expect(totals.manual.lines).toBe(entered.length)
      }),
      { numRuns: 400 },
    )
  })

  it('entered values and anesthesia add nothing to work RVUs, credited or listed', () => {
    const outside = (each: CaseLine, index: number): CaseLine =>
      index % 2 === 0
        ? { ...each, code: '99998', manual: { workRvu: '12.34', allowed: '850.55' } }
        : { ...each, code: '00100' }
    fc.assert(
      fc.property(anyCase, anyPolicy, anyRole, (lines, policy, role) => {
        const { totals } = calculate(lines.map(outside), { policy, role }, SCHEDULE)
        expect([totals.workRvu, totals.creditedWorkRvu]).toEqual(['0.00', '0.0000'])
      }),
      { numRuns: 300 },
    )
  })

  it('the parts of a divided line add up to it, within a cent where none is reduced', () => {
    fc.assert(
      fc.property(anyCase, (lines) => {
        for (const { components, allowed, units } of calculate(lines, {}, SCHEDULE).lines) {
          if (components.length === 0 || allowed === null) continue
          const sum = components.reduce((total, each) => total + cents(each.allowed), 0)
          // A whole unit keeps its global fee, which its parts may miss by a cent, by more where the cap binds on one.
          if (components.every((each) => 'unit' in each)) expect(sum).toBe(cents(allowed))
          else expect(Math.abs(sum - cents(allowed))).toBeLessThanOrEqual(2 * units)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('one more procedure of indicator 2 never lowers what is paid, where no global, same-day or by-report rule is in play', () => {
    const standard = CODES.filter((code) =>
      ROWS.some(
        (row) => row.code === code && row.modifier === '' && row.multipleProcedure === '2' && row.status === 'A',
      ),
    )
    // Beside endoscopies, tests, therapy and add-ons; visits and status T are left out, and so are shares of a fee.
    const beside = ['31628', '31625', '52332', '11:72125', '11:70450', '11:97530*2', '33518', '11:93925', '19303-50']
    const context = fc.array(fc.constantFrom(...standard, ...beside), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(context, fc.constantFrom(...standard), (codes, more) => {
        const before = calculate(codes)
        const after = calculate([...codes, more])
        fc.pre(!after.lines.some(({ flags }) => flags.includes('BY_REPORT')))
        expect(cents(after.totals.allowed)).toBeGreaterThanOrEqual(cents(before.totals.allowed))
      }),
      { numRuns: 500 },
    )
  })

  it('rounds a half away from zero, once', () => {
    // A fee of exactly one half cent: 0.01 x 1.000 x 0.5000 dollars = 0.005 -> 0.01
    const row = { ...rowOf('44140'), work: rowOf('92134').work, payment: rowOf('44140').payment }
    const half = release('RVU25D', '2025-10-01', {
      conversionFactors: { standard: conversionFactor('0.5000'), qualifyingApm: null },
    })
    const payment = row.payment && { ...row.payment, facilityPe: 0n as never, malpractice: 0n as never }
    const schedule = view({ release: half, locality: null }, [{ ...row, work: 1n as never, payment }])
    expect(calculate(['44140'], {}, schedule).lines[0]?.allowed).toBe('0.01')
  })
})
