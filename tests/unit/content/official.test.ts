import { describe, expect, it } from 'vitest'
import { readAnesthesiaFile } from '@/lib/domain/schedule/anes-file'
import { readGpciFile } from '@/lib/domain/schedule/gpci-file'
import { printConversionFactor, printIndex } from '@/lib/domain/shared/exact'
import type { Result } from '@/lib/domain/shared/result'
import { RecordedAnesthesia, RecordedLocalities, RecordedReleases } from '@/lib/features/releases/schema'
import { openRelease, readRecords, readSchedule, type ReleaseArchive } from '@/lib/server/release-archive'
import { allFacts, authoredCodes, readContent } from '@/scripts/catalog/content'
import { ownWords } from '@/scripts/catalog/descriptor-rule'
import { factsAgainst } from '@/scripts/catalog/facts-rule'
import { readOfficial } from '@/scripts/catalog/official'
import { officialFolder, officialReleases } from '../../support/official-files'

const releases = RecordedReleases.parse(readContent('schedule/releases.json'))
const localities = RecordedLocalities.parse(readContent('schedule/localities.json'))
const anesthesia = RecordedAnesthesia.parse(readContent('schedule/anesthesia.json'))
const newest = releases.at(-1)?.id
const facts = allFacts()
const codes = new Set(facts.map(({ code }) => code))

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

async function withArchive<T>(path: string, work: (archive: ReleaseArchive) => Promise<T>): Promise<T> {
  const archive = valueOf(await openRelease(path))
  try {
    return await work(archive)
  } finally {
    archive.close()
  }
}

/** Every official file of a recorded release. */
async function eachRecorded(work: (id: string, archive: ReleaseArchive) => Promise<void>): Promise<readonly string[]> {
  const seen: string[] = []
  for (const path of officialReleases()) {
    await withArchive(path, async (archive) => {
      const { releaseId } = archive
      if (releaseId === null || !releases.some(({ id }) => id === releaseId)) return
      await work(releaseId, archive)
      seen.push(releaseId)
    })
  }
  return seen
}

describe('content against the official files (CMS_RELEASES_DIR)', { timeout: 180_000 }, () => {
  it.skipIf(officialFolder === null)('every fact equals the official file, and no row is left out', async () => {
    const official = await readOfficial(
      officialFolder ?? '',
      releases.map(({ id }) => id),
      codes,
    )
    expect([...new Set(official.files.map(({ id }) => id))]).toEqual(releases.map(({ id }) => id))
    for (const { id, rows } of official.files) expect(factsAgainst(facts, id, id === newest, rows)).toEqual([])
    const [entry] = facts
    const published = official.files.at(-1)?.rows ?? []
    // A row that the facts lack, or have otherwise, is told.
    expect(factsAgainst(facts.slice(1), newest ?? '', true, published).map(({ code }) => code)).toContain(
      `${entry?.code ?? ''}-`,
    )
    expect(official.descriptors.size).toBeGreaterThan(5_000)
    expect(ownWords(official.descriptors)(authoredCodes())).toEqual([])
  })

  it.skipIf(officialFolder === null)('the conversion factors equal those of the official files', async () => {
    const seen = await eachRecorded(async (id, archive) => {
      const schedule = valueOf(await readSchedule(archive, () => {}))
      const factors = releases.find((release) => release.id === id)
      expect([id, factors?.standard]).toEqual([id, printConversionFactor(schedule.conversionFactor)])
    })
    expect([...new Set(seen)].sort()).toEqual(releases.map(({ id }) => id).toSorted())
  })

  it.skipIf(officialFolder === null)(
    'the indices and anesthesia factors equal those of the release named',
    async () => {
      const compared: string[] = []
      await eachRecorded(async (id, archive) => {
        if (id === localities.release) {
          const file = valueOf(readGpciFile(valueOf(await readRecords(archive, 'localities')) ?? []))
          const official = file.localities.map(({ carrier, locality, gpci }) =>
            [
              carrier,
              locality,
              printIndex(gpci.work),
              printIndex(gpci.practiceExpense),
              printIndex(gpci.malpractice),
            ].join(),
          )
          const recorded = localities.localities.map(({ carrier, locality, work, practiceExpense, malpractice }) =>
            [carrier, locality, work, practiceExpense, malpractice].join(),
          )
          expect(recorded.toSorted()).toEqual(official.toSorted())
          compared.push('indices')
        }
        if (id === anesthesia.release) {
          const file = valueOf(readAnesthesiaFile(valueOf(await readRecords(archive, 'anesthesia')) ?? []))
          const official = file.factors.map((row) =>
            [row.carrier, row.locality, printConversionFactor(row.factor)].join(),
          )
          const recorded = anesthesia.factors.map((row) => [row.carrier, row.locality, row.factor].join())
          expect(recorded.toSorted()).toEqual(official.toSorted())
          compared.push('anesthesia')
        }
      })
      expect(compared.sort()).toEqual(['anesthesia', 'indices'])
    },
  )
})
