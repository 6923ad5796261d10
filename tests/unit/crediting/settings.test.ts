import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '@/lib/domain/crediting/settings'
import { therapyUnits } from '@/lib/domain/crediting/time'
import { calculate, dated, line, only } from '@/tests/support/case-lines'
import { rowOf, view } from '@/tests/support/schedule-rows'

/** What a setting says: the documented result, and the result of another value. */
type Case<Name extends keyof Settings> = {
  readonly documented: Settings[Name]
  readonly other: Settings[Name]
  readonly says: (settings: Partial<Settings>) => unknown
  readonly expected: readonly [documented: unknown, other: unknown]
}

const allowed = (text: string, settings: Partial<Settings>, schedule = view()) =>
  only(text, { settings }, schedule).allowed
const allowedOf = (lines: readonly string[], settings: Partial<Settings>, schedule = view()) =>
  calculate(lines, { settings }, schedule).lines.map((each) => each.allowed)

const CASES: { readonly [Name in keyof Settings]: Case<Name> } = {
  counselorShare: {
    documented: '0.75',
    other: '0.8',
    says: (settings) => only('11:99203', { practitioner: 'csw', settings }).allowed,
    // 99.99 x 0.75 = 74.9925; x 0.8 = 79.992
    expected: ['74.99', '79.99'],
  },
  tribalPlaces: {
    documented: 'nonfacility',
    other: 'facility',
    says: (settings) => ['05', '06', '07', '08', '18'].map((place) => allowed(`${place}:99203`, settings)),
    // Domain B1: 99.99 outside a facility, 74.13 in one; 18 is of another setting.
    expected: [
      ['99.99', '99.99', '99.99', '99.99', '99.99'],
      ['74.13', '74.13', '74.13', '74.13', '99.99'],
    ],
  },
  unlistedPlaces: {
    documented: 'nonfacility',
    other: 'facility',
    says: (settings) => ['18', '66', '77', '05'].map((place) => allowed(`${place}:99203`, settings)),
    expected: [
      ['99.99', '99.99', '99.99', '99.99'],
      ['74.13', '74.13', '74.13', '99.99'],
    ],
  },
  retiredStatus: {
    documented: 'zero',
    other: 'no-amount',
    says: (settings) => allowed('99213', settings, view({}, [rowOf('99213', '', { status: 'D' })])),
    expected: ['0.00', null],
  },
  contractorPeriod: {
    documented: 'none',
    other: '010',
    says: (settings) => {
      const open = view({}, [rowOf('44140', '', { globalPeriod: 'YYY' })])
      const lines = [dated('44140', '2025-11-03'), dated('11:99213', '2025-11-13', 1)]
      const [procedure, visit] = calculate(lines, { settings }, open).lines
      return [visit?.flags, procedure?.steps.find((step) => step.rule === 'global-period')?.reason]
    },
    expected: [
      [[], 'The contractor decides its global period: none is assumed.'],
      [['IN_GLOBAL'], 'The contractor decides its global period: taken as 010 here.'],
    ],
  },
  distinctSides: {
    documented: 'apart',
    other: 'pair',
    // Two lines, the lower at 583.32 x 0.5 = 291.66; or a pair of indicator 0, counted once.
    says: (settings) => allowedOf(['47562-RT', '47562-LT-59'], settings),
    expected: [
      ['291.66', '583.32'],
      ['583.32', '0.00'],
    ],
  },
  sideWith50: {
    documented: 'both-sides',
    other: 'conflict',
    says: (settings) => [only('69436-50-RT', { settings }).flags, allowed('69436-50-RT', settings)],
    expected: [
      [[], '213.14'],
      [['MODIFIERS_CONFLICT'], null],
    ],
  },
  repeatedModifier: {
    documented: 'once',
    other: 'conflict',
    says: (settings) => [only('44140-80-80', { settings }).flags, allowed('44140-80-80', settings)],
    expected: [
      [[], '188.90'],
      [['MODIFIERS_CONFLICT'], null],
    ],
  },
  returnWithoutPackage: {
    documented: 'full',
    other: 'by-report',
    says: (settings) => [allowed('31622-78', settings), only('31622-78', { settings }).flags],
    expected: [
      ['117.59', []],
      [null, ['BY_REPORT']],
    ],
  },
  returnRank: {
    documented: 'none',
    other: 'as-others',
    // 1180.65 x 0.81 = 956.3265 beside 1012.22 in full; ranked by its full fee, 44140 is first and 38100 at half.
    says: (settings) => allowedOf(['44140-78', '38100'], settings),
    expected: [
      ['956.33', '1012.22'],
      ['956.33', '506.11'],
    ],
  },
  endoscopyBase: {
    documented: 'own-sides',
    other: 'one-side',
    // 29881: 7.03 + 8.22 x 0.869 (7.14318) + 1.39 x 0.575 (0.79925) = 14.97243 x 32.3465 = 484.3057... -> 484.31
    // 29870: 5.19 + 6.56 x 0.869 (5.70064) + 1.01 x 0.575 (0.58075) = 11.47139 x 32.3465 = 371.0593... -> 371.06
    // Both sides of each: (484.31 - 371.06) x 1.5 = 169.875 -> 169.88; the base once: 726.465 - 371.06 = 355.405 -> 355.41
    says: (settings) => allowedOf(['29880-50', '29881-50'], settings)[1],
    expected: ['169.88', '355.41'],
  },
  imagingProfessional: {
    documented: '0.95',
    other: '0.9',
    // PC 36.95 x 0.95 = 35.1025, TC 28.77; x 0.9 = 33.255 -> 33.26
    says: (settings) => allowedOf(['11:72125', '11:70450'], settings)[1],
    expected: ['63.87', '62.03'],
  },
  imagingProfessionalBefore2017: {
    documented: '0.75',
    other: '0.8',
    says: (settings) =>
      ['2016-12-31', '2012-01-01', '2011-12-31'].map((date) => {
        const lines = [dated('11:72125', date), dated('11:70450', date, 1)]
        return calculate(lines, { settings }).lines[1]?.components.map((part) => part.allowed)
      }),
    // PC 36.95 x 0.75 = 27.7125; x 0.8 = 29.56; before 2012 in full. TC 57.53 x 0.5 = 28.765
    expected: [
      [
        ['27.71', '28.77'],
        ['27.71', '28.77'],
        ['36.95', '28.77'],
      ],
      [
        ['29.56', '28.77'],
        ['29.56', '28.77'],
        ['36.95', '28.77'],
      ],
    ],
  },
  unitLimits: {
    documented: 'by-day',
    other: 'by-line',
    says: (settings) => {
      const limited = view({ unitLimitOf: () => ({ units: 6, scope: 'day' }) })
      return calculate(['11:97530*4', '11:97530*3'], { settings }, limited).lines.map((each) => each.flags)
    },
    expected: [
      [['UNITS_ABOVE_MUE'], ['UNITS_ABOVE_MUE']],
      [[], []],
    ],
  },
  therapyFirstMinute: {
    documented: 8,
    other: 10,
    says: (settings) => [8, 10].map((minutes) => therapyUnits(minutes, { ...DEFAULT_SETTINGS, ...settings })),
    expected: [
      [1, 1],
      [0, 1],
    ],
  },
}

describe('the settings of doubtful rules (marks M and D of the domain)', () => {
  it.each(Object.keys(CASES) as (keyof Settings)[])(
    '%s has the documented default and changes what it says',
    (name) => {
      const { documented, other, says, expected } = CASES[name]
      expect(DEFAULT_SETTINGS[name]).toBe(documented)
      expect(says({})).toEqual(expected[0])
      expect(says({ [name]: documented })).toEqual(expected[0])
      expect(says({ [name]: other })).toEqual(expected[1])
      expect(expected[0]).not.toEqual(expected[1])
    },
  )

  it('are all in the table above', () => {
    expect(Object.keys(CASES).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort())
  })

  it('leave every line that they do not speak of', () => {
    const settings = Object.fromEntries(Object.entries(CASES).map(([name, { other }]) => [name, other]))
    const lines = ['44140', '38100-51', '11:99203-25', line('11:97530', 3)]
    expect(calculate(lines, { settings })).toEqual(calculate(lines))
  })
})
