import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { priceRow } from '@/lib/domain/crediting/row-price'
import { readAnesthesiaFile } from '@/lib/domain/schedule/anes-file'
import { anesthesiaRates } from '@/lib/domain/schedule/anesthesia-rate'
import { conversionFactorsOn } from '@/lib/domain/schedule/calendar'
import { keyText, localityKey } from '@/lib/domain/schedule/file'
import { readGpciFile } from '@/lib/domain/schedule/gpci-file'
import type { ScheduleRow } from '@/lib/domain/schedule/row'
import { calendarDate } from '@/lib/domain/shared/date'
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
    const national = conversionFactorsOn(calendarDate('2025-11-03'))
    expect(national?.anesthesia).toBe(anesthesia.national)
    const missesInCents = anesthesia.factors.map((each) => {
      const gpci = localities.get(keyText(each))?.gpci
      if (!gpci) throw new Error(`no indices of ${keyText(each)}`)
      const { standard } = anesthesiaRates(national, gpci, null)
      return standard && Number(standard.amount - each.factor) / 100
    })
    // The shares are themselves rounded: 96 of 109 are what is published, 13 a cent beside it.
    const counts = [-1, 0, 1].map((cents) => missesInCents.filter((miss) => miss === cents).length)
    expect([counts[1], (counts[0] ?? 0) + (counts[2] ?? 0)]).toEqual([96, 13])
  })
})
