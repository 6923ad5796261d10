import { describe, expect, it } from 'vitest'
import type { CaseInput, ManualValue } from '@/lib/domain/crediting/case'
import { enteredValue, takesValue } from '@/lib/domain/crediting/entered-value'
import { rvu } from '@/lib/domain/shared/exact'
import { POLICY_PRESETS } from '@/lib/domain/crediting/policy'
import { creditCase } from '@/lib/domain/crediting/credit-case'
import { calculate, caseOf, line, only } from '@/tests/support/case-lines'
import { release, rowOf, ROWS, view } from '@/tests/support/schedule-rows'

const entered = (text: string, manual: ManualValue, index = 0) => line(text, index, { manual })
const one = (text: string, manual: ManualValue, change: Partial<CaseInput> = {}, schedule = view()) =>
  only(entered(text, manual), change, schedule)
const reasons = (answer: ReturnType<typeof only>) => answer.steps.map((step) => step.reason).join(' ')

describe('a value entered by hand (MANUAL_VALUE)', () => {
  it('stands for what CMS sets no value for', () => {
    const answer = one('0652T', { workRvu: '12.00', allowed: '850.00' })
    expect(answer).toMatchObject({
      ...{ valid: true, payable: true, status: 'C', feeSchedule: null, rvu: null },
      ...{ allowed: '850.00', workRvu: '12.00', creditedWorkRvu: '12.0000' },
      flags: ['MANUAL_VALUE', 'CONTRACTOR_PRICED'],
    })
    expect(reasons(answer)).toContain('Value entered by you')
    for (const step of answer.steps) expect(step.citation).toMatch(/entered/)
  })

  it('may be the work or the amount alone', () => {
    expect(one('0652T', { workRvu: '12.00' })).toMatchObject({ allowed: null, creditedWorkRvu: '12.0000' })
    expect(one('0652T', { allowed: '850.00' })).toMatchObject({ allowed: '850.00', creditedWorkRvu: null })
  })

  it('is of one unit', () => {
    expect(one('0652T*2', { workRvu: '12.00', allowed: '850.00' })).toMatchObject({
      ...{ allowed: '1700.00', workRvu: '24.00', creditedWorkRvu: '24.0000' },
    })
  })

  it('makes an unknown code valid, and one that the release lacks', () => {
    const unknown = one('99999', { workRvu: '12.00' })
    expect(unknown).toMatchObject({
      valid: true,
      row: null,
      status: null,
      flags: ['MANUAL_VALUE'],
      creditedWorkRvu: '12.0000',
    })
    expect(one('99999', { workRvu: '3' }, {}, view({ isKnown: () => true }))).toMatchObject({ valid: true })
    // An amount alone says nothing of the work.
    const amount = one('99999', { allowed: '850.00' })
    expect(amount).toMatchObject({ valid: false, allowed: null, flags: ['CODE_UNKNOWN'] })
    expect(reasons(amount)).toMatch(/enter a work RVU or a comparable code/)
    expect(one('99999-54-55', { workRvu: '3' }).flags).toEqual(['MODIFIERS_CONFLICT'])
  })

  it('has the credit factors of its modifiers; the amount is what the payer allowed', () => {
    // 12.00 x 0.16 = 1.9200 on a code without a row of its own; x 0.5; x 1.5; a team's part stands as entered
    const credit = (text: string) => one(text, { workRvu: '12.00', allowed: '850.00' }).creditedWorkRvu
    expect(credit('99999-80')).toBe('1.9200')
    expect(credit('99999-52')).toBe('6.0000')
    expect(credit('99999-50')).toBe('18.0000')
    expect(credit('99999-66')).toBe('12.0000')
    expect(one('99999-80', { workRvu: '12.00', allowed: '850.00' }).allowed).toBe('850.00')
    expect(one('99999', { workRvu: '12', allowed: '850' }, { practitioner: 'np' }).allowed).toBe('850.00')
    // Indicators of the code's own row count: nobody assists at 0652T (indicator 1).
    expect(one('0652T-80', { workRvu: '12.00', allowed: '850.00' })).toMatchObject({
      allowed: '0.00',
      creditedWorkRvu: '0.0000',
    })
  })

  it('is denied like any other line', () => {
    expect(one('0652T-GY', { workRvu: '12', allowed: '850' })).toMatchObject({
      allowed: '0.00',
      creditedWorkRvu: '12.0000',
    })
    expect(one('0652T', { workRvu: '12', allowed: '850' }, { role: 'resident' })).toMatchObject({
      ...{ allowed: '0.00', creditedWorkRvu: '0.0000', trainingWorkRvu: '12.0000' },
    })
  })

  it('stands for what is by report: reduced, stopped, a team', () => {
    const team = view({}, [rowOf('44140', '', { team: '2' })])
    expect(one('44140-66', { workRvu: '8.00', allowed: '400.00' }, {}, team)).toMatchObject({
      ...{ allowed: '400.00', creditedWorkRvu: '8.0000', flags: ['BY_REPORT', 'MANUAL_VALUE'] },
    })
    expect(one('44140-52', { allowed: '700.00' })).toMatchObject({ allowed: '700.00', creditedWorkRvu: '11.2950' })
    expect(reasons(one('44140-52', { comparator: '47562' }))).toMatch(/takes no comparable code/)
  })

  it('is not used where CMS sets a value, and says so', () => {
    const answer = one('47562', { workRvu: '50.00', allowed: '9000.00' })
    expect(answer).toMatchObject({ allowed: '583.32', creditedWorkRvu: '10.4700', flags: [] })
    expect(answer.steps.find((step) => step.rule === 'manual-refused')?.reason).toMatch(/^CMS sets a value for it/)
    expect(reasons(one('99417', { workRvu: '5' }))).toContain('CMS sets a value for it')
    expect(reasons(one('20930', { workRvu: '5' }))).toContain('Bundled')
    expect(reasons(one('00100', { workRvu: '5' }))).toContain('enter its minutes')
    expect(one('44140-53', { allowed: '300.00' }).allowed).toBe('300.00')
    expect(one('45378-53', { allowed: '300.00' }).allowed).toBe('82.11')
  })

  it('is open for codes outside the schedule that list no work', () => {
    expect(one('81000', { workRvu: '0.50' })).toMatchObject({
      status: 'X',
      creditedWorkRvu: '0.5000',
      flags: ['MANUAL_VALUE'],
    })
  })
})

describe('a comparable code', () => {
  it('gives its work and its fee, by the same rules', () => {
    const answer = one('0652T', { comparator: '47562' })
    expect(answer).toMatchObject({
      ...{ valid: true, status: 'C', row: { code: '47562', modifier: null }, feeSchedule: null },
      ...{
        allowed: '583.32',
        workRvu: '10.47',
        creditedWorkRvu: '10.4700',
        flags: ['MANUAL_VALUE', 'CONTRACTOR_PRICED'],
      },
    })
    expect(reasons(answer)).toContain('As comparable code 47562')
    // 583.32 x 0.625 = 364.575 -> 364.58; 10.47 x 0.625 = 6.54375 -> 6.5438 (CO 1: with documentation)
    expect(one('99999-62', { comparator: '47562' })).toMatchObject({ allowed: '364.58', creditedWorkRvu: '6.5438' })
    // 583.32 x 0.85 = 495.822
    expect(one('99999', { comparator: '47562' }, { practitioner: 'np' }).allowed).toBe('495.82')
  })

  it('ranks with the other operations; an entered value does not', () => {
    // 44140 first; 583.32 x 0.5 = 291.66 and 10.47 x 0.5
    const like = calculate(['44140', entered('0652T', { comparator: '47562' }, 1)])
    expect(like.lines.map((each) => [each.allowed, each.creditedWorkRvu])).toEqual([
      ['1180.65', '22.5900'],
      ['291.66', '5.2350'],
    ])
    const own = calculate(['47562', entered('0652T', { workRvu: '30.00', allowed: '3000.00' }, 1)])
    expect(own.lines.map((each) => [each.allowed, each.creditedWorkRvu])).toEqual([
      ['583.32', '10.4700'],
      ['3000.00', '30.0000'],
    ])
  })

  it('gives way to what is entered beside it', () => {
    expect(one('0652T', { comparator: '47562', workRvu: '9.00', allowed: '500.00' })).toMatchObject({
      ...{ allowed: '500.00', workRvu: '9.00', creditedWorkRvu: '9.0000' },
    })
  })

  it.each([
    ['99998', /not in RVU25D/],
    ['0652T', /no value of its own/],
    ['20930', /no value of its own/],
    ['00100', /no value of its own/],
  ])('%s is refused with a reason', (comparator, reason) => {
    const known = one('0652T', { comparator })
    expect(known).toMatchObject({ valid: true, allowed: null, creditedWorkRvu: null, flags: ['CONTRACTOR_PRICED'] })
    expect(reasons(known)).toMatch(reason)
    const unknown = one('99999', { comparator })
    expect(unknown).toMatchObject({ valid: false, flags: ['CODE_UNKNOWN'] })
    expect(reasons(unknown)).toMatch(reason)
  })

  it('needs the part that the line names', () => {
    expect(one('99999-26', { comparator: '74170' })).toMatchObject({
      row: { code: '74170', modifier: '26' },
      allowed: '60.46',
    })
    expect(reasons(one('99999-26', { comparator: '44140' }))).toContain('no such part')
  })

  it('may be one that CMS lists without paying on it', () => {
    expect(one('0652T', { comparator: '99417' })).toMatchObject({ allowed: null, creditedWorkRvu: '0.6100' })
  })

  it('credits the work of a frozen table', () => {
    const older = rowOf('47562', '', { work: rvu('11.00') })
    const frozen = view({
      release: release('RVU20A', '2020-01-01'),
      rowsOf: (code) => (code === '47562' ? [older] : []),
    })
    const policy = { ...POLICY_PRESETS.cms_adjusted, name: 'Table of 2020', schedule: { release: 'RVU20A' } }
    const result = creditCase(caseOf([entered('0652T', { comparator: '47562' })], { policy }), () => view(), frozen)
    expect(result.lines[0]).toMatchObject({ allowed: '583.32', creditedWorkRvu: '11.0000' })
  })
})

describe('totals of entered values', () => {
  it('are kept apart from all others', () => {
    const result = calculate([
      '11:99203',
      entered('0652T', { workRvu: '12.00', allowed: '850.00' }, 1),
      entered('99999-80', { workRvu: '10.00' }, 2),
    ])
    expect(result.totals).toMatchObject({
      ...{ allowed: '99.99', workRvu: '1.60', creditedWorkRvu: '1.6000' },
      manual: { allowed: '850.00', workRvu: '22.00', creditedWorkRvu: '13.6000', lines: 2 },
    })
    expect(result.warnings).toEqual([])
  })

  it('are zero without any', () => {
    expect(calculate(['44140']).totals.manual).toEqual({
      allowed: '0.00',
      workRvu: '0.00',
      creditedWorkRvu: '0.0000',
      lines: 0,
    })
  })

  it('do not pair entered lines', () => {
    const sides = ['99999-RT', '99999-LT'].map((text, index) => entered(text, { workRvu: '4.00' }, index))
    expect(calculate(sides).lines.map((each) => each.creditedWorkRvu)).toEqual(['4.0000', '4.0000'])
    const like = ['99999-RT', '99999-LT'].map((text, index) => entered(text, { comparator: '69436' }, index))
    expect(calculate(like).lines.map((each) => each.allowed)).toEqual(['142.09', '71.05'])
  })
})

describe('what takes a value', () => {
  const codes = [...new Set([...ROWS.map(({ code }) => code), '99999'])]
  const texts = codes.flatMap((code) => ['', '-52', '-53', '-66', '-54', '-22', '-26'].map((more) => `${code}${more}`))

  it('is told by the answer without one: where the engine then uses what is entered, and nowhere else', () => {
    const uses = (text: string) => one(text, { workRvu: '12.00', allowed: '850.00' }).flags.includes('MANUAL_VALUE')
    // What is denied whatever it is worth takes a value and shows 0.00: nobody is asked for one there. And no value
    // mends 54 on a code without a package.
    const asked = texts.filter((text) => only(text).allowed !== '0.00' && text !== '99999-54')
    expect(asked.filter((text) => takesValue(only(text)))).toEqual(asked.filter(uses))
    expect(takesValue(one('0652T', { workRvu: '12.00' }))).toBe(true)
    expect(takesValue(only('99999'))).toBe(true)
    expect(takesValue(only('47562'))).toBe(false)
  })

  it('is not a sixth procedure, by report without a word of its modifiers', () => {
    const six = calculate(['44140', '38100', '47562', '22558', '15830', '19303'])
    expect(six.lines.map((each) => each.flags.includes('BY_REPORT')).filter(Boolean)).toHaveLength(1)
    expect(six.lines.map(takesValue)).not.toContain(true)
  })

  it('reads what its fields hold', () => {
    expect(enteredValue({ workRvu: ' 12.00 ', allowed: '', comparator: ' g0105' })).toEqual({
      workRvu: '12.00',
      comparator: 'G0105',
    })
    expect(enteredValue({ workRvu: '', allowed: ' ', comparator: '' })).toBeNull()
  })
})
