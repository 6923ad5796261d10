import { describe, expect, it } from 'vitest'
import { dated } from '@/tests/support/case-lines'
import { earned, sumOf } from '@/tests/support/operating-day'
import { ALASKA, ALASKA_2026, published } from '@/tests/support/operating-day-rows'
import { ALABAMA } from '@/tests/support/schedule-rows'

describe('a second surgeon at a hysterectomy with a sling and a look into the bladder (C3, D2)', () => {
  const day = { date: '2026-07-14', schedule: published('RVU26C', ALASKA_2026) }
  const plain = ['58571', '57288', '52000']

  it('ranks the procedures, then takes the share of the assistant; an indicator of 1 takes no rank', () => {
    expect(earned(day, ['58571-80', '57288-80', '52000-80'])).toEqual([
      // (14.63 x 1.500 + 7.21 x 1.065 + 2.97 x 0.551) x 33.4009 = 1044.12; x 0.16 = 167.0592; credit 14.63 x 0.16
      ['58571-80', '167.06', '2.3408'],
      // (11.83 x 1.500 + 6.13 x 1.065 + 1.91 x 0.551) x 33.4009 = 845.91; x 0.5 x 0.16 = 67.6728;
      // credit 11.83 x 0.5 x 0.16
      ['57288-80', '67.67', '0.9464'],
      ['52000-80', '0.00', '0.0000', 'NOT_PAYABLE'],
      // 167.06 + 67.67; 2.3408 + 0.9464
      ['sum', '234.73', '3.2872'],
    ])
  })

  it('is 80 for a physician or a nurse-midwife in the role, AS for a nurse practitioner', () => {
    expect(sumOf({ ...day, role: 'assistant' }, plain)).toEqual(['234.73', '3.2872'])
    expect(sumOf({ ...day, role: 'assistant', practitioner: 'cnm' }, plain)).toEqual(['234.73', '3.2872'])
    // 1044.12 x 0.136 = 142.00032 -> 142.00; 845.91 x 0.5 x 0.136 = 57.52188 -> 57.52
    // 14.63 x 0.136 = 1.98968; 11.83 x 0.5 x 0.136 = 0.80444; together 2.79412
    expect(sumOf({ ...day, role: 'assistant', practitioner: 'np' }, plain)).toEqual(['199.52', '2.7941'])
  })

  it('credits by a table of factors of one’s own, and pays as before', () => {
    const own = {
      name: 'A fifth',
      base: 'cms_adjusted',
      factors: { '82': '0.20' },
      multipleProcedure: true,
      endoscopy: true,
      assistants: true,
      splitShared: 'biller',
      schedule: 'by-date',
    } as const
    // 14.63 x 0.20 + 11.83 x 0.5 x 0.20 = 4.109
    expect(sumOf({ ...day, policy: own }, ['58571-82', '57288-82'])).toEqual(['234.73', '4.1090'])
  })
})

describe('an office morning: visit, device out and in, biopsy, and what Medicare does not cover (A2, D2, B1)', () => {
  const day = { date: '2025-11-03', schedule: published('RVU25D', ALABAMA) }
  const lines = ['11:99213-25', '11:58301', '11:58100', '11:58300', '11:99396', '11:81025']

  it('keeps the listed work of a service that is not covered, and no amount', () => {
    expect(earned(day, lines)).toEqual([
      // (1.30 x 1.000 + 1.35 x 0.869 + 0.10 x 0.575) x 32.3465 = 81.86; 25 beside procedures of 000
      ['99213-25', '81.86', '1.3000'],
      // (1.27 x 1.000 + 1.80 x 0.869 + 0.21 x 0.575) x 32.3465 = 95.58: first
      ['58301', '95.58', '1.2700'],
      // (1.21 x 1.000 + 1.60 x 0.869 + 0.20 x 0.575) x 32.3465 = 87.83: second, x 0.5 = 43.915; credit 1.21 x 0.5
      ['58100', '43.92', '0.6050'],
      ['58300', null, '1.0100', 'RVU_NOT_USED_FOR_MEDICARE'],
      ['99396', null, '1.9000', 'RVU_NOT_USED_FOR_MEDICARE'],
      ['81025', null, '0.0000'],
      // 81.86 + 95.58 + 43.92; 1.30 + 1.27 + 0.605 + 1.01 + 1.90
      ['sum', '221.36', '6.0850'],
    ])
  })

  it('pays a nurse practitioner 85%, a nurse-midwife in full, and credits both alike', () => {
    // 81.86 x 0.85 = 69.581 -> 69.58; 95.58 x 0.85 = 81.243 -> 81.24; 87.83 x 0.5 x 0.85 = 37.32775 -> 37.33
    expect(sumOf({ ...day, practitioner: 'np' }, lines)).toEqual(['188.15', '6.0850'])
    expect(sumOf({ ...day, practitioner: 'cnm' }, lines)).toEqual(['221.36', '6.0850'])
  })
})

describe('a nurse-midwife: tests the day before, a delivery, an implant after, over the change of factor (A5, B1)', () => {
  const lines = [
    dated('22:59025-26', '2024-03-08'),
    dated('22:76815-26', '2024-03-08'),
    dated('21:59400', '2024-03-09'),
    dated('21:11981', '2024-03-10'),
  ]
  const day = {
    date: '2024-03-08',
    schedule: (date: string) => published(date < '2024-03-09' ? 'RVU24A' : 'RVU24AR', ALASKA),
  }

  it('pays in full, each day by its factor', () => {
    expect(earned({ ...day, practitioner: 'cnm' }, lines)).toEqual([
      // (0.53 x 1.500 + 0.21 x 1.081 + 0.13 x 0.592) x 32.7442 = 35.98
      ['59025-26', '35.98', '0.5300'],
      // (0.65 x 1.500 + 0.23 x 1.081 + 0.03 x 0.592) x 32.7442 = 40.65
      ['76815-26', '40.65', '0.6500'],
      // (37.00 x 1.500 + 25.80 x 1.081 + 10.20 x 0.592) x 33.2875 = 2976.84
      ['59400', '2976.84', '37.0000'],
      // (1.14 x 1.500 + 0.52 x 1.081 + 0.21 x 0.592) x 33.2875 = 79.77: another day, another session
      ['11981', '79.77', '1.1400'],
      // 35.98 + 40.65 + 2976.84 + 79.77; 0.53 + 0.65 + 37.00 + 1.14
      ['sum', '3133.24', '39.3200'],
    ])
  })

  it('would pay a nurse practitioner 85%', () => {
    // 35.98 x 0.85 = 30.583 -> 30.58; 40.65 x 0.85 = 34.5525 -> 34.55; 2976.84 x 0.85 = 2530.314 -> 2530.31
    // 79.77 x 0.85 = 67.8045 -> 67.80; together 2663.24
    expect(sumOf({ ...day, practitioner: 'np' }, lines)).toEqual(['2663.24', '39.3200'])
  })
})
