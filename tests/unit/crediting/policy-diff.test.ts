import { describe, expect, it } from 'vitest'
import { POLICY_PRESETS } from '@/lib/domain/crediting/policy'
import { baseFactor, policyDifferences } from '@/lib/domain/crediting/policy-diff'

const { cms_adjusted: cms, partial, unadjusted } = POLICY_PRESETS

describe('what one policy says differently from another', () => {
  it('is nothing for the same, also where a factor is written out', () => {
    expect(policyDifferences(cms, cms)).toEqual([])
    expect(policyDifferences(cms, { ...cms, factors: { '80': '0.16' } })).toEqual([])
    expect(policyDifferences({ ...cms, factors: { '62': '0.50' } }, { ...cms, factors: { '62': '0.5' } })).toEqual([])
  })

  it('names each in words', () => {
    const after = {
      ...cms,
      factors: { '80': '0', '50': '1.75', AS: '0.1' },
      multipleProcedure: false,
      assistants: false,
      splitShared: 'half',
      schedule: { release: 'RVU24A' },
    } as const
    expect(policyDifferences(cms, after)).toEqual([
      { what: 'Multiple procedures', before: 'on', after: 'off' },
      { what: 'Assistants', before: 'credited', after: 'not credited' },
      { what: 'Split or shared visits', before: 'in full to who bills', after: 'half' },
      { what: 'Schedule', before: 'by date of service', after: 'RVU24A' },
      { what: 'Factor of 50', before: 'by the fee schedule', after: '175%' },
      { what: 'Factor of 80', before: '16%', after: '0%' },
      { what: 'Factor of AS', before: '13.6%', after: '10%' },
    ])
  })

  it('turns around with its two sides', () => {
    const there = policyDifferences(cms, partial)
    expect(there).toEqual([
      { what: 'Base', before: 'CMS adjusted', after: 'Partial' },
      { what: 'Multiple procedures', before: 'on', after: 'off' },
      { what: 'Endoscopy families', before: 'on', after: 'off' },
    ])
    const back = there.map(({ what, before, after }) => ({ what, before: after, after: before }))
    expect(policyDifferences(partial, cms)).toEqual(back)
  })

  it('sets a factor of its own beside what the other base would have done', () => {
    const [, , , factor] = policyDifferences(unadjusted, { ...cms, factors: { '80': '0' } })
    expect(factor).toEqual({ what: 'Factor of 80', before: '100%', after: '0%' })
  })

  it('knows what a base does with a modifier (domain C4)', () => {
    expect([baseFactor('cms_adjusted', '52'), baseFactor('partial', '62')]).toEqual(['50%', '62.5%'])
    expect([baseFactor('unadjusted', '62'), baseFactor('unadjusted', 'TC')]).toEqual(['100%', '0%'])
    expect([baseFactor('cms_adjusted', '54'), baseFactor('unadjusted', '51')]).toEqual(['by the fee schedule', '50%'])
  })
})
