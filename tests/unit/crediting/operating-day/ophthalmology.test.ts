import { describe, expect, it } from 'vitest'
import { dated, line } from '@/tests/support/case-lines'
import { earned, sumOf } from '@/tests/support/operating-day'
import { ALASKA, published } from '@/tests/support/operating-day-rows'

describe('cataracts of both eyes, the care after surgery shared with another doctor (C4, E1)', () => {
  const day = { date: '2025-10-01', schedule: published('RVU25D', ALASKA) }

  it('pays the surgeon the share before and during; the second eye opens a period of its own', () => {
    const lines = [
      dated('24:66984-54-RT', '2025-10-01'),
      dated('24:66984-54-79-LT', '2025-10-22'),
      dated('11:92012', '2025-12-31'),
    ]
    expect(earned(day, lines)).toEqual([
      // (7.35 x 1.500 + 8.23 x 1.081 + 0.55 x 0.592) x 32.3465 = 654.93; (0.10 + 0.70) x 654.93 = 523.944;
      // credit 7.35 x 0.80
      ['66984-54-RT', '523.94', '5.8800'],
      // unrelated, in full: the same
      ['66984-54-79-LT', '523.94', '5.8800'],
      // after the 90 days of the right eye (30 December), within those of the left (20 January)
      ['92012', '0.00', '0.0000', 'IN_GLOBAL'],
      // 523.94 + 523.94; 5.88 + 5.88
      ['sum', '1047.88', '11.7600'],
    ])
  })

  it('pays the other doctor for 30 of the 90 days, and opens no period', () => {
    const after = line('11:66984-55-RT', 0, {
      postoperativeDays: 30,
      dateOfService: dated('66984', '2025-10-31').dateOfService,
    })
    expect(earned(day, [after, dated('11:92012', '2025-11-03')])).toEqual([
      // (7.35 x 1.500 + 8.23 x 1.081 + 0.55 x 0.592) x 32.3465 = 654.93; 0.20 x 30 / 90 x 654.93 = 43.662;
      // credit 7.35 x 0.20 x 30 / 90
      ['66984-55-RT', '43.66', '0.4900', 'RARELY_NON_FACILITY'],
      // (0.92 x 1.500 + 1.69 x 1.081 + 0.03 x 0.592) x 32.3465 = 104.31
      ['92012', '104.31', '0.9200'],
      // 43.66 + 104.31; 0.49 + 0.92
      ['sum', '147.97', '1.4100'],
    ])
  })

  it('takes all 90 days where none are given', () => {
    // 0.20 x 654.93 = 130.986 -> 130.99; 7.35 x 0.20
    expect(sumOf(day, ['11:66984-55-RT'])).toEqual(['130.99', '1.4700'])
  })
})
