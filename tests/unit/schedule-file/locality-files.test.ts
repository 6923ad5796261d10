import { describe, expect, it } from 'vitest'
import { readAnesthesiaFile } from '@/lib/domain/schedule/anes-file'
import { readGpciFile } from '@/lib/domain/schedule/gpci-file'
import { readLocalityCountyFile } from '@/lib/domain/schedule/locality-county-file'
import { stateNamed, stateOf } from '@/lib/domain/schedule/state'
import { conversionFactor, geographicIndex } from '@/lib/domain/shared/exact'
import type { Result } from '@/lib/domain/shared/result'
import { anesthesiaRecords, countyRecords, gpciRecords } from '../../support/release-fixtures'

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
const messageOf = (result: Result<unknown>): string => (result.ok ? '' : `${result.error.code} ${result.error.message}`)

/** The indices of the fixture with one cell of one line changed. */
function gpciWith(name: string, column: number, text: string): string[][] {
  return gpciRecords().map((record) =>
    record[3] === name ? record.map((cell, at) => (at === column ? text : cell)) : record,
  )
}

describe('geographic indices', () => {
  it('come with padded keys, plain names and exact indices, footnotes left out', () => {
    const file = valueOf(readGpciFile(gpciRecords()))
    expect(file.year).toBe(2025)
    expect(file.localities).toHaveLength(5)
    expect(file.localities[1]).toEqual({
      carrier: '02102',
      locality: '01',
      name: 'ALASKA',
      state: 'AK',
      gpci: {
        work: geographicIndex('1.500'),
        practiceExpense: geographicIndex('1.081'),
        malpractice: geographicIndex('0.592'),
      },
    })
    expect(file.findings.map((each) => each.code)).toEqual(['FEW_LOCALITIES'])
  })

  it('are found though the file lost its leading zeros and its states', () => {
    const bare = gpciRecords().map((record, line) =>
      line < 3 ? record : record.map((cell, at) => (at === 1 ? '' : at === 3 ? cell : cell.replace(/^0(?=\d)/, ''))),
    )
    expect(
      valueOf(readGpciFile(bare)).localities.map((each) => `${each.state} ${each.carrier}-${each.locality}`),
    ).toEqual(['AL 10112-00', 'AK 02102-01', 'NY 13202-01', 'PR 09202-20', 'WY 03602-21'])
  })

  it('take the work column with the floor where a file has both, in either order', () => {
    const columns = [['without', '0.9'] as const, ['with', null] as const]
    for (const order of [columns, columns.toReversed()]) {
      const records = gpciRecords().map((record, line) => {
        const works = order.map(([word, low]) =>
          line === 2 ? `2025 PW GPCI (${word} 1.0 Floor)` : (low ?? record[4] ?? ''),
        )
        return [...record.slice(0, 4), ...works, ...record.slice(5)]
      })
      expect(valueOf(readGpciFile(records)).localities[0]?.gpci.work).toBe(geographicIndex('1.000'))
    }
  })

  it.each([
    [
      'a check locality has other indices',
      gpciWith('ALABAMA', 5, '0.870'),
      /ALABAMA \(10112-00\) has 1.000\/0.870\/0.575/,
    ],
    ['Alaska is below 1.500', gpciWith('ALASKA*', 4, '1'), /ALASKA/],
    ['work is below its floor', gpciWith('PUERTO RICO', 4, '0.999'), /below the floor of 1.000/],
    ['a frontier state is below its floor', gpciWith('WYOMING**', 5, '0.999'), /frontier floor/],
    ['a check locality is missing', gpciRecords().filter((record) => record[3] !== 'MANHATTAN'), /13202-01 is missing/],
  ])('are refused when %s', (_, records, message) => {
    expect(messageOf(readGpciFile(records))).toMatch(/^FILE_UNREADABLE These are not the geographic indices of CMS/)
    expect(messageOf(readGpciFile(records))).toMatch(message)
  })

  it('are refused when a column is missing, a line is there twice or a cell is not an index', () => {
    const noMalpractice = gpciRecords().map((record) => record.slice(0, 6))
    expect(messageOf(readGpciFile(noMalpractice))).toContain('no column "MP GPCI"')
    const onlyWithout = gpciRecords().map((record) => record.map((cell) => cell.replace('(with ', '(without ')))
    expect(messageOf(readGpciFile(onlyWithout))).toContain('no column "PW GPCI (with 1.0 Floor)"')
    const twice = [...gpciRecords(), ['10112', 'AL', '0', 'ALABAMA', '1', '0.869', '0.575']]
    expect(messageOf(readGpciFile(twice))).toContain('10112-00 is in the GPCI file twice')
    expect(messageOf(readGpciFile(gpciWith('ALABAMA', 6, 'n/a')))).toContain('Line 4 of the GPCI file: "n/a"')
    expect(messageOf(readGpciFile(anesthesiaRecords()))).toContain('looks like the file of anesthesia')
  })

  it('of a year that is not held are checked by the floors alone, and say so', () => {
    const later = gpciRecords().map((record) => record.map((cell) => cell.replace('2025 ', '2019 ')))
    const file = valueOf(readGpciFile(later))
    expect(file.year).toBe(2019)
    expect(file.findings.map((each) => each.code)).toEqual(['INDICES_NOT_COMPARED', 'FEW_LOCALITIES'])
  })
})

describe('anesthesia conversion factors', () => {
  it('come by locality, with the national one of the header', () => {
    // Domain B5: 2025 Alabama 19.31, Alaska 27.86, Manhattan 22.76; national 20.3178.
    expect(valueOf(readAnesthesiaFile(anesthesiaRecords()))).toEqual({
      national: conversionFactor('20.3178'),
      factors: [
        { carrier: '10112', locality: '00', factor: conversionFactor('19.31') },
        { carrier: '02102', locality: '01', factor: conversionFactor('27.86') },
        { carrier: '13202', locality: '01', factor: conversionFactor('22.76') },
      ],
    })
  })
  it('have no national one where the header gives none', () => {
    const [, ...lines] = anesthesiaRecords()
    const records = [['Contractor', 'Locality', 'Locality Name', 'National Anes CF'], ...lines]
    expect(valueOf(readAnesthesiaFile(records)).national).toBeNull()
  })
  it('are refused in another file, or with a value that is no amount', () => {
    expect(messageOf(readAnesthesiaFile(countyRecords()))).toContain('locality and county file')
    expect(messageOf(readAnesthesiaFile([...anesthesiaRecords(), ['10112', '1', 'X', 'abc']]))).toContain('"abc"')
    expect(messageOf(readAnesthesiaFile(anesthesiaRecords().slice(0, 1)))).toContain('cut off')
  })
})

describe('counties of the localities', () => {
  const file = valueOf(readLocalityCountyFile(countyRecords()))
  it('take their state from the carrier, because the file names it once', () => {
    expect(file.map((each) => [each.carrier, each.locality, each.state, each.coverage])).toEqual([
      ['10112', '00', 'AL', 'all'],
      ['01182', '18', 'CA', 'listed'],
      ['01112', '75', 'CA', 'rest'],
      ['12202', '01', 'DC', 'listed'],
      ['05302', '99', 'MO', 'rest'],
    ])
  })
  it('are listed one by one, each in its own state', () => {
    expect(file[1]?.counties).toEqual([
      { state: 'CA', name: 'LOS ANGELES' },
      { state: 'CA', name: 'ORANGE' },
    ])
    expect(file[3]?.counties).toEqual([
      { state: 'DC', name: 'DISTRICT OF COLUMBIA' },
      { state: 'VA', name: 'ALEXANDRIA CITY' },
      { state: 'VA', name: 'FAIRFAX' },
      { state: 'MD', name: 'MONTGOMERY' },
      { state: 'MD', name: "PRINCE GEORGE'S" },
    ])
  })
  it('are refused in another file', () => {
    expect(messageOf(readLocalityCountyFile(gpciRecords()))).toContain('not a locality and county file')
  })
})

describe('states', () => {
  it('of a carrier that serves two are told by the locality', () => {
    expect(stateOf({ carrier: '09202', locality: '20' })).toBe('PR')
    expect(stateOf({ carrier: '09202', locality: '50' })).toBe('VI')
    expect(stateOf({ carrier: '09202', locality: '99' })).toBeNull()
  })
  it('are read by name', () => {
    expect(stateNamed('Hawaii/Guam')).toBe('HI')
    expect(stateNamed('NOWHERE')).toBeNull()
  })
})
