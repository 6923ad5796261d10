import type { Grant } from '@/lib/domain/access/grant'
import { readAnesthesiaFile } from '@/lib/domain/schedule/anes-file'
import { conversionFactorsOn, quarterEndOf } from '@/lib/domain/schedule/calendar'
import type { CsvRecord } from '@/lib/domain/schedule/file'
import { readGpciFile } from '@/lib/domain/schedule/gpci-file'
import { readLocalityCountyFile } from '@/lib/domain/schedule/locality-county-file'
import type { ScheduleFile } from '@/lib/domain/schedule/pprrvu-file'
import { effectiveDateOf } from '@/lib/domain/schedule/release-id'
import { addDays } from '@/lib/domain/shared/date'
import { printConversionFactor } from '@/lib/domain/shared/exact'
import { ok, refuse, type Result } from '@/lib/domain/shared/result'
import { must, whileOpen } from '@/lib/server/refused'
import {
  openRelease,
  readRecords,
  readSchedule,
  type MemberKind,
  type ReleaseArchive,
} from '@/lib/server/release-archive'
import { sha256 } from '@/lib/server/secret'
import type { ReleaseItem } from './schema'
import { keepRelease, readReleases, releaseOfFile, stagedRow, type NewRelease } from './store'

/** What an import did, for people: counts, what was skipped, what was noticed. */
export type ImportReport = {
  readonly release: string
  readonly version: number
  readonly outcome: 'installed' | 'same-rows' | 'same-file'
  readonly file: string
  readonly rows: number
  readonly skipped: ScheduleFile['skipped'] | null
  readonly statuses: Readonly<Record<string, number>>
  readonly localities: number
  readonly findings: readonly string[]
}

/**
 * Installs a release from a zip, a folder or loose CSV files. The same file again changes nothing; a file that fails
 * leaves nothing behind. `named` gives the release where the name does not.
 */
export async function installRelease(
  grant: Grant<'schedule:import'>,
  path: string | readonly string[],
  named: string | null = null,
): Promise<Result<ImportReport>> {
  const opened = await openRelease(path)
  if (!opened.ok) return opened
  return whileOpen(opened.value, async (archive) => ok(await install(grant, archive, named)))
}

async function install(
  grant: Grant<'schedule:import'>,
  archive: ReleaseArchive,
  named: string | null,
): Promise<ImportReport> {
  const before = await releaseOfFile(archive.sha256)
  if (before && (named === null || named === before.releaseId)) return unchanged(archive, before)
  const id = named ?? archive.releaseId ?? must(unnamed(archive.name))
  const effectiveFrom = effectiveDateOf(id) ?? must(unnamed(id))
  const parts = await readParts(archive)
  let file: ScheduleFile | null = null
  const { name: fileName, sha256: fileHash } = archive
  const stated = { id, effectiveFrom, source: 'official', fileName, sha256: fileHash, priced: true } as const
  const kept = await keepRelease(grant, stated, async (put, hashOfRows) => {
    const read = must(await readSchedule(archive, (row) => put(stagedRow(row))))
    file = read
    const factors = await factorsOf(archive, read, effectiveFrom)
    // Two cuts may differ in the conversion factor alone.
    const rowsSha256 = sha256(`${hashOfRows()}|${factors.standard}|${factors.qualifyingApm ?? ''}`)
    return { ...factors, ...parts, rowsSha256, rows: read.rows, report: reportOf(read, parts) }
  })
  return report(archive, id, kept, file, parts)
}

const unnamed = (name: string): Result<never> =>
  refuse('FILE_UNREADABLE', `${name} does not say which release it is. Say it with --release, for example RVU26C.`)

const unchanged = (archive: ReleaseArchive, before: { releaseId: string; version: number }): ImportReport => ({
  release: before.releaseId,
  version: before.version,
  outcome: 'same-file',
  file: archive.name,
  rows: 0,
  skipped: null,
  statuses: {},
  localities: 0,
  findings: [],
})

type Parts = Pick<NewRelease, 'localities' | 'anesthesia' | 'counties'> & { readonly findings: readonly string[] }

async function readParts(archive: ReleaseArchive): Promise<Parts> {
  const part = async <T>(kind: MemberKind, read: (records: readonly CsvRecord[]) => Result<T>): Promise<T | null> => {
    const records = must(await readRecords(archive, kind))
    return records === null ? null : must(read(records))
  }
  const gpci = await part('localities', readGpciFile)
  const anesthesia = await part('anesthesia', readAnesthesiaFile)
  const counties = await part('counties', readLocalityCountyFile)
  return {
    localities: gpci?.localities ?? [],
    anesthesia: anesthesia?.factors ?? [],
    counties: counties ?? [],
    findings: gpci?.findings.map((finding) => finding.message) ?? [
      'No file of geographic indices (GPCI): national amounts only.',
    ],
  }
}

type Factors = { readonly standard: string; readonly qualifyingApm: string | null }

/** The file's own factor; the one for qualifying APM participants from its second file, else from the built-in table. */
async function factorsOf(archive: ReleaseArchive, file: ScheduleFile, effectiveFrom: string): Promise<Factors> {
  const standard = printConversionFactor(file.conversionFactor)
  if (archive.members.scheduleQualifyingApm !== null) {
    const second = must(await readSchedule(archive, () => {}, 'scheduleQualifyingApm'))
    return { standard, qualifyingApm: printConversionFactor(second.conversionFactor) }
  }
  const known = conversionFactorsOn(effectiveFrom as Parameters<typeof conversionFactorsOn>[0])
  return { standard, qualifyingApm: known?.qualifyingApm ? printConversionFactor(known.qualifyingApm) : null }
}

const reportOf = (file: ScheduleFile, parts: Parts): object => ({
  skipped: file.skipped,
  statuses: Object.fromEntries(file.statuses),
  findings: findingsOf(file, parts),
})

const findingsOf = (file: ScheduleFile, parts: Pick<Parts, 'findings'>): readonly string[] => [
  ...file.findings.map((finding) => finding.message),
  ...parts.findings,
]

function report(
  archive: ReleaseArchive,
  id: string,
  kept: { outcome: 'installed' | 'same-rows'; version: number },
  file: ScheduleFile | null,
  parts: Parts,
): ImportReport {
  if (!file) throw new Error('a release was kept without being read')
  return {
    release: id,
    version: kept.version,
    outcome: kept.outcome,
    file: archive.name,
    rows: file.rows,
    skipped: file.skipped,
    statuses: Object.fromEntries(file.statuses),
    localities: parts.localities.length,
    findings: findingsOf(file, parts),
  }
}

/** The installed releases, oldest first, with the last day of each: the day before the next, or of its quarter. */
export async function listReleases(): Promise<Result<{ items: readonly ReleaseItem[] }>> {
  const releases = await readReleases()
  const items = releases.map((release, index): ReleaseItem => {
    const next = releases[index + 1]
    const { standard, qualifyingApm } = release.conversionFactors
    const quarterEnd = quarterEndOf(release.id)
    const beforeNext = next ? addDays(next.effectiveFrom, -1) : null
    const ends = [quarterEnd, beforeNext].filter((date) => date !== null).sort()
    return {
      id: release.id,
      effectiveFrom: release.effectiveFrom,
      effectiveTo: ends[0] ?? null,
      conversionFactors: {
        standard: printConversionFactor(standard),
        qualifyingApm: qualifyingApm === null ? null : printConversionFactor(qualifyingApm),
      },
      rows: release.rows,
      source: release.source,
      sha256: release.sha256,
    }
  })
  return ok({ items })
}
