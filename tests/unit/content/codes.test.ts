import { describe, expect, it } from 'vitest'
import { categoryOf, surgerySectionOf } from '@/lib/domain/catalog/category'
import { earlierRows, newestRows } from '@/lib/features/facts/service'
import { RecordedAnesthesia, RecordedLocalities, RecordedReleases } from '@/lib/features/releases/schema'
import { effectiveDateOf } from '@/lib/domain/schedule/release-id'
import type { AuthoredCode } from '@/lib/features/catalog/schema'
import { DownloadFile } from '@/lib/features/downloads/schema'
import type { CodeUse } from '@/lib/features/use/schema'
import {
  allFacts,
  authoredCodes,
  authoredFiles,
  authoredIn,
  factsFiles,
  factsIn,
  readContent,
} from '@/scripts/catalog/content'
import { coverageOf } from '@/scripts/catalog/coverage'
import { ownWords } from '@/scripts/catalog/descriptor-rule'
import type { Rule } from '@/scripts/catalog/finding'
import { plainLanguage } from '@/scripts/catalog/plain-language'
import { inReleases, relations } from '@/scripts/catalog/relation-rules'
import { findable } from '@/scripts/catalog/search-rule'
import { WORD_RULES } from '@/scripts/catalog/word-rules'

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

  it.each([
    ...WORD_RULES.map((rule, at) => [`rule ${String(at + 1)} of the words`, rule] as const),
    ['plain language', plainLanguage],
    ['related codes', relations],
    ['releases', inReleases(facts)],
    ['search', findable],
  ] as const)('keep the rules of content/README.md: %s', (_name, rule) => {
    expect(rule(authored)).toEqual([])
  })

  it('are a thousand and more, with every visit that CMS prices', () => {
    expect(authored.length).toBeGreaterThanOrEqual(1_000)
    const described = new Set(codesOf(authored))
    const visits = [
      '99202',
      '99215',
      '99221',
      '99239',
      '99281',
      '99285',
      '99291',
      '99292',
      '99304',
      '99350',
      '99468',
      '99480',
    ]
    expect(visits.filter((code) => !described.has(code))).toEqual([])
  })
})

describe('a rule of the words', () => {
  const [entry] = authored
  const broken = (change: Partial<AuthoredCode>, rules: readonly Rule[] = WORD_RULES): readonly string[] => {
    if (!entry) throw new Error('nothing is described')
    return rules.flatMap((rule) => rule([{ ...entry, ...change }]).map(({ problem }) => problem))
  }

  it('finds what breaks it', () => {
    expect(broken({})).toEqual([])
    expect(broken({ faq: [] })).toEqual([expect.stringContaining('0 faq')])
    expect(broken({ specialties: ['Wizardry'] })).toEqual([expect.stringContaining('Wizardry')])
    expect(broken({ description: 'It has many RVUs.' })).toEqual([expect.stringContaining('RVU')])
    expect(broken({ title: 'Removal \u2013 of all' })).toEqual([expect.stringContaining('dash')])
    expect(broken({ code: 'G0121', title: 'A CPT service' })).toEqual([expect.stringContaining('called CPT')])
    expect(broken({ synonyms: ['the 47562 operation', 'its other name'] })).toEqual([
      expect.stringContaining('code in a synonym'),
    ])
    expect(broken({ synonyms: [entry?.title.toUpperCase() ?? '', 'its other name'] })).toEqual([
      expect.stringContaining('its title'),
    ])
  })

  it('finds words for patients that are hard to read', () => {
    const hard = 'Percutaneous transluminal angioplasty of atherosclerotic femoropopliteal occlusive disease.'
    expect(broken({ plainLanguage: hard }, [plainLanguage])).toEqual([expect.stringContaining('grade')])
    expect(broken({ plainLanguage: 'A doctor cleans the cut and closes it.' }, [plainLanguage])).toEqual([])
  })

  it('finds a relation to itself, to what is not described, and one that is not returned', () => {
    if (!entry) throw new Error('nothing is described')
    const to = (code: string) => [{ code, reason: 'near' }]
    const other = { ...entry, code: '00002', related: to('00003') }
    const problems = relations([{ ...entry, code: '00001', related: [...to('00001'), ...to('00002')] }, other])
    expect(problems.map(({ problem }) => problem)).toEqual([
      'is related to itself',
      'is related to 00002, which does not name it back',
      'is related to 00003, which is not described',
    ])
  })

  it('finds a sentence that two codes share, and a note that differs by one word', () => {
    if (!entry) throw new Error('nothing is described')
    const plainer = {
      ...entry,
      synonyms: ['one'],
      billingNotes: ['It is never paid beside the other one of these two.', 'b'],
    }
    const twin = { ...plainer, code: '00009', title: 'Another', synonyms: ['two'] }
    const almost = { ...twin, billingNotes: ['It is always paid beside the other one of these two.', 'b'] }
    const shared = WORD_RULES.flatMap((rule) => rule([plainer, twin])).map(({ problem }) => problem)
    expect(shared).toContainEqual(expect.stringContaining('shares a sentence'))
    const near = WORD_RULES.flatMap((rule) => rule([plainer, almost])).map(({ problem }) => problem)
    expect(near).toContainEqual(expect.stringContaining('a note but for one word'))
  })

  it('finds a name that is the descriptor of the AMA with its words moved', () => {
    // Made up: no descriptor is kept here.
    const descriptors = new Map([['00009', 'Excise left widget']])
    const names = (title: string) => broken({ code: '00009', title }, [ownWords(descriptors)])
    expect(names('Widget, left, excise')).toEqual([expect.stringContaining('descriptor')])
    expect(names('Removal of a widget')).toEqual([])
  })
})

describe('coverage', () => {
  it('is the share of services whose codes are described, and names the most used of the others', () => {
    const used = new Map<string, readonly CodeUse[]>([
      [
        'Cardiology',
        [
          ['93000', 60],
          ['93010', 30],
          ['J1100', 900],
          ['93005', 10],
        ],
      ],
    ])
    const [cardiology] = coverageOf(used, new Set(['93000']), new Set(['93000', '93010', '93005']))
    // 60 of 60 + 30 + 10; the drug is no work.
    expect(cardiology).toEqual({ specialty: 'Cardiology', share: 600, missing: ['93010', '93005'] })
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
