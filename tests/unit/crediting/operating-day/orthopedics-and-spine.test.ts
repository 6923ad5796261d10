import { describe, expect, it } from 'vitest'
import { earned, PARTIAL, sumOf, UNADJUSTED } from '@/tests/support/operating-day'
import { published } from '@/tests/support/operating-day-rows'
import { ALABAMA, MANHATTAN } from '@/tests/support/schedule-rows'

const DATE = '2025-11-03'

describe('an assistant at a hip replacement with navigation (C3)', () => {
  const day = { date: DATE, schedule: published('RVU25D', ALABAMA) }

  it('pays by the indicator: allowed, with documentation, never, not applicable', () => {
    expect(
      earned({ ...day, practitioner: 'pa' }, ['22:27130-AS', '22:20985-AS', '22:20610-AS-LT', '22:20936-AS']),
    ).toEqual([
      // (19.60 x 1.000 + 15.34 x 0.869 + 3.99 x 0.575) x 32.3465 = 1139.40;
      // ASST 2, x 0.136 = 154.9584, no second 85%; credit 19.60 x 0.136
      ['27130-AS', '154.96', '2.6656'],
      // (2.50 x 1.000 + 1.32 x 0.869 + 0.51 x 0.575) x 32.3465 = 127.46; ASST 0, x 0.136 = 17.33456;
      // credit 2.50 x 0.136
      ['20985-AS', '17.33', '0.3400', 'NEEDS_DOCUMENTATION'],
      // ASST 1
      ['20610-AS-LT', '0.00', '0.0000', 'NOT_PAYABLE'],
      // ASST 9, and bundled
      ['20936-AS', '0.00', '0.0000', 'NOT_PAYABLE'],
      // 154.96 + 17.33; 2.6656 + 0.34
      ['sum', '172.29', '3.0056'],
    ])
  })

  it('reads the role where no modifier says it: 80 for a physician, AS for an assistant', () => {
    const lines = ['22:27130', '22:20985', '22:20610-LT']
    expect(sumOf({ ...day, practitioner: 'pa', role: 'assistant' }, lines)).toEqual(['172.29', '3.0056'])
    // 1139.40 x 0.16 = 182.304 -> 182.30; 127.46 x 0.16 = 20.3936 -> 20.39; 19.60 x 0.16 + 2.50 x 0.16 = 3.536
    expect(sumOf({ ...day, role: 'assistant' }, lines)).toEqual(['202.69', '3.5360'])
  })
})

describe('a shoulder: three arthroscopic procedures of one family, an add-on and an open tenodesis, national (D3)', () => {
  const day = { date: DATE, schedule: published('RVU25D', null) }
  const lines = ['24:23430-RT', '24:29823-RT-59', '24:29824-RT', '24:29827-RT', '24:29826-RT']

  it('takes the base 29805 from all but the highest, ranks the family as one', () => {
    // (6.03 x 1 + 7.28 x 1 + 1.18 x 1) x 32.3465 = 468.70
    expect(earned(day, lines)).toEqual([
      // (10.17 x 1 + 10.64 x 1 + 1.98 x 1) x 32.3465 = 737.18: second to the family, x 0.5 = 368.59;
      // credit 10.17 x 0.5
      ['23430-RT', '368.59', '5.0850'],
      // (7.98 x 1 + 8.64 x 1 + 1.55 x 1) x 32.3465 = 587.74; 587.74 - 468.70 = 119.04; credit 7.98 - 6.03
      ['29823-RT-59', '119.04', '1.9500'],
      // (8.98 x 1 + 10.02 x 1 + 1.77 x 1) x 32.3465 = 671.84; 671.84 - 468.70 = 203.14; credit 8.98 - 6.03
      ['29824-RT', '203.14', '2.9500'],
      // (15.59 x 1 + 13.85 x 1 + 3.03 x 1) x 32.3465 = 1050.29:
      // family 1050.29 + 203.14 + 119.04 = 1372.47, work 15.59 + 2.95 + 1.95 = 20.49: first
      ['29827-RT', '1050.29', '15.5900'],
      // (3.00 x 1 + 1.56 x 1 + 0.59 x 1) x 32.3465 = 166.58: an add-on takes no rank
      ['29826-RT', '166.58', '3.0000'],
      // 368.59 + 119.04 + 203.14 + 1050.29 + 166.58; 5.085 + 1.95 + 2.95 + 15.59 + 3.00
      ['sum', '1907.64', '28.5750'],
    ])
  })

  it('credits by policy', () => {
    // 10.17 + 7.98 + 8.98 + 15.59 + 3.00
    expect(sumOf({ ...day, policy: PARTIAL }, lines)).toEqual(['1907.64', '45.7200'])
    expect(sumOf({ ...day, policy: UNADJUSTED }, lines)).toEqual(['1907.64', '45.7200'])
    // the endoscopy difference but no rank: 10.17 + 1.95 + 2.95 + 15.59 + 3.00
    const own = {
      name: 'Family only',
      base: 'cms_adjusted',
      factors: {},
      multipleProcedure: false,
      endoscopy: true,
      assistants: true,
      splitShared: 'biller',
      schedule: 'by-date',
    } as const
    expect(sumOf({ ...day, policy: own }, lines)).toEqual(['1907.64', '33.6600'])
  })
})

describe('a spine from both sides, with a co-surgeon in front (C3, D2, A2)', () => {
  it('ranks before it splits, and leaves an unlisted procedure open', () => {
    const lines = ['22558-62', '22853-62', '22845-62', '22633', '20930', '20936', '22899']
    expect(earned({ date: DATE, schedule: published('RVU25D', MANHATTAN) }, lines)).toEqual([
      // (23.53 x 1.065 + 16.33 x 1.166 + 6.44 x 1.656) x 32.3465 = 1771.45: second, x 0.5 x 0.625 = 553.578125;
      // credit 23.53 x 0.5 x 0.625 = 7.353125
      ['22558-62', '553.58', '7.3531'],
      // (4.25 x 1.065 + 2.15 x 1.166 + 1.34 x 1.656) x 32.3465 = 299.28; an add-on, x 0.625 = 187.05;
      // credit 4.25 x 0.625 = 2.65625
      ['22853-62', '187.05', '2.6563'],
      // (11.94 x 1.065 + 6.03 x 1.166 + 3.83 x 1.656) x 32.3465 = 843.91; an add-on, x 0.625 = 527.44375;
      // credit 11.94 x 0.625
      ['22845-62', '527.44', '7.4625'],
      // (26.80 x 1.065 + 19.88 x 1.166 + 8.38 x 1.656) x 32.3465 = 2121.91: first
      ['22633', '2121.91', '26.8000'],
      ['20930', '0.00', '0.0000'],
      ['20936', '0.00', '0.0000'],
      ['22899', null, null, 'CONTRACTOR_PRICED'],
      // 553.58 + 187.05 + 527.44 + 2121.91; 7.353125 + 2.65625 + 7.4625 + 26.80 = 44.271875
      ['sum', '3389.98', '44.2719'],
    ])
  })
})
