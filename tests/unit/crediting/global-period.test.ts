import { describe, expect, it } from 'vitest'
import { allowedOf, calculate, dated, line, only } from '@/tests/support/case-lines'
import { release, rowOf, view } from '@/tests/support/schedule-rows'

const visitWith = (procedure: string, visit: string, date: string) =>
  calculate([dated(procedure, '2025-11-03'), dated(visit, date, 1)]).lines[1]

describe('visits in a global period (domain E1)', () => {
  it.each([
    ['44140', '2025-11-02', true, ['IN_GLOBAL', 'GLOBAL_NEEDS_57']],
    ['44140', '2025-11-03', true, ['IN_GLOBAL', 'GLOBAL_NEEDS_57']],
    ['44140', '2025-11-04', true, ['IN_GLOBAL']],
    // 90 days after 3 November: 27 (Nov) + 31 (Dec) + 31 (Jan) + 1 = 1 February
    ['44140', '2026-02-01', true, ['IN_GLOBAL']],
    ['44140', '2026-02-02', false, []],
    ['44140', '2025-11-01', false, []],
    ['69436', '2025-11-02', false, []],
    ['69436', '2025-11-03', true, ['IN_GLOBAL']],
    ['69436', '2025-11-13', true, ['IN_GLOBAL']],
    ['69436', '2025-11-14', false, []],
    ['31622', '2025-11-03', true, ['IN_GLOBAL']],
    ['31622', '2025-11-04', false, []],
    ['11:72125', '2025-11-03', false, []],
  ])('%s on 3 November, visit on %s: %s', (procedure, date, inside, flags) => {
    const visit = visitWith(procedure, '11:99213', date)
    expect(visit?.flags).toEqual(flags)
    expect(visit?.creditedWorkRvu).toBe(inside ? '0.0000' : '1.3000')
    expect(visit?.allowed === '0.00').toBe(inside)
  })

  it.each([
    ['44140', '11:99213-24', '2025-11-10', true],
    ['44140', '11:99291-FT', '2025-11-10', true],
    ['44140', '11:99213-24', '2025-11-03', false],
    ['44140', '11:99213-25', '2025-11-10', false],
    ['44140', '11:99213-25', '2025-11-03', true],
    ['44140', '11:99213-57', '2025-11-02', true],
    ['44140', '11:99213-57', '2025-11-03', true],
    ['44140', '11:99213-57', '2025-11-04', false],
    ['69436', '11:99213-25', '2025-11-03', true],
    ['69436', '11:99213-57', '2025-11-03', false],
    ['31622', '11:99213-25', '2025-11-03', true],
  ])('%s, then %s on %s: lifted %s', (procedure, visit, date, lifted) => {
    expect(visitWith(procedure, visit, date)?.flags.includes('IN_GLOBAL')).toBe(!lifted)
  })

  // The first and the last of each range of domain E1, and their neighbors.
  it.each([
    ['92002 92004 92012 92014 99202 99211 99215 99221 99236 99239 99242 99245 99252 99255 99281 99285', true],
    ['99291 99292 99304 99316 99341 99350', true],
    ['92003 92013 92015 99201 99216 99220 99240 99241 99246 99251 99256 99280 99286 99288 99290 99293', false],
    ['99303 99317 99340 99351 99381 99396 99441 G0463 90837', false],
  ])('%s are visits of such a period: %s', (codes, caught) => {
    for (const code of codes.split(' ')) {
      const schedule = view({}, [rowOf('99213', '', { code })])
      const visit = calculate(['44140', `11:${code}`], {}, schedule).lines[1]
      expect([code, visit?.flags.includes('IN_GLOBAL')]).toEqual([code, caught])
    }
  })

  it.each(['44140-55', '44140-56', '44140-78', '44140-80', '44140-81', '44140-82', '44140-AS', '77763-TC'])(
    '%s opens no period',
    (procedure) => {
      expect(visitWith(procedure, '11:99213', '2025-11-04')?.flags).toEqual([])
    },
  )

  it('is the surgeon’s own: another clinician opens none and is not caught', () => {
    const other = line('44140', 0, { provider: 'other' })
    expect(calculate([other, line('11:99213', 1)]).lines[1]?.flags).toEqual([])
    expect(calculate([line('44140', 0), line('11:99213', 1, { provider: 'other' })]).lines[1]?.allowed).toBe(
      only('11:99213').allowed,
    )
  })

  it('credits the visit in full under an unadjusted policy only', () => {
    const lines = [dated('44140', '2025-11-03'), dated('11:99213', '2025-11-10', 1)]
    const policy = {
      name: 'Unadjusted',
      base: 'unadjusted',
      factors: {},
      multipleProcedure: false,
      endoscopy: false,
      assistants: true,
      splitShared: 'biller',
      schedule: 'by-date',
    } as const
    expect(calculate(lines, { policy }).lines[1]).toMatchObject({ allowed: '0.00', creditedWorkRvu: '1.3000' })
  })

  it('counts a visit after surgery at nothing', () => {
    expect(visitWith('44140', '99024', '2025-11-10')).toMatchObject({
      allowed: '0.00',
      creditedWorkRvu: '0.0000',
      flags: [],
    })
  })

  it('counts such visits as a measure, the clinician’s own', () => {
    const visits = [dated('99024', '2025-11-10'), dated('99024*2', '2025-11-17', 1)]
    const other = line('99024', 2, { provider: 'other' })
    expect(calculate([...visits, other]).totals.postoperativeVisits).toBe(3)
    expect(calculate(['44140']).totals.postoperativeVisits).toBe(0)
  })
})

describe('add-on codes (domain E4)', () => {
  it('warns without a primary on the same day, and prices it', () => {
    expect(only('33518').flags).toEqual(['ADD_ON_WITHOUT_PRIMARY'])
    expect(only('33518').payable).toBe(true)
    expect(calculate(['33533', '33518']).lines[1]?.flags).toEqual([])
    expect(calculate([dated('33533', '2025-11-03'), dated('33518', '2025-11-04', 1)]).lines[1]?.flags).toEqual([
      'ADD_ON_WITHOUT_PRIMARY',
    ])
  })
})

describe('the visit complexity add-on (domain E3)', () => {
  const at = (lines: string[], date = '2025-11-03', schedule = view()) =>
    calculate(
      lines.map((text, index) => dated(text, date, index)),
      {},
      schedule,
    ).lines.at(-1)
  // 0.33 + 0.13 x 0.869 (0.11297) + 0.02 x 0.575 (0.0115) = 0.45447 x 32.3465 = 14.7005... -> 14.70
  const FULL = '14.70'

  it('goes with an office visit', () => {
    expect(at(['11:99213', '11:G2211'])).toMatchObject({ allowed: FULL, flags: [] })
    expect(at(['11:G2211'])?.flags).toEqual(['ADD_ON_WITHOUT_PRIMARY'])
    expect(at(['11:99291', '11:G2211'])?.flags).toEqual(['ADD_ON_WITHOUT_PRIMARY'])
  })

  it('is not paid beside 25, except with a preventive service from 2025', () => {
    expect(at(['11:20610', '11:99213-25', '11:G2211'])).toMatchObject({
      allowed: '0.00',
      flags: ['NOT_PAYABLE'],
      creditedWorkRvu: '0.3300',
    })
    expect(at(['11:G0438', '11:99213-25', '11:G2211'])?.allowed).toBe(FULL)
    expect(at(['11:90471', '11:99213-25', '11:G2211'])?.allowed).toBe(FULL)
    expect(at(['11:90471', '11:99213-25', '11:G2211'], '2024-11-04')?.allowed).toBe('0.00')
    for (const [codes, allowed] of [
      ['G0402 G0438 G0439 90460 90474 90480 G0008 G0009 G0010', FULL],
      ['G0403 G0437 G0440 90459 90475 90479 90481 G0007 G0011', '0.00'],
    ] as const) {
      for (const code of codes.split(' ')) {
        const beside = view({}, [rowOf('90471', '', { code })])
        const complexity = at([`11:${code}`, '11:99213-25', '11:G2211'], '2025-11-03', beside)
        expect([code, complexity?.allowed]).toEqual([code, allowed])
      }
    }
  })

  it('goes with home visits from 2026', () => {
    const home = view({ release: release('RVU26A', '2026-01-01') }, [rowOf('99213', '', { code: '99348' })])
    expect(at(['12:99348', '12:G2211'], '2026-01-05', home)?.flags).toEqual([])
    expect(at(['12:99348', '12:G2211'], '2025-11-03', home)?.flags).toEqual(['ADD_ON_WITHOUT_PRIMARY'])
  })
})

describe('prolonged time (domain E3)', () => {
  const schedule = view({}, [rowOf('G2211', '', { code: 'G2212' })])
  const rulesOf = (lines: string[]) =>
    calculate(lines, {}, schedule).lines.map(({ steps }) => steps.some((step) => step.rule === 'prolonged-twice'))

  it('is counted by CPT or by CMS, never by both: a caution, and no amount changes', () => {
    expect(rulesOf(['11:99215', '11:99417', '11:G2212'])).toEqual([false, true, false])
    expect(rulesOf(['11:99215', '11:99417'])).toEqual([false, false])
    expect(rulesOf(['11:99215', '11:G2212'])).toEqual([false, false])
    const both = calculate(['11:99215', '11:99417', '11:G2212'], {}, schedule)
    expect(both.lines[1]).toMatchObject({ allowed: null, creditedWorkRvu: '0.6100' })
  })
})

describe('a case over several releases', () => {
  const late = view({ release: release('RVU26A', '2026-01-01'), newerQuarterMissing: true })
  const result = calculate([dated('11:99213', '2026-05-04'), dated('11:99214', '2026-05-04', 1)], {}, late)

  it('names the release that they share, and the quarter that is missing', () => {
    expect(result.release).toBe('RVU26A')
    expect(result.warnings.map((each) => each.code)).toEqual(['NEWER_QUARTER_NOT_INSTALLED'])
    expect(allowedOf(result)).toEqual([only('11:99213').allowed, only('11:99214').allowed])
  })
})
