import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { effectiveDateOf } from '../lib/domain/schedule/release-id'
import type { ImportReport } from '../lib/features/releases/service'
import { nameOf, releasesAmong, type ReleasePath } from './launch/release-paths'
import { command, Sentence } from './launch/sentence'
import { withDatabase } from './launch/with-database'

const USAGE = 'Use: npm run cms:import -- PATH... [--release RVU26C]'

const OUTCOMES: Readonly<Record<ImportReport['outcome'], (report: ImportReport) => string>> = {
  installed: ({ version }) => `installed as version ${version}`,
  'same-rows': ({ version }) => `the same values as version ${version}, which stays`,
  'same-file': ({ version }) => `taken before as version ${version}; nothing changed`,
}

/** `npm run cms:import -- PATH...`: installs official releases: zips, folders, or the CSV files of one. */
await command(async () => {
  const { paths, release } = readArguments()
  const releases = releasesAmong(paths)
  if (release !== null && releases.length > 1) {
    throw new Sentence(`--release names one release, and ${releases.length} were given. Give one path with it.`)
  }
  let failed = 0
  await withDatabase(async () => {
    for (const each of releases) if (!(await importOne(each, release))) failed += 1
  })
  if (failed === 0) return
  const what = releases.length === 1 ? 'It was' : `${failed} of ${releases.length} releases were`
  throw new Sentence(`${what} not imported: see above.`)
})

function readArguments(): { paths: readonly string[]; release: string | null } {
  const { values, positionals } = parsed()
  if (positionals.length === 0) throw new Sentence(`No file was given. ${USAGE}`)
  const missing = positionals.find((each) => !fs.existsSync(each))
  if (missing !== undefined) throw new Sentence(`There is no file or folder ${missing}.`)
  const release = values.release?.toUpperCase() ?? null
  if (release !== null && effectiveDateOf(release) === null) {
    throw new Sentence(`${release} is not a release. Releases are named like RVU26C.`)
  }
  return { paths: positionals, release }
}

function parsed() {
  try {
    return parseArgs({ options: { release: { type: 'string' } }, allowPositionals: true })
  } catch (error) {
    const [first] = (error instanceof Error ? error.message : String(error)).split(/\. | To specify/)
    throw new Sentence(`${first ?? ''}. ${USAGE}`)
  }
}

async function importOne(each: ReleasePath, release: string | null): Promise<boolean> {
  // Imported late: they need the generated client.
  const { installRelease } = await import('../lib/features/releases/service')
  const { systemGrant } = await import('../lib/server/session')
  const started = performance.now()
  const result = await installRelease(systemGrant('schedule:import'), each, release)
  if (result.ok) print(result.value, performance.now() - started)
  else console.error(`${nameOf(each)}: not imported. ${result.error.message}`)
  return result.ok
}

function print(report: ImportReport, milliseconds: number): void {
  console.log(`${report.release}: ${OUTCOMES[report.outcome](report)} (${report.file})`)
  if (!report.skipped) return
  const { heading, blank, note } = report.skipped
  const rows = report.rows.toLocaleString('en-US')
  console.log(`  read: ${rows} rows, ${report.localities} localities, in ${(milliseconds / 1000).toFixed(1)} s`)
  console.log(`  skipped: ${heading} lines of title and header, ${blank} blank, ${note} notes without a code`)
  const statuses = Object.entries(report.statuses).sort(([a], [b]) => a.localeCompare(b))
  console.log(`  rows by status: ${statuses.map(([status, rows]) => `${status} ${rows}`).join(', ')}`)
  for (const finding of report.findings) console.log(`  note: ${finding}`)
}
