import { RecordedReleases } from '../lib/features/releases/schema'
import { servicesBySpecialty } from '../lib/features/use/service'
import { env } from '../lib/server/env'
import { allFacts, authoredCodes, readContent } from './catalog/content'
import { coverageOf } from './catalog/coverage'
import { ownWords } from './catalog/descriptor-rule'
import { factsAgainst } from './catalog/facts-rule'
import type { Finding } from './catalog/finding'
import { readOfficial, type Official } from './catalog/official'
import { plainLanguage } from './catalog/plain-language'
import { inReleases, relations } from './catalog/relation-rules'
import { findable } from './catalog/search-rule'
import { WORD_RULES } from './catalog/word-rules'
import { command, Sentence } from './launch/sentence'

/** Specialties listed by `catalog:check`, those of which least is described. */
const LISTED = 15

/**
 * `npm run catalog:check`: what breaks a rule of content/README.md, and what is missing next. The official files are looked
 * at where CMS_RELEASES_DIR names them.
 */
await command(async () => {
  const entries = authoredCodes()
  const facts = allFacts()
  const rules = [...WORD_RULES, plainLanguage, relations, inReleases(facts), findable]
  const official = await officialOf(new Set(facts.map(({ code }) => code)))
  const findings: readonly Finding[] = [
    ...rules.flatMap((rule) => rule(entries)),
    ...(official ? [...ownWords(official.descriptors)(entries), ...differences(official)] : []),
  ]
  for (const { code, problem } of findings) console.log(`${code} ${problem}`)
  printCoverage(new Set(entries.map(({ code }) => code)), official)
  if (official === null) console.log('CMS_RELEASES_DIR is not set: facts and descriptors were not compared.')
  console.log(`${entries.length} codes authored`)
  if (findings.length > 0) throw new Sentence(`${findings.length} findings: see above, and content/README.md.`)

  function differences({ files }: Official): readonly Finding[] {
    const newest = files.at(-1)?.id
    return files.flatMap(({ id, rows }) => factsAgainst(facts, id, id === newest, rows))
  }
})

async function officialOf(codes: ReadonlySet<string>): Promise<Official | null> {
  const folder = env().CMS_RELEASES_DIR
  if (folder === '') return null
  const releases = RecordedReleases.parse(readContent('schedule/releases.json')).map(({ id }) => id)
  return readOfficial(folder, releases, codes)
}

function printCoverage(described: ReadonlySet<string>, official: Official | null): void {
  const used = servicesBySpecialty()
  // Without the official files, whatever is not a drug, a supply or a laboratory test may be work.
  const all = [...used.values()].flat().map(([code]) => code)
  const credited = official?.credited ?? new Set(all.filter((code) => /^(?!8)\d{5}$|^G\d{4}$/.test(code)))
  const covered = coverageOf(used, described, credited)
  console.log(`Described, of the services with work RVUs of each specialty (Medicare 2023), the least first:`)
  for (const { specialty, share, missing } of covered.slice(0, LISTED)) {
    console.log(`  ${(share / 10).toFixed(1)}% ${specialty}${missing.length ? `; next ${missing.join(', ')}` : ''}`)
  }
}
