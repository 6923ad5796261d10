import fs from 'node:fs'
import { printConversionFactor, printIndex } from '../lib/domain/shared/exact'
import type { CodeFacts, RecordedRelease } from '../lib/features/releases/schema'
import type { InstalledRelease } from '../lib/features/releases/store'
import type { RowsByCode } from '../lib/features/schedule/store'
import type { RecordedLimit } from '../lib/features/unit-limits/schema'
import { linesOf, writeListed } from './facts/written'
import { command, Sentence } from './launch/sentence'
import { withDatabase } from './launch/with-database'

const CODES = 'content/codes'
const SCHEDULE = 'content/schedule'

/** Each file of authored codes, without `.json`, and its codes. */
function authoredGroups(): Map<string, string[]> {
  const names = fs.readdirSync(CODES).filter((name) => name.endsWith('.json') && !name.endsWith('.facts.json'))
  return new Map(
    names.sort().map((name) => {
      const entries = JSON.parse(fs.readFileSync(`${CODES}/${name}`, 'utf8')) as { code: string }[]
      return [name.replace(/\.json$/, ''), entries.map(({ code }) => code)]
    }),
  )
}

/** Bases of endoscopy families in any release: a family is counted wrong where its base is not known. */
async function endoscopyBases(official: readonly InstalledRelease[]): Promise<Set<string>> {
  const { publicDb } = await import('../lib/server/db')
  const found = await publicDb().scheduleRow.findMany({
    where: { releaseVersion: { in: official.map(({ versionId }) => versionId) }, endoscopyBase: { not: '' } },
    distinct: ['endoscopyBase'],
    select: { endoscopyBase: true },
  })
  return new Set(found.map(({ endoscopyBase }) => endoscopyBase))
}

async function writeFacts(
  official: readonly InstalledRelease[],
  groups: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const { factsOf } = await import('../lib/features/facts/service')
  const { readRows } = await import('../lib/features/schedule/store')
  const codes = [...groups.values()].flat()
  const read: { id: string; rows: RowsByCode }[] = []
  for (const { id, versionId } of official) read.push({ id, rows: await readRows(versionId, codes) })
  const ofCode = (code: string): CodeFacts =>
    factsOf(
      code,
      read.map(({ id, rows }) => ({ release: id, rows: rows.get(code) ?? [] })),
    )
  for (const [group, members] of groups) writeLines(`${CODES}/${group}.facts.json`, members.map(ofCode))
  console.log(
    `Facts of ${codes.length} codes in ${official.length} releases, ${official[0]?.id} to ${official.at(-1)?.id}.`,
  )
}

const recordedRelease = (release: InstalledRelease): RecordedRelease => ({
  id: release.id,
  effectiveFrom: release.effectiveFrom,
  standard: printConversionFactor(release.conversionFactors.standard),
  qualifyingApm:
    release.conversionFactors.qualifyingApm && printConversionFactor(release.conversionFactors.qualifyingApm),
  sha256: release.sha256,
  fileName: release.fileName,
})

/** Of the newest release that came with geographic indices. */
async function writeLocalities(official: readonly InstalledRelease[]): Promise<void> {
  const { readLocalities } = await import('../lib/features/schedule/store')
  for (const { id, versionId } of official.toReversed()) {
    const localities = await readLocalities(versionId)
    if (localities.length === 0) continue
    const rows = localities.map(({ gpci, ...place }) => ({
      ...place,
      work: printIndex(gpci.work),
      practiceExpense: printIndex(gpci.practiceExpense),
      malpractice: printIndex(gpci.malpractice),
    }))
    writeListed(`${SCHEDULE}/localities.json`, { release: id }, 'localities', rows)
    return
  }
}

/** Of the newest release that came with anesthesia factors. */
async function writeAnesthesia(official: readonly InstalledRelease[]): Promise<void> {
  const { publicDb } = await import('../lib/server/db')
  for (const { id, versionId } of official.toReversed()) {
    const found = await publicDb().anesthesiaFactor.findMany({
      where: { releaseVersion: versionId },
      orderBy: [{ carrier: 'asc' }, { locality: 'asc' }],
    })
    if (found.length === 0) continue
    const rows = found.map(({ carrier, locality, conversionFactor }) => ({
      carrier,
      locality,
      factor: conversionFactor.toFixed(4),
    }))
    writeListed(`${SCHEDULE}/anesthesia.json`, { release: id }, 'factors', rows)
    return
  }
}

/** Of the newest official table of medically unlikely edits; the file stays as it is where none is installed. */
async function writeUnitLimits(codes: readonly string[]): Promise<void> {
  const { readLimits, readTables } = await import('../lib/features/unit-limits/store')
  const newest = (await readTables()).findLast(({ source }) => source === 'official')
  if (!newest) return console.log('No official table of unit limits is installed: those recorded stay.')
  const limits = await readLimits(newest)
  const rows = [...new Set(codes)].sort().flatMap((code): RecordedLimit[] => {
    const limit = limits.get(code)
    return limit ? [[code, limit.units, limit.scope]] : []
  })
  const { effectiveFrom, fileName, sha256 } = newest
  const publisher = 'Centers for Medicare & Medicaid Services (CMS)'
  const title = 'National Correct Coding Initiative: medically unlikely edits, practitioner services'
  const head = { publisher, title, effectiveFrom, fileName, sha256 }
  writeListed(`${SCHEDULE}/unit-limits.json`, head, 'limits', rows)
  console.log(`Unit limits of ${rows.length} codes, from ${effectiveFrom}.`)
}

function writeLines(file: string, entries: readonly object[]): void {
  fs.writeFileSync(file, entries.length === 0 ? '[]\n' : `[\n${linesOf(entries)}\n]\n`)
}

/** `npm run catalog:facts`: writes what the installed official releases say of the authored codes into content. */
await command(() =>
  withDatabase(async () => {
    // Imported late: it needs the generated client.
    const { readReleases } = await import('../lib/features/releases/store')
    const official = (await readReleases()).filter(({ source }) => source === 'official')
    const newest = official.at(-1)
    if (!newest) throw new Sentence('No official release is installed. Import some first: npm run cms:import -- PATH')
    const groups = authoredGroups()
    const bases = await endoscopyBases(official)
    const authored = new Set([...groups.values()].flat())
    groups.set('endoscopy-bases', [...bases].filter((code) => !authored.has(code)).sort())
    await writeFacts(official, groups)
    writeLines(`${SCHEDULE}/releases.json`, official.map(recordedRelease))
    await writeLocalities(official)
    await writeAnesthesia(official)
    await writeUnitLimits([...groups.values()].flat())
  }),
)
