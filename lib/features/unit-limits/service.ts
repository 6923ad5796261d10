import type { Grant } from '@/lib/domain/access/grant'
import type { UnitLimit } from '@/lib/domain/crediting/case'
import type { UnitLimitFile } from '@/lib/domain/schedule/unit-limit-file'
import { unitLimitTableOn } from '@/lib/domain/schedule/unit-limit-table'
import type { CalendarDate } from '@/lib/domain/shared/date'
import { ok, refuse, type Result } from '@/lib/domain/shared/result'
import { must, whileOpen } from '@/lib/server/refused'
import { openUnitLimits, readUnitLimits, type UnitLimitArchive } from '@/lib/server/unit-limit-archive'
import type { RecordedUnitLimits } from './schema'
import { keepTable, readLimits, readTables, stagedLimit, tableOfFile, type InstalledTable, type Kept } from './store'

/** What an import of a table did, for people. */
export type UnitLimitReport = {
  readonly effectiveFrom: string
  readonly version: number
  readonly outcome: 'installed' | 'same-rows' | 'same-file'
  readonly file: string
  /** Null where the file was taken before, and so not read again. */
  readonly read: UnitLimitFile | null
}

/**
 * Installs a table of medically unlikely edits from its CSV, gzip or zip; null where the path is no such table. The
 * same file again changes nothing; a file that fails leaves nothing behind. `stated` gives the first day where the name
 * does not.
 */
export async function installUnitLimits(
  grant: Grant<'schedule:import'>,
  path: string,
  stated: CalendarDate | null = null,
): Promise<Result<UnitLimitReport | null>> {
  const opened = await openUnitLimits(path)
  if (!opened.ok) return opened
  if (opened.value === null) return ok(null)
  return whileOpen(opened.value, async (archive) => ok(await install(grant, archive, stated)))
}

async function install(
  grant: Grant<'schedule:import'>,
  archive: UnitLimitArchive,
  stated: CalendarDate | null,
): Promise<UnitLimitReport> {
  const { name: file, sha256 } = archive
  const before = await tableOfFile(sha256)
  if (before && (stated === null || stated === before.effectiveFrom)) {
    return { ...before, outcome: 'same-file', file, read: null }
  }
  const effectiveFrom = stated ?? archive.effectiveFrom ?? must(undated(file))
  let read: UnitLimitFile | null = null
  const kept = await keepTable(grant, async (put, hashOfRows) => {
    read = must(await readUnitLimits(archive, (row) => put(stagedLimit(row))))
    const rowsSha256 = hashOfRows()
    return { effectiveFrom, source: 'official', fileName: file, sha256, report: read, rowsSha256, rows: read.rows }
  })
  return { effectiveFrom, ...kept, file, read }
}

const undated = (name: string): Result<never> =>
  refuse(
    'FILE_UNREADABLE',
    `${name} does not say from which day its limits count. Say it with --effective, for example 2026-04-01.`,
  )

/** Installs the limits of the authored codes, unless the official table of the same day is there. */
export function installRecordedLimits(grant: Grant<'schedule:import'>, recorded: RecordedUnitLimits): Promise<Kept> {
  return keepTable(grant, async (put, hashOfRows) => {
    for (const [code, units, scope] of recorded.limits) await put(stagedLimit({ code, units, scope }))
    const { effectiveFrom, fileName, sha256, limits } = recorded
    const rows = limits.length
    return { effectiveFrom, source: 'built-in', fileName, sha256, report: {}, rowsSha256: hashOfRows(), rows }
  })
}

/** The tables in use, oldest first. */
export const listUnitLimits = (): Promise<readonly InstalledTable[]> => readTables()

/** The limits in force on a date of service, by code; undefined where no table is held. */
export async function unitLimitsOn(date: CalendarDate): Promise<((code: string) => UnitLimit | null) | undefined> {
  const table = unitLimitTableOn(await readTables(), date)
  if (!table) return undefined
  const limits = await readLimits(table)
  return (code) => {
    const limit = limits.get(code)
    if (!limit) return null
    return table.effectiveFrom > date ? { ...limit, onlyFrom: table.effectiveFrom } : limit
  }
}
