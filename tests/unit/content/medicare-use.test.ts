import { describe, expect, it } from 'vitest'
import { SPECIALTIES } from '@/lib/features/profile/schema'
import { MedicareUseFile } from '@/lib/features/use/schema'
import { servicesByCode, servicesBySpecialty } from '@/lib/features/use/service'
import { readMedicareUse } from '@/scripts/facts/medicare-use'
import { readContent } from '@/scripts/catalog/content'
import { officialBeside } from '../../support/official-files'

const use = MedicareUseFile.parse(readContent('use/medicare-services.json'))
const folder = officialBeside('medicare-use', '')

describe('what Medicare paid for', () => {
  it('names who publishes it, of which years, and what it leaves out', () => {
    expect([use.publisher, use.years, use.specialtyYear]).toEqual([
      'Centers for Medicare & Medicaid Services (CMS)',
      '2014-2023',
      2023,
    ])
    expect(use.caveat).toContain('children')
  })

  it('is told by specialties that people can choose', () => {
    const names = new Set(SPECIALTIES.map(({ label }) => label))
    expect(use.specialties.filter(({ name }) => !names.has(name))).toEqual([])
    expect(use.specialties.filter(({ codes }) => codes.length > 50)).toEqual([])
    expect(servicesBySpecialty().get('Cardiology')?.length).toBe(50)
  })

  it('is a year of services: a tenth of ten years, or what the specialties add up to, whichever is more', () => {
    // 974,725,328 services of 99214 in ten years, and 99,305,228 in 2023 in the specialties that have it among their 50;
    // those of them that are no clinicians are left out, so the tenth, 97,472,532.8, is the least it can be.
    const visits = servicesByCode().get('99214') ?? 0
    expect(visits).toBeGreaterThanOrEqual(97_472_532.8)
    expect(visits).toBeLessThanOrEqual(99_305_228)
    expect(servicesByCode().get('S9451')).toBeUndefined()
  })

  it.skipIf(folder === null)('equals the files it was read from', () => {
    expect(readMedicareUse(folder ?? '')).toEqual({
      files: use.files,
      codes: use.codes,
      specialties: use.specialties,
    })
  })
})
