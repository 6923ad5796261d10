import { describe, expect, it } from 'vitest'
import { draftOf, readDraft } from '@/components/policy/draft'

const PARTIAL = {
  base: 'partial',
  factors: {},
  multipleProcedure: false,
  endoscopy: false,
  assistants: true,
  splitShared: 'biller',
  schedule: 'by-date',
} as const
const typed = (...rows: readonly (readonly [string, string])[]) =>
  readDraft({ ...draftOf(PARTIAL), factors: rows.map(([modifier, factor], key) => ({ key, modifier, factor })) })

describe('a draft of a policy that is used as it is typed', () => {
  it('says what it was made of', () => {
    const terms = { ...PARTIAL, schedule: { release: 'RVU24A' }, factors: { '80': '0.2', AS: '0' } }
    expect(readDraft(draftOf(terms))).toEqual({ terms, faults: {} })
  })

  it('takes small letters, spaces and a bare point; rows that are empty or not finished wait', () => {
    expect(typed([' as ', ' .5 '], ['', ''], ['62', ''], ['', '0.3'], ['8', '0.2'], ['80', '1.'])).toEqual({
      terms: { ...PARTIAL, factors: { AS: '0.5', '80': '1' } },
      faults: {},
    })
  })

  it('leaves out what cannot be, and says why at its place among the rows that say anything', () => {
    expect(typed(['', ''], ['ZZ', '0.2'], ['80', '9'], ['AS', '0.1'], ['as', '0.2'])).toEqual({
      terms: { ...PARTIAL, factors: { AS: '0.1' } },
      faults: {
        'factors.0.modifier': expect.stringContaining('There is no such modifier.'),
        'factors.1.factor': expect.stringContaining('Enter 0 to 3'),
        'factors.3.modifier': 'AS is listed twice. Keep one of the two.',
      },
    })
  })
})
