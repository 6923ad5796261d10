import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calculatorQuery, calculatorUrl, readCalculator } from '@/lib/domain/calculator/address'
import { EMPTY_CALCULATOR, MOST_LINES, type CalculatorLine, type CalculatorState } from '@/lib/domain/calculator/state'
import { PRACTITIONERS, ROLES } from '@/lib/domain/crediting/case'
import { POLICY_BASES } from '@/lib/domain/crediting/policy'
import { addDays, calendarDate } from '@/lib/domain/shared/date'

const read = (query: string) => readCalculator(Object.fromEntries(new URLSearchParams(query)))

const characters = (letters: string, length: number) =>
  fc.array(fc.constantFrom(...letters), { minLength: length, maxLength: length }).map((each) => each.join(''))
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
const date = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays(calendarDate('2010-01-01'), days))
const line: fc.Arbitrary<CalculatorLine> = fc.record({
  code: characters(LETTERS, 5),
  modifiers: fc.uniqueArray(characters(LETTERS, 2), { maxLength: 8 }),
  units: fc.integer({ min: 1, max: 999 }),
  placeOfService: characters('0123456789', 2),
  dateOfService: fc.option(date),
  provider: fc.constantFrom('self', 'other'),
})
const release = fc.tuple(characters('0123456789', 2), fc.constantFrom('A', 'B', 'C', 'D', 'AR')).map(([year, quarter]) => `RVU${year}${quarter}`) // prettier-ignore
const some = fc.array(line, { minLength: 1, maxLength: MOST_LINES })
const state: fc.Arbitrary<CalculatorState> = fc.record({
  lines: fc.array(line, { maxLength: MOST_LINES }),
  date: fc.option(date),
  locality: fc.option(fc.record({ carrier: characters('0123456789', 5), locality: characters('0123456789', 2) })),
  practitioner: fc.constantFrom(...PRACTITIONERS),
  role: fc.constantFrom(...ROLES),
  policy: fc.constantFrom(...POLICY_BASES),
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
    const own = { units: 1, placeOfService: '22', dateOfService: null, provider: 'self' }
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
      code: '99231',
      modifiers: [],
      units: 1,
      placeOfService: '21',
      dateOfService: '2026-03-04',
      provider: 'other',
    })
    expect(calculatorQuery(asked)).toBe(query)
  })

  it('reads back whatever it writes, needs no escaping and stays bounded', () => {
    fc.assert(
      fc.property(state, (asked) => {
        const query = calculatorQuery(asked)
        expect(read(query)).toEqual({ state: asked, problems: [] })
        expect(query).toMatch(/^[\w?&=@~*,-]*$/)
        // 30 lines of at most 53 characters and a comma, twice, and 180 for the rest.
        expect(query.length).toBeLessThanOrEqual(2 * 30 * 54 + 180)
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
    ['case=47562,49505,4756,99213', [{ kind: 'line', case: 'first', at: 2, text: '4756' }]],
    ['case=47562~2026-02-30', [{ kind: 'line', case: 'first', at: 0, text: '47562~2026-02-30' }]],
    ['case=47562*0', [{ kind: 'line', case: 'first', at: 0, text: '47562*0' }]],
    ['case=47562*1000', [{ kind: 'line', case: 'first', at: 0, text: '47562*1000' }]],
    ['case=47562-11-22-33-44-55-66-77-88-99', [{ kind: 'line', case: 'first', at: 0, text: '47562-11-22-33-44-55-66-77-88-99' }]],
    ['case=47562&and=nonsense', [{ kind: 'line', case: 'second', at: 0, text: 'nonsense' }]],
    ['date=yesterday', [{ kind: 'value', part: 'date', text: 'yesterday' }]],
    ['at=Alabama', [{ kind: 'value', part: 'at', text: 'Alabama' }]],
    ['by=wizard', [{ kind: 'value', part: 'by', text: 'wizard' }]],
    ['policy=__proto__', [{ kind: 'value', part: 'policy', text: '__proto__' }]],
    ['qp=maybe', [{ kind: 'value', part: 'qp', text: 'maybe' }]],
    ['release=RVU26Z', [{ kind: 'value', part: 'release', text: 'RVU26Z' }]],
  ])('%s is told', (query, problems) => {
    expect(read(query).problems).toEqual(problems)
  }) // prettier-ignore

  it('is also what is too much', () => {
    expect(read(`case=${'47562,'.repeat(31)}`).problems).toEqual([{ kind: 'too-many-lines', case: 'first' }])
    expect(read(`case=${'47562,'.repeat(1_000)}`).problems).toEqual([{ kind: 'too-long', part: 'case' }])
  })

  it('leaves the rest as it was', () => {
    const { state: asked } = read('case=47562@22,4756,49505&by=wizard&policy=partial')
    expect(asked.lines.map(({ code }) => code)).toEqual(['47562', '49505'])
    expect([asked.practitioner, asked.policy]).toEqual(['physician', 'partial'])
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
