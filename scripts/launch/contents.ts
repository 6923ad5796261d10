import fs from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import { benchmarkTables, type BenchmarkTable } from '../../lib/domain/benchmark/table'
import { BenchmarkFileSchema, SpecialtiesFileSchema } from '../../lib/features/benchmarks/schema'
import { AuthoredFile } from '../../lib/features/catalog/schema'
import { loadedContent, replaceContent } from '../../lib/features/catalog/store'
import { installRecorded } from '../../lib/features/facts/service'
import {
  CodeFactsFile,
  RecordedAnesthesia,
  RecordedLocalities,
  RecordedReleases,
} from '../../lib/features/releases/schema'
import { RecordedUnitLimits } from '../../lib/features/unit-limits/schema'
import { installRecordedLimits } from '../../lib/features/unit-limits/service'
import { env } from '../../lib/server/env'
import { sha256 } from '../../lib/server/secret'
import { systemGrant } from '../../lib/server/session'
import { nameOf, releasesIn } from './release-paths'
import { Sentence } from './sentence'
import { take, type Taken } from './take'

/** Raised when the same files are to be loaded differently. */
const LOADER = 2
const FACTS = /\.facts\.json$/

/**
 * Loads the built-in catalog where its files changed since the last load, then the official releases, unit
 * limits and HCPCS descriptors of CMS_RELEASES_DIR that were not taken yet. Two launchers may do so at once: each step is one locked transaction.
 */
export async function loadBuiltIn(say: Say = console.log): Promise<void> {
  await loadContent(say)
  await importFolder(env().CMS_RELEASES_DIR, say)
}

type Say = (line: string) => void

async function loadContent(say: Say): Promise<void> {
  const codes = jsonFiles('content/codes')
  const benchmarks = jsonFiles('content/benchmarks')
  const schedule = jsonFiles('content/schedule')
  const checksum = checksumOf([...codes, ...benchmarks, ...schedule, 'content/specialties.json'])
  if ((await loadedContent()) === checksum) return
  const grant = systemGrant('schedule:import')
  const facts = codes.filter((name) => FACTS.test(name)).flatMap((name) => read(name, CodeFactsFile))
  const changed = await installRecorded(grant, {
    facts: facts.sort((a, b) => (a.code < b.code ? -1 : 1)),
    releases: read('content/schedule/releases.json', RecordedReleases),
    localities: read('content/schedule/localities.json', RecordedLocalities),
    anesthesia: read('content/schedule/anesthesia.json', RecordedAnesthesia),
  })
  await installRecordedLimits(grant, read('content/schedule/unit-limits.json', RecordedUnitLimits))
  const authored = codes.filter((name) => !FACTS.test(name)).flatMap((name) => read(name, AuthoredFile))
  const tables = tablesOf(benchmarks)
  // Last, with the checksum: a load that was cut off before is done again.
  await replaceContent(grant, { checksum, codes: authored, benchmarks: tables })
  say(
    `Catalog: ${authored.length} codes described, ${tables.length} benchmark tables, ` +
      `${changed.length} built-in releases written.`,
  )
}

const jsonFiles = (folder: string): readonly string[] =>
  fs.existsSync(folder)
    ? fs
        .readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => path.posix.join(folder, name))
    : []

const checksumOf = (files: readonly string[]): string =>
  sha256(JSON.stringify([LOADER, ...files.map((name) => [name, sha256(fs.readFileSync(name))])]))

function read<T>(name: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(json(name))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Sentence(`${name} is not valid at ${issue?.path.join('.') || 'its top'}: ${issue?.message ?? ''}`)
}

function json(name: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(name, 'utf8'))
  } catch (error) {
    throw new Sentence(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function tablesOf(files: readonly string[]): readonly BenchmarkTable[] {
  const specialties = read('content/specialties.json', SpecialtiesFileSchema)
  return files.flatMap((name) => {
    const tables = benchmarkTables(read(name, BenchmarkFileSchema), specialties)
    if (!tables.ok) throw new Sentence(`${name} is not valid: ${tables.error.message}`)
    return tables.value
  })
}

/** A file that cannot be imported is told and passed over: the site starts with what it has. */
async function importFolder(folder: string, say: Say): Promise<void> {
  if (folder === '') return
  if (!fs.existsSync(folder)) {
    say(`CMS_RELEASES_DIR names ${folder}, which does not exist: no release was imported.`)
    return
  }
  for (const each of releasesIn(folder)) {
    const result = await take(each, { release: null, effective: null })
    if (!result.ok) say(`${nameOf(each)}: not imported. ${result.error.message}`)
    else if (result.value.report.outcome === 'installed') say(`${wordsOf(result.value)} from ${nameOf(each)}.`)
  }
}

function wordsOf({ kind, report }: Taken): string {
  if (kind === 'release') {
    const { release, version, rows } = report
    return `${release} version ${version}: ${rows.toLocaleString('en-US')} rows`
  }
  if (kind === 'descriptors') {
    return `HCPCS descriptors of ${report.edition}: ${(report.read?.codes.length ?? 0).toLocaleString('en-US')} codes`
  }
  const { effectiveFrom, version, read } = report
  return `Unit limits of ${effectiveFrom} version ${version}: ${(read?.rows ?? 0).toLocaleString('en-US')} codes`
}
