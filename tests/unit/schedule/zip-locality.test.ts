import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Locality } from '@/lib/domain/schedule/locality'
import { localityOfZip, servingLocality, zipIndexOf, zipLine, zipText } from '@/lib/domain/schedule/zip-locality'
import { geographicIndex } from '@/lib/domain/shared/exact'
import { ZipLocalityFile } from '@/lib/features/zip-codes/schema'
import { readContent } from '@/scripts/catalog/content'

const { areas, quarter, publisher } = ZipLocalityFile.parse(readContent('schedule/zip-localities.json'))
const index = zipIndexOf(areas)
const of = (zip: string): string | null => {
  const found = localityOfZip(index, zip)
  return found && `${found.state} ${found.carrier}-${found.locality}`
}

describe('the locality of a ZIP code', () => {
  it('says whose and of when it is', () => {
    expect([publisher, quarter]).toEqual(['Centers for Medicare & Medicaid Services (CMS)', '2025 Q4'])
  })

  // As the file of CMS of October 2025 has them.
  it.each([
    ['35203', 'AL 10112-00'],
    ['10021', 'NY 13202-01'],
    ['99502', 'AK 02102-01'],
    ['22301', 'VA 12202-01'],
    ['63101', 'MO 05302-01'],
    ['66101', 'KS 05202-00'],
    ['00601', 'PR 09202-20'],
    ['00000', null],
    ['99999', null],
  ])('%s: %s', (zip, expected) => {
    expect(of(zip)).toBe(expected)
  })

  it('is found for every ZIP code written, and for none between', () => {
    const zips = fc.uniqueArray(fc.integer({ min: 501, max: 1200 }), { minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(zips, zips, (first, second) => {
        const text = (all: readonly number[]) => all.map((zip) => String(zip).padStart(5, '0')).sort()
        const own = text(first)
        const others = text(second.filter((zip) => !first.includes(zip)))
        const place = { state: 'AL', carrier: '10112' }
        const made = zipIndexOf([
          { ...place, locality: '00', zips: zipText(own) },
          ...(others.length === 0 ? [] : [{ ...place, locality: '01', zips: zipText(others) }]),
        ])
        for (let zip = 500; zip <= 1201; zip += 1) {
          const written = String(zip).padStart(5, '0')
          const expected = own.includes(written) ? '00' : others.includes(written) ? '01' : undefined
          expect(localityOfZip(made, written)?.locality).toBe(expected)
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('a line of the ZIP code file', () => {
  it('is read by its columns, parts of a state under the state', () => {
    const line = (start: string) => `${`${start}   0 A`.padEnd(75)}20254`
    expect(zipLine(line('EM637010530299 Z9'))).toEqual({
      ...{ state: 'MO', zip: '63701', carrier: '05302', locality: '99', quarter: '20254' },
    })
    expect(zipLine(line('AK995010210201 Z9'))?.state).toBe('AK')
    expect(zipLine('AK995010210201 Z9')).toBeNull()
  })
})

describe('the locality of a release', () => {
  const one = geographicIndex('1')
  const gpci = { work: one, practiceExpense: one, malpractice: one }
  const held = (...keys: string[]): Locality[] =>
    keys.map((key) => {
      const [state = '', carrier = '', locality = ''] = key.split(' ')
      return { state, carrier, locality, name: key, gpci }
    })
  const alabama = { state: 'AL', carrier: '10112', locality: '00' }

  it('is the very one, else the only one of the state, else none', () => {
    expect(servingLocality(alabama, held('AL 10112 00', 'AL 10102 00'))?.name).toBe('AL 10112 00')
    expect(servingLocality(alabama, held('AL 10102 00', 'GA 10212 01'))?.name).toBe('AL 10102 00')
    expect(servingLocality(alabama, held('AL 10102 00', 'AL 10102 01'))).toBeNull()
    expect(servingLocality(alabama, held('GA 10212 01'))).toBeNull()
  })
})
