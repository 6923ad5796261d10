import { describe, expect, it } from 'vitest'
import { categoryOf, kindOf, surgerySectionOf } from '@/lib/domain/catalog/category'
import { earlierRows, newestRows } from '@/lib/features/facts/service'
import { RecordedAnesthesia, RecordedLocalities, RecordedReleases } from '@/lib/features/releases/schema'
import { effectiveDateOf } from '@/lib/domain/schedule/release-id'
import { DownloadFile } from '@/lib/features/downloads/schema'
import {
  allFacts,
  authoredCodes,
  authoredFiles,
  authoredIn,
  factsFiles,
  factsIn,
  readContent,
  sentencesOf,
  textsOf,
} from '@/scripts/catalog/content'

const authored = authoredCodes()
const facts = allFacts()
const releases = RecordedReleases.parse(readContent('schedule/releases.json'))

describe('authored codes', () => {
  it.each(authoredFiles)('%s holds valid entries of its own category', (file) => {
    const group = file.replace(/\.json$/, '')
    const entries = authoredIn(file)
    expect(entries.length).toBeGreaterThan(0)
    expect(
      entries.filter(({ code }) => (surgerySectionOf(code) ?? categoryOf(code)) !== group).map(({ code }) => code),
    ).toEqual([])
  })

  it('are each described once', () => {
    expect(duplicates(authored.map(({ code }) => code))).toEqual([])
    expect(duplicates(authored.map(({ title }) => title.toLowerCase()))).toEqual([])
  })

  it('share no sentence: what is said of one code is not true of another in the same words', () => {
    // Of four words and more; "No." may answer two questions.
    const said = authored.flatMap((entry) =>
      [...new Set(sentencesOf(entry).map((sentence) => sentence.toLowerCase()))].filter(
        (sentence) => sentence.split(' ').length > 3,
      ),
    )
    expect(duplicates(said)).toEqual([])
  })

  it('of HCPCS Level II are never called CPT', () => {
    const wrong = authored
      .filter(({ code }) => kindOf(code) === 'hcpcs')
      .filter(({ code, title, description, plainLanguage, synonyms, ...rest }) => {
        const own = [title, description, plainLanguage, ...synonyms].join('\n')
        return (
          /\bCPT\b/.test(own) ||
          new RegExp(`CPT (code )?${code}|this CPT|CPT codes?\\b`, 'i').test(JSON.stringify(rest))
        )
      })
    expect(wrong.map(({ code }) => code)).toEqual([])
  })

  it('say "work RVU" where they say RVU', () => {
    const loose = authored.flatMap((entry) => textsOf(entry).filter((text) => /(?<!work |total )\bRVUs?\b/i.test(text)))
    expect(loose).toEqual([])
  })

  it('that name each other as related do so both ways, and none names itself', () => {
    const related = new Map(authored.map((entry) => [entry.code, new Set(entry.related.map(({ code }) => code))]))
    const oneWay = authored.flatMap(({ code, related: named }) =>
      named.filter((other) => related.get(other.code)?.has(code) === false).map((other) => `${code} to ${other.code}`),
    )
    expect(oneWay).toEqual([])
    expect(authored.filter(({ code }) => related.get(code)?.has(code)).map(({ code }) => code)).toEqual([])
  })
})

describe('facts', () => {
  it('stand beside the words, for the same codes in the same order', () => {
    const missing = authoredFiles.filter((file) => {
      const name = file.replace(/\.json$/, '.facts.json')
      if (!factsFiles.includes(name)) return true
      return codesOf(factsIn(name)).join() !== codesOf(authoredIn(file)).join()
    })
    expect(missing, 'run: npm run catalog:facts').toEqual([])
    expect(duplicates(codesOf(facts))).toEqual([])
  })

  it('hold the base of every endoscopy family that they name', () => {
    const held = new Set(codesOf(facts))
    const named = facts.flatMap((each) => [...newestRows(each), ...releases.flatMap(({ id }) => earlierRows(each, id))])
    expect(named.filter((row) => row.endoscopyBase !== '' && !held.has(row.endoscopyBase))).toEqual([])
    expect(named.some((row) => row.endoscopyBase === '45378')).toBe(true)
  })

  it('speak of recorded releases, each once a code, and tell a difference once', () => {
    const ids = new Set(releases.slice(0, -1).map(({ id }) => id))
    for (const { code, earlier } of facts) {
      const spoken = earlier.flatMap((entry) => entry.releases)
      expect([code, duplicates(spoken), spoken.filter((id) => !ids.has(id))]).toEqual([code, [], []])
      expect(duplicates(earlier.map(({ rows }) => JSON.stringify(rows)))).toEqual([])
    }
  })

  it('give a whole row for each earlier release, without payment', () => {
    // CMS: 47562 had 10.47 work RVUs through 2025 and 10.21 in 2026, both with 90 days.
    const gallbladder = facts.find(({ code }) => code === '47562')
    expect(gallbladder && earlierRows(gallbladder, 'RVU25D')).toMatchObject([
      { code: '47562', modifier: '', status: 'A', work: 1047n, globalPeriod: '090', payment: null },
    ])
    expect(gallbladder && newestRows(gallbladder)).toMatchObject([
      { work: 1021n, payment: { malpractice: expect.any(BigInt) } },
    ])
  })
})

describe('the recorded schedule', () => {
  it('names its releases in order, each from its own day', () => {
    expect(releases.filter(({ id, effectiveFrom }) => effectiveDateOf(id) !== effectiveFrom)).toEqual([])
    const dates = releases.map(({ effectiveFrom }) => effectiveFrom)
    expect(dates).toEqual(dates.toSorted())
    expect(duplicates(releases.map(({ id }) => id))).toEqual([])
  })

  it('has indices of the newest release and anesthesia factors of a release that it names', () => {
    const localities = RecordedLocalities.parse(readContent('schedule/localities.json'))
    const anesthesia = RecordedAnesthesia.parse(readContent('schedule/anesthesia.json'))
    expect(localities.release).toBe(releases.at(-1)?.id)
    // 109 Medicare localities since 2024 (CMS, GPCI2025 and GPCI2026).
    expect(localities.localities).toHaveLength(109)
    expect(releases.map(({ id }) => id)).toContain(anesthesia.release)
    // Alabama has no floor above 1.000 in work (CMS, GPCI2026).
    expect(localities.localities.find(({ carrier }) => carrier === '10112')).toMatchObject({
      locality: '00',
      state: 'AL',
      work: '1.000',
    })
  })

  it('has addresses to download from', () => {
    expect(DownloadFile.parse(readContent('schedule/downloads.json')).at(-1)?.id).toBe('RVU26D')
  })
})

const codesOf = (entries: readonly { readonly code: string }[]): string[] => entries.map(({ code }) => code)

function duplicates(values: readonly string[]): string[] {
  const seen = new Set<string>()
  return values.filter((value) => seen.has(value) || !seen.add(value))
}
