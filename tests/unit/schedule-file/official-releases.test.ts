import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAnesthesiaFile } from '@/lib/domain/schedule/anes-file'
import type { CsvRecord } from '@/lib/domain/schedule/file'
import { readGpciFile } from '@/lib/domain/schedule/gpci-file'
import { readLocalityCountyFile } from '@/lib/domain/schedule/locality-county-file'
import type { LocalityKey } from '@/lib/domain/schedule/locality'
import type { ScheduleRow } from '@/lib/domain/schedule/row'
import {
  conversionFactor,
  printConversionFactor,
  printIndex,
  printRvu,
  roundHalfUp,
  rvu,
} from '@/lib/domain/shared/exact'
import type { Result } from '@/lib/domain/shared/result'
import { openRelease, readRecords, readSchedule, type MemberKind } from '@/lib/server/release-archive'
import { officialFolder, officialReleases } from '../../support/official-files'

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

async function whole(path: string) {
  const archive = valueOf(await openRelease(path))
  const small = async <T>(kind: MemberKind, read: (records: readonly CsvRecord[]) => Result<T>): Promise<T | null> => {
    const records = valueOf(await readRecords(archive, kind))
    return records && valueOf(read(records))
  }
  const rows: ScheduleRow[] = []
  const schedule = valueOf(await readSchedule(archive, (row) => void rows.push(row)))
  const gpci = await small('localities', readGpciFile)
  const anesthesia = await small('anesthesia', readAnesthesiaFile)
  const counties = await small('counties', readLocalityCountyFile)
  archive.close()
  return { archive, rows, schedule, gpci, anesthesia, counties }
}

/**
 * Rows of each release, counted apart with another CSV reader (19,090 of RVU25D also in domain A1), and its conversion
 * factor (domain A6). RVU20D as rebuilt lost the zeros of 272 anesthesia codes: 17,074 whole codes and those.
 */
const RELEASES: Readonly<Record<string, readonly [rows: number, factor: string]>> = {
  RVU20A: [17_236, '36.0896'],
  RVU20B: [17_250, '36.0896'],
  RVU20C: [17_320, '36.0896'],
  RVU20D: [17_346, '36.0896'],
  RVU21A: [17_327, '34.8931'],
  RVU21B: [17_338, '34.8931'],
  RVU21C: [17_403, '34.8931'],
  RVU21D: [17_432, '34.8931'],
  RVU22A: [17_600, '34.6062'],
  RVU22B: [17_630, '34.6062'],
  RVU22C: [17_695, '34.6062'],
  RVU22D: [17_726, '34.6062'],
  RVU23A: [18_010, '33.8872'],
  RVU23B: [18_037, '33.8872'],
  RVU23C: [18_132, '33.8872'],
  RVU23D: [18_168, '33.8872'],
  RVU24A: [18_499, '32.7442'],
  RVU24AR: [18_499, '33.2875'],
  RVU24B: [18_534, '33.2875'],
  RVU24C: [18_664, '33.2875'],
  RVU25A: [18_865, '32.3465'],
  RVU25D: [19_090, '32.3465'],
  RVU26C: [19_356, '33.4009'],
}

const pathOf = (start: string): string =>
  officialReleases().find((path) => basename(path).startsWith(start)) ?? `${start} is not in CMS_RELEASES_DIR`

describe('official releases (CMS_RELEASES_DIR)', { timeout: 120_000 }, () => {
  it.skipIf(officialFolder === null)(
    'each is read whole, without a finding, with its own rows and factor',
    async () => {
      expect(officialReleases()).not.toEqual([])
      for (const path of officialReleases()) {
        const { archive, rows, schedule, gpci } = await whole(path)
        const release = archive.releaseId ?? path
        const [expected, factor] = RELEASES[release] ?? []
        expect([release, schedule.rows, printConversionFactor(schedule.conversionFactor)]).toEqual([
          release,
          expected,
          factor,
        ])
        expect(rows).toHaveLength(schedule.rows)
        expect([release, schedule.findings, gpci?.findings]).toEqual([release, [], []])
        expect(schedule.release).toBe(release.slice(0, 6))
        expect(schedule.skipped.note).toBe(0)
        // 112 localities through 2023, 109 since three of California were retired (footnote of GPCI2026).
        expect([release, gpci?.localities.length]).toEqual([release, release < 'RVU24' ? 112 : 109])
      }
    },
    120_000,
  )

  it.skipIf(officialFolder === null)('RVU25D has the counts of domain A1', async () => {
    const { rows, schedule } = await whole(pathOf('rvu25d'))
    expect(Object.fromEntries(schedule.statuses)).toEqual({
      ...{ A: 9021, C: 1347, E: 1569, I: 1486, J: 276, M: 1216, N: 336, P: 142, R: 1058, T: 8, X: 2548, B: 83 },
    })
    expect(schedule.splitCodes).toBe(815)
    expect(schedule).toMatchObject({ columns: 31, restoredCodes: 0, skipped: { heading: 10, blank: 0, note: 0 } })
    // Domain A3 (93458-26 has 2, 93458-TC 0) and B1 (99203: work 1.60, non-facility PE 1.61, facility PE 0.69).
    const row = (code: string, modifier = '') => rows.find((each) => each.code === code && each.modifier === modifier)
    expect([row('93458', '26')?.multipleProcedure, row('93458', 'TC')?.multipleProcedure]).toEqual(['2', '0'])
    const visit = row('99203')
    const amounts = visit?.payment && [visit.work, visit.payment.nonFacilityPe, visit.payment.facilityPe]
    expect(amounts?.map(printRvu)).toEqual(['1.60', '1.61', '0.69'])
    // Domain A1: rows of modifier 53 exist for four codes only.
    const stopped = rows.filter((each) => each.modifier === '53').map((each) => each.code)
    expect(stopped.toSorted()).toEqual(['44388', '45378', 'G0105', 'G0121'])
    // Domain A1: twelve brachytherapy rows of a 010 or 090 period have 0.00 in all three shares.
    const empty = rows.filter((each) => /^0[19]0$/.test(each.globalPeriod) && each.intraOp === 0n)
    expect(empty.filter((each) => each.preOp === 0n && each.postOp === 0n)).toHaveLength(12)
  })

  it.skipIf(officialFolder === null)(
    'RVU25D has 109 localities, each with its anesthesia factor and counties',
    async () => {
      const { gpci, anesthesia, counties } = await whole(pathOf('rvu25d'))
      const keys = (list: readonly LocalityKey[] = []) =>
        list.map((each) => `${each.carrier}-${each.locality}`).toSorted()
      expect(keys(gpci?.localities)).toHaveLength(109)
      expect(keys(anesthesia?.factors)).toEqual(keys(gpci?.localities))
      expect(keys(counties ?? [])).toEqual(keys(gpci?.localities))
      // Domain A6: 20.3178 for 2025.
      expect(anesthesia?.national).toBe(conversionFactor('20.3178'))
    },
  )

  it.skipIf(officialFolder === null)('states left blank in a rebuilt file are those of the official one', async () => {
    const states = async (start: string) => {
      const { gpci } = await whole(pathOf(start))
      return gpci?.localities.map(
        (each) => `${each.carrier}-${each.locality} ${each.state} ${printIndex(each.gpci.work)}`,
      )
    }
    expect((await states('rvu22a.zip'))?.toSorted()).toEqual((await states('rvu22a-official'))?.toSorted())
  })

  it.skipIf(officialFolder === null)('RVU22A as rebuilt equals the official file in every row', async () => {
    const [rebuilt, official] = [await whole(pathOf('rvu22a.zip')), await whole(pathOf('rvu22a-official'))]
    expect(rebuilt.rows).toEqual(official.rows)
    // The official file ends with the end-of-file mark of DOS.
    expect([rebuilt.schedule.skipped.blank, official.schedule.skipped.blank]).toEqual([0, 1])
  })

  it.skipIf(officialFolder === null)('RVU26C has the column that 2026 inserted', async () => {
    const { rows, schedule } = await whole(pathOf('rvu26c'))
    expect(schedule.columns).toBe(32)
    expect(rows).toHaveLength(19_356)
  })

  it.skipIf(officialFolder === null)('RVU26C is RVU25D with what domain A7 says of 2026', async () => {
    const [before, after] = [await whole(pathOf('rvu25d')), await whole(pathOf('rvu26c'))]
    const keyOf = (row: ScheduleRow) => row.code + row.modifier
    const newest = new Map(after.rows.map((row) => [keyOf(row), row]))
    const works = (code: string) =>
      [before.rows.find((row) => keyOf(row) === code), newest.get(code)].map((row) => row && printRvu(row.work))
    expect(['45378', '47562', '29881', '99213'].map(works)).toEqual([
      ['3.26', '3.18'],
      ['10.47', '10.21'],
      ['7.03', '6.85'],
      ['1.30', '1.30'],
    ])
    const facility = (rows: readonly ScheduleRow[]) =>
      rows.find((row) => keyOf(row) === '99213')?.payment?.facilityPe ?? null
    expect([facility(before.rows), facility(after.rows)]).toEqual([rvu('0.57'), rvu('0.33')])
    // Payable rows with work in both: 8,118, of which 7,372 are r2(2025 x 0.975), 691 as they were, 55 valued anew.
    const counts = { all: 0, adjusted: 0, same: 0, other: 0 }
    for (const row of before.rows) {
      const next = newest.get(keyOf(row))
      if (!next || row.work === 0n || ![row, next].every(({ status }) => 'ART'.includes(status))) continue
      counts.all += 1
      if (next.work === row.work) counts.same += 1
      else if (next.work === roundHalfUp(row.work * 975n, 1000n)) counts.adjusted += 1
      else counts.other += 1
    }
    expect(counts).toEqual({ all: 8118, adjusted: 7372, same: 691, other: 55 })
  })
})
