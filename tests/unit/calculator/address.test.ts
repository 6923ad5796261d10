import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calculatorQuery, calculatorUrl, readCalculator } from '@/lib/domain/calculator/address'
import {
  EMPTY_CALCULATOR,
  MOST_LINES,
  PLAIN_LINE,
  type CalculatorLine,
  type CalculatorState,
} from '@/lib/domain/calculator/state'
import { PRACTITIONERS, ROLES } from '@/lib/domain/crediting/case'
import { addDays, calendarDate } from '@/lib/domain/shared/date'
import { plan } from '../../support/plans'

const read = (query: string) => readCalculator(Object.fromEntries(new URLSearchParams(query)))

const characters = (letters: string, length: number) =>
  fc.array(fc.constantFrom(...letters), { minLength: length, maxLength: length }).map((each) => each.join(''))
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
const date = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays(calendarDate('2010-01-01'), days))
const digits = (most: number) => fc.integer({ min: 1, max: most }).chain((length) => characters('0123456789', length))
const decimal = (most: number) =>
  fc.tuple(digits(most), fc.constantFrom('', '.5', '.05')).map((parts) => parts.join(''))
const manual = fc
  .record({ workRvu: decimal(5), allowed: decimal(7), comparator: characters(LETTERS, 5) }, { requiredKeys: [] })
  .filter((each) => Object.keys(each).length > 0)
const line: fc.Arbitrary<CalculatorLine> = fc.record({
  code: characters(LETTERS, 5),
  modifiers: fc.uniqueArray(characters(LETTERS, 2), { maxLength: 8 }),
  units: fc.integer({ min: 1, max: 999 }),
  placeOfService: characters('0123456789', 2),
  dateOfService: fc.option(date),
  provider: fc.constantFrom('self', 'other'),
  minutes: fc.option(fc.integer({ min: 0, max: 6_000 })),
  postoperativeDays: fc.option(fc.integer({ min: 0, max: 90 })),
  presentAtInduction: fc.boolean(),
  manual: fc.option(manual),
})
const release = fc.tuple(characters('0123456789', 2), fc.constantFrom('A', 'B', 'C', 'D', 'AR')).map(([year, quarter]) => `RVU${year}${quarter}`) // prettier-ignore
const some = fc.array(line, { minLength: 1, maxLength: MOST_LINES })
const state: fc.Arbitrary<CalculatorState> = fc.record({
  lines: fc.array(line, { maxLength: MOST_LINES }),
  date: fc.option(date),
  locality: fc.option(fc.record({ carrier: characters('0123456789', 5), locality: characters('0123456789', 2) })),
  practitioner: fc.constantFrom(...PRACTITIONERS),
  role: fc.constantFrom(...ROLES),
  policy: plan,
  qualifyingApm: fc.boolean(),
  participating: fc.boolean(),
  release: fc.option(release),
  beside: fc.option(
    fc.oneof(
      fc.record({ kind: fc.constant('release' as const), release }),
      fc.record({ kind: fc.constant('case' as const), lines: some }),
    ),
  ),
})

describe('the address of a calculation', () => {
  it('says it in a way that people can read', () => {
    const { state: asked, problems } = read(
      'case=47562-22*1@22,49505-50&date=2026-03-02&at=10112-00&by=np&policy=partial&release=RVU25D&and=RVU26C',
    )
    expect(problems).toEqual([])
    const own = { ...PLAIN_LINE, placeOfService: '22' }
    expect(asked).toEqual({
      lines: [
        { ...own, code: '47562', modifiers: ['22'] },
        { ...own, code: '49505', modifiers: ['50'] },
      ],
      date: '2026-03-02',
      locality: { carrier: '10112', locality: '00' },
      practitioner: 'np',
      role: 'attending',
      policy: 'partial',
      qualifyingApm: false,
      participating: true,
      release: 'RVU25D',
      beside: { kind: 'release', release: 'RVU26C' },
    })
    expect(calculatorQuery(asked)).toBe(
      '?case=47562-22@22,49505-50&date=2026-03-02&at=10112-00&by=np&policy=partial&release=RVU25D&and=RVU26C',
    )
  })

  it('is short where nothing is asked', () => {
    expect(calculatorUrl(EMPTY_CALCULATOR)).toBe('/calculator')
    expect(read('')).toEqual({ state: EMPTY_CALCULATOR, problems: [] })
  })

  it('keeps the dates and the other clinician of a line', () => {
    const query = '?case=47562@21~2026-03-02,99231~2026-03-04~other'
    const { state: asked } = read(query)
    expect(asked.lines[1]).toEqual({
      ...PLAIN_LINE,
      code: '99231',
      placeOfService: '21',
      dateOfService: '2026-03-04',
      provider: 'other',
    })
    expect(calculatorQuery(asked)).toBe(query)
  })

  it('keeps minutes, days held, induction and values of one’s own', () => {
    const query =
      '?case=00790-AA~95min,00790-AD~induction,44140-55@22~30days,47379~like47562,0652T~work12.00~allowed850.00'
    const { state: asked, problems } = read(query)
    expect(problems).toEqual([])
    const [first, second] = [PLAIN_LINE, { ...PLAIN_LINE, placeOfService: '22' }]
    expect(asked.lines).toEqual([
      { ...first, code: '00790', modifiers: ['AA'], minutes: 95 },
      { ...first, code: '00790', modifiers: ['AD'], presentAtInduction: true },
      { ...second, code: '44140', modifiers: ['55'], postoperativeDays: 30 },
      { ...second, code: '47379', manual: { comparator: '47562' } },
      { ...second, code: '0652T', manual: { workRvu: '12.00', allowed: '850.00' } },
    ])
    expect(calculatorQuery(asked)).toBe(query)
    // In any order and in small letters; what is written is always in one order.
    expect(calculatorQuery(read('case=00790~other~95MIN~2026-03-04').state)).toBe('?case=00790~2026-03-04~95min~other')
  })

  it('reads back whatever it writes, needs no escaping and stays bounded', () => {
    fc.assert(
      fc.property(state, (asked) => {
        const query = calculatorQuery(asked)
        expect(read(query)).toEqual({ state: asked, problems: [] })
        expect(query).toMatch(/^[\w?&=@~*,.-]*$/)
        // 30 lines of at most 119 characters and a comma, twice, 573 for a plan and 170 for the rest: a report takes 8,000.
        expect(query.length).toBeLessThanOrEqual(2 * 30 * 120 + 573 + 170)
      }),
    )
  })

  it('never throws, and what it understood of anything it can write again', () => {
    const part = fc.constantFrom('case', 'date', 'at', 'by', 'role', 'policy', 'qp', 'participating', 'release', 'and', 'x') // prettier-ignore
    fc.assert(
      fc.property(
        fc.dictionary(part, fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 200 }))),
        (query) => {
          const { state: asked } = readCalculator(query)
          expect(read(calculatorQuery(asked)).state).toEqual(asked)
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('what is not understood', () => {
  it.each([
    ['case=47562,49505,4756,99213', [{ kind: 'line', case: 'first', at: 2, text: '4756', fault: 'shape' }]],
    ['case=47562~2026-02-30', [{ kind: 'line', case: 'first', at: 0, text: '47562~2026-02-30', fault: 'date' }]],
    ['case=47562*0', [{ kind: 'line', case: 'first', at: 0, text: '47562*0', fault: 'shape' }]],
    ['case=47562*1000', [{ kind: 'line', case: 'first', at: 0, text: '47562*1000', fault: 'shape' }]],
    ['case=00790~6001min', [{ kind: 'line', case: 'first', at: 0, text: '00790~6001min', fault: 'minutes' }]],
    ['case=00790~1.5min', [{ kind: 'line', case: 'first', at: 0, text: '00790~1.5min', fault: 'minutes' }]],
    ['case=00790~95min~95min', [{ kind: 'line', case: 'first', at: 0, text: '00790~95min~95min', fault: 'minutes' }]],
    ['case=44140-55~91days', [{ kind: 'line', case: 'first', at: 0, text: '44140-55~91days', fault: 'days' }]],
    ['case=0652T~work1.234', [{ kind: 'line', case: 'first', at: 0, text: '0652T~work1.234', fault: 'work' }]],
    ['case=0652T~allowed-5', [{ kind: 'line', case: 'first', at: 0, text: '0652T~allowed-5', fault: 'allowed' }]],
    ['case=47379~like4756', [{ kind: 'line', case: 'first', at: 0, text: '47379~like4756', fault: 'like' }]],
    ['case=47379~soon', [{ kind: 'line', case: 'first', at: 0, text: '47379~soon', fault: 'tail' }]],
    ['case=47562-11-22-33-44-55-66-77-88-99', [{ kind: 'line', case: 'first', at: 0, text: '47562-11-22-33-44-55-66-77-88-99', fault: 'shape' }]],
    ['case=47562&and=nonsense', [{ kind: 'line', case: 'second', at: 0, text: 'nonsense', fault: 'shape' }]],
    ['date=yesterday', [{ kind: 'value', part: 'date', text: 'yesterday' }]],
    ['at=Alabama', [{ kind: 'value', part: 'at', text: 'Alabama' }]],
    ['by=wizard', [{ kind: 'value', part: 'by', text: 'wizard' }]],
    ['policy=__proto__', [{ kind: 'policy', text: '__proto__', fault: 'base' }]],
    ['policy=partial~80*0.2~ZZ*0', [{ kind: 'policy', text: 'ZZ*0', fault: 'modifier' }]],
    ['qp=maybe', [{ kind: 'value', part: 'qp', text: 'maybe' }]],
    ['release=RVU26Z', [{ kind: 'value', part: 'release', text: 'RVU26Z' }]],
  ])('%s is told', (query, problems) => {
    expect(read(query).problems).toEqual(problems)
  }) // prettier-ignore

  it('is also what is too much', () => {
    expect(read(`case=${'47562,'.repeat(31)}`).problems).toEqual([{ kind: 'too-many-lines', case: 'first' }])
    expect(read(`policy=partial${'~80*0.2'.repeat(1_000)}`).problems).toEqual([{ kind: 'too-long', part: 'policy' }])
    expect(read(`case=${'47562,'.repeat(1_000)}`).problems).toEqual([{ kind: 'too-long', part: 'case' }])
  })

  it('leaves the rest as it was', () => {
    const { state: asked } = read('case=47562@22,4756,49505&by=wizard&policy=partial')
    expect(asked.lines.map(({ code }) => code)).toEqual(['47562', '49505'])
    expect([asked.practitioner, asked.policy]).toEqual(['physician', 'partial'])
  })

  it('of a plan leaves none of it: half a plan is another plan', () => {
    expect(read('case=47562&policy=partial~80*0.2~ZZ*0').state.policy).toBe('cms_adjusted')
  })

  it('does not mind the parameters of others', () => {
    expect(read('utm_source=mail&case=47562').problems).toEqual([])
  })

  it('takes small letters, spaces after commas and a modifier typed twice', () => {
    expect(read('case=g0105-pt-pt@24, 99213').state.lines.map(({ code, modifiers }) => [code, modifiers])).toEqual([
      ['G0105', ['PT']],
      ['99213', []],
    ])
  })
})
