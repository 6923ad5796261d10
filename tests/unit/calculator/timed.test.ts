import { describe, expect, it } from 'vitest'
import { emptyDraft, type DraftLine } from '@/lib/domain/calculator/draft'
import { hasUnits, timeCountAt, timeServiceOf, withUnits } from '@/lib/domain/calculator/timed'

const DAY = '2026-08-03'
const lines = (...parts: readonly Partial<DraftLine>[]): readonly DraftLine[] =>
  parts.map((part, key) => ({ ...emptyDraft(key, undefined), ...part }))
const at = (drafts: readonly DraftLine[], index: number): DraftLine => {
  const draft = drafts[index]
  if (!draft) throw new Error('no line')
  return draft
}
const countAt = (drafts: readonly DraftLine[], index: number) => timeCountAt(drafts, at(drafts, index), DAY)
const unitsOf = (drafts: readonly DraftLine[]) => drafts.map(({ code, units }) => `${code} x${units}`)

function follow(drafts: readonly DraftLine[], index: number, rule: 'cms' | 'cpt'): readonly DraftLine[] {
  const count = countAt(drafts, index)
  if (!count) throw new Error('no count')
  const after = withUnits(drafts, at(drafts, index), DAY, { count, units: count[rule] })
  expect(hasUnits(after, at(after, index), DAY, { count, units: count[rule] })).toBe(true)
  return after
}

describe('codes that are counted by the clock', () => {
  it.each([
    ['00100', 'anesthesia'],
    ['01999', 'anesthesia'],
    ['02000', null],
    ['99291', 'critical-care'],
    ['99215', 'prolonged'],
    ['97110', 'therapy'],
    // The supervised, untimed kind of electrical stimulation, and an ordinary visit.
    ['97014', null],
    ['99213', null],
    ['47562', null],
  ])('%s: %s', (code, service) => {
    expect(timeServiceOf(code)).toBe(service)
  })
})

describe('critical care', () => {
  // 95 minutes: CMS wants a full half hour past 74, which is 104; CPT counts 99292 from 75 (domain E2).
  const drafts = lines({ code: '99291', minutes: '95', placeOfService: '21' }, { code: '99213' })

  it('adds 99292 by CPT and takes it out by CMS', () => {
    const byCpt = follow(drafts, 0, 'cpt')
    expect(unitsOf(byCpt)).toEqual(['99291 x1', '99292 x1', '99213 x1'])
    expect(byCpt[1]).toMatchObject({ placeOfService: '21', minutes: '' })
    expect(unitsOf(follow(byCpt, 0, 'cms'))).toEqual(['99291 x1', '99213 x1'])
  })

  it('under 30 minutes makes no unit, and the line stays for its user to take out', () => {
    const short = lines({ code: '99291', minutes: '29' })
    const count = countAt(short, 0)
    expect(count?.cms).toEqual({ '99291': 0, '99292': 0 })
    expect(withUnits(short, at(short, 0), DAY, { count: count ?? never(), units: {} })).toEqual(short)
  })
})

describe('a prolonged visit', () => {
  it('has the code of one rule and never both', () => {
    // 99215 with 70 minutes: CMS from 69, one G2212; CPT from 55 and each 15, 55 and 70, two 99417 (domain E3).
    const drafts = lines({ code: '99215', minutes: '70', dateOfService: '2026-08-04' })
    const byCpt = follow(drafts, 0, 'cpt')
    expect(unitsOf(byCpt)).toEqual(['99215 x1', '99417 x2'])
    const byCms = follow(byCpt, 0, 'cms')
    expect(unitsOf(byCms)).toEqual(['99215 x1', 'G2212 x1'])
    expect(byCms[1]?.dateOfService).toBe('2026-08-04')
  })
})

describe('timed therapy', () => {
  // 20 + 18 = 38 minutes: three units by CMS, one whole quarter hour each, the third to the most left over, 5 against 3
  // (domain E4). By CPT each code alone: 8 to 22 is one.
  const drafts = lines(
    { code: '97110', minutes: '20' },
    { code: '47562' },
    { code: '97140', minutes: '18', dateOfService: DAY },
  )

  it('is counted together under the last line of the day', () => {
    expect(countAt(drafts, 0)).toBeNull()
    expect(countAt(drafts, 1)).toBeNull()
    expect(countAt(drafts, 2)).toEqual({
      cms: { '97110': 2, '97140': 1 },
      cpt: { '97110': 1, '97140': 1 },
      minutes: 38,
      of: ['97110', '97140'],
      repeated: [],
    })
    expect(unitsOf(follow(drafts, 2, 'cms'))).toEqual(['97110 x2', '47562 x1', '97140 x1'])
  })

  it('of other days, of others and of faulty lines is not in the count', () => {
    const more = lines(
      { code: '97110', minutes: '20' },
      { code: '97140', minutes: '18', dateOfService: '2026-08-04' },
      { code: '97112', minutes: '30', other: true },
      { code: '97116', minutes: '1x' },
    )
    expect(countAt(more, 0)).toMatchObject({ minutes: 20, cms: { '97110': 1 } })
    expect(countAt(more, 2)).toBeNull()
  })

  it('counts a code once a day and says where it stands twice', () => {
    const twice = lines({ code: '97110', minutes: '20' }, { code: '97110', minutes: '20' })
    expect(countAt(twice, 1)).toMatchObject({ minutes: 20, repeated: ['97110'] })
  })
})

const never = (): never => {
  throw new Error('no count')
}
