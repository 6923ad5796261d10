import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { priceRow } from '@/lib/domain/crediting/row-price'
import { readAnesthesiaFile } from '@/lib/domain/schedule/anes-file'
import { keyText, localityKey } from '@/lib/domain/schedule/file'
import { readGpciFile } from '@/lib/domain/schedule/gpci-file'
import type { ScheduleRow } from '@/lib/domain/schedule/row'
import { conversionFactor, printCents } from '@/lib/domain/shared/exact'
import type { Result } from '@/lib/domain/shared/result'
import { openRelease, readRecords, readSchedule } from '@/lib/server/release-archive'
import { openSource } from '@/lib/server/release-source'
import { officialReleases } from '../../support/official-files'

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const october = officialReleases().find((path) => /rvu25d\.zip$/i.test(path))

async function scheduleOf(path: string) {
  const archive = valueOf(await openRelease(path))
  const rows = new Map<string, ScheduleRow>()
  valueOf(await readSchedule(archive, (row) => void rows.set(`${row.code}${row.modifier}`, row)))
  const localities = valueOf(readGpciFile(valueOf(await readRecords(archive, 'localities')) ?? [])).localities
  const anesthesia = valueOf(readAnesthesiaFile(valueOf(await readRecords(archive, 'anesthesia')) ?? []))
  archive.close()
  return { rows, localities: new Map(localities.map((each) => [keyText(each), each])), anesthesia }
}

type Published = {
  readonly row: string
  readonly locality: string
  readonly facility: string
  readonly nonfacility: string
}

/** Code, modifier, status, carrier, locality, facility price, non-facility price. */
function readPublished(line: string): Published[] {
  const [code = '', modifier = '', status, carrier = '', locality = '', facility = '', nonfacility = ''] =
    line.split(',')
  const key = localityKey(carrier, locality)
  return status === 'A' && key ? [{ row: code + modifier.trim(), locality: keyText(key), facility, nonfacility }] : []
}

/** Prices of active codes in the file of capped prices that CMS published with the release. */
async function publishedCaps(path: string): Promise<readonly Published[]> {
  const source = valueOf(await openSource([path]))
  const content = await text(await source.open(source.names.find((each) => /OPPSCAP.*\.csv$/i.test(each)) ?? ''))
  source.close()
  return content.split(/\r?\n/).flatMap(readPublished)
}

describe.skipIf(october === undefined)('amounts that CMS published for October 2025 (domain B1, B3)', () => {
  it('reproduces each of the 6,322 lines of the capped prices, in both settings', { timeout: 60_000 }, async () => {
    const { rows, localities } = await scheduleOf(october ?? '')
    // Some of its California carriers are not those of the index file (domain B3): those lines have no index to use.
    const published = (await publishedCaps(october ?? '')).filter((each) => localities.has(each.locality))
    const misses = published.filter((each) => {
      const row = rows.get(each.row)
      const gpci = localities.get(each.locality)?.gpci
      if (!row || !gpci) return true
      return (['facility', 'nonfacility'] as const).some((setting) => {
        const price = priceRow(row, { setting, gpci, conversionFactor: conversionFactor('32.3465') })
        return price === null || Number(printCents(price.fee)) !== Number(each[setting])
      })
    })
    expect(misses).toEqual([])
    expect(published).toHaveLength(6322)
  })

  it('has anesthesia factors that the indices of each locality come near to (domain B5)', async () => {
    const { anesthesia, localities } = await scheduleOf(october ?? '')
    const factorIn = (key: string) => anesthesia.factors.find((each) => keyText(each) === key)?.factor
    // Published: Alabama, Alaska, Manhattan.
    expect(['10112-00', '02102-01', '13202-01'].map(factorIn)).toEqual([193_100n, 278_600n, 227_600n])
    // National x (0.7687 work + 0.1662 practice expense + 0.0650 malpractice), both in 1e-11 dollars.
    const misses = anesthesia.factors.map((each) => {
      const gpci = localities.get(keyText(each))?.gpci
      if (!gpci) throw new Error(`no indices of ${keyText(each)}`)
      const weighed = 7687n * gpci.work + 1662n * gpci.practiceExpense + 650n * gpci.malpractice
      return Math.abs(Number((anesthesia.national ?? 0n) * weighed - each.factor * 10_000_000n) / 1e11)
    })
    expect(misses).toHaveLength(109)
    // The weights are themselves rounded: 96 are within half a cent of what is published, 13 up to 0.72 of a cent.
    expect(misses.filter((miss) => miss > 0.005).length).toBeLessThanOrEqual(13)
    expect(Math.max(...misses)).toBeLessThan(0.0075)
  })
})
