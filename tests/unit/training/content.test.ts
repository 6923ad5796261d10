import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { calendarDate as date } from '@/lib/domain/shared/date'
import { specialtyOf } from '@/lib/domain/shared/specialty'
import { categoriesOf } from '@/lib/domain/training/credit'
import { trainingProgress } from '@/lib/domain/training/progress'
import { SpecialtiesFileSchema } from '@/lib/features/benchmarks/schema'
import { NationalFileSchema, RequirementFileSchema } from '@/lib/features/training/schema'

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const { sources, requirements } = RequirementFileSchema.parse(read('content/training/requirements.json'))
const { figures } = NationalFileSchema.parse(read('content/training/national.json'))
const specialties = SpecialtiesFileSchema.parse(read('content/specialties.json'))
const requirementOf = (name: string) => {
  const found = requirements.find(({ specialty }) => specialty === name)
  if (!found) throw new Error(`No requirement of ${name}`)
  return found
}
const surgery = requirementOf('General Surgery')
const credited = (code: string, specialty = surgery) => [
  ...categoriesOf(specialty, {
    id: code,
    dateOfService: date('2026-05-01'),
    role: 'primary',
    codes: [code],
    category: null,
  }),
]

describe('requirements', () => {
  it('hold every published row, of specialties that we know', () => {
    expect(requirements.flatMap(({ categories }) => categories)).toHaveLength(264)
    expect(requirements.filter(({ specialty }) => !specialtyOf(specialties, specialty).ok)).toEqual([])
  })

  it('end every chain of parents', () => {
    for (const { categories } of requirements) {
      const parentOf = new Map(categories.map(({ slug, parent }) => [slug, parent]))
      for (const { slug } of categories) {
        const seen = new Set<string>()
        for (let at: string | null | undefined = slug; at; at = parentOf.get(at)) {
          expect(seen.has(at)).toBe(false)
          seen.add(at)
        }
      }
    }
  })

  it('name the authority of each number, which is not always the same', () => {
    const authorityOf = (specialty: string, slug: string) => {
      const category = requirementOf(specialty).categories.find((one) => one.slug === slug)
      return sources.find(({ id }) => id === category?.source)?.authority
    }
    expect(authorityOf('General Surgery', 'total-major-cases')).toBe(
      'Accreditation Council for Graduate Medical Education',
    )
    expect(authorityOf('Thoracic Surgery', 'primary-cabg-cardiac')).toBe('American Board of Thoracic Surgery')
    expect(authorityOf('Diagnostic Radiology', 'mammograms-federal')).toContain('Mammography Quality Standards Act')
    expect(authorityOf('Cardiovascular Disease fellowship', 'dc-cardioversion')).toContain('University of Illinois')
  })

  it('say of a number that was not checked that it was not', () => {
    const unread = sources.filter(({ verified }) => verified === 'not-read')
    expect(unread.length).toBeGreaterThan(0)
    expect(unread.every(({ note }) => note !== null)).toBe(true)
  })

  it('keep the numbers of general surgery as published in November 2017', () => {
    const minimum = (slug: string) => surgery.categories.find((category) => category.slug === slug)?.minimum
    // ACGME Defined Category Minimum Numbers: General Surgery, 11/2017.
    expect(['total-major-cases', 'abdominal-biliary', 'teaching-assistant-cases'].map(minimum)).toEqual([850, 85, 25])
  })

  it('judge none of them in 2026 before the program confirms, and all of them after', () => {
    const options = { asOf: date('2026-09-14'), graduation: null, pathways: [] }
    const judged = (confirmed: ReadonlySet<string> | 'all') =>
      trainingProgress(surgery, sources, [], { ...options, confirmed }).categories.filter(
        ({ standing }) => standing === 'not-met',
      )
    expect(judged(new Set())).toEqual([])
    expect(judged('all')).toHaveLength(38)
  })
})

describe('the default map of codes', () => {
  it('credits an operation once, inside its parent, and beside it what describes it', () => {
    const laparoscopicGallbladder = ['abdominal-biliary', 'abdominal', 'laparoscopic-basic', 'total-major-cases']
    expect(credited('47562')).toEqual(laparoscopicGallbladder)
    expect(credited('19303')).toEqual(['breast-mastectomy', 'breast', 'total-major-cases'])
    expect(credited('32097')).toEqual(['thoracic-thoracotomy', 'thoracic-surgery', 'total-major-cases'])
    expect(credited('32663')).toEqual(['thoracic-surgery', 'total-major-cases'])
  })

  it('keeps colonoscopy apart from the operations whose codes surround it', () => {
    expect(credited('45398')).toEqual(['endoscopy-colonoscopy', 'endoscopy'])
    expect(credited('45397')).toContain('laparoscopic-complex')
  })

  it('credits a sling up its whole chain in urogynecology', () => {
    expect(credited('57288', requirementOf('Urogynecology (URPS fellowship)'))).toEqual([
      'sling-procedures',
      'stress-incontinence-procedures',
      'urinary-incontinence-procedures',
    ])
  })

  it('credits lines and ports to nothing', () => expect(credited('36561')).toEqual([]))
})

describe('national figures', () => {
  it('hold every row, of specialties and categories that we know', () => {
    expect(figures).toHaveLength(51)
    for (const { specialty, categorySlug } of figures) {
      expect(specialtyOf(specialties, specialty).ok).toBe(true)
      if (categorySlug === null) continue
      expect(requirementOf(specialty).categories.map(({ slug }) => slug)).toContain(categorySlug)
    }
  })
})

describe('files', () => {
  it.each(['requirements', 'national'])('%s names no proprietary survey', (name) => {
    expect(readFileSync(`content/training/${name}.json`, 'utf8')).not.toMatch(/MGMA|AMGA|Sullivan|AAMC|Vizient/i)
  })

  it('are refused when a code range points to no category', () => {
    const broken = { ...surgery, codes: [{ from: '10000', to: '10001', primary: 'nowhere', alongside: [] }] }
    expect(RequirementFileSchema.safeParse({ sources, requirements: [broken] }).success).toBe(false)
    expect(RequirementFileSchema.safeParse({ sources, requirements: [surgery] }).success).toBe(true)
  })
})
