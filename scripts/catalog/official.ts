import { readSchedule, openRelease, type ReleaseArchive } from '../../lib/server/release-archive'
import type { ScheduleRow } from '../../lib/domain/schedule/row'
import type { Result } from '../../lib/domain/shared/result'
import { releasesIn } from '../launch/release-paths'
import { Sentence } from '../launch/sentence'

/** What the official files say of codes. */
export type Official = {
  /** By release, oldest first. */
  readonly rows: ReadonlyMap<string, readonly ScheduleRow[]>
  /** Codes with work RVUs in the newest release. */
  readonly credited: ReadonlySet<string>
  /** By code, of the oldest, the middle and the newest release: they hardly change. To compare with, never to keep. */
  readonly descriptors: ReadonlyMap<string, string>
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Sentence(result.error.message)
  return result.value
}

async function descriptorsIn(archive: ReleaseArchive, into: Map<string, string>): Promise<void> {
  for await (const records of archive.records('schedule')) {
    for (const [code = '', , descriptor = ''] of records) {
      if (/^[0-9A-Z]{5}$/.test(code) && descriptor !== '') into.set(code, descriptor)
    }
  }
}

/** Reads those of the releases named that a folder of official files holds; the last one decides what is credited. */
export async function readOfficial(
  folder: string,
  releases: readonly string[],
  codes: ReadonlySet<string>,
): Promise<Official> {
  const rows = new Map<string, readonly ScheduleRow[]>()
  const credited = new Set<string>()
  const descriptors = new Map<string, string>()
  const described = [0, Math.floor(releases.length / 2), -1].map((at) => releases.at(at))
  for (const path of releasesIn(folder)) {
    const opened = await openRelease(path)
    if (!opened.ok) continue
    const archive = opened.value
    const { releaseId } = archive
    try {
      if (releaseId === null || !releases.includes(releaseId)) continue
      const found: ScheduleRow[] = []
      must(
        await readSchedule(archive, (row) => {
          if (codes.has(row.code)) found.push(row)
          if (releaseId === releases.at(-1) && row.work > 0n) credited.add(row.code)
        }),
      )
      rows.set(releaseId, found)
      if (described.includes(releaseId)) await descriptorsIn(archive, descriptors)
    } finally {
      archive.close()
    }
  }
  return {
    rows: new Map(releases.flatMap((id) => (rows.has(id) ? [[id, rows.get(id) ?? []]] : []))),
    credited,
    descriptors,
  }
}
