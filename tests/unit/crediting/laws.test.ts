import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conversionFactor } from '@/lib/domain/shared/exact'
import { POLICY_PRESETS } from '@/lib/domain/crediting/policy'
import type { CaseLine } from '@/lib/domain/crediting/case'
import { calculate, line } from '@/tests/support/case-lines'
import { MANHATTAN, release, ROWS, rowOf, view } from '@/tests/support/schedule-rows'

const CODES = [...new Set(ROWS.map((row) => row.code))]
const MODIFIERS = [
  '22',
  '24',
  '25',
  '26',
  '50',
  '51',
  '52',
  '53',
  '54',
  '55',
  '56',
  '57',
  '58',
  '59',
  '62',
  '66',
  '76',
  '78',
  '80',
  'AS',
  'GY',
  'LT',
  'RT',
  'TC',
  'XE',
  'ZZ',
]
const PLACES = ['11', '21', '22', '24', '31', '32', '05']
const DATES = ['2025-11-03', '2025-11-04', '2025-11-20']

const anyLine = (index: number): fc.Arbitrary<CaseLine> =>
  fc
    .record({
      code: fc.constantFrom(...CODES),
      modifiers: fc.array(fc.constantFrom(...MODIFIERS), { maxLength: 2 }),
      units: fc.integer({ min: 1, max: 4 }),
      placeOfService: fc.constantFrom(...PLACES),
      date: fc.constantFrom(...DATES),
      provider: fc.constantFrom('self' as const, 'self' as const, 'self' as const, 'other' as const),
    })
    .map(({ code, date, ...rest }) => line(code, index, { ...rest, dateOfService: date as CaseLine['dateOfService'] }))

const anyCase = fc
  .integer({ min: 1, max: 7 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => anyLine(index))))
const anyPolicy = fc.constantFrom(...Object.values(POLICY_PRESETS))
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
          const straight = calculate(lines, { policy, role })
          const mixed = calculate(shuffled, { policy, role })
          expect(mixed.totals).toEqual(straight.totals)
          for (const answer of straight.lines) expect(mixed.lines.find(({ id }) => id === answer.id)).toEqual(answer)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('credit depends on no place, locality or conversion factor', () => {
    const elsewhere = view({
      locality: MANHATTAN,
      release: release('RVU25D', '2025-10-01', {
        conversionFactors: { standard: conversionFactor('40.0000'), qualifyingApm: null },
      }),
    })
    fc.assert(
      fc.property(anyCase, anyPolicy, fc.constantFrom(...PLACES), (lines, policy, placeOfService) => {
        const moved = lines.map((each) => ({ ...each, placeOfService }))
        const here = calculate(lines, { policy }).lines.map((each) => each.creditedWorkRvu)
        expect(calculate(moved, { policy }, elsewhere).lines.map((each) => each.creditedWorkRvu)).toEqual(here)
      }),
      { numRuns: 400 },
    )
  })

  it('the last step of each measure is its result, and each step starts where the one before ended', () => {
    fc.assert(
      fc.property(anyCase, anyPolicy, anyRole, (lines, policy, role) => {
        for (const answer of calculate(lines, { policy, role }).lines) {
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

  it('totals are the sums of the clinician’s own lines', () => {
    fc.assert(
      fc.property(anyCase, (lines) => {
        const result = calculate(lines)
        const own = result.lines.filter((_, index) => lines[index]?.provider === 'self')
        expect(cents(result.totals.allowed)).toBe(own.reduce((sum, each) => sum + cents(each.allowed), 0))
      }),
      { numRuns: 200 },
    )
  })

  it('the parts of a divided line add up to it, within a cent where none is reduced', () => {
    fc.assert(
      fc.property(anyCase, (lines) => {
        for (const { components, allowed, units } of calculate(lines).lines) {
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

  it('one more procedure of indicator 2 never lowers what is paid', () => {
    const standard = CODES.filter((code) =>
      ROWS.some(
        (row) => row.code === code && row.modifier === '' && row.multipleProcedure === '2' && row.status === 'A',
      ),
    )
    const procedures = (count: number) => fc.array(fc.constantFrom(...standard), { minLength: 1, maxLength: count })
    fc.assert(
      fc.property(procedures(7), fc.constantFrom(...standard), (codes, more) => {
        const before = calculate(codes)
        const after = calculate([...codes, more])
        expect(cents(after.totals.allowed)).toBeGreaterThanOrEqual(cents(before.totals.allowed))
      }),
      { numRuns: 300 },
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
