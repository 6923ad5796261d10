import { describe, expect, it } from 'vitest'
import { rvu } from '@/lib/domain/shared/exact'
import { POLICY_PRESETS } from '@/lib/domain/crediting/policy'
import { allowedOf, calculate, creditedOf, dated, line } from '@/tests/support/case-lines'
import { rowOf, view } from '@/tests/support/schedule-rows'

describe('several procedures of a session (domain D2)', () => {
  it('pays the highest fee in full and the second at half', () => {
    // 1180.65 + 1012.22 x 0.5 (506.11) = 1686.76; work 22.59 + 19.55 x 0.5 (9.775) = 32.3650
    const result = calculate(['38100', '44140'])
    expect(allowedOf(result)).toEqual(['506.11', '1180.65'])
    expect(creditedOf(result)).toEqual(['9.7750', '22.5900'])
    expect(result.totals).toMatchObject({ allowed: '1686.76', workRvu: '42.14', creditedWorkRvu: '32.3650' })
  })

  it('does not look at 51 or 59', () => {
    for (const modifier of ['51', '59', 'XS']) {
      expect(allowedOf(calculate(['44140', `38100-${modifier}`]))).toEqual(['1180.65', '506.11'])
      expect(allowedOf(calculate([`44140-${modifier}`, '38100']))).toEqual(['1180.65', '506.11'])
    }
    expect(calculate(['44140-51']).totals.allowed).toBe('1180.65')
  })

  it('ranks after both sides are counted', () => {
    // 845.13 x 1.5 = 1267.695 -> 1267.70 first; 1041.05 x 0.5 = 520.525 -> 520.53; work 22.50 + 8.555 = 31.0550
    const result = calculate(['15830', '19303-50'])
    expect(allowedOf(result)).toEqual(['520.53', '1267.70'])
    expect(result.totals.creditedWorkRvu).toBe('31.0550')
  })

  it('rounds once where both sides are second', () => {
    // 142.09 x 1.5 x 0.5 = 106.5675 -> 106.57 (not 213.14 x 0.5 = 106.57 by luck; 845.13 x 1.5 x 0.5 = 633.8475 -> 633.85)
    expect(allowedOf(calculate(['44140', '19303-50', '69436-50']))).toEqual(['590.33', '1267.70', '106.57'])
    expect(allowedOf(calculate(['33533', '19303-50']))[1]).toBe('633.85')
  })

  it('ranks fee and work apart', () => {
    // Fee order and work order differ: the first has more work, the second the higher fee.
    const heavy = rowOf('12001', '', { code: '12003', work: rvu('3.00'), payment: rowOf('12001').payment })
    const dear = rowOf('44140', '', { code: '44141', work: rvu('2.00') })
    const result = calculate(['12003', '44141'], {}, view({}, [heavy, dear]))
    expect(creditedOf(result)).toEqual(['3.0000', '1.0000'])
    expect(result.lines[0]?.steps.at(-3)).toMatchObject({
      measure: 'payment',
      rule: 'multiple-procedures',
      factor: '0.5',
    })
    expect(result.lines[1]?.steps.filter((step) => step.measure === 'payment').at(-1)?.factor).toBe('1')
  })

  it('expands units: each takes a rank', () => {
    // 12001: 0.84 + 0.34 x 0.869 (0.29546) + 0.16 x 0.575 (0.092) = 1.22746 x 32.3465 = 39.7040... -> 39.70
    // three units: 39.70 + 19.85 + 19.85 = 79.40; work 0.84 x (1 + 0.5 + 0.5) = 1.6800
    const [units] = calculate(['12001*3']).lines
    expect(units).toMatchObject({ feeSchedule: '119.10', allowed: '79.40', creditedWorkRvu: '1.6800' })
    expect(units?.components).toEqual([
      { unit: 1, rule: 'multiple-procedures', allowed: '39.70' },
      { unit: 2, rule: 'multiple-procedures', allowed: '19.85' },
      { unit: 3, rule: 'multiple-procedures', allowed: '19.85' },
    ])
  })

  it('prices the sixth by report, and still credits half of it', () => {
    const result = calculate(['44140', '38100', '47600', '15830', '47562', '49505'])
    expect(result.lines.map((each) => each.allowed === null)).toEqual([false, false, false, false, false, true])
    expect(result.lines[5]).toMatchObject({
      flags: ['BY_REPORT'],
      creditedWorkRvu: '3.9800',
      valid: true,
      payable: false,
    })
    expect(result.lines[5]?.steps.find((step) => step.rule === 'multiple-procedures')).toMatchObject({
      factor: '0.5',
      after: null,
    })
    expect(result.warnings).toEqual([
      { code: 'LINES_NOT_PRICED', message: '1 line not priced: left out of the totals.' },
    ])
  })

  it('gives no rank to add-ons, visits, denied lines, 55, 56, 78, bundled or unpriced lines', () => {
    for (const other of [
      '33518',
      '11:99203-25',
      '44140-GY',
      '44140-55',
      '44140-56',
      '44140-78',
      '20930',
      '0652T',
      '99417',
    ]) {
      expect(calculate(['38100', other]).lines[0]).toMatchObject({ allowed: '1012.22', creditedWorkRvu: '19.5500' })
    }
  })

  it('keeps the rank of a line that is by report', () => {
    for (const modifier of ['22', '52', '53']) {
      expect(allowedOf(calculate(['38100', `44140-${modifier}`]))[0]).toBe('506.11')
    }
  })

  it('ranks before the share of an assistant', () => {
    // 44140-80 ranks by 1180.65: 188.90; 38100 is second: 506.11
    expect(allowedOf(calculate(['38100', '44140-80']))).toEqual(['506.11', '188.90'])
    // second and assistant: 1012.22 x 0.5 x 0.16 = 80.9776 -> 80.98; 19.55 x 0.5 x 0.16 = 1.5640
    const result = calculate(['38100-80', '44140'])
    expect(result.lines[0]).toMatchObject({ allowed: '80.98', creditedWorkRvu: '1.5640' })
  })

  it('takes the lines of other dates for other sessions', () => {
    const result = calculate([dated('44140', '2025-11-03'), dated('38100', '2025-11-04', 1)])
    expect(allowedOf(result)).toEqual(['1180.65', '1012.22'])
  })

  it('ranks equal lines by id, whatever the order of entry', () => {
    const first = line('44140', 0)
    const second = line('44140', 1)
    expect(allowedOf(calculate([first, second]))).toEqual(['1180.65', '590.33'])
    expect(allowedOf(calculate([second, first]))).toEqual(['590.33', '1180.65'])
  })

  it('takes one of a pair for one rank', () => {
    // 1180.65 first; pair 142.09 x 1.5 x 0.5 = 106.5675 -> 106.57: first 71.045 -> 71.05, second 35.52
    expect(allowedOf(calculate(['44140', '69436-RT', '69436-LT']))).toEqual(['1180.65', '71.05', '35.52'])
  })
})

describe('families of endoscopies (domain D3)', () => {
  it('pays the highest in full and the others beyond the base', () => {
    // 157.05 + (139.16 - 117.59 = 21.57) + (119.61 - 117.59 = 2.02) = 180.64; work 3.55 + 0.58 + 0.10 = 4.2300
    const result = calculate(['31624', '31628', '31625'])
    expect(allowedOf(result)).toEqual(['2.02', '157.05', '21.57'])
    expect(creditedOf(result)).toEqual(['0.1000', '3.5500', '0.5800'])
    expect(result.totals).toMatchObject({ allowed: '180.64', creditedWorkRvu: '4.2300' })
  })

  it('includes the base', () => {
    const result = calculate(['31622', '31628', '31625'])
    expect(allowedOf(result)).toEqual(['0.00', '157.05', '21.57'])
    expect(creditedOf(result)).toEqual(['0.0000', '3.5500', '0.5800'])
    expect(allowedOf(calculate(['31622', '31628']))).toEqual(['0.00', '157.05'])
    expect(allowedOf(calculate(['31622']))).toEqual(['117.59'])
  })

  it('ranks two families by their totals', () => {
    // cysto 139.05 + 63.68 = 202.73 first; bronch (157.05 + 21.57) at half: 78.525 -> 78.53, 10.785 -> 10.79; 292.05
    const result = calculate(['31628', '31625', '52332', '52310'])
    expect(allowedOf(result)).toEqual(['78.53', '10.79', '139.05', '63.68'])
    expect(result.totals.allowed).toBe('292.05')
    // work: cysto 2.82 + (2.81 - 1.53 = 1.28) = 4.10; bronch 3.55 + 0.58 = 4.13 is first: 4.13 + 2.05 = 6.1800
    expect(result.totals.creditedWorkRvu).toBe('6.1800')
  })

  it('ranks lone endoscopies of two families like any procedures', () => {
    // 157.05 + 139.05 x 0.5 = 69.525 -> 69.53
    expect(allowedOf(calculate(['31628', '52332']))).toEqual(['157.05', '69.53'])
  })

  it('takes a family for one procedure beside open surgery', () => {
    // 1180.65; 157.05 x 0.5 = 78.525 -> 78.53; 21.57 x 0.5 = 10.785 -> 10.79
    expect(allowedOf(calculate(['31628', '31625', '44140']))).toEqual(['78.53', '10.79', '1180.65'])
  })

  it('takes the second unit, or the same code again, beyond the base', () => {
    // 157.05 + 39.46 = 196.51
    expect(allowedOf(calculate(['31628*2']))).toEqual(['196.51'])
    expect(allowedOf(calculate(['31628', '31628']))).toEqual(['157.05', '39.46'])
    // work 3.55 + (3.55 - 2.53 = 1.02) = 4.5700
    expect(creditedOf(calculate(['31628*2']))).toEqual(['4.5700'])
  })

  it('counts both sides of a member and of its base', () => {
    // 29880 single: 7.39 + 8.40 x 0.869 (7.2996) + 1.47 x 0.575 (0.84525) = 15.53485 x 32.3465 = 502.4980... -> 502.50
    // base 29870: 5.06... its C2 factor is 1.5 (BILAT 1); 29881-50 against it: (fee - base) x 1.5, one rounding
    const result = calculate(['29880-50', '29881-50'])
    const single = calculate(['29881']).lines[0]?.allowed ?? ''
    const base = calculate(['29870']).lines[0]?.allowed ?? ''
    const cents = (text: string): number => Math.round(Number(text) * 100)
    expect(allowedOf(result)[0]).toBe('753.75')
    expect(cents(allowedOf(result)[1] ?? '')).toBe(Math.round((cents(single) - cents(base)) * 1.5))
  })

  it('goes no lower than zero where the base is worth more', () => {
    const less = rowOf('31624', '', { work: rvu('1.00') })
    const result = calculate(['31628', '31624'], {}, view({}, [less]))
    expect([allowedOf(result), creditedOf(result)]).toEqual([
      ['157.05', '0.00'],
      ['3.5500', '0.0000'],
    ])
  })

  it('prices the others by report where the base has no amount', () => {
    const schedule = view()
    const baseless = { ...schedule, rowsOf: (code: string) => (code === '31622' ? [] : schedule.rowsOf(code)) }
    const result = calculate(['31628', '31625'], {}, baseless)
    expect(allowedOf(result)).toEqual(['157.05', null])
    expect(result.lines[1]?.flags).toEqual(['BY_REPORT'])
  })
})

describe('policies (domain C1)', () => {
  const credited = (lines: string[], policy = POLICY_PRESETS.cms_adjusted): string =>
    calculate(lines, { policy }).totals.creditedWorkRvu

  it('partial leaves ranks and families alone', () => {
    const policy = POLICY_PRESETS.partial
    expect(credited(['44140', '38100'], policy)).toBe('42.1400')
    // 3.55 + 3.11 + 2.53: the base counts too
    expect(credited(['31628', '31625', '31622'], policy)).toBe('9.1900')
    expect(credited(['69436-50'], policy)).toBe('3.0150')
    expect(credited(['44140-80'], policy)).toBe('3.6144')
    expect(calculate(['44140'], { policy }).policy).toBe('partial')
  })

  it('unadjusted credits work times units and nothing else', () => {
    const policy = POLICY_PRESETS.unadjusted
    expect(credited(['44140-80', '38100'], policy)).toBe('42.1400')
    expect(credited(['69436-50'], policy)).toBe('2.0100')
    expect(credited(['69436-RT', '69436-LT'], policy)).toBe('4.0200')
    expect(credited(['44140-66', '44140-52'], policy)).toBe('45.1800')
    expect(credited(['11:74170-TC'], policy)).toBe('0.0000')
    expect(calculate(['44140'], { policy, role: 'observer' }).totals.creditedWorkRvu).toBe('0.0000')
  })

  it('takes the factors of a policy of one’s own, and names it', () => {
    const policy = {
      ...POLICY_PRESETS.cms_adjusted,
      name: 'Surgery 2026',
      factors: { '80': '0.20', '51': '0.75', '22': '1.25', '50': '2', '66': '0.4', ZZ: '0.9' },
    }
    expect(credited(['44140-80'], policy)).toBe('4.5180') // 22.59 x 0.20
    expect(credited(['44140', '38100'], policy)).toBe('37.2525') // 22.59 + 19.55 x 0.75
    expect(credited(['44140-22'], policy)).toBe('28.2375') // 22.59 x 1.25
    expect(credited(['69436-50'], policy)).toBe('4.0200') // 2.01 x 2
    expect(credited(['47562-50'], policy)).toBe('10.4700') // indicator 0: one gallbladder
    expect(credited(['44140-66'], policy)).toBe('9.0360') // 22.59 x 0.4
    expect(credited(['44140-ZZ'], policy)).toBe('20.3310') // 22.59 x 0.9
    expect(calculate(['44140'], { policy }).policy).toBe('Surgery 2026')
    expect(calculate(['44140-80'], { policy }).totals.allowed).toBe('188.90')
  })
})
