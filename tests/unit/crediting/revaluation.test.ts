import { describe, expect, it } from 'vitest'
import { isRevalued, type Valuation } from '@/lib/domain/crediting/revaluation'

const line = {
  allowed: '100.00',
  workRvu: '1.00',
  creditedWorkRvu: '1.0000',
  trainingWorkRvu: null,
  release: 'RVU26C',
}
const saved: Valuation = { policy: 'cms_adjusted', lines: [line], versions: [7] }

describe('isRevalued', () => {
  it('sees nothing in the same value under the same release', () => {
    expect(isRevalued(saved, { policy: 'cms_adjusted', lines: [{ ...line }], versions: [7] })).toBe(false)
  })

  it.each([
    ['another policy', { policy: 'partial' }],
    ['another version of the release', { versions: [8] }],
    ['another line', { lines: [line, line], versions: [7, 7] }],
    ['an amount', { lines: [{ ...line, allowed: '100.01' }] }],
    ['an amount where there was none', { lines: [{ ...line, allowed: null }] }],
    ['listed work', { lines: [{ ...line, workRvu: '1.01' }] }],
    ['credit', { lines: [{ ...line, creditedWorkRvu: '1.0001' }] }],
    ['work in training', { lines: [{ ...line, trainingWorkRvu: '1.0000' }] }],
  ] as const)('sees %s', (_, change) => {
    expect(isRevalued(saved, { ...saved, ...change })).toBe(true)
  })
})
