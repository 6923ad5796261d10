import { describe, expect, it } from 'vitest'
import { readAnesthesiaFile } from '@/lib/domain/schedule/anes-file'
import { readGpciFile } from '@/lib/domain/schedule/gpci-file'
import type { ScheduleRow } from '@/lib/domain/schedule/row'
import { kindOf } from '@/lib/domain/catalog/category'
import { printConversionFactor, printIndex } from '@/lib/domain/shared/exact'
import type { Result } from '@/lib/domain/shared/result'
import { earlierRows, newestRows } from '@/lib/features/facts/service'
import { RecordedAnesthesia, RecordedLocalities, RecordedReleases } from '@/lib/features/releases/schema'
import { openRelease, readRecords, readSchedule, type ReleaseArchive } from '@/lib/server/release-archive'
import { allFacts, authoredCodes, readContent, sentencesOf } from '@/scripts/catalog/content'
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

const byKey = (rows: readonly ScheduleRow[]): Map<string, ScheduleRow> =>
  new Map(rows.map((row) => [`${row.code}-${row.modifier}`, row]))

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim() // prettier-ignore

describe('content against the official files (CMS_RELEASES_DIR)', { timeout: 180_000 }, () => {
  it.skipIf(officialFolder === null)('every fact equals the official file, and no row is left out', async () => {
    const seen = await eachRecorded(async (id, archive) => {
      const official: ScheduleRow[] = []
      const schedule = valueOf(await readSchedule(archive, (row) => void (codes.has(row.code) && official.push(row))))
      const recorded = facts.flatMap((each) => (id === newest ? newestRows(each) : earlierRows(each, id)))
      const expected = id === newest ? official : official.map((row) => ({ ...row, payment: null }))
      expect(byKey(recorded), id).toEqual(byKey(expected))
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

  it.skipIf(officialFolder === null)(
    'no title or sentence is the descriptor of a CPT code, which is the AMA’s',
    async () => {
      const descriptors = new Map<string, string>()
      // They hardly change: the oldest, the middle and the newest release have them all but a few.
      const some = [0, Math.floor(releases.length / 2), -1].map((at) => releases.at(at)?.id)
      await eachRecorded(async (id, archive) => {
        if (!some.includes(id)) return
        for await (const records of archive.records('schedule')) {
          for (const [code = '', , descriptor = ''] of records) {
            if (kindOf(code) === 'cpt' && descriptor !== '') descriptors.set(plain(descriptor), code)
          }
        }
      })
      expect(descriptors.size).toBeGreaterThan(5_000)
      const copied = authoredCodes().flatMap((entry) =>
        sentencesOf(entry)
          .filter((sentence) => descriptors.has(plain(sentence)))
          .map((sentence) => `${entry.code}: ${sentence}`),
      )
      expect(copied).toEqual([])
    },
  )
})
