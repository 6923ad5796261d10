import { describe, expect, it } from 'vitest'
import { allowedTotal, lineChanges, totalChange } from '@/lib/domain/calculator/difference'
import type { CalculatedCase, CalculatedLine } from '@/lib/domain/crediting/case'
import { caseText } from '@/lib/format/case-text'

const LINE: CalculatedLine = {
  id: '1',
  code: '47562',
  modifiers: [],
  units: 1,
  row: { code: '47562', modifier: null },
  valid: true,
  payable: true,
  setting: 'facility',
  status: 'A',
  release: 'RVU26C',
  conversionFactor: '33.4009',
  rvu: null,
  feeSchedule: '583.32',
  allowed: '583.32',
  limitingCharge: null,
  anesthesia: null,
  workRvu: '10.21',
  creditedWorkRvu: '10.2100',
  trainingWorkRvu: null,
  factor: '1',
  flags: [],
  components: [],
  steps: [],
}
/** 7.76 halved is 3.88; 900.10 halved 450.05; 583.32 + 450.05 = 1,033.37 and 10.21 + 3.88 = 14.09. */
const SECOND: CalculatedLine = {
  ...LINE,
  id: '2',
  code: '49505',
  modifiers: ['50', 'LT'],
  units: 2,
  allowed: '450.05',
  workRvu: '7.76',
  creditedWorkRvu: '3.8800',
}
const NO_OTHER_SUMS = {
  limitingCharge: null,
  asaUnits: '0.0',
  postoperativeVisits: 0,
  manual: { allowed: '0.00', workRvu: '0.00', creditedWorkRvu: '0.0000', lines: 0 },
}
const CASE: CalculatedCase = {
  release: 'RVU26C',
  conversionFactor: '33.4009',
  policy: 'cms_adjusted',
  lines: [LINE, SECOND],
  totals: { ...NO_OTHER_SUMS, allowed: '1033.37', workRvu: '17.97', creditedWorkRvu: '14.0900' },
  warnings: [{ code: 'LINES_NOT_PRICED', message: '1 line has no amount on 2026-03-02.' }],
}
const PARTS = {
  titles: { '47562': 'Gallbladder removal, laparoscopic' },
  where: 'national average',
  date: 'Mar 2, 2026',
  url: 'https://example.org/calculator?case=47562',
}

describe('a case as text', () => {
  it('has its columns in line, a total, the release, the policy and the address', () => {
    expect(caseText({ answer: CASE, ...PARTS })).toBe(`RVU Edge, case of Mar 2, 2026, work RVUs and dollars

Code            Listed  Credited   Medicare  What
-------------------------------------------
47562            10.21     10.21    $583.32  Gallbladder removal, laparoscopic
49505-50-LT x2    7.76      3.88    $450.05
-------------------------------------------
Total            17.97     14.09  $1,033.37

CMS Physician Fee Schedule, RVU26C, 33.4009 dollars per RVU, national average. Credited under CMS adjusted.
1 line has no amount on Mar 2, 2026.
Allowed amounts are before deductible, coinsurance and sequestration.
https://example.org/calculator?case=47562
`)
  })

  it('counts training apart, and says where there is no amount', () => {
    const line = { ...LINE, allowed: null, creditedWorkRvu: '0.0000', trainingWorkRvu: '10.2100' }
    const answer = { ...CASE, lines: [line, { ...line, workRvu: null, trainingWorkRvu: null }], conversionFactor: null }
    const text = caseText({ answer, ...PARTS })
    expect(text).toContain('Code   Listed  Training  Medicare')
    expect(text).toMatch(/^47562 {3}10\.21 {5}10\.21 {6}none {2}Gallbladder/m)
    expect(text).toMatch(/^47562 {4}none {6}0\.00 {6}none/m)
    expect(text).toContain('each date at its own conversion factor')
  })
})

describe('two answers', () => {
  // 10.47 - 10.21 = 0.26 and 600.00 - 583.32 = 16.68.
  const earlier: CalculatedCase = {
    ...CASE,
    lines: [
      { ...LINE, allowed: '600.00', creditedWorkRvu: '10.4700' },
      { ...SECOND, allowed: null },
    ],
    totals: { ...NO_OTHER_SUMS, allowed: '600.00', workRvu: '18.23', creditedWorkRvu: '14.3500' },
  }

  it('differ line by line and in total, exactly', () => {
    expect(lineChanges(earlier, CASE).map(({ counted, allowed }) => [counted.change, allowed.change])).toEqual([
      ['-0.2600', '-16.68'],
      ['0.0000', null],
    ])
    expect(totalChange(earlier, CASE)).toEqual({
      counted: { first: '14.3500', second: '14.0900', change: '-0.2600' },
      // One line has no amount in the first: the sums are of other lines.
      allowed: { first: '600.00', second: '1033.37', change: null },
    })
    const whole = { ...earlier, lines: [...earlier.lines.slice(0, 1), { ...SECOND, allowed: '450.05' }] }
    const { allowed } = totalChange({ ...whole, totals: { ...whole.totals, allowed: '1050.05' } }, CASE)
    // 1,033.37 - 1,050.05.
    expect(allowed.change).toBe('-16.68')
  })

  it('where nothing has an amount, allow none: that is not nothing', () => {
    const unpriced = { ...CASE, lines: CASE.lines.map((line) => ({ ...line, allowed: null })) }
    expect(allowedTotal({ ...unpriced, totals: { ...CASE.totals, allowed: '0.00' } })).toBeNull()
    expect(totalChange(unpriced, CASE).allowed).toEqual({ first: null, second: '1033.37', change: null })
  })

  it('of other lines are not set line against line', () => {
    expect(lineChanges({ ...CASE, lines: [SECOND, LINE] }, CASE)).toEqual([])
  })
})
