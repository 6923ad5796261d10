import { describe, expect, it } from 'vitest'
import type { CaseInput, CaseLine } from '@/lib/domain/crediting/case'
import { anesthesiaRates } from '@/lib/domain/schedule/anesthesia-rate'
import { conversionFactorsOn } from '@/lib/domain/schedule/calendar'
import { calendarDate } from '@/lib/domain/shared/date'
import { geographicIndex, printConversionFactor } from '@/lib/domain/shared/exact'
import { calculate, line, only } from '@/tests/support/case-lines'
import { publishedRate, release, rowOf, view } from '@/tests/support/schedule-rows'

// Domain B5: base 6, 95 minutes, Alabama 2025 at 19.31.
const HELD = {
  baseUnitsOf: (code: string) => (code === '00100' ? 6 : null),
  anesthesiaRates: publishedRate('19.31'),
}
const schedule = view(HELD)
const NONE = { standard: null, qualifyingApm: null }
const given = (modifiers = '', change: Partial<CaseLine> = {}) =>
  line(`00100${modifiers}`, 0, { minutes: 95, ...change })
const paid = (modifiers = '', change: Partial<CaseLine> = {}, more: Partial<CaseInput> = {}) =>
  only(given(modifiers, change), more, schedule)

describe('an anesthesia line (domain B5)', () => {
  it('is paid by base and time units, and counted in them', () => {
    // 95 / 15 = 6.33 -> 6.3; 12.3 x 19.31 = 237.513 -> 237.51
    for (const modifier of ['-AA', '-QZ', '-GC', '-AA-GC']) {
      expect(paid(modifier)).toMatchObject({
        ...{ valid: true, payable: true, status: 'J', allowed: '237.51', feeSchedule: null, flags: [] },
        ...{ workRvu: '0.00', creditedWorkRvu: '0.0000' },
        anesthesia: { baseUnits: 6, timeUnits: '6.3', units: '12.3' },
      })
    }
  })

  it('is half where medically directed, with one rounding', () => {
    // 237.513 x 0.5 = 118.7565 -> 118.76
    for (const modifier of ['-QK', '-QX', '-QY']) {
      const answer = paid(modifier)
      expect(answer).toMatchObject({ allowed: '118.76', anesthesia: { units: '12.3' } })
      expect(answer.steps.filter((step) => step.measure === 'payment')).toMatchObject([
        { rule: 'anesthesia-units', after: '237.51' },
        { rule: 'anesthesia-share', factor: '0.5', before: '237.51', after: '118.76' },
      ])
    }
  })

  it('is three base units under AD, one more at induction, and needs no minutes', () => {
    // 3 x 19.31 = 57.93; 4 x 19.31 = 77.24
    expect(paid('-AD', { minutes: null })).toMatchObject({
      allowed: '57.93',
      anesthesia: { units: '3.0', timeUnits: '0.0' },
    })
    expect(paid('-AD', { presentAtInduction: true })).toMatchObject({ allowed: '77.24', anesthesia: { baseUnits: 4 } })
  })

  it('gains nothing from physical status, qualifying circumstances or units', () => {
    for (const status of ['P1', 'P2', 'P3', 'P4', 'P5', 'P6']) expect(paid(`-AA-${status}`).allowed).toBe('237.51')
    const age = rowOf('20930', '', { code: '99100' })
    const result = calculate([given('-AA'), line('99100', 1)], {}, view(HELD, [age]))
    expect(result.totals.allowed).toBe('237.51')
    expect(paid('-AA', { units: 3 }).allowed).toBe('237.51')
  })

  it('is paid in full to a CRNA or any other, and at 95% without participation', () => {
    expect(paid('-QZ', {}, { practitioner: 'crna' }).allowed).toBe('237.51')
    expect(paid('-QZ', {}, { practitioner: 'np' }).allowed).toBe('237.51')
    // 237.513 x 0.95 = 225.63735 -> 225.64; x 1.15 = 259.4829... -> 259.48
    expect(paid('-AA', {}, { participating: false })).toMatchObject({ allowed: '225.64', limitingCharge: '259.48' })
  })

  it('rejects two of those who gave it', () => {
    for (const pair of ['-AA-QK', '-QX-QZ', '-AD-QY']) {
      expect(paid(pair)).toMatchObject({ valid: false, allowed: null, flags: ['MODIFIERS_CONFLICT'] })
    }
  })

  it.each([
    ['minutes', given('-AA', { minutes: null }), schedule, /enter its minutes/],
    ['base units', given('-AA'), view({ anesthesiaRates: publishedRate('19.31') }), /base units of 00100/],
    ['base units of this code', given('-AA'), { ...schedule, baseUnitsOf: () => null }, /base units of 00100/],
    ['the local factor', given('-AA'), { ...schedule, anesthesiaRates: NONE }, /choose a locality/],
  ] as const)('has no amount without %s, and says what to enter', (_what, text, known, reason) => {
    const answer = only(text, {}, known)
    expect(answer).toMatchObject({ valid: true, allowed: null, creditedWorkRvu: '0.0000' })
    expect(answer.steps[0]?.reason).toMatch(reason)
    expect(calculate([text], {}, known).warnings.map((each) => each.code)).toEqual(['LINES_NOT_PRICED'])
  })

  it('counts its units where only the factor is missing', () => {
    expect(only(given('-AA'), {}, { ...schedule, anesthesiaRates: NONE }).anesthesia?.units).toBe('12.3')
    expect(only(given('-AA', { minutes: null }), {}, schedule).anesthesia).toBeNull()
  })

  it('sums units apart from work, the clinician’s own alone', () => {
    // 12.3 + (6 + 48 / 15 = 3.2) = 21.5
    const lines = [
      given('-AA'),
      line('00100-AA', 1, { minutes: 48 }),
      line('00100-AA', 2, { minutes: 30, provider: 'other' }),
    ]
    expect(calculate([...lines, line('11:99203', 3)], {}, schedule).totals).toMatchObject({
      ...{ asaUnits: '21.5', workRvu: '1.60', creditedWorkRvu: '1.6000' },
    })
    expect(calculate(lines, { role: 'resident' }, schedule).totals.asaUnits).toBe('0.0')
    expect(calculate(['44140']).totals.asaUnits).toBe('0.0')
  })

  it('reminds of the modifier that a claim needs', () => {
    expect(paid().steps.map((step) => step.rule)).toContain('anesthesia-share')
    expect(paid().allowed).toBe('237.51')
  })
})

describe('the factor of an anesthesia unit in 2026 (domain A6, A7, B5)', () => {
  const national = conversionFactorsOn(calendarDate('2026-07-01'))
  const alabama = {
    work: geographicIndex('1.000'),
    practiceExpense: geographicIndex('0.875'),
    malpractice: geographicIndex('0.566'),
  }
  const paidWith = (rates: ReturnType<typeof anesthesiaRates>, qualifyingApm: boolean) =>
    only(
      given('-AA'),
      { qualifyingApm },
      view({ ...HELD, release: release('RVU26C', '2026-07-01'), anesthesiaRates: rates }),
    )

  it('is its own for qualifying APM participants, national without a locality', () => {
    // 12.3 x 20.4976 = 252.12048; 12.3 x 20.5998 = 253.37754
    const rates = anesthesiaRates(national, null, null)
    expect(paidWith(rates, false).allowed).toBe('252.12')
    expect(paidWith(rates, true).allowed).toBe('253.38')
    expect(paidWith(rates, true).steps.map((step) => step.rule)).not.toContain('anesthesia-factor')
  })

  it('is weighed by the indices of a locality whose factor is not held, and says so', () => {
    // 0.7687 x 1.000 + 0.1662 x 0.875 + 0.0650 x 0.566 = 0.950915
    // x 20.4976 = 19.49147... -> 19.49; x 12.3 = 239.727; x 20.5998 = 19.58865... -> 19.59; x 12.3 = 240.957
    const rates = anesthesiaRates(national, alabama, null)
    expect([paidWith(rates, false).allowed, paidWith(rates, true).allowed]).toEqual(['239.73', '240.96'])
    expect(paidWith(rates, false).steps.find((step) => step.rule === 'anesthesia-factor')?.reason).toBe(
      'RVU26C is held without this anesthesia factor of the locality: $19.4900 is the national $20.4976 weighed by its indices, within a cent of what CMS publishes.',
    )
    // Where CMS's own of the locality is held, it is the standard one.
    const held = anesthesiaRates(national, alabama, publishedRate('19.48').standard?.amount ?? null)
    // 12.3 x 19.48 = 239.604
    expect([paidWith(held, false).allowed, paidWith(held, true).allowed]).toEqual(['239.60', '240.96'])
  })

  it.each([
    // Alabama 0.7687 + 0.1444278 + 0.037375 = 0.9505028; Alaska 1.15305 + 0.1796622 + 0.03848 = 1.3711922; Manhattan
    // 0.8186655 + 0.1937892 + 0.10764 = 1.1200947; each x 20.3178. All three are what ANES2025 has (domain B5).
    ['1.000', '0.869', '0.575', '19.3100'],
    ['1.500', '1.081', '0.592', '27.8600'],
    ['1.065', '1.166', '1.656', '22.7600'],
  ])('weighs %s, %s and %s to %s in 2025', (work, practiceExpense, malpractice, expected) => {
    const gpci = {
      work: geographicIndex(work),
      practiceExpense: geographicIndex(practiceExpense),
      malpractice: geographicIndex(malpractice),
    }
    const { standard } = anesthesiaRates(conversionFactorsOn(calendarDate('2025-11-03')), gpci, null)
    expect(standard && printConversionFactor(standard.amount)).toBe(expected)
  })

  it('is the one factor there was before 2026, whoever asks', () => {
    expect(paid('-AA', {}, { qualifyingApm: true }).allowed).toBe('237.51')
    expect(anesthesiaRates(conversionFactorsOn(calendarDate('2025-11-03')), alabama, null).qualifyingApm).toBeNull()
  })

  it('is none where no factor is known for the day', () => {
    expect(anesthesiaRates(null, null, null)).toEqual(NONE)
    expect(anesthesiaRates(null, alabama, null)).toEqual(NONE)
  })
})
