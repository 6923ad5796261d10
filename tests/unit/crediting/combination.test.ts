import { describe, expect, it } from 'vitest'
import { allowedOf, calculate, creditedOf, dated, line, only } from '@/tests/support/case-lines'
import { rowOf, view } from '@/tests/support/schedule-rows'

// Fees of Alabama, RVU25D: 44140 1180.65, 38100 1012.22, 19303 845.13, 31622 117.59, 31625 139.16, 31628 157.05.
describe('rules that meet on one line (domain C5)', () => {
  it('shares both sides with a co-surgeon', () => {
    // 845.13 x 1.5 x 0.625 = 792.309375 -> 792.31; 15.00 x 1.5 x 0.625 = 14.0625
    expect(only('19303-50-62')).toMatchObject({
      ...{ allowed: '792.31', creditedWorkRvu: '14.0625', factor: '0.9375', flags: ['NEEDS_DOCUMENTATION'] },
    })
  })

  it('shares a pair with a co-surgeon after the rank of the pair', () => {
    // Payment: 1267.695 is before 1180.65; 845.13 x 0.625 = 528.20625, 1267.695 x 0.625 = 792.309375 - 528.21 = 264.10.
    // Credit: 22.59 is before 22.50; 15 x 0.5 x 0.625 = 4.6875, 22.5 x 0.5 x 0.625 = 7.03125 -> 7.0313 - 4.6875.
    const result = calculate(['44140', '19303-RT-62', '19303-LT-62'])
    expect(allowedOf(result)).toEqual(['590.33', '528.21', '264.10'])
    expect(creditedOf(result)).toEqual(['22.5900', '4.6875', '2.3438'])
  })

  it('divides the package of both sides', () => {
    // 19.60 + 15.30 x 0.869 (13.2957) + 3.98 x 0.575 (2.2885) = 35.1842 x 32.3465 = 1138.0857... -> 1138.09
    // x 1.5 x 0.79 = 1348.63665 -> 1348.64; 19.60 x 1.5 x 0.79 = 23.2260
    expect(only('27447-54-50')).toMatchObject({ allowed: '1348.64', creditedWorkRvu: '23.2260', factor: '1.185' })
  })

  it('ranks assistants by what they may be paid for, before their share', () => {
    // ASST 2 first: 188.904; ASST 1 never, no rank; ASST 0 second: 1012.22 x 0.5 x 0.16 = 80.9776
    const documented = rowOf('38100', '', { assistant: '0' })
    const result = calculate(['44140-80', '11042-80', '38100-80'], {}, view({}, [documented]))
    expect(allowedOf(result)).toEqual(['188.90', '0.00', '80.98'])
    expect(result.lines.map((each) => each.flags)).toEqual([[], ['NOT_PAYABLE'], ['NEEDS_DOCUMENTATION']])
  })

  it('reads the role of a nurse practitioner who assists, each rank by itself', () => {
    // 1180.65 x 0.136 = 160.5684; 1012.22 x 0.5 x 0.136 = 68.83096; 22.59 x 0.136 = 3.07224, 9.775 x 0.136 = 1.3294
    const result = calculate(['44140', '38100'], { role: 'assistant', practitioner: 'np' })
    expect(allowedOf(result)).toEqual(['160.57', '68.83'])
    expect(creditedOf(result)).toEqual(['3.0722', '1.3294'])
    // 82 is a physician's modifier: 16% and then the 85% of B1; 1180.65 x 0.16 x 0.85 = 160.5684
    expect(only('44140-82', { practitioner: 'np' })).toMatchObject({ allowed: '160.57', creditedWorkRvu: '3.6144' })
  })

  it('subtracts from each member the base of its own place', () => {
    // In the office 31625: 3.11 + 6.93 x 0.869 (6.02217) + 0.29 x 0.575 (0.16675) = 9.29892 x 32.3465 = 300.7875... -> 300.79
    expect(allowedOf(calculate(['11:31625', '21:31628']))).toEqual(['300.79', '39.46'])
    expect(creditedOf(calculate(['11:31625', '21:31628']))).toEqual(['0.5800', '3.5500'])
  })

  it('takes no rank with 78, and lets the first period run on', () => {
    // 38100 is first by itself: 1012.22; 44140-78 1180.65 x 0.81 = 956.3265
    expect(allowedOf(calculate(['44140-78', '38100']))).toEqual(['956.33', '1012.22'])
    const lines = [
      dated('44140', '2025-10-02'),
      dated('38100-78', '2025-12-20', 1),
      // 90 days after October 2: 29 + 30 + 31 = December 31.
      dated('11:99213', '2025-12-31', 2),
      dated('11:99213', '2026-01-01', 3),
    ]
    expect(calculate(lines).lines.map((each) => each.flags)).toEqual([[], [], ['IN_GLOBAL'], []])
  })

  it('opens no period for 30 days of care after the operation of another', () => {
    const lines = [
      line('44140', 0, { provider: 'other' }),
      line('44140-55', 1, { postoperativeDays: 30 }),
      line('11:99213', 2),
    ]
    // 1180.65 x 0.10 x 30 / 90 = 39.355; the visit in full
    expect(allowedOf(calculate(lines))).toEqual(['1180.65', '39.36', '81.86'])
  })

  it('keeps the rank of a team, of an effort and of a reduced service', () => {
    const team = rowOf('44140', '', { team: '2' })
    expect(allowedOf(calculate(['44140-66', '38100'], {}, view({}, [team])))).toEqual([null, '506.11'])
    // 38100-52 second, 19303 third: 845.13 x 0.5 = 422.565; credit 19.55 x 0.5 x 0.5 = 4.8875
    const result = calculate(['44140-22', '38100-52', '19303'])
    expect(allowedOf(result)).toEqual(['1180.65', null, '422.57'])
    expect(creditedOf(result)).toEqual(['22.5900', '4.8875', '7.5000'])
  })

  it('includes a stopped colonoscopy in the endoscopy of its family, and ranks it beside another', () => {
    const biopsy = rowOf('43239', '', { code: '45380', endoscopyBase: '45378' })
    expect(allowedOf(calculate(['45378-53', '45380'], {}, view({}, [biopsy])))[0]).toBe('0.00')
    // 43239: 2.39 + 1.42 x 0.869 (1.23398) + 0.29 x 0.575 (0.16675) = 3.79073 x 32.3465 = 122.6168... -> 122.62
    // and half of 82.11: 41.055 -> 41.06
    expect(allowedOf(calculate(['45378-53', '43239']))).toEqual(['41.06', '122.62'])
  })

  it('pays a pair of magnetic scans whole, and ranks it as one beside another', () => {
    // Global 1.35 + 4.75 x 0.869 (4.12775) + 0.09 x 0.575 (0.05175) = 5.5295 x 32.3465 = 178.8599... -> 178.86 a side
    expect(allowedOf(calculate(['11:73721-RT', '11:73721-LT']))).toEqual(['178.86', '178.86'])
    // 72125 is below in both parts: TC 71.86 x 0.5 = 35.93, PC 43.21 x 0.95 = 41.05
    expect(allowedOf(calculate(['11:73721-50', '11:72125']))).toEqual(['357.72', '76.98'])
  })
})
