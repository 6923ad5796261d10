import { describe, expect, it } from 'vitest'
import { effectiveDateOf, releaseIdOf } from '@/lib/domain/schedule/release-id'

describe('the release a file is named for', () => {
  // Names of files on cms.gov and of members of their zips.
  it.each([
    ['rvu24ar.zip', 'RVU24AR'],
    ['rvu24a.zip', 'RVU24A'],
    ['rvu25a-updated-01-10-2025.zip', 'RVU25A'],
    ['rvu22a-official.zip', 'RVU22A'],
    ['rvu26ar_1.zip', 'RVU26A'],
    ['rvu26d-updated-08-26-2026.zip', 'RVU26D'],
    ['RVU13AR.zip', 'RVU13A'],
    ['RVU18C1.zip', 'RVU18C'],
    ['/some/where/rvu25d', 'RVU25D'],
    ['PPRRVU25_JAN.csv', 'RVU25A'],
    ['PPRRVU2026_Jul_nonQPP.csv', 'RVU26C'],
    ['GPCI2025.csv', null],
    ['rvu25e.zip', null],
    ['curvu25a.zip', null],
    ['notes.zip', null],
  ])('%s is %s', (name, release) => {
    expect(releaseIdOf(name)).toBe(release)
  })
})

describe('the day a release takes effect', () => {
  // Domain A5: A 1 January, B 1 April, C 1 July, D 1 October; RVU24AR 9 March 2024.
  it.each([
    ['RVU25A', '2025-01-01'],
    ['RVU25B', '2025-04-01'],
    ['RVU26C', '2026-07-01'],
    ['RVU20D', '2020-10-01'],
    ['RVU24AR', '2024-03-09'],
    ['RVU25AR', null],
    ['RVU25E', null],
    ['rvu25a', null],
  ])('%s: %s', (release, date) => {
    expect(effectiveDateOf(release)).toBe(date)
  })
})
