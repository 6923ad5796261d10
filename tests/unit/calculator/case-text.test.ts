import { describe, expect, it } from 'vitest'
import { allowedTotal, countedTotal, isInTotals, lineChanges, totalChange } from '@/lib/domain/calculator/difference'
import type { CalculatedCase, CalculatedLine } from '@/lib/domain/crediting/case'
import { POLICY_PRESETS } from '@/lib/domain/crediting/policy'
import { caseText } from '@/lib/format/case-text'
import { differenceWords, enteredBesideWords } from '@/lib/format/difference-words'

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
  beside: null,
  titles: { '47562': 'Gallbladder removal, laparoscopic' },
  where: 'national average',
  plan: 'cms_adjusted' as const,
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

  it('names a plan of one’s own by all that it says otherwise', () => {
    const plan = { ...POLICY_PRESETS.cms_adjusted, multipleProcedure: false, factors: { '80': '0.2' } }
    const text = caseText({ answer: { ...CASE, policy: 'Custom' }, ...PARTS, plan })
    expect(text).toContain(
      'Credited under Custom, as CMS adjusted, except multiple procedures: off; factor of 80: 20%.\n',
    )
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

describe('a case as text, with what stands apart', () => {
  it('says units of anesthesia, entered values and the limiting charge below the total', () => {
    const anesthesia = { baseUnits: 7, timeUnits: '6.3', units: '13.3' }
    const given = { ...LINE, id: '1', code: '00790', workRvu: '0.00', creditedWorkRvu: '0.0000', anesthesia }
    const entered = { ...SECOND, code: '47379', modifiers: [], units: 1, flags: ['MANUAL_VALUE'] as const }
    const manual = { allowed: '450.05', workRvu: '7.76', creditedWorkRvu: '3.8800', lines: 1 }
    const totals = { ...NO_OTHER_SUMS, manual, asaUnits: '13.3', limitingCharge: '670.82', postoperativeVisits: 2 }
    const sums = { allowed: '583.32', workRvu: '0.00', creditedWorkRvu: '0.0000' }
    const text = caseText({ answer: { ...CASE, lines: [given, entered], totals: { ...totals, ...sums } }, ...PARTS })
    expect(text).toMatch(/^00790 .* \$583\.32 {2}13\.3 anesthesia units$/m)
    expect(text).toMatch(
      /^47379 {4}7\.76 {6}3\.88 {3}\$450\.05 {2}like 47562, value entered by hand, not in the total$/m,
    )
    expect(text).toMatch(/^Total {4}0\.00 {6}0\.00 {3}\$583\.32$/m)
    expect(text).toContain('13.3 anesthesia units, base and time: never added to work RVUs.\n1 line with a value')
    expect(text).toContain('1 line with a value entered by you: 3.88 credited and $450.05 allowed, apart from')
    expect(text).toContain('The most you may charge: $670.82.\n2 visits after surgery, without a value.')
  })

  it('of two cases has both tables, both sources and what came between', () => {
    const other = { ...CASE, policy: 'partial', totals: { ...CASE.totals, creditedWorkRvu: '17.9700' } }
    const names = { first: 'the first case', second: 'The second case' }
    const beside = { answer: other, names, heads: { first: 'First case', second: 'Second case' } }
    const text = caseText({ answer: CASE, ...PARTS, beside })
    expect(text).toMatch(/^RVU Edge, case of Mar 2, 2026, .*: First case and Second case\n\nFirst case\nCode/)
    expect(text.match(/^Total .*/gm)).toEqual([
      'Total            17.97     14.09  $1,033.37',
      'Total            17.97     17.97  $1,033.37',
    ])
    expect(text).toContain('Credited under CMS adjusted.')
    expect(text).toContain('\n\nSecond case\nCode')
    expect(text).toContain('Credited under Partial.')
    // 17.97 - 14.09.
    expect(text).toContain('\nThe second case credits 3.88 more and allows the same than the first case.\n')
    expect(text.match(/https:/g)).toHaveLength(1)
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

  it('leave out of every sum what was entered by hand and what another clinician did', () => {
    const step = { measure: 'credit', rule: 'other-clinician', factor: '0', before: '1', after: '0' } as const
    const theirs = { ...LINE, steps: [{ ...step, reason: '', citation: '' }] }
    const entered = { ...LINE, flags: ['MANUAL_VALUE'] as const, trainingWorkRvu: '10.2100' }
    expect([LINE, theirs, entered].map(isInTotals)).toEqual([true, false, false])
    const none = { ...CASE, lines: [theirs, entered], totals: { ...CASE.totals, allowed: '0.00' } }
    expect(allowedTotal(none)).toBeNull()
    // In training the line that was entered counts in no total either.
    expect(countedTotal({ ...CASE, lines: [{ ...LINE, trainingWorkRvu: '10.2100' }, entered] })).toBe('10.2100')
  })

  it('say what was entered by hand on either side, since no sum has it', () => {
    const manual = { allowed: '450.05', workRvu: '7.76', creditedWorkRvu: '3.8800', lines: 1 }
    expect(enteredBesideWords(CASE, CASE)).toBeNull()
    expect(enteredBesideWords(CASE, { ...CASE, totals: { ...CASE.totals, manual } })).toBe(
      'Values entered by hand are in neither sum: 0.00 credited and $0.00 allowed in the first, 3.88 credited and $450.05 allowed in the second.',
    )
  })

  it('of nothing but values entered by hand are set side by side by them', () => {
    const of = (allowed: string, creditedWorkRvu: string): CalculatedCase => ({
      ...CASE,
      lines: [{ ...LINE, flags: ['MANUAL_VALUE'] }],
      totals: { ...CASE.totals, manual: { allowed, workRvu: '0.00', creditedWorkRvu, lines: 1 } },
    })
    const [first, second] = [of('631.95', '10.2100'), of('684.38', '11.1800')]
    // 11.18 - 10.21 = 0.97 and 684.38 - 631.95 = 52.43.
    expect(differenceWords(first, second, { first: 'the first case', second: 'The second case' })).toBe(
      'The second case credits 0.97 more and allows $52.43 more than the first case, by values entered by hand',
    )
    expect(enteredBesideWords(first, second)).toBeNull()
  })

  it('of other lines are not set line against line', () => {
    expect(lineChanges({ ...CASE, lines: [SECOND, LINE] }, CASE)).toEqual([])
  })
})
