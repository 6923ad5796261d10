import { describe, expect, it } from 'vitest'
import { rvu } from '@/lib/domain/shared/exact'
import type { StatusCode } from '@/lib/domain/schedule/row'
import { calculate, only } from '@/tests/support/case-lines'
import { rowOf, view } from '@/tests/support/schedule-rows'

describe('status codes (domain A2)', () => {
  it('has no amount and no work where the contractor prices', () => {
    expect(only('0652T')).toMatchObject({
      valid: true,
      payable: false,
      feeSchedule: null,
      allowed: null,
      workRvu: null,
      creditedWorkRvu: null,
      rvu: null,
      flags: ['CONTRACTOR_PRICED'],
    })
  })

  it('treats a restricted row without RVUs the same', () => {
    expect(only('D0120')).toMatchObject({
      status: 'R',
      allowed: null,
      creditedWorkRvu: null,
      flags: ['CONTRACTOR_PRICED'],
    })
  })

  it('prices a part whose global row has no value', () => {
    // 61715-26: 18.95 + 9.98 x 0.869 (8.67262) + 7.54 x 0.575 (4.3355) = 31.95812 x 32.3465 = 1033.7333... -> 1033.73
    expect(only('61715-26')).toMatchObject({ status: 'A', allowed: '1033.73', creditedWorkRvu: '18.9500' })
    expect(only('61715').allowed).toBeNull()
  })

  it('is 0.00 where bundled', () => {
    expect(only('20930')).toMatchObject({
      allowed: '0.00',
      feeSchedule: null,
      creditedWorkRvu: '0.0000',
      payable: false,
      flags: [],
    })
  })

  it.each([
    ['99417', 'I', '0.6100'],
    ['99396', 'N', '1.9000'],
  ])('credits %s (%s) with its listed work and has no amount', (code, status, credited) => {
    expect(only(code)).toMatchObject({
      status,
      allowed: null,
      feeSchedule: null,
      creditedWorkRvu: credited,
      flags: expect.arrayContaining(['RVU_NOT_USED_FOR_MEDICARE']),
    })
  })

  it.each([
    ['J', null],
    ['X', null],
    ['E', null],
    ['M', null],
    ['I', null],
    ['N', null],
    ['B', '0.00'],
    ['P', '0.00'],
    ['D', '0.00'],
    ['F', '0.00'],
    ['G', '0.00'],
    ['H', '0.00'],
    ['Q', '0.00'],
  ] as const)('status %s has %s and no credit', (status: StatusCode, allowed) => {
    const row = rowOf('99213', '', { status })
    expect(only('99213', {}, view({}, [row]))).toMatchObject({ allowed, workRvu: '0.00', creditedWorkRvu: '0.0000' })
  })

  it('pays status T alone and bundles it beside a priced line of the day', () => {
    // 36591: (0.82 x 0.869 + 0.01 x 0.575) x 32.3465 = 0.71833 x 32.3465 = 23.2354... -> 23.24
    expect(only('11:36591').allowed).toBe('23.24')
    const [, t] = calculate(['11:99203', '11:36591']).lines
    expect(t).toMatchObject({ allowed: '0.00', feeSchedule: '23.24', payable: false, flags: ['BUNDLED_SAME_DAY'] })
  })

  it('does not bundle T beside a denied line, another clinician or another T', () => {
    expect(calculate(['11:99203-GY', '11:36591']).lines[1]?.allowed).toBe('23.24')
    const row = rowOf('36591', '', { code: '36592', work: rvu('0.00') })
    expect(calculate(['11:36591', '11:36592'], {}, view({}, [row])).lines[1]?.allowed).toBe('23.24')
  })

  it('does not pay incident-to services for hospital patients', () => {
    // 90471: 0.17 + 0.44 x 0.869 (0.38236) + 0.01 x 0.575 (0.00575) = 0.55811 x 32.3465 = 18.0529... -> 18.05
    expect(only('22:90471')).toMatchObject({
      feeSchedule: '18.05',
      allowed: '0.00',
      flags: ['NOT_PAYABLE'],
      creditedWorkRvu: '0.1700',
    })
    for (const place of ['19', '21', '23']) expect(only(`${place}:90471`).allowed).toBe('0.00')
    for (const place of ['11', '24', '31']) expect(only(`${place}:90471`).payable).toBe(true)
  })
})

describe('lines that cannot be calculated', () => {
  it('says that a code is unknown, or absent from the release', () => {
    expect(only('99999')).toMatchObject({
      valid: false,
      allowed: null,
      creditedWorkRvu: null,
      row: null,
      flags: ['CODE_UNKNOWN'],
    })
    const schedule = view({ isKnown: () => true })
    expect(only('99999', {}, schedule)).toMatchObject({ valid: false, payable: false, flags: ['CODE_NOT_IN_RELEASE'] })
  })

  it('calculates the other lines and leaves it out of the totals', () => {
    const result = calculate(['99999', '11:99203', '0652T'])
    expect(result.totals).toMatchObject({ allowed: '99.99', workRvu: '1.60', creditedWorkRvu: '1.6000' })
    expect(result.warnings).toEqual([
      { code: 'LINES_NOT_PRICED', message: '2 lines not priced, 2 lines without credit: left out of the totals.' },
    ])
  })

  it('sums to zero over nothing priced', () => {
    expect(calculate(['0652T']).totals).toMatchObject({ allowed: '0.00', workRvu: '0.00', creditedWorkRvu: '0.0000' })
    expect(calculate([])).toMatchObject({ release: null, conversionFactor: null, lines: [], warnings: [] })
  })
})
