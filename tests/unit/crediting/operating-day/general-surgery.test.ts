import { describe, expect, it } from 'vitest'
import { dated } from '@/tests/support/case-lines'
import { earned, PARTIAL, sumOf, trainingOf, UNADJUSTED } from '@/tests/support/operating-day'
import { ALASKA, MANHATTAN_2026, published } from '@/tests/support/operating-day-rows'
import { ALABAMA } from '@/tests/support/schedule-rows'

/** Every amount here is worked on paper from the rows of operating-day-rows.ts by domain A to E; r2 is once a line. */
describe('trauma laparotomy: six open procedures and an add-on, the decision for surgery the same day (D2, E1)', () => {
  const day = { date: '2025-11-03', schedule: published('RVU25D', ALABAMA) }
  const lines = ['99223-57', '39540', '44140', '38100', '47350', '44120', '43840', '44139']

  it('ranks payment by fee and credit by work, each on its own; the sixth is by report', () => {
    expect(earned(day, lines)).toEqual([
      // (3.50 x 1.000 + 1.39 x 0.869 + 0.28 x 0.575) x 32.3465 = 157.49; 57 lifts the global block
      ['99223-57', '157.49', '3.5000'],
      // (14.57 x 1.000 + 7.83 x 0.869 + 3.52 x 0.575) x 32.3465 = 756.85: sixth by fee and by work: by report;
      // credit 14.57 x 0.5
      ['39540', null, '7.2850', 'BY_REPORT'],
      // (22.59 x 1.000 + 12.52 x 0.869 + 5.27 x 0.575) x 32.3465 = 1180.65: third, x 0.5 = 590.325;
      // credit second, 22.59 x 0.5
      ['44140', '590.33', '11.2950'],
      // (19.55 x 1.000 + 10.43 x 0.869 + 4.66 x 0.575) x 32.3465 = 1012.22: fifth, x 0.5 = 506.11; credit 19.55 x 0.5
      ['38100', '506.11', '9.7750'],
      // (22.49 x 1.000 + 13.27 x 0.869 + 5.25 x 0.575) x 32.3465 = 1198.13: first by fee; third by work, 22.49 x 0.5
      ['47350', '1198.13', '11.2450'],
      // (20.82 x 1.000 + 10.97 x 0.869 + 5.01 x 0.575) x 32.3465 = 1074.99: fourth, x 0.5 = 537.495;
      // credit 20.82 x 0.5
      ['44120', '537.50', '10.4100'],
      // (22.83 x 1.000 + 12.60 x 0.869 + 5.61 x 0.575) x 32.3465 = 1196.99: second, x 0.5 = 598.495;
      // first by work, 22.83
      ['43840', '598.50', '22.8300'],
      // (2.23 x 1.000 + 0.85 x 0.869 + 0.50 x 0.575) x 32.3465 = 105.33: an add-on takes no rank
      ['44139', '105.33', '2.2300'],
      // 157.49 + 590.33 + 506.11 + 1198.13 + 537.50 + 598.50 + 105.33;
      // 3.5 + 7.285 + 11.295 + 9.775 + 11.245 + 10.41 + 22.83 + 2.23
      ['sum', '3693.39', '78.5700'],
    ])
  })

  it('credits all work without the reduction: partial and unadjusted', () => {
    // 3.50 + 14.57 + 22.59 + 19.55 + 22.49 + 20.82 + 22.83 + 2.23 = 128.58; payment is not the policy's affair
    expect(sumOf({ ...day, policy: PARTIAL }, lines)).toEqual(['3693.39', '128.5800'])
    expect(sumOf({ ...day, policy: UNADJUSTED }, lines)).toEqual(['3693.39', '128.5800'])
  })

  it('earns the resident nothing, and counts as training what an attending would have', () => {
    expect(sumOf({ ...day, role: 'resident' }, lines)).toEqual(['0.00', '0.0000'])
    expect(trainingOf({ ...day, role: 'resident' }, lines)).toEqual(
      ['3.5000', '7.2850', '11.2950', '9.7750', '11.2450', '10.4100', '22.8300', '2.2300'], // the credits above
    )
  })
})

describe('both breasts, both axillas, with a resident (C2, D2, A7)', () => {
  const day = { date: '2026-07-14', schedule: published('RVU26C', MANHATTAN_2026) }
  const lines = ['22:19303-50-GC', '22:38525-50-GC', '22:38900-50-GC', '22:15777-50-GC']

  it('doubles each side before it ranks, for a qualifying participant', () => {
    expect(earned({ ...day, qualifyingApm: true }, lines)).toEqual([
      // (14.63 x 1.064 + 9.04 x 1.162 + 3.75 x 1.586) x 33.5675 = 1074.77; x 1.5 = 1612.155, first;
      // credit 14.63 x 1.5
      ['19303-50-GC', '1612.16', '21.9450'],
      // (6.27 x 1.064 + 5.01 x 1.162 + 1.61 x 1.586) x 33.5675 = 505.07; x 1.5 x 0.5 = 378.8025;
      // credit 6.27 x 1.5 x 0.5
      ['38525-50-GC', '378.80', '4.7025'],
      // (2.44 x 1.064 + 0.65 x 1.162 + 0.59 x 1.586) x 33.5675 = 143.91; x 1.5 = 215.865, an add-on;
      // credit 2.44 x 1.5
      ['38900-50-GC', '215.87', '3.6600'],
      // (3.56 x 1.064 + 1.23 x 1.162 + 0.67 x 1.586) x 33.5675 = 210.79; x 1.5 = 316.185, an add-on;
      // credit 3.56 x 1.5
      ['15777-50-GC', '316.19', '5.3400'],
      // 1612.16 + 378.80 + 215.87 + 316.19; 21.945 + 4.7025 + 3.66 + 5.34
      ['sum', '2523.02', '35.6475'],
    ])
  })

  it('pays less and credits the same outside an advanced model', () => {
    // (14.63 x 1.064 + 9.04 x 1.162 + 3.75 x 1.586) x 33.4009 = 1069.44 x 1.5 = 1604.16
    // (6.27 x 1.064 + 5.01 x 1.162 + 1.61 x 1.586) x 33.4009 = 502.56 x 1.5 x 0.5 = 376.92
    // (2.44 x 1.064 + 0.65 x 1.162 + 0.59 x 1.586) x 33.4009 = 143.20 x 1.5 = 214.80
    // (3.56 x 1.064 + 1.23 x 1.162 + 0.67 x 1.586) x 33.4009 = 209.75 x 1.5 = 314.625 -> 314.63
    // 1604.16 + 376.92 + 214.80 + 314.63
    expect(sumOf(day, lines)).toEqual(['2510.51', '35.6475'])
  })
})

describe('both groins, a return to surgery over the change of factor of March 2024, and the visits after (C2, C4, A5, E1)', () => {
  const schedule = (date: string) => published(date < '2024-03-09' ? 'RVU24A' : 'RVU24AR', ALASKA)

  it('pairs right and left before it ranks, prices each day by its factor', () => {
    const lines = [
      dated('22:49593', '2024-03-08'),
      dated('22:49505-RT', '2024-03-08'),
      dated('22:49505-LT', '2024-03-08'),
      dated('22:10140-78', '2024-03-09'),
      dated('11:99213', '2024-03-15'),
      dated('11:99024', '2024-03-22'),
    ]
    expect(earned({ date: '2024-03-08', schedule }, lines)).toEqual([
      // (10.26 x 1.500 + 4.33 x 1.081 + 2.56 x 0.592) x 32.7442 = 706.82: above one groin, below the pair:
      // x 0.5 = 353.41; credit 10.26 x 0.5
      ['49593', '353.41', '5.1300'],
      // (7.96 x 1.500 + 5.85 x 1.081 + 2.01 x 0.592) x 32.7442 = 637.00; the pair x 1.5 = 955.50, first;
      // credit 7.96 x 1.5 = 11.94, first
      ['49505-RT', '637.00', '7.9600'],
      // the rest of the pair: 955.50 - 637.00; 11.94 - 7.96
      ['49505-LT', '318.50', '3.9800'],
      // (1.58 x 1.500 + 1.78 x 1.081 + 0.21 x 0.592) x 33.2875 = 147.08; intra 0.80: x 0.80 = 117.664;
      // credit 1.58 x 0.80
      ['10140-78', '117.66', '1.2640'],
      ['99213', '0.00', '0.0000', 'IN_GLOBAL'],
      ['99024', '0.00', '0.0000'],
      // 353.41 + 637.00 + 318.50 + 117.66; 5.13 + 7.96 + 3.98 + 1.264
      ['sum', '1426.57', '18.3340'],
    ])
  })
})

describe('a colon resection with a leak and a bleeding, from the day of surgery to the day after its period (C4, E1)', () => {
  it('pays the returns by their share and the visits that say why', () => {
    const lines = [
      dated('21:44140', '2025-10-01'),
      dated('21:99223', '2025-10-01'),
      dated('21:99232', '2025-10-04'),
      dated('21:49002-78', '2025-10-06'),
      dated('21:44310-78', '2025-10-06'),
      dated('21:43255-78', '2025-10-10'),
      dated('21:99291-FT', '2025-10-15'),
      dated('11:99213-24', '2025-11-05'),
      dated('11:99213-25', '2025-11-12'),
      dated('11:99024', '2025-11-20'),
      dated('11:99213', '2025-12-30'),
      dated('11:99213', '2025-12-31'),
    ]
    expect(earned({ date: '2025-10-01', schedule: published('RVU25D', ALABAMA) }, lines)).toEqual([
      // (22.59 x 1.000 + 12.52 x 0.869 + 5.27 x 0.575) x 32.3465 = 1180.65
      ['44140', '1180.65', '22.5900'],
      ['99223', '0.00', '0.0000', 'IN_GLOBAL', 'GLOBAL_NEEDS_57'],
      ['99232', '0.00', '0.0000', 'IN_GLOBAL'],
      // (17.63 x 1.000 + 9.59 x 0.869 + 4.20 x 0.575) x 32.3465 = 917.95; intra 0.81: x 0.81 = 743.5395;
      // credit 17.63 x 0.81; 78 is not ranked
      ['49002-78', '743.54', '14.2803'],
      // (17.59 x 1.000 + 9.91 x 0.869 + 3.76 x 0.575) x 32.3465 = 917.47; x 0.81 = 743.1507; credit 17.59 x 0.81
      ['44310-78', '743.15', '14.2479'],
      // (3.56 x 1.000 + 1.95 x 0.869 + 0.42 x 0.575) x 32.3465 = 177.78; a 000 code has no shares: full
      ['43255-78', '177.78', '3.5600'],
      // (4.50 x 1.000 + 1.42 x 0.869 + 0.44 x 0.575) x 32.3465 = 193.66; FT: unrelated critical care
      ['99291-FT', '193.66', '4.5000'],
      // (1.30 x 1.000 + 1.35 x 0.869 + 0.10 x 0.575) x 32.3465 = 81.86; 24: unrelated
      ['99213-24', '81.86', '1.3000'],
      // 25 lifts day 0 alone
      ['99213-25', '0.00', '0.0000', 'IN_GLOBAL'],
      ['99024', '0.00', '0.0000'],
      // 30 more days of October, 30 of November, 30 of December: the 90th day
      ['99213', '0.00', '0.0000', 'IN_GLOBAL'],
      ['99213', '81.86', '1.3000'],
      // 1180.65 + 743.54 + 743.15 + 177.78 + 193.66 + 81.86 + 81.86;
      // 22.59 + 14.2803 + 14.2479 + 3.56 + 4.5 + 1.3 + 1.3
      ['sum', '3202.50', '61.7782'],
    ])
  })
})

describe('a case entered with mistakes (A3, C4, E4)', () => {
  it('leaves out what is not valid, ranks the others without it', () => {
    const lines = [
      '44140-80-AS',
      '38100',
      '47600-76-77',
      '49505-26',
      '71260-26-TC',
      '66984-62',
      dated('22552', '2025-11-04'),
    ]
    expect(earned({ date: '2025-11-03', schedule: published('RVU25D', ALABAMA) }, lines)).toEqual([
      ['44140-80-AS', null, null, 'MODIFIERS_CONFLICT'],
      // (19.55 x 1.000 + 10.43 x 0.869 + 4.66 x 0.575) x 32.3465 = 1012.22: first, for nothing else counts
      ['38100', '1012.22', '19.5500'],
      ['47600-76-77', null, null, 'MODIFIERS_CONFLICT'],
      ['49505-26', null, null, 'MODIFIER_NOT_VALID_FOR_CODE'],
      ['71260-26-TC', null, null, 'MODIFIERS_CONFLICT'],
      // CO-SURG 0
      ['66984-62', '0.00', '0.0000', 'NOT_PAYABLE'],
      // (6.50 x 1.000 + 3.29 x 0.869 + 2.12 x 0.575) x 32.3465 = 342.16: the next day, without 22551
      ['22552', '342.16', '6.5000', 'ADD_ON_WITHOUT_PRIMARY'],
      // 1012.22 + 342.16; 19.55 + 6.50
      ['sum', '1354.38', '26.0500'],
    ])
  })
})
