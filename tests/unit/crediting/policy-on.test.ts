import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditCase } from '@/lib/domain/crediting/credit-case'
import { POLICY_PRESETS } from '@/lib/domain/crediting/policy'
import { policyOf, policyOn, versionOn, type PolicyTerms, type PolicyVersion } from '@/lib/domain/crediting/policy-on'
import { addDays, calendarDate } from '@/lib/domain/shared/date'
import { caseOf } from '@/tests/support/case-lines'
import { view } from '@/tests/support/schedule-rows'

const terms: PolicyTerms = POLICY_PRESETS.cms_adjusted
const versionFrom = (version: number, from: string, changed: Partial<PolicyTerms> = {}): PolicyVersion => ({
  name: 'Main contract',
  version,
  from: calendarDate(from),
  terms: { ...terms, ...changed },
})

describe('the policy of a date of service (domain C1)', () => {
  const versions = [
    versionFrom(1, '2026-01-01', { factors: { '80': '0' } }),
    versionFrom(2, '2026-07-01', { factors: { '80': '0.2' } }),
    // Written last, for a time before: its day decides, not its number.
    versionFrom(3, '2025-06-15', { factors: { '80': '0.1' } }),
  ]
  const nameOn = (date: string) => policyOn('partial', versions, calendarDate(date)).name

  it('is the version that began last by then, whenever it was written', () => {
    expect(nameOn('2025-06-15')).toBe('Main contract, version 3')
    expect(nameOn('2025-12-31')).toBe('Main contract, version 3')
    expect(nameOn('2026-01-01')).toBe('Main contract, version 1')
    expect(nameOn('2026-06-30')).toBe('Main contract, version 1')
    expect(nameOn('2026-07-01')).toBe('Main contract, version 2')
    expect(nameOn('2031-01-01')).toBe('Main contract, version 2')
  })

  it('is the preset of the workplace before the first version and without any', () => {
    expect(policyOn('partial', versions, calendarDate('2025-06-14'))).toBe(POLICY_PRESETS.partial)
    expect(policyOn('unadjusted', [], calendarDate('2026-01-01'))).toBe(POLICY_PRESETS.unadjusted)
  })

  it('is the later one of two that begin on the same day: a correction', () => {
    const corrected = [...versions, versionFrom(4, '2026-07-01', { factors: { '80': '0.3' } })]
    for (const order of [corrected, corrected.toReversed()])
      expect(policyOn('partial', order, calendarDate('2026-07-01')).name).toBe('Main contract, version 4')
  })

  it('takes from its base what a version does not say', () => {
    const older = { base: 'partial', factors: {}, schedule: 'by-date' } as unknown as PolicyTerms
    const policy = policyOf({ ...versionFrom(1, '2026-01-01'), terms: older })
    expect(policy).toMatchObject({
      name: 'Main contract, version 1',
      base: 'partial',
      endoscopy: false,
      assistants: true,
    })
  })

  it('is kept with a case by name and version, also where it says what a preset does', () => {
    const credited = (policy: Parameters<typeof caseOf>[1]) =>
      creditCase(caseOf(['47562-80'], policy), () => view(), null)
    // 10.47 x 0.16 = 1.6752 as every preset but unadjusted has it; nothing under version 1.
    const plain = credited({ policy: policyOf(versionFrom(1, '2026-01-01')) })
    expect([plain.policy, plain.totals.creditedWorkRvu]).toEqual(['Main contract, version 1', '1.6752'])
    const own = credited({ policy: policyOn('partial', versions, calendarDate('2026-02-01')) })
    expect([own.policy, own.totals.creditedWorkRvu]).toEqual(['Main contract, version 1', '0.0000'])
  })

  it('never changes for the days before a version that is added, nor depends on their order', () => {
    const start = calendarDate('2024-01-01')
    const day = fc.integer({ min: 0, max: 900 })
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 12 }), day, day, (days, added, asked) => {
        const date = addDays(start, asked)
        const held = days.map((each, at) => versionFrom(at + 1, addDays(start, each)))
        const before = versionOn(held, date)
        expect(versionOn(held.toReversed(), date)).toBe(before)
        const more = versionFrom(held.length + 1, addDays(start, added))
        const after = versionOn([...held, more], date)
        // Only the days from the new one to the next that began already move.
        expect(after === before || (after === more && added <= asked)).toBe(true)
        if (added > asked) expect(after).toBe(before)
      }),
    )
  })
})
