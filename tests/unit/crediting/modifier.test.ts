import { describe, expect, it } from 'vitest'
import { MODIFIERS } from '@/lib/domain/crediting/modifier'
import { line, only } from '@/tests/support/case-lines'
import { rowOf, view } from '@/tests/support/schedule-rows'

describe('assistants, co-surgeons and teams (domain C3, C6)', () => {
  it('80 is 16% of the fee and of the work', () => {
    // 1180.65 x 0.16 = 188.904 -> 188.90; 22.59 x 0.16 = 3.6144
    for (const modifier of ['80', '81', '82']) {
      expect(only(`44140-${modifier}`)).toMatchObject({
        feeSchedule: '1180.65',
        allowed: '188.90',
        creditedWorkRvu: '3.6144',
        factor: '0.16',
        flags: [],
      })
    }
  })

  it('AS is 13.6%, credited to the APP and not to the physician', () => {
    // 1180.65 x 0.136 = 160.5684 -> 160.57; 22.59 x 0.136 = 3.07224 -> 3.0722; the 85% is inside already
    expect(only('44140-AS', { practitioner: 'pa' })).toMatchObject({
      allowed: '160.57',
      creditedWorkRvu: '3.0722',
      factor: '0.136',
    })
    expect(only('44140-AS')).toMatchObject({ allowed: '160.57', creditedWorkRvu: '0.0000' })
  })

  it('asks for documentation where the indicator is 0, and never pays where it is 1 or 9', () => {
    const row = rowOf('44140', '', { assistant: '0' })
    expect(only('44140-80', {}, view({}, [row]))).toMatchObject({ allowed: '188.90', flags: ['NEEDS_DOCUMENTATION'] })
    expect(only('22558-80').flags).toEqual([])
    for (const assistant of ['1', '9']) {
      const never = rowOf('44140', '', { assistant })
      expect(only('44140-80', {}, view({}, [never]))).toMatchObject({
        allowed: '0.00',
        creditedWorkRvu: '0.0000',
        payable: false,
        flags: ['NOT_PAYABLE'],
        valid: true,
      })
    }
  })

  it('takes the role of assistant for 80, or AS for a PA, NP or CNS', () => {
    expect(only('44140', { role: 'assistant' })).toMatchObject({
      allowed: '188.90',
      creditedWorkRvu: '3.6144',
      modifiers: [],
    })
    expect(only('44140', { role: 'assistant', practitioner: 'pa' }).allowed).toBe('160.57')
    expect(only('44140-82', { role: 'assistant', practitioner: 'pa' }).factor).toBe('0.16')
    // ASST 9: the role adds nothing; 99396 is not covered, so credit shows it: 1.90 in full
    expect(only('99396', { role: 'assistant' }).creditedWorkRvu).toBe('1.9000')
  })

  it('62 is 62.5% where the indicator allows it', () => {
    // 1339.91 x 0.625 = 837.44375 -> 837.44; 23.53 x 0.625 = 14.70625 -> 14.7063
    expect(only('22558-62')).toMatchObject({
      feeSchedule: '1339.91',
      allowed: '837.44',
      creditedWorkRvu: '14.7063',
      factor: '0.625',
      flags: [],
    })
    expect(only('47562-62').flags).toEqual(['NEEDS_DOCUMENTATION'])
    expect(only('69436-62')).toMatchObject({ allowed: '0.00', creditedWorkRvu: '0.0000', flags: ['NOT_PAYABLE'] })
  })

  it('66 is by report, with no credit until a person says one', () => {
    const row = rowOf('22558', '', { team: '2' })
    expect(only('22558-66', {}, view({}, [row]))).toMatchObject({
      allowed: null,
      creditedWorkRvu: null,
      flags: ['BY_REPORT'],
      valid: true,
    })
    expect(only('22558-66')).toMatchObject({ allowed: '0.00', creditedWorkRvu: '0.0000', flags: ['NOT_PAYABLE'] })
  })
})

describe('shares of the package (domain C4, C6)', () => {
  it('54 is pre and intra', () => {
    // 1180.65 x 0.90 = 1062.585 -> 1062.59; 22.59 x 0.90 = 20.3310
    expect(only('44140-54')).toMatchObject({ allowed: '1062.59', creditedWorkRvu: '20.3310', factor: '0.9' })
  })

  it('55 is post, for the days held', () => {
    // 1180.65 x 0.10 = 118.065 -> 118.07; 30 of 90 days: 39.355 -> 39.36; 22.59 x 0.1 / 3 = 0.753
    expect(only('44140-55')).toMatchObject({ allowed: '118.07', creditedWorkRvu: '2.2590' })
    expect(only(line('44140-55', 0, { postoperativeDays: 90 })).allowed).toBe('118.07')
    expect(only(line('44140-55', 0, { postoperativeDays: 30 }))).toMatchObject({
      allowed: '39.36',
      creditedWorkRvu: '0.7530',
    })
    // 69436 has 10 days: 142.09 x 0.10 x 5 / 10 = 7.1045 -> 7.10
    expect(only(line('69436-55', 0, { postoperativeDays: 5 })).allowed).toBe('7.10')
    // No more than all of them: 142.09 x 0.10 = 14.209
    expect(only(line('69436-55', 0, { postoperativeDays: 30 })).allowed).toBe('14.21')
  })

  it('54 and 55 of two surgeons are a cent more than the whole, and stay so', () => {
    // 1062.59 + 118.07 = 1180.66 beside 1180.65; credit 20.3310 + 2.2590 = 22.5900
    const shares = [only('44140-54'), only('44140-55')]
    expect(shares.reduce((sum, each) => sum + Math.round(Number(each.allowed) * 100), 0)).toBe(118_066)
    expect(shares.map((each) => each.creditedWorkRvu)).toEqual(['20.3310', '2.2590'])
  })

  it('56 is not recognized by Medicare and keeps its share of the credit', () => {
    // 22.59 x 0.09 = 2.0331
    expect(only('44140-56')).toMatchObject({
      allowed: '0.00',
      creditedWorkRvu: '2.0331',
      flags: ['NOT_PAYABLE'],
      valid: true,
    })
  })

  it('78 is intra, or the full value of a code without a package', () => {
    // 1180.65 x 0.81 = 956.3265 -> 956.33; 22.59 x 0.81 = 18.2979
    expect(only('44140-78')).toMatchObject({ allowed: '956.33', creditedWorkRvu: '18.2979', factor: '0.81' })
    expect(only('31622-78')).toMatchObject({ allowed: '117.59', creditedWorkRvu: '2.5300', factor: '1' })
  })

  it('refuses 54, 55 and 56 where there is no package', () => {
    for (const modifier of ['54', '55', '56']) {
      expect(only(`31622-${modifier}`)).toMatchObject({
        valid: false,
        allowed: null,
        creditedWorkRvu: null,
        flags: ['MODIFIER_NOT_VALID_FOR_CODE'],
      })
    }
  })

  it('does not multiply by fractions that CMS leaves at zero', () => {
    expect(only('77763-54')).toMatchObject({ allowed: null, creditedWorkRvu: null, flags: ['BY_REPORT'] })
    expect(only('77763-78').factor).toBe('1')
  })
})

describe('reduced, stopped and other modifiers (domain C4)', () => {
  it('52 is by report, with half the credit', () => {
    expect(only('44140-52')).toMatchObject({
      feeSchedule: '1180.65',
      allowed: null,
      creditedWorkRvu: '11.2950',
      flags: ['BY_REPORT'],
    })
  })

  it('53 uses the published row where there is one', () => {
    // 45378-53: 1.63 + 0.90 x 0.869 (0.7821) + 0.22 x 0.575 (0.1265) = 2.5386 x 32.3465 = 82.1148... -> 82.11
    expect(only('45378-53')).toMatchObject({
      row: { code: '45378', modifier: '53' },
      allowed: '82.11',
      creditedWorkRvu: '1.6300',
      flags: [],
    })
    expect(only('44140-53')).toMatchObject({
      row: { code: '44140', modifier: null },
      allowed: null,
      creditedWorkRvu: '11.2950',
      flags: ['BY_REPORT'],
    })
  })

  it('22 adds nothing and says so', () => {
    expect(only('44140-22')).toMatchObject({
      allowed: '1180.65',
      creditedWorkRvu: '22.5900',
      flags: ['BY_REPORT_INCREASE_POSSIBLE'],
    })
  })

  it('26 and TC use their own rows', () => {
    expect(only('11:74170-26')).toMatchObject({
      row: { modifier: '26' },
      creditedWorkRvu: '1.4000',
      rvu: { practiceExpense: '0.50' },
    })
    expect(only('11:74170-TC')).toMatchObject({ row: { modifier: 'TC' }, creditedWorkRvu: '0.0000' })
    expect(only('44140-26')).toMatchObject({ valid: false, flags: ['MODIFIER_NOT_VALID_FOR_CODE'] })
    expect(only('93010-26').valid).toBe(false)
    expect(only('86153-26').valid).toBe(true)
    expect(only('86153')).toMatchObject({ valid: false, flags: ['MODIFIER_NOT_VALID_FOR_CODE'] })
  })

  it.each(['CQ', 'CO'])('%s leaves the allowed amount and says what Medicare pays of it', (modifier) => {
    const answer = only(`11:97530-${modifier}`)
    expect(answer).toMatchObject({ allowed: '31.85', creditedWorkRvu: '0.4400' })
    expect(answer.steps.find((step) => step.rule === 'therapy-assistant')?.reason).toContain('85%')
  })

  it.each(['GC', 'GE'])('%s credits the teaching physician whole, and a resident in training only', (modifier) => {
    expect(only(`11:99213-${modifier}`)).toMatchObject({ allowed: '81.86', creditedWorkRvu: '1.3000' })
    expect(only(`11:99213-${modifier}`, { role: 'resident' })).toMatchObject({
      ...{ allowed: '0.00', creditedWorkRvu: '0.0000', trainingWorkRvu: '1.3000' },
    })
  })

  it.each(['GY', 'GZ'])('%s is denied and credited', (modifier) => {
    expect(only(`44140-${modifier}`)).toMatchObject({
      allowed: '0.00',
      creditedWorkRvu: '22.5900',
      flags: ['NOT_PAYABLE'],
      factor: '0',
    })
  })

  it('denies even where the share is by report, in any order of modifiers', () => {
    expect(only('44140-52-GY').allowed).toBe('0.00')
    expect(only('44140-GY-52').allowed).toBe('0.00')
  })

  it('rejects what belongs on the claim of the facility', () => {
    for (const modifier of ['73', '74'])
      expect(only(`44140-${modifier}`)).toMatchObject({ valid: false, flags: ['MODIFIER_NOT_VALID_FOR_CODE'] })
  })

  it('warns of an unknown modifier and changes nothing', () => {
    expect(only('44140-ZZ')).toMatchObject({
      valid: true,
      allowed: '1180.65',
      creditedWorkRvu: '22.5900',
      flags: ['MODIFIER_UNKNOWN'],
      factor: '1',
    })
  })

  it('counts a modifier given twice once', () => {
    expect(only('44140-80-80')).toMatchObject({ allowed: '188.90', valid: true, modifiers: ['80', '80'] })
  })

  it.each([
    '26-TC', '54-55', '80-AS', '81-82', '62-80', '62-AS', '62-66', '76-77', '58-78', '58-79', '78-79', '54-80', '55-AS', '56-82', 'AA-QZ', 'QK-AD',
  ])('rejects %s together', (pair) => {
    expect(only(`44140-${pair}`)).toMatchObject({ valid: false, allowed: null, creditedWorkRvu: null, payable: false, flags: ['MODIFIERS_CONFLICT'] })
  }) // prettier-ignore

  it('changes no amount for modifiers that inform only', () => {
    const informing = MODIFIERS.filter(({ group }) =>
      ['information', 'split', 'visit', 'distinct', 'staged', 'anesthesia', 'therapy-assistant'].includes(group),
    )
    expect(informing.length).toBeGreaterThan(60)
    for (const { code } of informing) {
      expect(only(`44140-${code}`)).toMatchObject({
        allowed: '1180.65',
        creditedWorkRvu: '22.5900',
        factor: '1',
        flags: [],
        valid: true,
      })
    }
  })
})
