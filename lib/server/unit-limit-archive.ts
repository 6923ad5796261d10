import { basename } from 'node:path'
import { unreadable, type CsvRecord } from '@/lib/domain/schedule/file'
import { unitLimitFileReader, type UnitLimitFile, type UnitLimitRow } from '@/lib/domain/schedule/unit-limit-file'
import { unitLimitDateOf } from '@/lib/domain/schedule/unit-limit-table'
import type { CalendarDate } from '@/lib/domain/shared/date'
import { ok, type Result } from '@/lib/domain/shared/result'
import { refusing } from './refused'
import { openSource } from './release-source'
import { baseOf, isOfMac, recordsOf, sha256Of } from './source-records'

export type UnitLimitArchive = {
  /** Name of the file as given. */
  readonly name: string
  /** By that name, else by the table's inside of the zip; null when neither says. */
  readonly effectiveFrom: CalendarDate | null
  /** Of the file as given, hexadecimal. */
  readonly sha256: string
  /** The lines, some at a time as they are unpacked. Fails with Refused. */
  readonly records: () => AsyncGenerator<readonly CsvRecord[]>
  readonly close: () => void
}

const TABLE = /MUE.*\.csv(\.gz)?$/i

/** The tables among the files given, those for practitioners alone where there are others; none in a release's folder. */
function tablesAmong(names: readonly string[]): readonly string[] {
  if (names.some((name) => /^PPRRVU/i.test(baseOf(name)))) return []
  const tables = names.filter((name) => TABLE.test(baseOf(name)) && !isOfMac(name))
  const practitioner = tables.filter((name) => /practitioner/i.test(baseOf(name)))
  return practitioner.length > 0 ? practitioner : tables
}

/**
 * Opens a table of medically unlikely edits: its CSV file, plain or in a gzip, or a zip of it. Null where the path is
 * something else, such as a release. Close it when done.
 */
export async function openUnitLimits(path: string): Promise<Result<UnitLimitArchive | null>> {
  const source = await openSource([path])
  if (!source.ok) return source
  const [table, ...others] = tablesAmong(source.value.names)
  if (table === undefined || others.length > 0) {
    source.value.close()
    if (table === undefined) return ok(null)
    const listed = [table, ...others].slice(0, 3).map(baseOf).join(', ')
    return unreadable(`There is more than one table of unit limits: ${listed}. Choose one at a time.`)
  }
  const { zip, close } = source.value
  return ok({
    name: basename(path),
    effectiveFrom: unitLimitDateOf(path) ?? unitLimitDateOf(table),
    sha256: await sha256Of(zip ?? table),
    records: () => recordsOf(source.value, table),
    close,
  })
}

/**
 * Reads a table to its end, handing each limit on as it comes. They count for nothing unless the result is ok: write
 * them inside the transaction that a refusal rolls back.
 */
export function readUnitLimits(
  archive: UnitLimitArchive,
  onRow: (row: UnitLimitRow) => void | Promise<void>,
): Promise<Result<UnitLimitFile>> {
  return refusing(async () => {
    const reader = unitLimitFileReader()
    for await (const records of archive.records()) {
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
