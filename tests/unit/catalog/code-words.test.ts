import { describe, expect, it } from 'vitest'
import { historyFinding, sinceWords } from '@/components/code/history-words'
import { whyNoWork } from '@/lib/domain/catalog/missing-work'
import { offeredModifiers } from '@/lib/domain/catalog/offered-modifiers'
import { paymentRules } from '@/lib/domain/catalog/payment-rules'
import { missingReleases, percentChange, workHistory, type WorkPoint } from '@/lib/domain/catalog/work-history'
import { rowOf } from '../../support/schedule-rows'

const point = (release: string, effectiveFrom: string, workRvu: string): WorkPoint => ({
  release,
  effectiveFrom,
  workRvu,
})

describe('the history of a work RVU', () => {
  const years = [point('RVU20A', '2020-01-01', '10.47'), point('RVU25D', '2025-10-01', '10.47')]

  it('knows the efficiency adjustment of 2026 by its arithmetic', () => {
    // 10.47 x 0.975 = 10.20825, 10.21. From 10.47 that is -0.26 / 10.47 = -2.48 %.
    const cut = workHistory([...years, point('RVU26C', '2026-07-01', '10.21')])
    expect(cut).toMatchObject({ isEfficiencyAdjustment: true, percent: '-2.5', before: { release: 'RVU25D' } })
    // 10.20 is another value, and so is the same cut in another year.
    expect(workHistory([...years, point('RVU26C', '2026-07-01', '10.20')])?.isEfficiencyAdjustment).toBe(false)
    expect(workHistory([years[0] ?? point('', '', '0'), point('RVU25A', '2025-01-01', '10.21')])?.isEfficiencyAdjustment).toBe(false) // prettier-ignore
  })

  it('dates a change no later than it may have come', () => {
    const since = (...points: readonly WorkPoint[]) => {
      const history = workHistory(points)
      return history && [sinceWords(history), historyFinding(history, [])]
    }
    const [old, late] = [point('RVU25D', '2025-10-01', '10.47'), (work: string) => point('RVU26C', '2026-07-01', work)]
    // The adjustment counts from January 1, 2026, in whichever release of the year it is read.
    expect(since(old, late('10.21'))).toEqual([
      'since Jan 1, 2026, as RVU26C has it',
      '10.47 until 2026, then 10.21, the 2.5% efficiency adjustment',
    ])
    // From 10.47 to 11.00: 0.53 / 10.47 = 5.06 %.
    expect(since(old, late('11.00'))).toEqual([
      'in RVU26C, or before it: RVU26A and RVU26B are not held',
      '10.47 up to RVU25D, 11.00 from RVU26C on, up 5.1%',
    ])
    const [january, april] = [point('RVU26A', '2026-01-01', '10.47'), point('RVU26B', '2026-04-01', '10.47')]
    expect(since(january, late('11.00'))?.[0]).toBe('in RVU26C, or before it: RVU26B is not held')
    expect(since(january, april, late('11.00'))).toEqual([
      'since RVU26C, effective Jul 1, 2026',
      '10.47 until 2026, then 11.00, up 5.1%',
    ])
  })

  it('says nothing of change where there is none', () => {
    expect(workHistory(years)).toMatchObject({ changes: [], before: null, percent: null })
    expect(workHistory([])).toBeNull()
    expect(percentChange('0.00', '1.00')).toBeNull()
  })

  it('names the releases between that are not held; a correction stands for its quarter', () => {
    expect(missingReleases(['RVU24AR', 'RVU24C', 'RVU25A'])).toEqual(['RVU24B', 'RVU24D'])
  })
})

describe('why a code has no work RVU', () => {
  it('goes by its own status', () => {
    expect(whyNoWork(rowOf('47562'))).toBeNull()
    expect(whyNoWork(rowOf('00100'))).toContain('base and time units')
    expect(whyNoWork(rowOf('81000'))).toContain('The law keeps it out')
    expect(whyNoWork(rowOf('0652T'))).toContain('contractor')
    expect(whyNoWork(rowOf('93005'))).toContain('no physician work')
  })

  it('explains an S code by whom it is made for, never by drugs', () => {
    const words = whyNoWork(rowOf('47562', '', { code: 'S9451', status: 'I', work: rowOf('81000').work })) ?? ''
    expect(words).toContain('private payers and Medicaid')
    expect(words).not.toMatch(/drug/i)
  })
})

describe('the payment indicators in words', () => {
  const verdicts = (code: string) => paymentRules(rowOf(code)).map(({ topic, verdict }) => `${topic}: ${verdict}`)

  it('reads every column that applies', () => {
    // 47562 in RVU25D: multiple 2, bilateral 0, assistant 2, co-surgeon 1, team 0, global 090, PC/TC 0.
    expect(verdicts('47562')).toEqual([
      'With other procedures: Reduced unless it ranks first.',
      'Both sides (50): Does not apply.',
      'Assistant (80, 81, 82, AS): Paid.',
      'Co-surgeon (62): Only with documentation',
      'Team (66): Not allowed.',
      'Professional and technical: No split.',
      '90-day global: The day before, the day of, and 90 days after are one package.',
    ])
  })

  it('names the base of an endoscopy family', () => {
    expect(verdicts('43239')[0]).toBe('With other procedures: Endoscopy family of 43235.')
  })

  it('is empty where Medicare does not pay by the schedule', () => {
    expect(paymentRules(rowOf('81000'))).toEqual([])
  })
})

describe('the modifiers that a calculator offers', () => {
  const offered = (...codes: Parameters<typeof rowOf>[]) =>
    offeredModifiers(codes.map((each) => rowOf(...each))).map(({ code }) => code)

  it('are those that the rows and indicators allow', () => {
    // An operation with a package, a paid assistant and a documented co-surgeon; 50 does not apply.
    expect(offered(['47562'])).toEqual(['22', '54', '55', '62', '78', '80', 'AS'])
    expect(offered(['99213'])).toContain('25')
    expect(offered(['71260'], ['71260', '26'], ['71260', 'TC'])).toEqual(expect.arrayContaining(['26', 'TC']))
  })

  it('of anesthesia are who gave it', () => {
    expect(offeredModifiers([{ ...rowOf('47562'), code: '00790', status: 'J' }]).map(({ code }) => code)).toEqual([
      ...['AA', 'QZ', 'QK', 'QX', 'QY', 'AD'],
    ])
  })

  it('are none where nothing is paid or credited', () => {
    expect(offered(['81000'])).toEqual([])
  })
})
