import { describe, expect, test } from 'vitest'
import { read } from './schedule'

/** Today is Tuesday, November 3, 2026. */
describe('dates', () => {
  const DATES: readonly (readonly [text: string, dates: readonly string[]])[] = [
    ['99213', ['2026-11-03']],
    ['today 99213', ['2026-11-03']],
    ['yesterday 99213', ['2026-11-02']],
    ['Yesterday: 99213, 99214', ['2026-11-02', '2026-11-02']],
    ['monday 99213', ['2026-11-02']],
    ['tue 99213', ['2026-11-03']],
    ['Wed 99213', ['2026-10-28']],
    ['11/20 99213', ['2025-11-20']],
    ['11/3 99213', ['2026-11-03']],
    ['11/4 99213', ['2025-11-04']],
    ['2/29 99213', ['2024-02-29']],
    ['11/20/2025 99213', ['2025-11-20']],
    ['11/20/25 99213', ['2025-11-20']],
    ['11-20-2025 99213', ['2025-11-20']],
    ['2026-11-01 99213', ['2026-11-01']],
    ['Nov 1 99213', ['2026-11-01']],
    ['December 24, 2025 99213', ['2025-12-24']],
    ['99213 yesterday', ['2026-11-02']],
    ['99213 99214 yesterday', ['2026-11-02', '2026-11-02']],
    ['99213 yesterday 99214', ['2026-11-03', '2026-11-02']],
    ['yesterday\n99213\n99214', ['2026-11-02', '2026-11-02']],
    ['99213 yesterday\n99214', ['2026-11-02', '2026-11-03']],
    ['yesterday 99213; 99214 11/1\n99215', ['2026-11-02', '2026-11-01', '2026-11-02']],
    ['2/30 99213', ['2026-11-03']],
  ]
  test.each(DATES)('%j', (text, dates) => {
    expect(read(text).lines.map((line) => line.dateOfService)).toEqual(dates)
  })
})

describe('place, role and payer', () => {
  const said = (text: string) =>
    read(text).lines.map(({ placeOfService, role, payer }) =>
      [placeOfService, role, payer].map((part) => part ?? '-').join(' '),
    )

  test.each([
    ['99213', ['- - -']],
    ['pos22 99213', ['22 - -']],
    ['POS 11 99213', ['11 - -']],
    ['office 99213 99214', ['11 - -', '11 - -']],
    ['99223 inpatient', ['21 - -']],
    ['outpatient 49505', ['22 - -']],
    ['asc 49505', ['24 - -']],
    ['99291 ER', ['23 - -']],
    ['99213 telehealth', ['10 - -']],
    ['47562 assist', ['- assistant -']],
    ['resident 47562', ['- resident -']],
    ['medicare 99213', ['- - medicare']],
    ['99213 other', ['- - other']],
    ['inpatient assist medicare 47562', ['21 assistant medicare']],
    ['99213 office, 47562 inpatient', ['11 - -', '21 - -']],
    ['99213 office; 47562', ['11 - -', '- - -']],
  ])('%j', (text, expected) => {
    expect(said(text)).toEqual(expected)
  })
})

describe('which characters belong to a line', () => {
  const texts = (text: string) => read(text).lines.map((line) => text.slice(line.text.start, line.text.end))

  test.each([
    ['47562-22 49505', ['47562-22', '49505']],
    ['yesterday 99213 99214', ['yesterday 99213', '99214']],
    ['yesterday office assist 99213', ['yesterday office assist 99213']],
    ['yesterday\n99213', ['yesterday\n99213']],
    ['99213, 99214;', ['99213,', '99214;']],
    ['99213 99214 yesterday', ['99213', '99214 yesterday']],
    ['1. 99213\n2. 99214', ['1. 99213', '2. 99214']],
    ['99223 x 3', ['99223 x 3']],
  ])('%j', (text, expected) => {
    expect(texts(text)).toEqual(expected)
  })

  test('a date that something unread keeps from its line still applies, and is shown with what was not read', () => {
    const reading = read('yesterday foo 99213')
    expect(reading.lines[0]?.dateOfService).toBe('2026-11-02')
    expect(reading.unparsed.map((item) => item.text)).toEqual(['yesterday foo'])
  })

  test('a date that another replaces before any code governs nothing and is unparsed', () => {
    const reading = read('yesterday today 99213')
    expect(reading.lines[0]?.dateOfService).toBe('2026-11-03')
    expect(reading.unparsed.map((item) => item.text)).toEqual(['yesterday'])
  })
})
