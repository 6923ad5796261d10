import { describe, expect, it } from 'vitest'
import { POLICY_PRESETS, type Policy } from '@/lib/domain/crediting/policy'
import { allowedOf, calculate, creditedOf, only } from '@/tests/support/case-lines'

describe('both sides (domain C2)', () => {
  it('50 is 150% where the indicator is 1', () => {
    // 142.09 x 1.5 = 213.135 -> 213.14; 2.01 x 1.5 = 3.0150
    expect(only('69436-50')).toMatchObject({
      feeSchedule: '142.09',
      allowed: '213.14',
      creditedWorkRvu: '3.0150',
      factor: '1.5',
    })
  })

  it('50 is 200% where the indicator is 3, once where it is 0, 2 or 9', () => {
    // 73721-26: 1.35 + 0.50 x 0.869 (0.4345) + 0.06 x 0.575 (0.0345) = 1.819 x 32.3465 = 58.8382... -> 58.84; x 2 = 117.68
    expect(only('11:73721-26-50')).toMatchObject({ allowed: '117.68', creditedWorkRvu: '2.7000', factor: '2' })
    expect(only('47562-50')).toMatchObject({ allowed: '583.32', creditedWorkRvu: '10.4700', factor: '1' })
    expect(only('11:92134-TC-50').factor).toBe('1')
    expect(only('99396-50').creditedWorkRvu).toBe('1.9000')
    expect(only('47562-50').steps.some((step) => step.rule === 'bilateral')).toBe(true)
  })

  it('says what a policy makes of both sides where that is not what the indicator says', () => {
    const reasonUnder = (policy: Policy, lines: readonly string[] = ['69436-50']) =>
      calculate([...lines], { policy })
        .lines.at(-1)
        ?.steps.findLast((step) => step.rule.startsWith('bilateral'))?.reason
    expect(reasonUnder(POLICY_PRESETS.cms_adjusted)).toBe('Both sides: 150%.')
    const own = { ...POLICY_PRESETS.cms_adjusted, name: 'Main contract', factors: { '50': '1.75' } }
    expect(reasonUnder(own)).toBe('Both sides: 175% under this policy.')
    expect(reasonUnder(own, ['69436-RT', '69436-LT'])).toMatch(
      /shows the rest of it. Both sides: 175% under this policy.$/,
    )
    expect(reasonUnder(POLICY_PRESETS.unadjusted)).toBe('Both sides: 100% under this policy.')
  })

  it('takes 50 with a side for 50', () => {
    expect(only('69436-50-RT')).toMatchObject({ valid: true, allowed: '213.14' })
    expect(only('69436-50-LT-RT')).toMatchObject({ valid: true, allowed: '213.14' })
  })

  it('joins right and left: the first shows one side, the second the rest', () => {
    // Pair 142.09 x 1.5 = 213.135 -> 213.14: 142.09 and 71.05; credit 3.0150: 2.0100 and 1.0050
    const result = calculate(['69436-RT', '69436-LT'])
    expect(allowedOf(result)).toEqual(['142.09', '71.05'])
    expect(creditedOf(result)).toEqual(['2.0100', '1.0050'])
    expect(result.totals).toMatchObject({ allowed: '213.14', creditedWorkRvu: '3.0150' })
  })

  it('counts a pair of indicator 0 once, unless 59 keeps the lines apart', () => {
    expect(allowedOf(calculate(['47562-RT', '47562-LT']))).toEqual(['583.32', '0.00'])
    // Two lines of MULT 2 then; equal fees rank by modifiers, LT with 59 first: 583.32 x 0.5 = 291.66
    expect(allowedOf(calculate(['47562-RT', '47562-LT-59']))).toEqual(['291.66', '583.32'])
  })

  it('joins sides of indicator 1 whatever 59 says, and one unit with one unit only', () => {
    expect(allowedOf(calculate(['69436-RT', '69436-LT-59']))).toEqual(['142.09', '71.05'])
    // No pair: three units in three ranks, those of LT first by modifier: 142.09 and twice 71.045 -> 71.05
    expect(allowedOf(calculate(['69436-RT*2', '69436-LT']))).toEqual(['142.10', '142.09'])
  })

  it('pays each side of indicator 3', () => {
    expect(allowedOf(calculate(['11:73721-26-RT', '11:73721-26-LT']))).toEqual(['58.84', '58.84'])
  })

  it('joins pairs of assistants, not an assistant with a surgeon', () => {
    // 845.13 x 1.5 x 0.16 = 202.8312 -> 202.83; first 845.13 x 0.16 = 135.2208 -> 135.22; rest 67.61
    expect(allowedOf(calculate(['19303-80-RT', '19303-80-LT']))).toEqual(['135.22', '67.61'])
    // Not one pair: equal fees rank by modifiers, 80 first; 845.13 x 0.16 = 135.22 and 845.13 x 0.5 = 422.565 -> 422.57
    expect(allowedOf(calculate(['19303-RT', '19303-80-LT']))).toEqual(['422.57', '135.22'])
  })
})
