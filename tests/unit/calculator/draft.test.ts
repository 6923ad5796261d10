import { describe, expect, it } from 'vitest'
import { problemWords } from '@/components/calculator/words'
import { readCalculator } from '@/lib/domain/calculator/address'
import { codeTyped, draftOf, emptyDraft, faultsOf, lineOf, type DraftLine } from '@/lib/domain/calculator/draft'
import { PLAIN_LINE, type CalculatorLine } from '@/lib/domain/calculator/state'

const draft = (part: Partial<DraftLine>): DraftLine => ({ ...emptyDraft(0, undefined), code: '00790', ...part })

describe('a line while it is typed', () => {
  it('is the line that it came from', () => {
    const line: CalculatorLine = {
      ...PLAIN_LINE,
      code: '44140',
      modifiers: ['55'],
      units: 2,
      minutes: 95,
      postoperativeDays: 30,
      presentAtInduction: true,
      manual: { workRvu: '12.00', allowed: '850.00', comparator: '47562' },
    }
    expect(lineOf(draftOf(line, 4))).toEqual(line)
    expect(lineOf(draftOf({ ...PLAIN_LINE, code: '44140' }, 4))).toEqual({ ...PLAIN_LINE, code: '44140' })
  })

  it('takes a comparable code in small letters, and blanks for nothing', () => {
    expect(lineOf(draft({ comparator: ' g0105 ', workRvu: ' ' }))?.manual).toEqual({ comparator: 'G0105' })
    expect(lineOf(draft({ minutes: ' ' }))).toMatchObject({ minutes: null, manual: null })
  })

  it.each([
    ['minutes', '6001', 'at most 6,000'],
    ['minutes', '1.5', 'Whole minutes'],
    ['minutes', '-1', 'Whole minutes'],
    ['days', '91', 'at most 90'],
    ['workRvu', '1.234', 'two decimals'],
    ['workRvu', '12.', 'two decimals'],
    ['allowed', '1,250', 'without commas'],
    ['comparator', '4756', 'five characters'],
    ['units', '0', 'from 1 to 999'],
  ] as const)('with %s of %s is in no sum, and says what to enter', (field, text, words) => {
    expect(lineOf(draft({ [field]: text }))).toBeNull()
    expect(faultsOf(draft({ [field]: text }))).toEqual([{ field, message: expect.stringContaining(words) as string }])
  })

  it('says nothing while nothing was typed', () => {
    expect(faultsOf(draft({ code: '', minutes: 'x' }))).toEqual([])
  })
})

describe('what is typed for a code', () => {
  const typed = (before: DraftLine, ...texts: readonly string[]): DraftLine =>
    texts.reduce((line, text) => ({ ...line, ...codeTyped(line, text) }), before)
  const line = draft({ modifiers: ['AA'], minutes: '95', workRvu: '3' })

  it('adds the modifiers behind it and keeps the rest of the line', () => {
    expect(typed(line, '00790-', '00790-Q', '00790-qs')).toEqual({ ...line, modifiers: ['AA', 'QS'] })
    expect(typed(line, '00790-AA')).toEqual(line)
  })

  it('of another code starts anew', () => {
    const other = emptyDraft(0, undefined)
    expect(typed(line, '00792')).toEqual({ ...other, code: '00792' })
    expect(typed(line, '47562-22')).toEqual({ ...other, code: '47562', modifiers: ['22'] })
    expect(typed(line, '0079', '00790')).toEqual({ ...other, code: '00790' })
    expect(typed(line, 'lap chole')).toEqual({ ...other, code: 'lap chole' })
  })
})

describe('what of an address is left out', () => {
  it.each([
    ['case=00790~9000min', '1st line was not understood: “00790~9000min”. Write its minutes as ~95min, at most 6,000.'],
    ['case=47379~like4756', '1st line was not understood: “47379~like4756”. Write the comparable code as ~like47562.'],
    ['case=0652T~work1.234', '1st line was not understood: “0652T~work1.234”. Write a work RVU of at most two decimals as ~work12.00.'],
    ['case=00790~95', '1st line was not understood: “00790~95”. Behind ~ write 2026-03-02, 95min, 30days, induction, work12.00, allowed850.00, like47562 or other.'],
    ['case=47562&and=44140-55~91days', '1st line of the second case was not understood: “44140-55~91days”. Write the days held as ~30days, at most 90.'],
  ])('%s is told in a sentence', (query, words) => {
    const { problems } = readCalculator(Object.fromEntries(new URLSearchParams(query)))
    expect(problems.map(problemWords)).toEqual([words])
  }) // prettier-ignore
})
