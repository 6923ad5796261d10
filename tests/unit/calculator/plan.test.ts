import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planOf, readPlan, writePlan, type Plan } from '@/lib/domain/calculator/plan'
import { requestOf } from '@/lib/domain/calculator/request'
import { EMPTY_CALCULATOR } from '@/lib/domain/calculator/state'
import { MODIFIERS } from '@/lib/domain/crediting/modifier'
import { POLICY_BASES, POLICY_PRESETS } from '@/lib/domain/crediting/policy'
import type { PolicyTerms } from '@/lib/domain/crediting/policy-on'
import { CalculateInput } from '@/lib/features/schedule/schema'
import { planWords } from '@/lib/format/plan-words'
import { check } from '@/lib/server/input'
import { plan } from '../../support/plans'

const OWN: PolicyTerms = {
  base: 'cms_adjusted',
  factors: { '80': '0.2', AS: '0' },
  multipleProcedure: false,
  endoscopy: true,
  assistants: true,
  splitShared: 'half',
  schedule: { release: 'RVU24A' },
}

describe('a plan in an address', () => {
  it('is its base and what it says otherwise, in words that people can read', () => {
    const text = 'cms_adjusted~multiple-off~split-half~RVU24A~80*0.2~AS*0'
    expect(readPlan(text)).toEqual(OWN)
    expect(writePlan(OWN)).toBe(text)
  })

  it('may say it in any order, in small letters, without a leading zero, and what its base says anyway', () => {
    expect(readPlan('CMS_Adjusted~as*0~rvu24a~80*.2~split-half~multiple-off~endoscopy-on~assistants-on')).toEqual({
      ...OWN,
      factors: { '80': '0.2', AS: '0' },
    })
  })

  it('is measured by its own base: Partial reduces nothing unless it says so', () => {
    const own = readPlan('partial~multiple-on')
    expect(own).toEqual({ ...OWN, base: 'partial', factors: {}, multipleProcedure: true, endoscopy: false, splitShared: 'biller', schedule: 'by-date' }) // prettier-ignore
    expect(writePlan(own as Plan)).toBe('partial~multiple-on')
  })

  it('that says nothing otherwise is the preset', () => {
    expect(readPlan('unadjusted~multiple-off~split-biller')).toBe('unadjusted')
    for (const base of POLICY_BASES) expect(planOf(POLICY_PRESETS[base])).toBe(base)
  })

  it('reads back whatever it writes, and is a policy that the interface takes', () => {
    const line = { code: '47562', modifiers: [], units: 1, placeOfService: '22', dateOfService: null, provider: 'self', minutes: null, postoperativeDays: null, presentAtInduction: false, manual: null } as const // prettier-ignore
    fc.assert(
      fc.property(plan, (own) => {
        expect(readPlan(writePlan(own))).toEqual(own)
        const input = check(CalculateInput, requestOf({ ...EMPTY_CALCULATOR, policy: own }, [line], null))
        const sent = typeof own === 'string' || own.schedule === 'by-date' ? own : { ...own, schedule: own.schedule.release } // prettier-ignore
        expect(input).toMatchObject({ ok: true, value: { policy: sent } })
      }),
    )
  })

  it('is bounded: 50 factors of ten characters behind 73 of everything else', () => {
    const factors = Object.fromEntries(MODIFIERS.slice(0, 50).map(({ code }) => [code, '3.0000']))
    const longest = writePlan({ ...OWN, endoscopy: false, assistants: false, schedule: { release: 'RVU24AR' }, factors }) // prettier-ignore
    expect(longest).toHaveLength(12 + 13 + 14 + 15 + 11 + 8 + 50 * 10)
    expect(readPlan(longest)).toMatchObject({ factors })
  })
})

describe('a part of a plan that is not understood is named, and nothing is guessed', () => {
  it.each([
    ['generous~80*0.2', 'generous', 'base'],
    ['~80*0.2', '', 'base'],
    ['partial~soon', 'soon', 'part'],
    ['partial~', '', 'part'],
    ['partial~multiple-maybe', 'multiple-maybe', 'multiple'],
    ['partial~endoscopy-', 'endoscopy-', 'endoscopy'],
    ['partial~assistants-half', 'assistants-half', 'assistants'],
    ['partial~split-third', 'split-third', 'split'],
    ['partial~RVU24', 'RVU24', 'schedule'],
    ['partial~ZZ*0.2', 'ZZ*0.2', 'modifier'],
    ['partial~*0.2', '*0.2', 'modifier'],
    ['partial~80*', '80*', 'factor'],
    ['partial~80*3.0001', '80*3.0001', 'factor'],
    ['partial~80*0.12345', '80*0.12345', 'factor'],
    ['partial~80*-1', '80*-1', 'factor'],
    ['partial~80*0.2*0.3', '80*0.2*0.3', 'factor'],
    ['partial~80*0.2~80*0.2', '80*0.2', 'twice'],
    ['partial~RVU24A~RVU25A', 'RVU25A', 'twice'],
    ['partial~multiple-on~multiple-off', 'multiple-off', 'twice'],
  ])('%s', (text, part, fault) => {
    expect(readPlan(text)).toEqual({ text: part, fault })
  })

  it('as is a factor too many', () => {
    const many = MODIFIERS.slice(0, 51).map(({ code }) => `${code}*1`)
    expect(readPlan(['partial', ...many].join('~'))).toEqual({ text: many[50], fault: 'too-many' })
  })
})

describe('what an answer was credited under', () => {
  it('is the plan with all that differs from its base', () => {
    expect(planWords('Custom', OWN)).toBe(
      'Custom, as CMS adjusted, except multiple procedures: off; split or shared visits: half; schedule: RVU24A; factor of 80: 20%; factor of AS: 0%',
    )
  })

  it('is a preset by its name, also while the next answer is under way, and any other by the name it was stored with', () => {
    expect(planWords('partial', 'partial')).toBe('Partial')
    expect(planWords('cms_adjusted', OWN)).toBe('CMS adjusted')
    expect(planWords('Main contract, version 2', 'cms_adjusted')).toBe('Main contract, version 2')
  })

  it('is its base where its factors are those of the base', () => {
    expect(planWords('Custom', { ...POLICY_PRESETS.cms_adjusted, factors: { '80': '0.160' } })).toBe(
      'Custom, as CMS adjusted',
    )
  })
})
