import { describe, expect, it } from 'vitest'
import { MODIFIERS } from '@/lib/domain/crediting/modifier'
import { allowedOf, calculate, creditedOf, line, only, rowOf, view } from '@/tests/support/schedule-rows'

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
    '26-TC', '54-55', '80-AS', '81-82', '62-80', '62-AS', '62-66', '76-77', '58-78', '58-79', '78-79', '54-80', '55-AS', '56-82',
  ])('rejects %s together', (pair) => {
    expect(only(`44140-${pair}`)).toMatchObject({ valid: false, allowed: null, creditedWorkRvu: null, payable: false, flags: ['MODIFIERS_CONFLICT'] })
  }) // prettier-ignore

  it('changes no amount for modifiers that inform only', () => {
    const informing = MODIFIERS.filter(({ group }) =>
      ['information', 'visit', 'distinct', 'staged', 'anesthesia', 'therapy-assistant'].includes(group),
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

describe('roles (domain C4)', () => {
  it.each(['resident', 'student', 'observer', 'fellow'] as const)('%s: counted as training only', (role) => {
    const result = calculate(['69436-50'], { role })
    expect(result.lines[0]).toMatchObject({
      allowed: '0.00',
      creditedWorkRvu: '0.0000',
      trainingWorkRvu: '3.0150',
      payable: false,
      feeSchedule: '142.09',
    })
    expect(result.totals).toEqual({ allowed: '0.00', workRvu: '2.01', creditedWorkRvu: '0.0000' })
  })

  it('has no training where CMS sets no value, and none for an attending', () => {
    expect(only('0652T', { role: 'resident' })).toMatchObject({
      allowed: '0.00',
      creditedWorkRvu: '0.0000',
      trainingWorkRvu: null,
    })
    expect(only('44140').trainingWorkRvu).toBeNull()
    expect(only('99999', { role: 'resident' })).toMatchObject({
      allowed: null,
      creditedWorkRvu: null,
      trainingWorkRvu: null,
    })
  })
})

describe('another clinician', () => {
  it('is priced alone, takes no rank, and is in no total', () => {
    const other = line('44140', 1, { provider: 'other' })
    const result = calculate(['38100', other], { practitioner: 'np' })
    // 38100 at 85%: 1012.22 x 0.85 = 860.387 -> 860.39; the other in full
    expect(allowedOf(result)).toEqual(['860.39', '1180.65'])
    expect(creditedOf(result)).toEqual(['19.5500', '0.0000'])
    expect(result.totals).toEqual({ allowed: '860.39', workRvu: '19.55', creditedWorkRvu: '19.5500' })
  })
})
