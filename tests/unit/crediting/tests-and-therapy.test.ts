import { describe, expect, it } from 'vitest'
import { rvu } from '@/lib/domain/shared/exact'
import { allowedOf, calculate, creditedOf, line, only } from '@/tests/support/case-lines'
import { rowOf, view } from '@/tests/support/schedule-rows'

describe('imaging of one session (domain D4)', () => {
  it('keeps the highest technical and professional part, reduces the others', () => {
    // 72125: TC 71.86, PC 43.21; 70450: TC 57.53 x 0.5 = 28.765 -> 28.77, PC 36.95 x 0.95 = 35.1025 -> 35.10; 178.94
    const result = calculate(['11:72125', '11:70450'])
    // 72125 keeps its global fee: 1.00 + 2.91 x 0.869 (2.52879) + 0.05 x 0.575 (0.02875) = 3.55754 x 32.3465 = 115.07
    expect(allowedOf(result)).toEqual(['115.07', '63.87'])
    expect(result.totals.allowed).toBe('178.94')
    expect(creditedOf(result)).toEqual(['1.0000', '0.8500'])
    expect(result.lines[1]?.components).toEqual([
      { component: '26', fee: '36.95', factor: '0.95', allowed: '35.10' },
      { component: 'TC', fee: '57.53', factor: '0.5', allowed: '28.77' },
    ])
    expect(result.lines[0]?.components).toEqual([
      { component: '26', fee: '43.21', factor: '1', allowed: '43.21' },
      { component: 'TC', fee: '71.86', factor: '1', allowed: '71.86' },
    ])
  })

  it('gives a 26 line a professional part only, a TC line a technical part only', () => {
    expect(allowedOf(calculate(['11:72125-26', '11:70450-26']))).toEqual(['43.21', '35.10'])
    expect(allowedOf(calculate(['11:72125-TC', '11:70450-TC']))).toEqual(['71.86', '28.77'])
    expect(allowedOf(calculate(['11:72125-26', '11:70450-TC']))).toEqual(['43.21', '57.53'])
  })

  it('lets 59 or XE leave the ranking, and nothing else', () => {
    for (const modifier of ['59', 'XE']) {
      expect(allowedOf(calculate(['11:72125', `11:70450-${modifier}`]))[1]).toBe(only('11:70450').allowed)
    }
    expect(allowedOf(calculate(['11:72125', '11:70450-XS']))[1]).toBe('63.87')
  })

  it('reduces the uncapped part, then caps it (domain B3)', () => {
    // 74170-TC uncapped (5.91 x 0.869 + 0.02 x 0.575) x 32.3465 = 5.14729 x 32.3465 = 166.4968... -> 166.50
    // capped (5.48 x 0.869 + 0.0115) x 32.3465 = 4.77362 x 32.3465 = 154.4099... -> 154.41
    // beside 74170 the TC of 72125 is second: 71.86 x 0.5 = 35.93; PC 60.46 is first, 43.21 x 0.95 = 41.0495 -> 41.05
    const result = calculate(['11:74170', '11:72125'])
    expect(allowedOf(result)).toEqual(['214.87', '76.98'])
    // two of 74170: the second is 166.50 x 0.5 = 83.25 (not 154.41 x 0.5) + 60.46 x 0.95 = 57.437 -> 57.44
    const twice = calculate(['11:74170', '11:74170'])
    expect(allowedOf(twice)).toEqual(['214.87', '140.69'])
    expect(only('11:74170-TC').allowed).toBe('154.41')
  })

  it('ranks the uncapped part (domain B3)', () => {
    // 5.70 x 0.869 (4.9533) + 0.01 x 0.575 (0.00575) = 4.95905 x 32.3465 = 160.4079... -> 160.41: under the uncapped
    // 166.50 of 74170 and over its capped 154.41. So it is second: 80.205 -> 80.21; PC 43.21 x 0.95 -> 41.05
    const part = rowOf('72125', 'TC')
    const payment = part.payment && { ...part.payment, nonFacilityPe: rvu('5.70'), oppsNonFacilityPe: rvu('0.00') }
    const dear = view({}, [{ ...part, payment }])
    expect(allowedOf(calculate(['11:74170', '11:72125'], {}, dear))).toEqual(['214.87', '121.26'])
  })

  it('is of family 88 alone', () => {
    const other = view({}, [rowOf('70450', '', { imagingFamily: '99' })])
    expect(allowedOf(calculate(['11:72125', '11:70450'], {}, other))[1]).toBe(only('11:70450').allowed)
  })

  it('takes later units for later tests', () => {
    // second unit: TC 71.86 x 0.5 = 35.93, PC 43.21 x 0.95 = 41.0495 -> 41.05; 115.07 + 76.98
    expect(only('11:72125*2').allowed).toBe('192.05')
  })

  it('leaves a lone test and the tests of another clinician alone', () => {
    expect(only('11:70450')).toMatchObject({ components: [] })
    const result = calculate(['11:70450', line('11:72125', 1, { provider: 'other' })])
    expect(result.lines[0]?.components).toEqual([])
  })

  it('pays a practitioner’s share of the reduced parts, with one rounding each', () => {
    // PC 36.95 x 0.95 x 0.85 = 29.837125 -> 29.84; TC 57.53 x 0.5 x 0.85 = 24.45025 -> 24.45
    const result = calculate(['11:72125', '11:70450'], { practitioner: 'np' })
    expect(allowedOf(result)[1]).toBe('54.29')
    expect(result.lines[1]?.components.map((part) => part.allowed)).toEqual(['29.84', '24.45'])
  })
})

describe('cardiovascular and eye tests (domain D6)', () => {
  it('reduces the technical part of the lower heart test to 75%', () => {
    // 167.71 + 135.67 x 0.75 = 101.7525 -> 101.75; 269.46
    const result = calculate(['11:93925-TC', '11:78472-TC'])
    expect(allowedOf(result)).toEqual(['167.71', '101.75'])
    expect(result.totals.allowed).toBe('269.46')
  })

  it('reduces the technical part of the lower eye test to 80%', () => {
    // 12.27 + 11.99 x 0.80 = 9.592 -> 9.59; 21.86
    const result = calculate(['11:92134-TC', '11:92132-TC'])
    expect(allowedOf(result)).toEqual(['12.27', '9.59'])
    expect(result.totals.allowed).toBe('21.86')
  })

  it('leaves the professional part, 59, and the other kind of test alone', () => {
    // 78472 PC: 0.98 + 0.33 x 0.869 (0.28677) + 0.04 x 0.575 (0.023) = 1.28977 x 32.3465 = 41.7195... -> 41.72; + 101.75
    expect(allowedOf(calculate(['11:93925', '11:78472']))[1]).toBe('143.47')
    expect(allowedOf(calculate(['11:93925-TC', '11:78472-TC-59']))[1]).toBe('101.75')
    expect(allowedOf(calculate(['11:93925-TC', '11:92134-TC']))).toEqual(['167.71', '12.27'])
    expect(allowedOf(calculate(['11:93925-26', '11:78472-26'])).at(1)).toBe('41.72')
  })

  it('ranks a test that is technical only, and not one that is only global', () => {
    expect(calculate(['11:93925-TC', '11:93005']).lines[1]?.components[0]).toMatchObject({
      component: 'TC',
      factor: '0.75',
    })
    expect(calculate(['11:93925-TC', '11:93000']).lines[1]?.components).toEqual([])
  })
})

describe('therapy of one day (domain D5)', () => {
  it('pays one unit in full and halves the practice expense of the others', () => {
    // 97530 has the highest practice expense: 31.85 + 23.13; 97116 20.79; 75.77
    const result = calculate(['11:97530*2', '11:97116'])
    expect(allowedOf(result)).toEqual(['54.98', '20.79'])
    expect(result.totals.allowed).toBe('75.77')
    expect(result.lines[0]?.components).toEqual([
      { unit: 1, rule: 'therapy-highest-unit', allowed: '31.85' },
      { unit: 2, rule: 'therapy-half-practice-expense', allowed: '23.13' },
    ])
    expect(result.lines[1]?.components).toEqual([{ unit: 1, rule: 'therapy-half-practice-expense', allowed: '20.79' }])
    // work 0.44 x 2 + 0.45, not reduced
    expect(result.totals.creditedWorkRvu).toBe('1.3300')
  })

  it('leaves a lone unit alone, and does not look at 59', () => {
    expect(only('11:97530')).toMatchObject({ allowed: '31.85', components: [] })
    expect(allowedOf(calculate(['11:97530*2', '11:97116-59']))[1]).toBe('20.79')
  })
})
