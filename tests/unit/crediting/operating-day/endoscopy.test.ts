import { describe, expect, it } from 'vitest'
import { earned, sumOf, UNADJUSTED } from '@/tests/support/operating-day'
import { ALASKA, ALASKA_2026, MANHATTAN_2026, published } from '@/tests/support/operating-day-rows'

describe('both ends in one sitting: two families, and the base entered beside its family (D3)', () => {
  const day = { date: '2026-07-14', schedule: published('RVU26C', MANHATTAN_2026) }
  const lines = ['24:45378', '24:43239', '24:45380-59', '24:45385', '24:43248', '24:45381']

  it('includes the base, takes it from the others, and halves the lower family', () => {
    // (2.04 x 1.064 + 1.03 x 1.162 + 0.24 x 1.586) x 33.4009 = 125.19
    expect(earned(day, lines)).toEqual([
      // (3.18 x 1.064 + 1.34 x 1.162 + 0.41 x 1.586) x 33.4009 = 186.74: included in its family
      ['45378', '0.00', '0.0000'],
      // (2.33 x 1.064 + 1.10 x 1.162 + 0.27 x 1.586) x 33.4009 = 139.80; (139.80 - 125.19) x 0.5 = 7.305;
      // credit (2.33 - 2.04) x 0.5
      ['43239', '7.31', '0.1450'],
      // (3.47 x 1.064 + 1.43 x 1.162 + 0.42 x 1.586) x 33.4009 = 201.07; 201.07 - 186.74 = 14.33; credit 3.47 - 3.18
      ['45380-59', '14.33', '0.2900'],
      // (4.46 x 1.064 + 1.72 x 1.162 + 0.51 x 1.586) x 33.4009 = 252.27:
      // family 252.27 + 14.33 + 14.33 = 280.93, first
      ['45385', '252.27', '4.4600'],
      // (2.84 x 1.064 + 1.25 x 1.162 + 0.34 x 1.586) x 33.4009 = 167.46: family 167.46 + 14.61 = 182.07, second:
      // 167.46 x 0.5 = 83.73; credit 2.84 x 0.5
      ['43248', '83.73', '1.4200'],
      // as 45380
      ['45381', '14.33', '0.2900'],
      // 7.31 + 14.33 + 252.27 + 83.73 + 14.33; 0.145 + 0.29 + 4.46 + 1.42 + 0.29
      ['sum', '371.97', '6.6050'],
    ])
  })

  it('credits every line in full when unadjusted', () => {
    // 3.18 + 2.33 + 3.47 + 4.46 + 2.84 + 3.47
    expect(sumOf({ ...day, policy: UNADJUSTED }, lines)).toEqual(['371.97', '19.7500'])
  })
})

describe('stopped and reduced, on the two sides of the change of factor (C4, A1, A5)', () => {
  it('has a row for a stopped colonoscopy, which ranks below the biopsy of the stomach', () => {
    expect(earned({ date: '2024-03-09', schedule: published('RVU24AR', ALASKA) }, ['22:45378-53', '22:43239'])).toEqual(
      [
        // (1.63 x 1.500 + 0.89 x 1.081 + 0.21 x 0.592) x 33.2875 = 117.55; x 0.5 = 58.775; credit 1.63 x 0.5
        ['45378-53', '58.78', '0.8150'],
        // (2.39 x 1.500 + 1.41 x 1.081 + 0.30 x 0.592) x 33.2875 = 175.98: first
        ['43239', '175.98', '2.3900'],
        // 58.78 + 175.98; 0.815 + 2.39
        ['sum', '234.76', '3.2050'],
      ],
    )
  })

  it('has none for others: by report, half the work, ranked by the full fee', () => {
    expect(
      earned({ date: '2024-03-08', schedule: published('RVU24A', ALASKA) }, ['19:43235-52', '19:45385-53']),
    ).toEqual([
      // (2.09 x 1.500 + 1.28 x 1.081 + 0.26 x 0.592) x 32.7442 = 153.00: second; credit 2.09 x 0.5 x 0.5
      ['43235-52', null, '0.5225', 'BY_REPORT'],
      // (4.57 x 1.500 + 2.36 x 1.081 + 0.56 x 0.592) x 32.7442 = 318.85: first; credit 4.57 x 0.5
      ['45385-53', null, '2.2850', 'BY_REPORT'],
      // 0.5225 + 2.285
      ['sum', '0.00', '2.8075'],
    ])
  })
})

describe('sinuses of both sides, septum and turbinates: a family with both sides beside open operations (D3, C2)', () => {
  it('takes both sides before the base, whose own value is for both sides already', () => {
    const lines = ['24:30520', '24:31255-50', '24:31267-50', '24:31276-50', '24:30140-50']
    // (1.07 x 1.500 + 0.41 x 1.065 + 0.16 x 0.551) x 33.4009 = 71.14: BILAT 2, taken once
    expect(earned({ date: '2026-07-14', schedule: published('RVU26C', ALASKA_2026) }, lines)).toEqual([
      // (6.83 x 1.500 + 10.52 x 1.065 + 1.01 x 0.551) x 33.4009 = 735.00: second, x 0.5 = 367.50; credit 6.83 x 0.5
      ['30520', '367.50', '3.4150'],
      // (5.61 x 1.500 + 1.75 x 1.065 + 0.82 x 0.551) x 33.4009 = 358.41; 358.41 x 1.5 - 71.14 = 466.475;
      // credit 5.61 x 1.5 - 1.07
      ['31255-50', '466.48', '7.3450'],
      // (4.56 x 1.500 + 1.49 x 1.065 + 0.66 x 0.551) x 33.4009 = 293.61; 293.61 x 1.5 - 71.14 = 369.275;
      // credit 4.56 x 1.5 - 1.07
      ['31267-50', '369.28', '5.7700'],
      // (6.58 x 1.500 + 1.98 x 1.065 + 0.96 x 0.551) x 33.4009 = 417.77; 417.77 x 1.5 = 626.655, highest;
      // credit 6.58 x 1.5
      ['31276-50', '626.66', '9.8700'],
      // (2.93 x 1.500 + 1.23 x 1.065 + 0.43 x 0.551) x 33.4009 = 198.46: third, x 1.5 x 0.5 = 148.845;
      // credit 2.93 x 1.5 x 0.5
      ['30140-50', '148.85', '2.1975'],
      // 367.50 + 466.48 + 369.28 + 626.66 + 148.85; 3.415 + 7.345 + 5.77 + 9.87 + 2.1975
      ['sum', '1978.77', '28.5975'],
    ])
  })
})
