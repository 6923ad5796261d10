import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as listCodes } from '@/app/api/v1/codes/route'
import { GET as oneCode } from '@/app/api/v1/codes/[code]/route'
import type { AuthoredCode, CodeDetail, CodeList } from '@/lib/features/catalog/schema'
import { codeCounts, isKnownCode } from '@/lib/features/catalog/service'
import { replaceContent } from '@/lib/features/catalog/store'
import { loadCodePage } from '@/lib/features/code-pages/loaders'
import { installRelease } from '@/lib/features/releases/service'
import { pageCache } from '@/lib/server/page-cache'
import { systemGrant } from '@/lib/server/session'
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { releaseMembers, temporaryFolder, writeZip, type FixtureRow } from '../../support/release-fixtures'

const grant = systemGrant('schedule:import')
let database: FreshDatabase
let folder: Awaited<ReturnType<typeof temporaryFolder>>

const words = (
  code: string,
  title: string,
  synonyms: readonly string[],
  more: Partial<AuthoredCode> = {},
): AuthoredCode => ({
  code,
  title,
  synonyms: [...synonyms],
  description: `What ${code} is.`,
  plainLanguage: `What ${code} is, plainly.`,
  clinicalContext: `When ${code} is done.`,
  billingNotes: [`How ${code} is billed.`],
  specialties: ['General surgery'],
  faq: [{ question: `Is ${code} one?`, answer: 'Yes.' }],
  related: [],
  ...more,
})

const AUTHORED = [
  words('47562', 'Gallbladder removal, laparoscopic', ['lap chole'], { related: [{ code: '47600', reason: 'Open' }] }),
  words('47600', 'Gallbladder removal, open', ['open chole']),
  words('S9451', 'Exercise class', ['fitness class'], { specialties: ['Physical therapy'] }),
]

/** Factor 32.3465 in 2025. Payment is national: (work + practice expense + malpractice) x factor, rounded once. */
const ROWS: readonly FixtureRow[] = [
  { code: '47562', work: '10.00', nonFacilityPe: '7.00', facilityPe: '6.00', malpractice: '2.00', globalPeriod: '090', shares: ['0.10', '0.80', '0.10'], multiple: '2' }, // prettier-ignore
  { code: '47600', work: '20.00', nonFacilityPe: '10.00', facilityPe: '10.00', malpractice: '4.00', globalPeriod: '090', shares: ['0.10', '0.80', '0.10'], multiple: '2' }, // prettier-ignore
  { code: '47605', work: '16.00', globalPeriod: '090', shares: ['0.10', '0.80', '0.10'], multiple: '2' },
  { code: '49320', work: '4.00', globalPeriod: '010', shares: ['0.10', '0.80', '0.10'], multiple: '2' },
  { code: '47579', status: 'C', globalPeriod: 'YYY' },
  { code: '99213', work: '1.30', nonFacilityPe: '1.35', facilityPe: '0.57', malpractice: '0.10' },
  { code: 'S9451', status: 'I', globalPeriod: 'XXX', multiple: '9' },
]

beforeAll(async () => {
  database = await freshDatabase()
  folder = await temporaryFolder()
  await install('rvu25a.zip', ROWS.map((row) => (row.code === '47562' ? { ...row, work: '11.00' } : row)), 'January') // prettier-ignore
  await install('rvu25d.zip', ROWS, 'October')
  await replaceContent(grant, { checksum: 'words of the test', codes: AUTHORED, benchmarks: [] })
})
afterAll(async () => {
  await database.drop()
  await folder.remove()
})

async function install(name: string, rows: readonly FixtureRow[], month: string): Promise<void> {
  const result = await installRelease(grant, await writeZip(folder.path, name, releaseMembers({ rows, month })))
  if (!result.ok) throw new Error(result.error.message)
}

type Answer<T> = { readonly status: number; readonly body: T }

async function list(query: string): Promise<Answer<CodeList>> {
  const response = await listCodes(new Request(`http://test/api/v1/codes?${query}`), { params: Promise.resolve({}) })
  return { status: response.status, body: (await response.json()) as CodeList }
}

async function one<T = CodeDetail>(code: string, query = ''): Promise<Answer<T>> {
  const response = await oneCode(new Request(`http://test/api/v1/codes/${code}${query}`), {
    params: Promise.resolve({ code }),
  })
  return { status: response.status, body: (await response.json()) as T }
}

const codesOf = ({ body }: Answer<CodeList>): readonly string[] => body.items.map(({ code }) => code)

describe('GET /api/v1/codes', () => {
  it('finds what people say, a code and a beginning of codes', async () => {
    expect(codesOf(await list('q=lap+chole'))[0]).toBe('47562')
    expect(codesOf(await list('q=fitnes+clas'))[0]).toBe('S9451')
    expect(codesOf(await list('q=47605'))[0]).toBe('47605')
    expect([...codesOf(await list('q=476'))].sort()).toEqual(['47600', '47605'])
  })

  it('answers each code as the contract has it; CMS sets no value for 47579, which is not zero', async () => {
    const { body } = await list('q=47562')
    expect(body.items[0]).toEqual({
      code: '47562',
      kind: 'cpt',
      title: 'Gallbladder removal, laparoscopic',
      category: { slug: 'surgery', name: 'Surgery' },
      workRvu: '10.00',
      status: 'A',
      url: '/cpt-codes/surgery/47562',
    })
    const bare = (await list('q=47579')).body.items[0]
    expect(bare).toMatchObject({ title: 'Digestive tract, not described yet', workRvu: null, status: 'C' })
  })

  it('filters by category, kind and specialty, and pages to the end without a repeat', async () => {
    expect([...codesOf(await list('kind=hcpcs'))]).toEqual(['S9451'])
    expect(codesOf(await list('category=evaluation-management'))).toEqual(['99213'])
    expect(codesOf(await list('specialty=physical-therapy'))).toEqual(['S9451'])
    const seen: string[] = []
    let cursor = ''
    do {
      const { body } = await list(`limit=3${cursor}`)
      seen.push(...body.items.map(({ code }) => code))
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`
    } while (cursor !== '')
    expect(seen).toHaveLength(7)
    expect(new Set(seen).size).toBe(7)
  })

  it('refuses an unknown field and a limit that is too high', async () => {
    expect((await list('page=2')).status).toBe(400)
    expect((await list('limit=500')).status).toBe(400)
  })
})

describe('GET /api/v1/codes/{code}', () => {
  it('gives the row, its national payment and its history', async () => {
    const { status, body } = await one('47562')
    expect(status).toBe(200)
    expect(body).toMatchObject({ code: '47562', release: 'RVU25D', described: true })
    // Non-facility (10.00 + 7.00 + 2.00) x 32.3465 = 614.5835. Facility 18.00 x 32.3465 = 582.237, but the rows of the
    // test have outpatient columns there: (10.00 + 0.21 + 0.22) x 32.3465 = 337.373995 caps it. One factor in 2025.
    expect(body.rows).toEqual([
      expect.objectContaining({
        modifier: '',
        workRvu: '10.00',
        nonFacilityTotal: '19.00',
        facilityTotal: '18.00',
        payment: {
          nonFacility: '614.58',
          facility: '337.37',
          nonFacilityQualifyingApm: null,
          facilityQualifyingApm: null,
        },
        globalPeriod: '090',
        intraOp: '0.80',
      }),
    ])
    expect(body.history).toEqual([
      { release: 'RVU25A', effectiveFrom: '2025-01-01', workRvu: '11.00' },
      { release: 'RVU25D', effectiveFrom: '2025-10-01', workRvu: '10.00' },
    ])
    expect(body.related).toEqual([{ code: '47600', title: 'Gallbladder removal, open', reason: 'Open' }])
  })

  it('ranks it among the codes of its category that have work', async () => {
    // Surgery with work: 4, 10, 16, 20. Two above 10: third; one of four below: 25.0; median (10 + 16) / 2 = 13.00.
    expect((await one('47562')).body.categoryRank).toEqual({ rank: 3, of: 4, percentile: '25.0', median: '13.00' })
    expect((await one('47579')).body.categoryRank).toBeNull()
  })

  it('takes another release when one is named, and says when it is not installed', async () => {
    expect((await one('47562', '?release=RVU25A')).body.rows[0]?.workRvu).toBe('11.00')
    expect((await one('47562', '?release=RVU19A')).status).toBe(422)
  })

  it('gives no payment where the fee schedule has none, and never calls HCPCS Level II CPT', async () => {
    const { body } = await one('s9451')
    expect(body).toMatchObject({ code: 'S9451', kind: 'hcpcs', categoryRank: null })
    expect(body.rows[0]).toMatchObject({ status: 'I', payment: { nonFacility: null, facility: null } })
  })

  it('answers an unknown code with near matches', async () => {
    const { status, body } = await one<{ suggestions: readonly { code: string }[] }>('47652')
    expect(status).toBe(404)
    expect(body.suggestions.slice(0, 2).map(({ code }) => code)).toContain('47562')
    expect((await one('lap-chole')).status).toBe(404)
  })

  it('says how much is known', async () => {
    expect(await codeCounts()).toEqual({ known: 7, described: 3, releasesInstalled: 2, newestOfficial: 'RVU25D' })
    expect([await isKnownCode('47605'), await isKnownCode('99999')]).toEqual([true, false])
  })
})

describe('the page of a code', () => {
  it('explains a missing work RVU by its status, and has no rules that Medicare does not use', async () => {
    const page = await loadCodePage('S9451')
    expect(page).toMatchObject({
      standing: 'not-priced',
      rules: [],
      effects: [],
      peers: null,
      detail: { modifiers: [] },
    })
    expect(page?.statusMeaning).toBe('Not valid for Medicare: another code is used.')
  })

  it('divides the package by its own shares', async () => {
    // 10.00 at 10, 80 and 10 percent.
    expect((await loadCodePage('47562'))?.split).toEqual([
      { part: 'before', percent: '10', workRvu: '1.0000' },
      { part: 'operation', percent: '80', workRvu: '8.0000' },
      { part: 'after', percent: '10', workRvu: '1.0000' },
    ])
  })

  it('is compared with its section, and with related codes by their work', async () => {
    const page = await loadCodePage('47562')
    expect(page?.peers).toMatchObject({ name: 'Digestive tract', of: 4, rank: 3, whole: true })
    expect(page?.related[0]).toMatchObject({ code: '47600', workRvu: '20.00', difference: '10.00' })
  })
})

describe('the cache of pages', () => {
  const page = (html: string) => ({ value: { kind: 'APP_PAGE', html }, lastModified: 1, cacheControl: undefined })

  it('is shared by instances, and knows nothing after the catalog or the build changed', async () => {
    const [first, second] = [pageCache('build 1'), pageCache('build 1')]
    await first.set('/cpt-codes/surgery/47562', page('made once'))
    expect(await second.get('/cpt-codes/surgery/47562')).toMatchObject({ value: { html: 'made once' } })
    expect(await pageCache('build 2').get('/cpt-codes/surgery/47562')).toBeNull()
    await replaceContent(grant, { checksum: 'other words', codes: AUTHORED, benchmarks: [] })
    // Every instance asks for the revision once a second.
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    expect(await first.get('/cpt-codes/surgery/47562')).toBeNull()
    expect(await second.get('/cpt-codes/surgery/47562')).toBeNull()
  })

  it('does not take a page for a newer revision than the one it was made from', async () => {
    const cache = pageCache('build 1')
    expect(await cache.get('/slow')).toBeNull()
    await replaceContent(grant, { checksum: 'words while it was made', codes: AUTHORED, benchmarks: [] })
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    await cache.set('/slow', page('made from the words before'))
    expect(await cache.get('/slow')).toBeNull()
  })
})
