import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replaceContent } from '@/lib/features/catalog/store'
import { loadComparison } from '@/lib/features/comparison/loaders'
import { loadModifier } from '@/lib/features/modifiers/loaders'
import { loadReleaseLines, loadReleasePage } from '@/lib/features/release-changes/loaders'
import { loadShard, loadShards } from '@/lib/features/sitemaps/loaders'
import { loadSpecialties, loadSpecialty } from '@/lib/features/specialties/loaders'
import { systemGrant } from '@/lib/server/session'
import { plainRow, type FixtureRow } from '../../support/release-fixtures'
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { installMadeUp } from '../api/call'

/** Codes with practice expense 1.00 and no malpractice; the last is a placeholder of CMS. */
const ROWS: readonly FixtureRow[] = [
  plainRow('47562', '10.00'),
  plainRow('47600', '20.00'),
  plainRow('99213', '1.30'),
  plainRow('99214', '1.92'),
  { code: 'GXXX1', work: '0.00' },
]

const words = (code: string, title: string, specialties: readonly string[]) => ({
  ...{ code, title, synonyms: ['said'], description: 'What it is.', plainLanguage: 'Plainly.' },
  ...{ clinicalContext: 'When.', billingNotes: ['How.'], specialties: [...specialties] },
  ...{ faq: [{ question: 'Is it?', answer: 'Yes.' }], related: [] },
})

const NOTHING = { gained: [], lost: [], added: [], ended: [] }

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await installMadeUp(
    // 99214 came and 47605 went; 47562 rose by 1.00, 47600 fell by the 2.5 % of 2026, 99213 stayed.
    { name: 'rvu25d.zip', rows: [plainRow('47562', '9.00'), plainRow('47600', '20.51'), plainRow('99213', '1.30'), plainRow('47605', '15.00')] }, // prettier-ignore
    { name: 'rvu26c.zip', year: '2026', month: 'July', rows: ROWS, factor: '33.4009' },
  )
  const codes = [
    words('47562', 'Gallbladder removal, laparoscopic', ['General Surgery']),
    words('47600', 'Gallbladder removal, open', ['General Surgery', 'Pediatric Surgery']),
    words('99213', 'Office visit', ['Family Medicine']),
  ]
  await replaceContent(systemGrant('schedule:import'), { checksum: 'words', codes, benchmarks: [] })
})
afterAll(() => database.drop())

describe('a release', () => {
  it('is compared with the one held before it', async () => {
    const page = await loadReleasePage('RVU26C')
    expect(page).toMatchObject({
      ...{ release: { id: 'RVU26C' }, before: { id: 'RVU25D' }, unheld: ['RVU26A', 'RVU26B'], next: null },
      ...{ factors: { standard: '33.4009' }, effectiveTo: null },
    })
    const { gained, lost, added, ended, ...counts } = page?.changes ?? NOTHING
    // 20.51 x 0.975 = 19.99725, which rounds to 20.00.
    expect(counts).toEqual({ both: 3, raised: 1, lowered: 1, byEfficiency: 1 })
    expect(gained).toEqual([
      { code: '47562', title: 'Gallbladder removal, laparoscopic', url: '/cpt-codes/surgery/47562', before: '9.00', after: '10.00', difference: '1.00', percent: '11.1' }, // prettier-ignore
    ])
    expect(lost).toMatchObject([{ code: '47600', difference: '-0.51', percent: '-2.5' }])
    // A placeholder of CMS is no code.
    expect(added).toMatchObject([{ code: '99214', workRvu: '1.92' }])
    expect(ended).toMatchObject([{ code: '47605' }])
  })

  it('that is the first has nothing before it, and one that is not held has no page', async () => {
    expect(await loadReleasePage('RVU25D')).toMatchObject({ before: null, changes: null, effectiveTo: '2026-06-30' })
    expect(await loadReleasePage('RVU20A')).toBeNull()
    expect((await loadReleaseLines()).map(({ id, moved }) => [id, moved])).toEqual([
      ['RVU26C', 2],
      ['RVU25D', null],
    ])
  })
})

describe('a specialty', () => {
  it('has the codes that Medicare paid it for, the most first, and those described as its own', async () => {
    const hub = await loadSpecialty('general-surgery')
    // Of its 50 codes of 2023 in content/use, this release and this catalog know three.
    expect(hub?.used.map(({ code }) => code)).toEqual(['99213', '99214', '47562'])
    expect(hub?.used.map(({ services }) => services)).toEqual(hub?.used.map(({ services }) => services).toSorted((a, b) => b - a)) // prettier-ignore
    expect(hub?.others).toMatchObject([{ name: 'Digestive tract', items: [{ code: '47600' }] }])
    expect(hub?.codes).toBe(4)
  })

  it('without a code, or unknown, has no page', async () => {
    expect(await loadSpecialty('pediatric-anesthesiology')).toBeNull()
    expect(await loadSpecialty('magic')).toBeNull()
    const urls = (await loadSpecialties()).map(({ url }) => url)
    expect(urls).toContain('/specialties/pediatric-surgery')
    expect(urls).not.toContain('/specialties/pediatric-anesthesiology')
  })
})

describe('a modifier', () => {
  it('is worked on its line, where a release has the code', async () => {
    // Both the example of 22 and this release have 47562; nothing is added until the payer agrees.
    const page = await loadModifier('22')
    expect(page?.words.modifier).toBe('22')
    expect(page?.example?.with).toEqual(page?.example?.without)
    expect(page?.related.map(({ url }) => url)).toContain('/modifiers/52')
    expect((await loadModifier('62'))?.example).toBeNull()
    expect(await loadModifier('ZZ')).toBeNull()
  })

  it('counts the codes whose rows take it', async () => {
    // The fixture gives every row bilateral indicator 1 and co-surgeon indicator 3.
    expect((await loadModifier('50'))?.takers).toMatchObject({ codes: 5, of: 5 })
    expect((await loadModifier('62'))?.takers).toMatchObject({ codes: 0 })
    expect((await loadModifier('22'))?.takers).toBeNull()
  })
})

it('codes side by side are those asked for, six at most, and the unknown are named', async () => {
  const asked = await loadComparison('47562, 47600,zz9 99213;99214 47562 a b c d')
  expect(asked.pages.map(({ detail }) => detail.code)).toEqual(['47562', '47600', '99213', '99214'])
  expect(asked.unknown).toEqual(['ZZ9', 'A'])
  expect(asked.leftOut).toEqual(['B', 'C', 'D'])
  expect(await loadComparison('')).toEqual({ pages: [], unknown: [], leftOut: [] })
  expect(await loadComparison('9'.repeat(1_000))).toEqual({ pages: [], unknown: ['999999999999'], leftOut: [] })
})

it('sitemaps list what is described, the hubs and the subjects, each once', async () => {
  expect(await loadShards()).toEqual(['pages', 'evaluation-management', 'surgery'])
  expect(await loadShard('surgery')).toEqual(['/cpt-codes/surgery/47562', '/cpt-codes/surgery/47600'])
  expect(await loadShard('dental')).toBeNull()
  const pages = (await loadShard('pages')) ?? []
  expect(pages).toEqual([...new Set(pages)])
  expect(pages).toEqual(expect.arrayContaining(['/', '/releases/RVU26C', '/modifiers/LT', '/specialties/general-surgery', '/cpt-codes/digestive'])) // prettier-ignore
})
