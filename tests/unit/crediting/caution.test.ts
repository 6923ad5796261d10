import { describe, expect, it } from 'vitest'
import type { UnitLimit } from '@/lib/domain/crediting/case'
import { calculate, dated, line, only } from '@/tests/support/case-lines'
import { rowOf, view } from '@/tests/support/schedule-rows'

describe('more units than CMS thinks likely (domain E4)', () => {
  const limits: Readonly<Record<string, UnitLimit>> = {
    '97530': { units: 6, scope: 'day' },
    '97116': { units: 4, scope: 'line' },
    '99396': { units: 0, scope: 'day' },
  }
  const schedule = view({ unitLimitOf: (code) => limits[code] ?? null })
  const flagsOf = (lines: Parameters<typeof calculate>[0]) =>
    calculate(lines, {}, schedule).lines.map((line) => line.flags)

  it('counts a line alone, or the lines of a day together', () => {
    expect(flagsOf(['11:97116*4', '11:97116*4'])).toEqual([[], []])
    expect(flagsOf(['11:97116*5'])).toEqual([['UNITS_ABOVE_MUE']])
    expect(flagsOf(['11:97530*4', '11:97530*2'])).toEqual([[], []])
    expect(flagsOf(['11:97530*4', '11:97530*3'])).toEqual([['UNITS_ABOVE_MUE'], ['UNITS_ABOVE_MUE']])
    expect(flagsOf([dated('11:97530*4', '2025-11-03'), dated('11:97530*3', '2025-11-04', 1)])).toEqual([[], []])
  })

  it('counts the clinician’s own, and no others', () => {
    expect(flagsOf(['11:97530*4', line('11:97530*3', 1, { provider: 'other' })])).toEqual([[], []])
  })

  it('says of a limit of 0 that the code itself is not expected, from the first unit on', () => {
    const [line] = calculate(['11:99396', '11:97116*4'], {}, schedule).lines
    expect(line?.flags).toContain('UNITS_ABOVE_MUE')
    const reasons = line?.steps.flatMap(({ rule, reason }) => (rule === 'units-above-limit' ? [reason] : []))
    expect(reasons).toEqual([
      expect.stringMatching(/^CMS expects no unit of this code from a practitioner \(its limit is 0\).+Check the code/),
    ])
    // Listed at 1.90 by CMS for a status N: credited all the same.
    expect(line?.creditedWorkRvu).toBe('1.9000')
  })

  it('reduces nothing', () => {
    expect(calculate(['11:97116*5'], {}, schedule).totals).toEqual(calculate(['11:97116*5']).totals)
  })
})

describe('cautions in the steps', () => {
  const rulesOf = (text: string, schedule = view()): string[] => only(text, {}, schedule).steps.map((step) => step.rule)

  it('reminds of 26 where a test is read in a facility, and prices it as entered', () => {
    expect(rulesOf('22:72125')).toContain('professional-part-in-facility')
    expect(rulesOf('22:72125-26')).not.toContain('professional-part-in-facility')
    expect(rulesOf('11:72125')).not.toContain('professional-part-in-facility')
    expect(only('22:72125').allowed).toBe('115.07')
  })

  it('says that the contractor decides a YYY period', () => {
    expect(rulesOf('44140', view({}, [rowOf('44140', '', { globalPeriod: 'YYY' })]))).toContain('global-period')
  })

  it('says that 50 with several units is that many pairs', () => {
    // 142.09 x 1.5 = 213.135 -> 213.14 for the first pair; the second ranks second: 106.5675 -> 106.57
    expect(only('69436-50*2').allowed).toBe('319.71')
    expect(rulesOf('69436-50*2')).toContain('bilateral-units')
    expect(rulesOf('69436-50')).not.toContain('bilateral-units')
  })

  it('says which release to install where only work is known, once', () => {
    const bare = view({}, [
      { ...rowOf('44140'), payment: null },
      { ...rowOf('38100'), payment: null },
    ])
    const result = calculate(['44140', '38100'], {}, bare)
    expect(result.warnings.map((warning) => warning.code)).toEqual(['PAYMENT_NEEDS_RELEASE', 'LINES_NOT_PRICED'])
    // Work still ranks: 22.59 + 19.55 x 0.5
    expect(result.totals).toMatchObject({ allowed: '0.00', workRvu: '42.14', creditedWorkRvu: '32.3650' })
  })

  it('gives every step of every rule a reason and a source', () => {
    const lines = [
      '31628',
      '31625',
      '31622',
      '44140-80',
      '19303-50',
      '69436-RT',
      '69436-LT',
      '11:72125',
      '11:70450',
      '11:97530*2',
      '11:99213-ZZ',
      '0652T',
      '99999',
    ]
    for (const { steps } of calculate(lines).lines) {
      for (const step of steps) {
        expect(step.reason).toMatch(/^[A-Z0-9].*[.]$/)
        expect(step.citation.length).toBeGreaterThan(10)
      }
    }
  })
})
