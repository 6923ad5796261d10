import { describe, expect, test } from 'vitest'
import { issuesIn, read, summary } from './schedule'

/** Text, and what a person reads in it: lines, `;` between patients, unparsed text in brackets. */
const READINGS: readonly (readonly [text: string, reading: string])[] = [
  ['', ''],
  ['   \n\t ', ''],
  ['99213', '99213'],
  ['99213524364451', '99213-52 43644-51'],
  ['9921352000', '99213 52000'],
  ['47562-22 49505 99223x2', '47562-22 49505 99223x2'],
  ['47562-22 49650-50 99214x12', '47562-22 49650-50 99214x12'],
  ['27447LT', '27447-LT'],
  ['27447lt', '27447-LT'],
  ['27447-LT-22', '27447-LT-22'],
  ['27447LT22', '27447-LT-22'],
  ['27447 LT 22', '27447-LT-22'],
  ['27447,22,LT', '27447-22-LT'],
  ['27447/22', '27447-22'],
  ['27447LTx2', '27447-LTx2'],
  ['99223x2', '99223x2'],
  ['99223X2', '99223x2'],
  ['99223*3', '99223x3'],
  ['99223 x 3', '99223x3'],
  ['99223 x3', '99223x3'],
  ['99223 × 3', '99223x3'],
  ['3 x 99223', '99223x3'],
  ['3x99223', '99223x3'],
  ['49505x2-22', '49505-22x2'],
  ['49505-X2', '49505-X2'],
  ['49505 x2', '49505x2'],
  ['99223x247562', '99223x2 47562'],
  ['g0105', 'G0105'],
  ['s9451 G0105', 'S9451 G0105'],
  ['0001f0075t', '0001F 0075T'],
  ['0075T59', '0075T-59'],
  ['992130075T', '99213 0075T'],
  ['G010599213', 'G0105 99213'],
  ['99213G0105', '99213 G0105'],
  ['9921300100', '99213 00100'],
  ['99213, 99214', '99213 99214'],
  ['99213;99214', '99213; 99214'],
  ['99213\n99214', '99213; 99214'],
  ['99213\r\n\r\n99214\n', '99213; 99214'],
  ['99213 ; ; 99214', '99213; 99214'],
  ['99213-99214', '99213 99214'],
  ['99213 - 25', '99213-25'],
  ['99213/99214', '99213 99214'],
  ['99213 and 99214', '99213 99214'],
  ['99213 + 99214.', '99213 99214'],
  ['1. 99213\n2) 99214\n- 99215', '99213; 99214; 99215'],
  ['• 47562\n• 49505', '47562; 49505'],
  ['99213\t25\n99214\t', '99213-25; 99214'],
  ['"99213","99214"', '99213 99214'],
  ['lap chole', '47562'],
  ['Lap  Chole -22 x2', '47562-22x2'],
  ['lap chole, tka lt', '47562 27447-LT'],
  ['TKA left', '27447-LT'],
  ['49505 bilateral', '49505-50'],
  ['47562 lap chole', '47562'],
  ['47562-22 (Lap Chole)', '47562-22'],
  ['lap chole: 47562', '47562'],
  ['99213 - Office visit', '99213'],
  ['hernia', '[hernia]'],
  ['lap chole and something else', '47562 [something else]'],
  ['hello 99213', '99213 [hello]'],
  ['99213 2', '99213 [2]'],
  ['99213.5', '99213 [.5]'],
  ['99213x', '99213 [x]'],
  ['123', '[123]'],
  ['123456789', '[123456789]'],
  ['555-123-4567', '[555-123-4567]'],
  ['OR1234', '[OR1234]'],
  ['12345', '12345'],
  ['99213 12345', '99213 12345'],
  ['12345-22', '12345-22'],
  [';', '[;]'],
  ['yesterday', '[yesterday]'],
  ['😀 99213 😀', '99213 [😀] [😀]'],
  ['ſ9451', '[ſ9451]'],
]

describe('what is read', () => {
  test.each(READINGS)('%j', (text, reading) => {
    expect(summary(text)).toBe(reading)
  })
})

describe('what is doubtful', () => {
  const ISSUES: readonly (readonly [text: string, issues: readonly string[]])[] = [
    ['99213524364451', []],
    ['9921352000', []],
    ['47562-22 49505 99223x2', []],
    ['99223x247562', []],
    ['12345', ['CODE_UNKNOWN']],
    ['12345-22', ['CODE_UNKNOWN']],
    ['G9999', ['CODE_UNKNOWN']],
    ['47562-50', ['MODIFIER_NOT_VALID_FOR_CODE']],
    ['4756250', ['MODIFIER_NOT_VALID_FOR_CODE']],
    ['47562 50', ['MODIFIER_NOT_VALID_FOR_CODE']],
    ['47562 bilateral', ['MODIFIER_NOT_VALID_FOR_CODE']],
    ['99213-LT-RT', ['MODIFIER_NOT_VALID_FOR_CODE', 'MODIFIER_NOT_VALID_FOR_CODE']],
    ['99213x0', ['UNITS_OUT_OF_RANGE']],
    ['99213x999', []],
    ['99213x1000', ['UNITS_OUT_OF_RANGE']],
    ['99213x999999999', ['UNITS_OUT_OF_RANGE']],
    ['12/25/2026 99213', ['DATE_IN_FUTURE']],
    ['2026-11-04 99213', ['DATE_IN_FUTURE']],
    ['tomorrow 99213', ['DATE_IN_FUTURE']],
    ['13/45 99213', ['DATE_INVALID']],
    ['2026-02-30 99213 99214', ['DATE_INVALID', 'DATE_INVALID']],
  ]
  test.each(ISSUES)('%j', (text, issues) => {
    expect(issuesIn(text)).toEqual(issues)
  })

  test('each message names what is wrong and what to do', () => {
    const message = (text: string) => read(text).lines[0]?.issues[0]?.message
    expect(message('47562-50')).toBe('50 does not apply to 47562. Remove it, or check the code.')
    expect(message('99213x0')).toBe('0 units of 99213: enter 1 to 999, such as x2.')
    expect(message('13/45 99213')).toContain('13/45 is not a day of the calendar')
    expect(message('12345')).toContain('12345 is not in any release held')
  })

  test('words that name several codes stay unparsed and say which', () => {
    expect(read('hernia').unparsed).toEqual([{ text: 'hernia', start: 0, end: 6, candidates: ['49505', '49650'] }])
  })

  test('a code that exists nowhere is still a line, not known', () => {
    expect(read('12345').lines[0]).toMatchObject({ code: '12345', known: false, units: 1 })
  })
})
