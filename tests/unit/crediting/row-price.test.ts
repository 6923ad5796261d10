import { describe, expect, it } from 'vitest'
import { conversionFactor, rvu } from '@/lib/domain/shared/exact'
import { calculate, line, only } from '@/tests/support/case-lines'
import { MANHATTAN, release, rowOf, view } from '@/tests/support/schedule-rows'

describe('the fee of a row (domain B1, B2)', () => {
  it('prices the api.md example: one gallbladder, Alabama, hospital', () => {
    // 10.47 + 6.97 x 0.869 (6.05693) + 2.62 x 0.575 (1.5065) = 18.03343 x 32.3465 = 583.3183... -> 583.32
    const line = only('47562')
    expect(line).toMatchObject({
      row: { code: '47562', modifier: null },
      valid: true,
      payable: true,
      setting: 'facility',
      status: 'A',
      release: 'RVU25D',
      conversionFactor: '32.3465',
      rvu: { work: '10.47', practiceExpense: '6.97', malpractice: '2.62', total: '20.06' },
      feeSchedule: '583.32',
      allowed: '583.32',
      workRvu: '10.47',
      creditedWorkRvu: '10.4700',
      trainingWorkRvu: null,
      factor: '1',
      flags: [],
      components: [],
    })
    expect(
      line.steps.map(({ measure, rule, factor, before, after }) => ({ measure, rule, factor, before, after })),
    ).toEqual([
      { measure: 'payment', rule: 'fee-schedule', factor: '1', before: '583.32', after: '583.32' },
      { measure: 'credit', rule: 'work-rvu', factor: '1', before: '10.4700', after: '10.4700' },
    ])
  })

  it.each([
    // CMS published amounts for Alabama, 2025 (domain B1).
    ['11:99203', '99.99'],
    ['22:99203', '74.13'],
    ['11:99215', '162.50'],
    ['22:99215', '130.46'],
    // Traps of domain B2: 31 is facility and 32 is not; 02 is facility and 10 is not; 24 is facility.
    ['31:99203', '74.13'],
    ['32:99203', '99.99'],
    ['02:99203', '74.13'],
    ['10:99203', '99.99'],
    ['24:99203', '74.13'],
  ])('%s is %s', (text, allowed) => {
    expect(only(text).allowed).toBe(allowed)
  })

  it('multiplies the rounded fee by units', () => {
    // 99.99 x 3 = 299.97; 1.60 x 3 = 4.80
    expect(only('11:99203*3')).toMatchObject({
      feeSchedule: '299.97',
      allowed: '299.97',
      workRvu: '4.80',
      creditedWorkRvu: '4.8000',
    })
  })

  it('uses indices of 1 without a locality', () => {
    // 1.60 + 1.61 + 0.16 = 3.37 x 32.3465 = 109.0077... -> 109.01
    expect(only('11:99203', {}, view({ locality: null })).allowed).toBe('109.01')
  })

  it('uses the indices of the locality', () => {
    // 1.60 x 1.065 (1.704) + 1.61 x 1.166 (1.87726) + 0.16 x 1.656 (0.26496) = 3.84622 x 32.3465 = 124.4117... -> 124.41
    expect(only('11:99203', {}, view({ locality: MANHATTAN })).allowed).toBe('124.41')
  })

  it('uses the second conversion factor of 2026 for qualifying participants only', () => {
    const conversionFactors = { standard: conversionFactor('33.4009'), qualifyingApm: conversionFactor('33.5675') }
    const schedule = view({ release: release('RVU26C', '2026-07-01', { conversionFactors }), locality: null })
    // 3.37 x 33.4009 = 112.5610... -> 112.56; 3.37 x 33.5675 = 113.1224... -> 113.12
    expect(only('11:99203', {}, schedule)).toMatchObject({ allowed: '112.56', conversionFactor: '33.4009' })
    expect(only('11:99203', { qualifyingApm: true }, schedule)).toMatchObject({
      allowed: '113.12',
      conversionFactor: '33.5675',
    })
  })

  it('takes the standard factor in years that had one', () => {
    expect(only('11:99203', { qualifyingApm: true }).allowed).toBe('99.99')
  })

  it('warns where a place or a setting is doubtful and prices it all the same', () => {
    expect(only('11:44140').flags).toEqual(['RARELY_NON_FACILITY'])
    expect(only('11:44140').allowed).toBe(only('21:44140').allowed)
    expect(only('05:99203').steps.some((step) => step.rule === 'place-of-service')).toBe(true)
    expect(only('05:99203').allowed).toBe('99.99')
  })
})

describe('the outpatient cap (domain B3)', () => {
  it('pays the lower of the fee and the capped fee', () => {
    // Uncapped (1.40 + 6.41 x 0.869 + 0.08 x 0.575) x 32.3465 = 226.95; cap with 5.98: 214.87
    const line = only('11:74170')
    expect(line).toMatchObject({ feeSchedule: '214.87', allowed: '214.87', flags: ['OPPS_CAPPED'] })
    expect(line.steps.filter((step) => step.measure === 'payment').map((step) => step.after)).toEqual([
      '226.95',
      '214.87',
    ])
  })

  it('leaves the professional component alone', () => {
    // 1.40 + 0.50 x 0.869 (0.4345) + 0.06 x 0.575 (0.0345) = 1.869 x 32.3465 = 60.4556... -> 60.46
    expect(only('11:74170-26')).toMatchObject({ allowed: '60.46', flags: [] })
  })

  it('has a malpractice value of its own', () => {
    // (1.40 + 5.98 x 0.869 (5.19662) + 0.02 x 0.575 (0.0115)) = 6.60812 x 32.3465 = 213.7495... -> 213.75
    const { payment } = rowOf('74170')
    const own = view({}, [rowOf('74170', '', { payment: payment && { ...payment, oppsMalpractice: rvu('0.02') } })])
    expect(only('11:74170', {}, own).allowed).toBe('213.75')
  })

  it('does nothing where the outpatient amount is higher', () => {
    expect(only('11:72125').flags).toEqual([])
  })
})

describe('participation and practitioner (domain B1)', () => {
  it.each([
    // 99.99 x 0.85 = 84.9915; x 0.75 = 74.9925; nurse midwives, psychologists and CRNAs in full
    ['np', '84.99'],
    ['pa', '84.99'],
    ['cns', '84.99'],
    ['dietitian', '84.99'],
    ['csw', '74.99'],
    ['mft', '74.99'],
    ['mhc', '74.99'],
    ['cnm', '99.99'],
    ['psychologist', '99.99'],
    ['crna', '99.99'],
  ] as const)('%s is allowed %s', (practitioner, allowed) => {
    expect(only('11:99203', { practitioner })).toMatchObject({ allowed, creditedWorkRvu: '1.6000', factor: '1' })
  })

  it('allows 95% without participation, with one rounding', () => {
    // 99.99 x 0.95 = 94.9905; x 0.85 x 0.95 = 80.741925
    expect(only('11:99203', { participating: false }).allowed).toBe('94.99')
    expect(only('11:99203', { participating: false, practitioner: 'np' }).allowed).toBe('80.74')
  })
})

describe('the limiting charge (domain B1)', () => {
  it('is 109.25% of the fee of who participates, with one rounding', () => {
    // 99.99 x 1.0925 = 109.239075 -> 109.24; a practitioner's: 99.99 x 0.85 x 1.0925 = 92.85321... -> 92.85
    expect(only('11:99203', { participating: false }).limitingCharge).toBe('109.24')
    expect(only('11:99203', { participating: false, practitioner: 'np' }).limitingCharge).toBe('92.85')
    // 188.904 x 1.0925 = 206.37762 -> 206.38, after the share of an assistant
    expect(only('44140-80', { participating: false }).limitingCharge).toBe('206.38')
  })

  it('is none for who participates, for other clinicians, and where there is no amount', () => {
    expect(calculate(['11:99203'])).toMatchObject({
      lines: [{ limitingCharge: null }],
      totals: { limitingCharge: null },
    })
    const lines = ['11:99203-57', line('11:99203', 1, { provider: 'other' }), '0652T', '44140-GY', '99999']
    const result = calculate(lines, { participating: false })
    expect(result.lines.map((each) => each.limitingCharge)).toEqual(['109.24', null, null, '0.00', null])
    expect(result.totals.limitingCharge).toBe('109.24')
    const entered = line('0652T', 0, { manual: { allowed: '850.00' } })
    expect(only(entered, { participating: false })).toMatchObject({ allowed: '850.00', limitingCharge: null })
  })
})

describe('places of service (domain B2)', () => {
  const places = (text: string): string[] => text.split(' ')
  const settingIn = (place: string) => only(`${place}:99203`)

  it.each(places('02 19 21 22 23 24 26 31 34 41 42 51 52 53 56 61'))('%s is a facility', (place) => {
    expect(settingIn(place)).toMatchObject({ setting: 'facility', allowed: '74.13' })
  })

  it.each(places('01 03 04 09 10 11 12 13 14 15 16 17 20 25 27 32 33 49 50 54 55 57 58 60 62 65 71 72 81 99'))(
    '%s is not, for certain',
    (place) => {
      expect(settingIn(place)).toMatchObject({ setting: 'nonfacility', allowed: '99.99' })
      expect(settingIn(place).steps.map((step) => step.rule)).not.toContain('place-of-service')
    },
  )

  it.each(places('05 06 07 08 18 66 00 98'))('%s is priced as none, with a warning', (place) => {
    expect(settingIn(place)).toMatchObject({ setting: 'nonfacility', allowed: '99.99', valid: true })
    expect(settingIn(place).steps.map((step) => step.rule)).toContain('place-of-service')
  })

  it.each(places('95 93 GT GQ'))('%s says telehealth: the place decides the practice expense', (modifier) => {
    expect(only(`10:99203-${modifier}`)).toMatchObject({ allowed: '99.99', creditedWorkRvu: '1.6000', factor: '1' })
    expect(only(`02:99203-${modifier}`)).toMatchObject({ allowed: '74.13', creditedWorkRvu: '1.6000', factor: '1' })
  })
})

describe('a release known from the catalog only', () => {
  it('credits, and says which release to install for payment', () => {
    const bare = { ...rowOf('47562'), payment: null }
    const line = only('47562', {}, view({}, [bare]))
    expect(line).toMatchObject({
      allowed: null,
      feeSchedule: null,
      creditedWorkRvu: '10.4700',
      payable: false,
      valid: true,
    })
    expect(line.rvu).toEqual({ work: '10.47', practiceExpense: null, malpractice: null, total: null })
    expect(line.steps[0]?.reason).toContain('RVU25D')
  })
})
