import { describe, expect, it } from 'vitest'
import { stalenessOf, type SavedUnder } from '@/lib/domain/crediting/staleness'
import { calendarDate } from '@/lib/domain/shared/date'

const AT = new Date('2026-05-01T12:00:00Z')
const release = { id: 'RVU26C', versionId: 7, installedAt: new Date('2026-04-01T12:00:00Z') }
const saved: SavedUnder = {
  ...{ date: calendarDate('2026-08-03'), workplaceId: 'w', policy: 'cms_adjusted' },
  ...{ version: 7, cases: 3, leftUnder: null },
}
type Now = { readonly release?: typeof release | null; readonly policy?: string | null; readonly comparedAt?: Date }
const now = (group: Partial<SavedUnder>, { release: held = release, policy = 'cms_adjusted', comparedAt }: Now = {}) =>
  stalenessOf([{ ...saved, ...group }], {
    releaseOn: () => held,
    policyOn: () => policy,
    comparedAt: comparedAt ?? null,
  })
const NOTHING = { cases: 0, left: 0, releases: [], policies: [] }

describe('stalenessOf', () => {
  it('finds nothing under the release and policy of the day, nor where there is neither', () => {
    expect(now({})).toEqual(NOTHING)
    expect(now({}, { release: null, policy: null })).toEqual(NOTHING)
  })

  it('names the release and the policy that count by now', () => {
    expect(now({ version: 6, policy: 'Old, version 1' }, { policy: 'New, version 2' })).toEqual({
      ...{ cases: 3, left: 0, releases: ['RVU26C'], policies: ['New, version 2'] },
    })
  })

  it('leaves one preset for another alone, and names the preset that takes the place of a policy', () => {
    expect(now({ policy: 'partial' })).toEqual(NOTHING)
    expect(now({ policy: 'Old, version 1' })).toMatchObject({ cases: 3, policies: ['cms_adjusted'] })
  })

  it('is silent of what its owner left as it is, while nothing is new', () => {
    expect(now({ version: 6, leftUnder: 'cms_adjusted' }, { comparedAt: AT })).toEqual({ ...NOTHING, left: 3 })
    const later = { ...release, installedAt: new Date('2026-05-02T12:00:00Z') }
    expect(now({ version: 6, leftUnder: 'cms_adjusted' }, { comparedAt: AT, release: later })).toMatchObject({
      cases: 3,
    })
    const left = { policy: 'Old, version 1', leftUnder: 'Old, version 2' }
    expect(now(left, { comparedAt: AT, policy: 'Old, version 2' })).toEqual({ ...NOTHING, left: 3 })
    expect(now(left, { comparedAt: AT, policy: 'Old, version 3' })).toMatchObject({ cases: 3 })
  })
})
