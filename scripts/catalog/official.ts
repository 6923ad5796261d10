import { readSchedule, openRelease, type ReleaseArchive } from '../../lib/server/release-archive'
import type { ScheduleRow } from '../../lib/domain/schedule/row'
import type { Result } from '../../lib/domain/shared/result'
import { releasesIn } from '../launch/release-paths'
import { Sentence } from '../launch/sentence'

export type OfficialFile = { readonly id: string; readonly rows: readonly ScheduleRow[] }

/** What the official files say of codes. */
export type Official = {
  /** Oldest release first. One release may lie in the folder as two files. */
  readonly files: readonly OfficialFile[]
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
  const files: OfficialFile[] = []
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
      const rows: ScheduleRow[] = []
      must(
        await readSchedule(archive, (row) => {
          if (codes.has(row.code)) rows.push(row)
          if (releaseId === releases.at(-1) && row.work > 0n) credited.add(row.code)
        }),
      )
      files.push({ id: releaseId, rows })
      if (described.includes(releaseId)) await descriptorsIn(archive, descriptors)
    } finally {
      archive.close()
    }
  }
  return {
    files: releases.flatMap((id) => files.filter((file) => file.id === id)),
    credited,
    descriptors,
  }
}
