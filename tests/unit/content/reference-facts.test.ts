import { describe, expect, it } from 'vitest'
import { ANESTHESIA_BASE_CITATION, ANESTHESIA_BASE_YEAR } from '@/lib/domain/schedule/base-units'
import type { UnitLimitRow } from '@/lib/domain/schedule/unit-limit-file'
import { localityOfZip, zipIndexOf, zipLine } from '@/lib/domain/schedule/zip-locality'
import { BaseUnitFile } from '@/lib/features/anesthesia/schema'
import { baseUnitsOf } from '@/lib/features/anesthesia/service'
import { RecordedUnitLimits } from '@/lib/features/unit-limits/schema'
import { ZipLocalityFile } from '@/lib/features/zip-codes/schema'
import { openSource } from '@/lib/server/release-source'
import { openUnitLimits, readUnitLimits } from '@/lib/server/unit-limit-archive'
import { readBaseUnits } from '@/scripts/facts/base-units'
import { textOf } from '@/lib/server/workbook'
import { allFacts, readContent } from '@/scripts/catalog/content'
import { officialBeside } from '../../support/official-files'
import { must } from '../../support/people'

const limits = RecordedUnitLimits.parse(readContent('schedule/unit-limits.json'))
const baseUnits = BaseUnitFile.parse(readContent('schedule/anesthesia-base-units.json'))
const zips = ZipLocalityFile.parse(readContent('schedule/zip-localities.json'))
const CMS = 'Centers for Medicare & Medicaid Services (CMS)'

const limitFile = officialBeside('ncci', 'MCR_MUE_PractitionerServices_Eff_04-01-2026.csv.gz')
const workbook = officialBeside('anesthesia', 'CY_2022_Anesthesia_Base_Units_110921.xlsx')
const zipFile = officialBeside('locality', 'zip5-oct2025.zip')

describe('unit limits of the authored codes', () => {
  it('say who publishes them and from when, and know no other code', () => {
    expect([limits.publisher, limits.effectiveFrom]).toEqual([CMS, '2026-04-01'])
    const known = new Set(allFacts().map(({ code }) => code))
    expect(limits.limits.filter(([code]) => !known.has(code))).toEqual([])
    expect(limits.limits).toContainEqual(['47562', 1, 'day'])
    expect(limits.limits).toContainEqual(['99213', 2, 'day'])
  })

  it.skipIf(limitFile === null)('equal the official table, and leave none out', async () => {
    const archive = must(await openUnitLimits(limitFile ?? ''))
    if (!archive) throw new Error('not recognized')
    const rows: UnitLimitRow[] = []
    const file = must(await readUnitLimits(archive, (row) => void rows.push(row)))
    archive.close()
    // 15,097 records of the file, of which two are the notice and the header.
    expect(file).toEqual({
      rows: 15_095,
      scopes: { line: 41, day: 15_054 },
      skipped: { heading: 2, blank: 0, note: 0 },
    })
    const codes = new Set(allFacts().map(({ code }) => code))
    const expected = rows.filter(({ code }) => codes.has(code)).map(({ code, units, scope }) => [code, units, scope])
    expect(limits.limits).toEqual(expected.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)))
    expect([archive.effectiveFrom, archive.sha256]).toEqual([limits.effectiveFrom, limits.sha256])
  })
})

describe('anesthesia base units', () => {
  it('say who publishes them and the year, which the citation says too', () => {
    expect([baseUnits.publisher, baseUnits.year]).toEqual([CMS, ANESTHESIA_BASE_YEAR])
    expect(ANESTHESIA_BASE_CITATION).toContain('2022')
  })

  it('are of anesthesia codes alone; the unlisted one, published with 0, has none', () => {
    // Workbook of CMS for 2022: 00100 has 5, 00790 has 7.
    expect(['00100', '00790', '01999', '47562', '99213'].map(baseUnitsOf)).toEqual([5, 7, null, null, null])
  })

  it.skipIf(workbook === null)('equal the official workbook', async () => {
    const { year, units } = await readBaseUnits(workbook ?? '')
    expect([year, Object.keys(units)]).toEqual([baseUnits.year, Object.keys(baseUnits.units)])
    expect(units).toEqual(baseUnits.units)
    expect(Object.keys(units)).toHaveLength(276)
  })
})

describe('ZIP codes', () => {
  it.skipIf(zipFile === null)(
    'have the locality of the official file, each of them, and no other ZIP code has one',
    async () => {
      const source = must(await openSource([zipFile ?? '']))
      const content = await textOf(source, zips.fileName)
      source.close()
      const official = new Map(
        content.split(/\r?\n/).flatMap((line) => {
          const read = zipLine(line)
          return read ? [[read.zip, `${read.state} ${read.carrier} ${read.locality}`] as const] : []
        }),
      )
      expect(official.size).toBe(42_956)
      const index = zipIndexOf(zips.areas)
      const wrong: string[] = []
      for (let number = 0; number < 100_000; number += 1) {
        const zip = String(number).padStart(5, '0')
        const found = localityOfZip(index, zip)
        const told = found ? `${found.state} ${found.carrier} ${found.locality}` : undefined
        if (told !== official.get(zip)) wrong.push(`${zip}: ${String(told)}`)
      }
      expect(wrong).toEqual([])
    },
  )
})
