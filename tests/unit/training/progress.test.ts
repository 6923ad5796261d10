import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDate as date } from '@/lib/domain/shared/date'
import { categoriesOf, rangeOf, type TrainingCase } from '@/lib/domain/training/credit'
import {
  projectedAtGraduation,
  trainingProgress,
  whyNotJudged,
  type ProgressOptions,
} from '@/lib/domain/training/progress'
import {
  TRAINING_ROLES,
  trainingRoleOf,
  type Category,
  type CodeRange,
  type Requirement,
  type RequirementSource,
  type TrainingRole,
} from '@/lib/domain/training/requirement'

const SURGEON: readonly TrainingRole[] = ['chief', 'primary', 'teaching']
const category = (slug: string, minimum: number, change: Partial<Category> = {}): Category => ({
  slug,
  name: slug,
  minimum,
  parent: null,
  kind: 'case',
  inTotals: true,
  roles: SURGEON,
  pathway: null,
  source: 'fresh',
  ...change,
})
const range = (from: string, to: string, primary: string | null, alongside: readonly string[] = []): CodeRange => ({
  from,
  to,
  primary,
  alongside,
})
const source = (change: Partial<RequirementSource> = {}): RequirementSource => ({
  id: 'fresh',
  authority: 'A board',
  title: 'A list',
  url: null,
  year: 2024,
  effective: null,
  superseded: false,
  verified: 'read',
  note: null,
  ...change,
})
/** A small copy of the shape of general surgery. */
const requirement: Requirement = {
  specialty: 'General Surgery',
  program: 'residency',
  roleRule: null,
  severalCreditsPerCase: false,
  note: null,
  pathways: [{ slug: 'cardiac', name: 'Cardiac', kind: 'pathway' }],
  categories: [
    category('abdominal', 3),
    category('biliary', 2, { parent: 'abdominal' }),
    category('hernia', 2, { parent: 'abdominal' }),
    category('laparoscopic-basic', 1),
    category('colonoscopy', 1, { inTotals: false }),
    category('critical-care', 1, { kind: 'managed', inTotals: false }),
    category('total', 4, { kind: 'total', inTotals: false }),
    category('chief-year', 1, { kind: 'total', inTotals: false, roles: ['chief'] }),
    category('nothing-asked', 0),
    category('valves', 5, { pathway: 'cardiac' }),
  ],
  codes: [
    range('47400', '47999', 'biliary'),
    range('47562', '47564', 'biliary', ['laparoscopic-basic']),
    range('49491', '49659', 'hernia'),
    range('45378', '45398', 'colonoscopy'),
    range('36555', '36590', null),
  ],
  codesVerified: 'not-read',
}
const logged = (codes: readonly string[], change: Partial<TrainingCase> = {}): TrainingCase => ({
  id: codes.join('+'),
  dateOfService: date('2026-05-01'),
  role: 'primary',
  codes,
  category: null,
  ...change,
})
const options = (change: Partial<ProgressOptions> = {}): ProgressOptions => ({
  asOf: date('2026-09-14'),
  graduation: null,
  pathways: [],
  confirmed: new Set(),
  ...change,
})
const slugs = (one: TrainingCase, of = requirement) => [...categoriesOf(of, one)].toSorted()

describe('the default category of a code', () => {
  it('is the narrowest range that holds it', () => {
    expect(rangeOf(requirement.codes, '47563')?.alongside).toEqual(['laparoscopic-basic'])
    expect(rangeOf(requirement.codes, '47600')?.alongside).toEqual([])
    expect(rangeOf(requirement.codes, '99213')).toBeNull()
  })
})

describe('what a case counts in', () => {
  it('is its category, what describes it, its parent and the totals', () => {
    expect(slugs(logged(['47562']))).toEqual(['abdominal', 'biliary', 'laparoscopic-basic', 'total'])
  })

  it('is one primary credit, of the first code that has a category', () => {
    expect(slugs(logged(['36556', '49650', '47562']))).toEqual(['abdominal', 'hernia', 'total'])
  })

  it('is several where the specialty allows it, its parent once', () => {
    expect(slugs(logged(['49650', '47562']), { ...requirement, severalCreditsPerCase: true })).toEqual([
      'abdominal',
      'biliary',
      'hernia',
      'laparoscopic-basic',
      'total',
    ])
  })

  it('is what the trainee chose instead of the codes', () => {
    expect(slugs(logged(['47562'], { category: 'hernia' }))).toEqual(['abdominal', 'hernia', 'total'])
  })

  it('is nothing for a first assistant, an observer, or a code without a category', () => {
    expect(slugs(logged(['47562'], { role: 'assistant' }))).toEqual([])
    expect(slugs(logged(['47562'], { role: 'observer' }))).toEqual([])
    expect(slugs(logged(['36556']))).toEqual([])
  })

  it('is not a major case for an endoscopy or a patient managed', () => {
    expect(slugs(logged(['45378']))).toEqual(['colonoscopy'])
    expect(slugs(logged([], { category: 'critical-care' }))).toEqual(['critical-care'])
  })

  it('is in a total by its role', () => {
    expect(slugs(logged(['49650'], { role: 'chief' }))).toContain('chief-year')
    expect(slugs(logged(['49650']))).not.toContain('chief-year')
  })
})

describe('whether a number is judged', () => {
  it('is not when superseded, unread, undated or more than five years old', () => {
    expect(whyNotJudged(source(), 2026)).toBeNull()
    expect(whyNotJudged(source({ superseded: true }), 2026)).toBe('SUPERSEDED')
    expect(whyNotJudged(source({ verified: 'partly' }), 2026)).toBe('NOT_VERIFIED')
    expect(whyNotJudged(source({ year: null }), 2026)).toBe('UNDATED')
    expect(whyNotJudged(source({ year: 2021 }), 2026)).toBeNull() // five years, not more
    expect(whyNotJudged(source({ year: 2020 }), 2026)).toBe('OLDER_THAN_FIVE_YEARS')
  })
})

describe('progress', () => {
  const cases = [
    logged(['47562']),
    logged(['47563'], { dateOfService: date('2025-09-14') }),
    logged(['49650']),
    logged(['49650'], { role: 'assistant', id: 'assisted' }),
    logged(['49650'], { dateOfService: date('2026-09-15'), id: 'tomorrow' }),
  ]
  const progress = (change: Partial<ProgressOptions> = {}, of = source()) =>
    trainingProgress(requirement, [of], cases, options(change))
  const at = (slug: string, change: Partial<ProgressOptions> = {}, of = source()) =>
    progress(change, of).categories.find((one) => one.category.slug === slug)

  it('counts sub-categories inside their parent, never twice', () => {
    expect(at('biliary')).toMatchObject({ done: 2, standing: 'met', remaining: 0 })
    expect(at('hernia')).toMatchObject({ done: 1, standing: 'not-met', remaining: 1 })
    expect(at('abdominal')).toMatchObject({ done: 3, standing: 'met' })
    expect(at('total')).toMatchObject({ done: 3, standing: 'not-met', remaining: 1 })
    expect(progress()).toMatchObject({ counted: 3, notCounted: ['assisted'] })
  })

  it('treats a minimum of 0 as no goal, whatever its source', () => {
    expect(at('nothing-asked')).toMatchObject({ standing: 'no-goal', remaining: null, whyNotJudged: null })
    expect(at('nothing-asked', {}, source({ superseded: true }))?.standing).toBe('no-goal')
  })

  it('shows an old number without met or not met until the program confirms it', () => {
    const old = source({ year: 2017 })
    expect(at('biliary', {}, old)).toMatchObject({
      done: 2,
      standing: 'not-judged',
      whyNotJudged: 'OLDER_THAN_FIVE_YEARS',
      remaining: null,
    })
    expect(at('biliary', { confirmed: new Set(['biliary']) }, old)?.standing).toBe('met')
    expect(at('hernia', { confirmed: new Set(['biliary']) }, old)?.standing).toBe('not-judged')
    expect(at('hernia', { confirmed: 'all' }, old)?.standing).toBe('not-met')
  })

  it('leaves out the categories of other pathways', () => {
    expect(at('valves')).toBeUndefined()
    expect(at('valves', { pathways: ['cardiac'] })).toMatchObject({ done: 0, standing: 'not-met' })
  })

  it('projects by the last twelve months', () => {
    // 2 of the 3 abdominal cases are in the 365 days through Sep 14, 2026; 655 days to June 30, 2028: 2 x 655/365 = 3.58.
    expect(at('abdominal', { graduation: date('2028-06-30') })).toMatchObject({ doneInLastYear: 2, projected: 6 })
    expect(projectedAtGraduation(641, 266, date('2026-09-14'), date('2028-06-30'))).toBe(1118) // 641 + 477.34
    expect(projectedAtGraduation(641, 266, date('2028-07-01'), date('2028-06-30'))).toBe(641)
    expect(at('abdominal')?.projected).toBeNull()
  })

  it('keeps a parent at least as full as each child, and no case in two of its children', () => {
    const one = fc.record({
      codes: fc.array(fc.constantFrom('47562', '47600', '49650', '45378', '36556', '99213'), { maxLength: 4 }),
      role: fc.constantFrom(...TRAINING_ROLES),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (many) => {
        const log = many.map(({ codes, role }, index) => logged(codes, { role, id: String(index) }))
        const result = trainingProgress(requirement, [source()], log, options())
        const done = (slug: string) => result.categories.find((row) => row.category.slug === slug)?.done ?? 0
        expect(done('biliary') + done('hernia')).toBe(done('abdominal'))
        expect(done('abdominal')).toBe(done('total'))
        expect(result.counted + result.notCounted.length).toBe(log.length)
      }),
    )
  })
})

describe('the role of a case in training', () => {
  it('is the surgeon for a resident or fellow, and none for an attending', () => {
    expect([trainingRoleOf('resident'), trainingRoleOf('fellow'), trainingRoleOf('assistant')]).toEqual([
      'primary',
      'primary',
      'assistant',
    ])
    expect([trainingRoleOf('student'), trainingRoleOf('observer'), trainingRoleOf('attending')]).toEqual([
      'observer',
      'observer',
      null,
    ])
  })
})
