import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { effectiveDateOf } from '../lib/domain/schedule/release-id'
import type { Skipped } from '../lib/domain/schedule/pprrvu-file'
import { readDate, type CalendarDate } from '../lib/domain/shared/date'
import type { ImportReport } from '../lib/features/releases/service'
import type { DescriptorReport } from '../lib/features/hcpcs/service'
import type { UnitLimitReport } from '../lib/features/unit-limits/service'
import { nameOf, releasesAmong, type ReleasePath } from './launch/release-paths'
import { command, Sentence } from './launch/sentence'
import type { Stated } from './launch/take'
import { withDatabase } from './launch/with-database'

const USAGE = 'Use: npm run cms:import -- PATH... [--release RVU26C] [--effective 2026-04-01]'

const OUTCOMES: Readonly<Record<ImportReport['outcome'], (version: number) => string>> = {
  installed: (version) => `installed as version ${version}`,
  'same-rows': (version) => `the same values as version ${version}, which stays`,
  'same-file': (version) => `taken before as version ${version}; nothing changed`,
}

/**
 * `npm run cms:import -- PATH...`: installs official releases (zips, folders, or the CSV files of one), tables of
 * medically unlikely edits (zip, CSV, or a CSV in a gzip) and the descriptors of HCPCS Level II (workbook, or its zip).
 */
await command(async () => {
  const { paths, stated } = readArguments()
  const releases = releasesAmong(paths)
  if (releases.length > 1 && (stated.release ?? stated.effective) !== null) {
    const option = stated.release === null ? '--effective' : '--release'
    throw new Sentence(`${option} speaks of one file, and ${releases.length} were given. Give one path with it.`)
  }
  let failed = 0
  await withDatabase(async () => {
    for (const each of releases) if (!(await importOne(each, stated))) failed += 1
  })
  if (failed === 0) return
  const what = releases.length === 1 ? 'It was' : `${failed} of ${releases.length} releases were`
  throw new Sentence(`${what} not imported: see above.`)
})

function readArguments(): { paths: readonly string[]; stated: Stated } {
  const { values, positionals } = parsed()
  if (positionals.length === 0) throw new Sentence(`No file was given. ${USAGE}`)
  const missing = positionals.find((each) => !fs.existsSync(each))
  if (missing !== undefined) throw new Sentence(`There is no file or folder ${missing}.`)
  const release = values.release?.toUpperCase() ?? null
  if (release !== null && effectiveDateOf(release) === null) {
    throw new Sentence(`${release} is not a release. Releases are named like RVU26C.`)
  }
  return { paths: positionals, stated: { release, effective: effectiveOf(values.effective) } }
}

function effectiveOf(text: string | undefined): CalendarDate | null {
  const date = text === undefined ? null : readDate(text)
  if (text === undefined || date !== null) return date
  throw new Sentence(`${text} is not a date. Write the first day of the limits or of the codes like 2026-04-01.`)
}

function parsed() {
  try {
    return parseArgs({
      options: { release: { type: 'string' }, effective: { type: 'string' } },
      allowPositionals: true,
    })
  } catch (error) {
    const [first] = (error instanceof Error ? error.message : String(error)).split(/\. | To specify/)
    throw new Sentence(`${first ?? ''}. ${USAGE}`)
  }
}

async function importOne(each: ReleasePath, stated: Stated): Promise<boolean> {
  // Imported late: it needs the generated client.
  const { take } = await import('./launch/take')
  const started = performance.now()
  const result = await take(each, stated)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (!result.ok) console.error(`${nameOf(each)}: not imported. ${result.error.message}`)
  else if (result.value.kind === 'release') printRelease(result.value.report, seconds)
  else if (result.value.kind === 'descriptors') printDescriptors(result.value.report, seconds)
  else printUnitLimits(result.value.report, seconds)
  return result.ok
}

function printUnitLimits({ effectiveFrom, outcome, version, file, read }: UnitLimitReport, seconds: string): void {
  console.log(`Unit limits of ${effectiveFrom}: ${OUTCOMES[outcome](version)} (${file})`)
  if (!read) return
  const { rows, scopes, skipped } = read
  console.log(
    `  read: ${rows.toLocaleString('en-US')} codes, ${scopes.line} by line and ${scopes.day} by day, in ${seconds} s`,
  )
  printSkipped(skipped)
}

function printDescriptors({ edition, outcome, inUse, file, read }: DescriptorReport, seconds: string): void {
  const words = {
    installed: 'installed',
    'same-file': 'taken before; nothing changed',
    older: `passed over, because those of ${inUse ?? ''} are in use`,
  }
  console.log(`HCPCS descriptors of ${edition}: ${words[outcome]} (${file})`)
  if (!read) return
  const { codes, skipped } = read
  console.log(`  read: ${codes.length.toLocaleString('en-US')} codes in ${seconds} s`)
  console.log(`  skipped: ${skipped.modifiers} modifiers, ${skipped.dental} dental codes, ${skipped.blank} blank`)
}

function printSkipped({ heading, blank, note }: Skipped): void {
  console.log(`  skipped: ${heading} lines of title and header, ${blank} blank, ${note} notes without a code`)
}

function printRelease(report: ImportReport, seconds: string): void {
  console.log(`${report.release}: ${OUTCOMES[report.outcome](report.version)} (${report.file})`)
  if (!report.skipped) return
  const rows = report.rows.toLocaleString('en-US')
  console.log(`  read: ${rows} rows, ${report.localities} localities, in ${seconds} s`)
  printSkipped(report.skipped)
  const statuses = Object.entries(report.statuses).sort(([a], [b]) => a.localeCompare(b))
  console.log(`  rows by status: ${statuses.map(([status, rows]) => `${status} ${rows}`).join(', ')}`)
  for (const finding of report.findings) console.log(`  note: ${finding}`)
}
