import { basename } from 'node:path'
import { unreadable, type CsvRecord } from '@/lib/domain/schedule/file'
import { scheduleFileReader, type ScheduleFile } from '@/lib/domain/schedule/pprrvu-file'
import { releaseIdOf } from '@/lib/domain/schedule/release-id'
import type { ScheduleRow } from '@/lib/domain/schedule/row'
import { ok, type Result } from '@/lib/domain/shared/result'
import { refusing } from './refused'
import { openSource } from './release-source'
import { baseOf, isOfMac, recordsOf, sha256Of } from './source-records'

/** The files of a release that are read. Since 2026 the relative values come twice, with either conversion factor. */
export type MemberKind = 'schedule' | 'scheduleQualifyingApm' | 'localities' | 'anesthesia' | 'counties'

export type ReleaseArchive = {
  /** Name of the zip, the folder or the relative value file. */
  readonly name: string
  /** By the name of the archive, else of its relative value file; null when neither says. */
  readonly releaseId: string | null
  /** Of the zip; of the relative value file where the release is a folder or loose files. Hexadecimal. */
  readonly sha256: string
  /** What each file is called; null for those the release does not hold. */
  readonly members: Readonly<Record<MemberKind, string | null>>
  /** The lines of a file, some at a time as they are unpacked; none without the file. Fails with Refused. */
  readonly records: (kind: MemberKind) => AsyncGenerator<readonly CsvRecord[]>
  readonly close: () => void
}

const PATTERNS: Readonly<Record<MemberKind, RegExp>> = {
  schedule: /^PPRRVU(?!.*(?<!non[-_ ]?)QPP).*\.csv$/i,
  scheduleQualifyingApm: /^PPRRVU.*(?<!non[-_ ]?)QPP.*\.csv$/i,
  localities: /^GPCI.*\.csv$/i,
  anesthesia: /^ANES.*\.csv$/i,
  counties: /LOCCO.*\.csv$/i,
}

function findMember(names: readonly string[], kind: MemberKind): Result<string | null> {
  const found = names.filter((name) => PATTERNS[kind].test(baseOf(name)) && !isOfMac(name))
  if (found.length <= 1) return ok(found[0] ?? null)
  const listed = found.slice(0, 3).map(baseOf).join(', ')
  return unreadable(`There is more than one file of a kind: ${listed}. Choose one release at a time.`)
}

function noSchedule(names: readonly string[], withFactor: string | null): Result<never> {
  const start = 'No relative value file (PPRRVU...csv) was found.'
  if (withFactor) return unreadable(`${start} ${baseOf(withFactor)} is the QPP one; the nonQPP file is needed as well.`)
  const other = names.find((name) => /^PPRRVU/i.test(baseOf(name)))
  if (other) return unreadable(`${start} ${baseOf(other)} cannot be read: the CSV file of the same name is needed.`)
  const zips = names.filter((name) => /\.zip$/i.test(name))
  if (zips.length > 0) {
    return unreadable(`${start} The folder holds ${String(zips.length)} zip files: choose one of them.`)
  }
  return unreadable(`${start} Choose the zip of a quarterly release, such as RVU25D.`)
}

type Members = Readonly<Record<MemberKind, string | null>>

function findMembers(names: readonly string[]): Result<Members & { readonly schedule: string }> {
  const members: Record<MemberKind, string | null> = {
    schedule: null,
    scheduleQualifyingApm: null,
    localities: null,
    anesthesia: null,
    counties: null,
  }
  for (const kind of Object.keys(PATTERNS) as MemberKind[]) {
    const found = findMember(names, kind)
    if (!found.ok) return found
    members[kind] = found.value
  }
  const { schedule } = members
  return schedule === null ? noSchedule(names, members.scheduleQualifyingApm) : ok({ ...members, schedule })
}

/** Opens a release: a zip, a folder, or loose CSV files of it. Close it when done. */
export async function openRelease(path: string | readonly string[]): Promise<Result<ReleaseArchive>> {
  const paths = typeof path === 'string' ? [path] : path
  const source = await openSource(paths)
  if (!source.ok) return source
  const members = findMembers(source.value.names)
  if (!members.ok) {
    source.value.close()
    return members
  }
  const { schedule } = members.value
  const { zip, label } = source.value
  return ok({
    name: label ?? basename(schedule),
    releaseId: (label === null ? null : releaseIdOf(label)) ?? releaseIdOf(schedule),
    sha256: await sha256Of(zip ?? schedule),
    members: members.value,
    records: (kind) => recordsOf(source.value, members.value[kind]),
    close: source.value.close,
  })
}

/** All lines of one of the small files; null where the release does not hold it. */
export function readRecords(archive: ReleaseArchive, kind: MemberKind): Promise<Result<readonly CsvRecord[] | null>> {
  return refusing(async () => {
    if (archive.members[kind] === null) return ok(null)
    const all: CsvRecord[] = []
    for await (const records of archive.records(kind)) all.push(...records)
    return ok(all)
  })
}

/**
 * Reads a relative value file to its end, handing each row on as it comes. The rows handed on count for nothing
 * unless the result is ok: write them inside the transaction that a refusal rolls back.
 */
export function readSchedule(
  archive: ReleaseArchive,
  onRow: (row: ScheduleRow) => void | Promise<void>,
  kind: 'schedule' | 'scheduleQualifyingApm' = 'schedule',
): Promise<Result<ScheduleFile>> {
  return refusing(async () => {
    const reader = scheduleFileReader()
    for await (const records of archive.records(kind)) {
      for (const record of records) {
        const taken = reader.take(record)
        if (!taken.ok) return taken
        const waiting = taken.value ? onRow(taken.value) : undefined
        if (waiting) await waiting
      }
    }
    return reader.finish()
  })
}
