import { describe, expect, it } from 'vitest'
import { changeWords, doneWords, offerWords, staleWords } from '@/components/case/repricing-words'
import type { RepricedCase } from '@/lib/features/repricing/schema'

const sums = {
  workRvu: '4.00',
  creditedWorkRvu: '4.0000',
  trainingWorkRvu: '0.0000',
  allowed: '150.00',
  manual: '0.0000',
}
const offer = (after: Partial<typeof sums>, counts = { cases: 2, moved: 2 }) =>
  offerWords({ ...counts, before: sums, after: { ...sums, ...after } })

describe('what a re-pricing says', () => {
  it('of an offer names the first sum that moves', () => {
    expect(offer({ creditedWorkRvu: '5.5000' })).toBe('Re-pricing 2 cases would change your credited work by +1.50')
    expect(offer({ creditedWorkRvu: '4.0000', trainingWorkRvu: '1.0000' })).toContain('your training work by +1.00')
    expect(offer({ manual: '12.0000' })).toContain('the work you entered yourself by +12.00')
    expect(offer({ allowed: '120.00' })).toContain('as it is, and change what Medicare allows by −$30.00')
    expect(offer({})).toContain('would change single cases and leave the sums as they are')
    expect(offer({}, { cases: 1, moved: 0 })).toBe(
      'Re-pricing 1 case would change no number, only the release or policy behind it',
    )
  })

  it('of what was done says by how much, or that the sum stayed', () => {
    const done = (credited: string) =>
      doneWords({ applied: 1, before: sums, after: { ...sums, creditedWorkRvu: credited } })
    expect(done('3.0000')).toBe('1 case re-priced: −1.00 credited work')
    expect(done('4.0000')).toBe('1 case re-priced: your credited work stayed as it was')
  })

  it('of stale cases names releases and policies as people know them', () => {
    expect(staleWords({ cases: 1, left: 0, releases: [], policies: ['cms_adjusted'] })).toBe(
      '1 case was saved before CMS adjusted came into use',
    )
    expect(staleWords({ cases: 3, left: 0, releases: ['RVU26D'], policies: ['Main contract, version 2'] })).toBe(
      '3 cases were saved before RVU26D was installed, or before Main contract, version 2 came into use',
    )
  })

  it('of a case says why it changes', () => {
    const same = { before: 'cms_adjusted', after: 'cms_adjusted' }
    const none = { before: '0.0000', after: '0.0000' }
    const release = { before: ['RVU26C'], after: ['RVU26C'] }
    const change = (more: Partial<RepricedCase>) =>
      changeWords({
        ...{ id: '', dateOfService: '2026-08-03', codes: [], creditedWorkRvu: none },
        ...{ releases: release, policy: same, manual: none, ...more },
      })
    expect(change({})).toBe('RVU26C as it is installed now.')
    expect(change({ policy: { before: 'cms_adjusted', after: 'Main, version 1' } })).toBe(
      'Main, version 1 for CMS adjusted.',
    )
    expect(
      change({
        releases: { before: ['RVU26C'], after: ['RVU26D'] },
        manual: { before: '12.0000', after: '0.0000' },
      }),
    ).toBe('RVU26D for RVU26C. The 12.00 you entered gives way to the value that CMS sets.')
    expect(change({ manual: { before: '4.0000', after: '5.0000' } })).toBe(
      'The work you entered becomes 5.00 for 4.00.',
    )
  })
})
