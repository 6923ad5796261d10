import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const SKIPPED = new Set([
  'node_modules',
  '.git',
  '.next',
  '.data',
  '.test-data',
  'generated',
  'test-results',
  'playwright-report',
])
const OURS =
  /\.(ts|tsx|mjs|cjs|js|json|md|mdx|css|sql|prisma|yaml|yml|html|txt|tsv|csv)$|Dockerfile|\.env\.example|^run$/
const THIS_FILE = path.join('tests', 'architecture', 'words.test.ts')

function filesUnder(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return []
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return filesUnder(file)
    return OURS.test(entry.name) && file !== THIS_FILE ? [file] : []
  })
}

const files = filesUnder('.')

/** `file:line` of every place where the words stand. */
const placesOf = (words: RegExp, among: readonly string[]): string[] =>
  among.flatMap((file) =>
    fs
      .readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, at) => (words.test(line) ? [`${file}:${String(at + 1)}`] : [])),
  )

describe('what is in the project', () => {
  it('is looked at whole', () => {
    expect(files).toEqual(
      expect.arrayContaining(['README.md', path.join('.ci', 'run'), path.join('lib', 'server', 'env.ts')]),
    )
  })

  it('names no folder of the machine it was written on', () => {
    const elsewhere = files.filter((file) => file !== path.join('.ci', 'run'))
    expect(
      placesOf(/(^|[\s'"`=(:])\/(work|root|home)\/|\.\.\/shared\/(data|design|examples|hooks|reference)/, elsewhere),
    ).toEqual([])
  })

  it('names no registry but the public one', () => {
    expect(
      placesOf(/https?:\/\/(?!registry\.npmjs\.org)[\w.-]*(registry|artifactory|nexus|verdaccio)[\w.-]*[:/]/, files),
    ).toEqual([])
  })

  it('leaves nothing to be done later, switches no rule off and skips no test', () => {
    const code = files.filter((file) => /\.(ts|tsx|mjs|js|cjs)$/.test(file))
    expect(
      placesOf(
        /\b(TODO|FIXME|XXX:)|eslint-disable|@ts-(ignore|nocheck)|\b(it|test|describe)\.(only|skip|todo)\(/,
        code,
      ),
    ).toEqual([])
  })

  it('holds no figure of a proprietary survey', () => {
    const content = files.filter((file) => file.startsWith(`content${path.sep}`))
    expect(placesOf(/\b(MGMA|AMGA|SullivanCotter|Sullivan Cotter|AAMC|Vizient)\b/, content)).toEqual([])
  })
})
