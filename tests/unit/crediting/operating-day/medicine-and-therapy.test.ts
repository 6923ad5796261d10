import { describe, expect, it } from 'vitest'
import { line } from '@/tests/support/case-lines'
import { earned, sumOf } from '@/tests/support/operating-day'
import { ALABAMA_2026, ALASKA, published } from '@/tests/support/operating-day-rows'
import { ALABAMA, MANHATTAN } from '@/tests/support/schedule-rows'

describe('an afternoon of therapy (D5)', () => {
  it('halves the practice expense of every unit but the highest', () => {
    const lines = ['11:97110-GP*2', '11:97161-GP', '11:97140-GP-59', '11:97530-GP-KX', '11:97035-GP']
    expect(
      earned({ date: '2025-11-03', schedule: published('RVU25D', ALASKA), practitioner: 'therapist' }, lines),
    ).toEqual([
      // (0.45 x 1.500 + 0.43 x 0.5 x 1.081 + 0.01 x 0.592) x 32.3465 = 29.54, twice; credit 0.45 x 2
      ['97110-GP', '59.08', '0.9000'],
      // (1.54 x 1.500 + 1.45 x 1.081 + 0.04 x 0.592) x 32.3465 = 126.19: the highest practice expense, 1.45
      ['97161-GP', '126.19', '1.5400'],
      // (0.43 x 1.500 + 0.40 x 0.5 x 1.081 + 0.01 x 0.592) x 32.3465 = 28.05
      ['97140-GP-59', '28.05', '0.4300'],
      // (0.44 x 1.500 + 0.62 x 0.5 x 1.081 + 0.01 x 0.592) x 32.3465 = 32.38
      ['97530-GP-KX', '32.38', '0.4400'],
      // (0.21 x 1.500 + 0.21 x 0.5 x 1.081 + 0.01 x 0.592) x 32.3465 = 14.05
      ['97035-GP', '14.05', '0.2100'],
      // 59.08 + 126.19 + 28.05 + 32.38 + 14.05; 0.90 + 1.54 + 0.43 + 0.44 + 0.21
      ['sum', '259.75', '3.5200'],
    ])
  })
})

describe('140 minutes of critical care with a tube, two lines and a resuscitation; a colleague saw the patient too (E1, E2)', () => {
  const day = { date: '2025-11-03', schedule: published('RVU25D', MANHATTAN) }
  const other = line('99233', 0, { provider: 'other' })
  const procedures = ['31500', '36556', '36620', '92950']
  // CMS: 99292 x floor((140 - 74) / 30) = 2

  it('is paid beside procedures of the same day with 25', () => {
    expect(earned(day, ['99291-25', '99292-25*2', ...procedures, other])).toEqual([
      // (4.50 x 1.065 + 1.42 x 1.166 + 0.44 x 1.656) x 32.3465 = 232.15
      ['99291-25', '232.15', '4.5000'],
      // (2.25 x 1.065 + 0.72 x 1.166 + 0.21 x 1.656) x 32.3465 = 115.91, x 2 units; credit 2.25 x 2
      ['99292-25', '231.82', '4.5000'],
      // (3.00 x 1.065 + 0.76 x 1.166 + 0.47 x 1.656) x 32.3465 = 157.19; MULT 0, as the next three
      ['31500', '157.19', '3.0000'],
      // (1.75 x 1.065 + 0.52 x 1.166 + 0.22 x 1.656) x 32.3465 = 91.68
      ['36556', '91.68', '1.7500'],
      // (1.00 x 1.065 + 0.21 x 1.166 + 0.08 x 1.656) x 32.3465 = 46.65
      ['36620', '46.65', '1.0000'],
      // (4.00 x 1.065 + 1.03 x 1.166 + 0.40 x 1.656) x 32.3465 = 198.07
      ['92950', '198.07', '4.0000'],
      // (2.40 x 1.065 + 0.95 x 1.166 + 0.17 x 1.656) x 32.3465 = 127.61: for context, in no sum
      ['99233', '127.61', '0.0000'],
      // 232.15 + 231.82 + 157.19 + 91.68 + 46.65 + 198.07; 4.5 + 4.5 + 3 + 1.75 + 1 + 4
      ['sum', '957.56', '18.7500'],
    ])
  })

  it('is in the period of those procedures without it', () => {
    const result = earned(day, ['99291', '99292*2', ...procedures])
    expect(result[0]).toEqual(['99291', '0.00', '0.0000', 'IN_GLOBAL'])
    expect(result[1]).toEqual(['99292', '0.00', '0.0000', 'IN_GLOBAL'])
    // 157.19 + 91.68 + 46.65 + 198.07; 3 + 1.75 + 1 + 4
    expect(result.at(-1)).toEqual(['sum', '493.59', '9.7500'])
  })

  it('pays a nurse practitioner 85% a unit', () => {
    // 232.15 x 0.85 = 197.3275; 115.91 x 0.85 = 98.5235, twice; 157.19 x 0.85 = 133.6115; 91.68 x 0.85 = 77.928
    // 46.65 x 0.85 = 39.6525; 198.07 x 0.85 = 168.3595: 197.33 + 98.52 x 2 + 133.61 + 77.93 + 39.65 + 168.36
    expect(sumOf({ ...day, practitioner: 'np' }, ['99291-25', '99292-25*2', ...procedures])).toEqual([
      '813.92',
      '18.7500',
    ])
  })
})

describe('a nurse practitioner by video, in nursing facilities and at home (B1, B2, E3)', () => {
  const day = { date: '2026-07-14', schedule: published('RVU26C', ALABAMA_2026), practitioner: 'np' as const }

  it.each([
    // (1.92 x 1.000 + 2.00 x 0.875 + 0.14 x 0.566) x 33.4009 = 125.23; x 0.85 = 106.4455
    ['10:99214-95', '106.45', '1.9200'],
    // (1.92 x 1.000 + 0.47 x 0.875 + 0.14 x 0.566) x 33.4009 = 80.51; x 0.85 = 68.4335
    ['02:99214-95', '68.43', '1.9200'],
    // (1.92 x 1.000 + 0.89 x 0.875 + 0.14 x 0.566) x 33.4009 = 92.79; x 0.85 = 78.8715
    ['31:99309', '78.87', '1.9200'],
    // (1.92 x 1.000 + 1.37 x 0.875 + 0.14 x 0.566) x 33.4009 = 106.82; x 0.85 = 90.797
    ['32:99309', '90.80', '1.9200'],
  ])('%s: %s', (text, allowed, credited) => {
    expect(sumOf(day, [text])).toEqual([allowed, credited])
  })

  it('adds complexity to a visit at home since 2026', () => {
    expect(earned(day, ['12:99349', '12:G2211'])).toEqual([
      // (2.44 x 1.000 + 1.36 x 0.875 + 0.16 x 0.566) x 33.4009 = 124.27; x 0.85 = 105.6295
      ['99349', '105.63', '2.4400'],
      // (0.33 x 1.000 + 0.17 x 0.875 + 0.02 x 0.566) x 33.4009 = 16.37; x 0.85 = 13.9145
      ['G2211', '13.91', '0.3300'],
      // 105.63 + 13.91; 2.44 + 0.33
      ['sum', '119.54', '2.7700'],
    ])
  })
})

describe('an internist who does not participate (B1, E3, A2)', () => {
  const day = { date: '2026-07-14', schedule: published('RVU26C', ALABAMA_2026), participating: false }

  it('has 95% of a visit with complexity and counseling', () => {
    expect(earned(day, ['11:99214', '11:G2211', '11:99406'])).toEqual([
      // (1.92 x 1.000 + 2.00 x 0.875 + 0.14 x 0.566) x 33.4009 = 125.23; x 0.95 = 118.9685
      ['99214', '118.97', '1.9200'],
      // (0.33 x 1.000 + 0.17 x 0.875 + 0.02 x 0.566) x 33.4009 = 16.37; x 0.95 = 15.5515
      ['G2211', '15.55', '0.3300'],
      // (0.24 x 1.000 + 0.20 x 0.875 + 0.02 x 0.566) x 33.4009 = 14.24; x 0.95 = 13.528
      ['99406', '13.53', '0.2400'],
      // 118.97 + 15.55 + 13.53; 1.92 + 0.33 + 0.24
      ['sum', '148.05', '2.4900'],
    ])
  })

  it('keeps complexity beside 25 with an annual wellness visit; oxygen by finger clip is in it', () => {
    expect(earned(day, ['11:99214-25', '11:G2211', '11:G0439', '11:94760'])).toEqual([
      ['99214-25', '118.97', '1.9200'],
      ['G2211', '15.55', '0.3300'],
      // (1.92 x 1.000 + 2.07 x 0.875 + 0.13 x 0.566) x 33.4009 = 127.08; x 0.95 = 120.726
      ['G0439', '120.73', '1.9200'],
      ['94760', '0.00', '0.0000', 'BUNDLED_SAME_DAY'],
      // 118.97 + 15.55 + 120.73; 1.92 + 0.33 + 1.92
      ['sum', '255.25', '4.1700'],
    ])
  })

  it('loses it beside an injection, and lost it beside wellness in 2024', () => {
    // (0.77 x 1.000 + 1.16 x 0.875 + 0.13 x 0.566) x 33.4009 = 62.08; 125.23 + 62.08; 1.92 + 0.33 + 0.77
    expect(sumOf({ ...day, participating: true }, ['11:99214-25', '11:G2211', '11:20610'])).toEqual([
      '187.31',
      '3.0200',
    ])
    // (1.92 x 1 + 1.79 x 1 + 0.14 x 1) x 33.2875 = 128.16; (1.92 x 1 + 1.86 x 1 + 0.13 x 1) x 33.2875 = 130.15;
    // 128.16 + 130.15; 1.92 + 0.33 + 1.92
    const in2024 = { date: '2024-03-11', schedule: published('RVU24AR', null) }
    expect(sumOf(in2024, ['11:99214-25', '11:G2211', '11:G0439'])).toEqual(['258.31', '4.1700'])
  })

  it('is paid for status T where nothing else is', () => {
    // (0.00 x 1.000 + 0.11 x 0.875 + 0.01 x 0.566) x 33.4009 = 3.40;
    // (0.00 x 1.000 + 1.00 x 0.875 + 0.01 x 0.566) x 33.4009 = 29.41; 3.40 + 29.41
    expect(sumOf({ ...day, participating: true }, ['11:94760', '11:36592'])).toEqual(['32.81', '0.0000'])
  })
})

describe('feet in a nursing facility: restricted services beside one that takes no rank (A2, B2, D2)', () => {
  const day = { date: '2025-11-03', schedule: published('RVU25D', ALABAMA), participating: false }
  const at = (place: string) => ['11719', '11055', '11720-59', '94760'].map((text) => `${place}:${text}`)

  it('ranks status R as any other, without participation', () => {
    expect(earned(day, at('32'))).toEqual([
      // (0.17 x 1.000 + 0.25 x 0.869 + 0.01 x 0.575) x 32.3465 = 12.71: second, x 0.5 x 0.95 = 6.03725;
      // credit 0.17 x 0.5
      ['11719', '6.04', '0.0850'],
      // (0.35 x 1.000 + 1.72 x 0.869 + 0.03 x 0.575) x 32.3465 = 60.23: first, x 0.95 = 57.2185
      ['11055', '57.22', '0.3500'],
      // (0.32 x 1.000 + 0.64 x 0.869 + 0.03 x 0.575) x 32.3465 = 28.90; MULT 0, x 0.95 = 27.455
      ['11720-59', '27.46', '0.3200'],
      ['94760', '0.00', '0.0000', 'BUNDLED_SAME_DAY'],
      // 6.04 + 57.22 + 27.46; 0.085 + 0.35 + 0.32
      ['sum', '90.72', '0.7550'],
    ])
  })

  it('pays less in the skilled part of the same house', () => {
    // (0.17 x 1.000 + 0.04 x 0.869 + 0.01 x 0.575) x 32.3465 = 6.81; x 0.5 x 0.95 = 3.23475 -> 3.23
    // (0.35 x 1.000 + 0.08 x 0.869 + 0.03 x 0.575) x 32.3465 = 14.13; x 0.95 = 13.4235 -> 13.42;
    // (0.32 x 1.000 + 0.08 x 0.869 + 0.03 x 0.575) x 32.3465 = 13.16; x 0.95 = 12.502 -> 12.50
    expect(sumOf(day, at('31'))).toEqual(['29.15', '0.7550'])
  })
})
