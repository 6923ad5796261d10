import { describe, expect, it } from 'vitest'
import { readGpciFile } from '@/lib/domain/schedule/gpci-file'
import { localityKey } from '@/lib/domain/schedule/file'
import type { ScheduleRow } from '@/lib/domain/schedule/row'
import type { Result } from '@/lib/domain/shared/result'
import { openRelease, readRecords, readSchedule } from '@/lib/server/release-archive'
import { officialReleases } from '@/tests/support/official-files'
import {
  ALABAMA_2026,
  ALASKA,
  ALASKA_2026,
  MANHATTAN_2026,
  PUBLISHED_RELEASES,
  PUBLISHED_ROWS,
  type PublishedRelease,
} from '@/tests/support/operating-day-rows'
import { ALABAMA, MANHATTAN } from '@/tests/support/schedule-rows'

const OF_2026 = [ALABAMA_2026, ALASKA_2026, MANHATTAN_2026]
const BEFORE = [ALABAMA, ALASKA, MANHATTAN]

const pathOf = (id: PublishedRelease): string | undefined =>
  officialReleases().find((path) => path.toLowerCase().endsWith(`/${id.toLowerCase()}.zip`))

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

async function readOfficial(path: string) {
  const archive = valueOf(await openRelease(path))
  const rows = new Map<string, ScheduleRow>()
  const file = valueOf(await readSchedule(archive, (row) => void rows.set(row.code + row.modifier, row)))
  const { localities } = valueOf(readGpciFile(valueOf(await readRecords(archive, 'localities')) ?? []))
  archive.close()
  return { rows, localities, conversionFactor: file.conversionFactor }
}

const RELEASES = ['RVU24A', 'RVU24AR', 'RVU25D', 'RVU26C'] as const

describe.skipIf(RELEASES.some((id) => pathOf(id) === undefined))('typed rows against the official files', () => {
  it.each(RELEASES)(
    '%s: rows, conversion factor and indices are those of the file',
    { timeout: 60_000 },
    async (id) => {
      const official = await readOfficial(pathOf(id) ?? '')
      for (const row of PUBLISHED_ROWS[id]) {
        // The supervision of a test is display only and not typed.
        expect({ ...official.rows.get(row.code + row.modifier), supervision: row.supervision }).toEqual(row)
      }
      expect(PUBLISHED_RELEASES[id].conversionFactors.standard).toBe(official.conversionFactor)
      for (const place of id === 'RVU26C' ? OF_2026 : BEFORE) {
        const key = localityKey(place.carrier, place.locality)
        const found = official.localities.find(
          (each) => key?.carrier === each.carrier && key.locality === each.locality,
        )
        expect(found?.gpci).toEqual(place.gpci)
      }
    },
  )
})
