import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { POST as postCalculate } from '@/app/api/v1/calculate/route'
import { GET as getCode } from '@/app/api/v1/codes/[code]/route'
import { GET as getLocalities } from '@/app/api/v1/localities/route'
import { POST as postParse } from '@/app/api/v1/parse/route'
import { CalculatedCaseAnswer } from '@/lib/features/openapi/schema'
import { CodeAnswer, LocalitiesAnswer } from '@/lib/features/reference/schema'
import { installRelease } from '@/lib/features/releases/service'
import { systemGrant } from '@/lib/server/session'
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { officialFolder, officialReleases } from '../../support/official-files'
import { must } from '../../support/people'
import { call } from './call'

const WANTED = ['rvu24a.zip', 'rvu24ar.zip', 'rvu25d.zip']
const zips = WANTED.flatMap((name) => officialReleases().find((path) => basename(path) === name) ?? [])
const absent = zips.length < WANTED.length

/** National amounts that CMS published for 2025, third quarter: one code, all localities. */
const paymentFile = officialFolder === null ? '' : join(officialFolder, '..', 'payments', 'PFREV25C.txt')
const noPayments = absent || !existsSync(paymentFile)

describe.skipIf(absent)(`the official releases ${WANTED.join(', ')}`, () => {
  let database: FreshDatabase
  beforeAll(async () => {
    database = await freshDatabase()
    for (const zip of zips) must(await installRelease(systemGrant('schedule:import'), zip))
  })
  afterAll(() => database.drop())

  const calculate = async (body: unknown) => {
    const answer = await call(postCalculate, { path: '/calculate', body })
    expect(answer.status).toBe(200)
    expect(CalculatedCaseAnswer.parse(answer.body)).toEqual(answer.body)
    return CalculatedCaseAnswer.parse(answer.body)
  }

  it('give the example of the contract', async () => {
    const answer = await calculate({
      ...{ release: 'RVU25D', dateOfService: '2025-11-03', locality: { carrier: '10112', locality: '00' } },
      ...{ qualifyingApm: false, practitioner: 'physician', role: 'attending', policy: 'cms_adjusted' },
      lines: [
        {
          ...{ id: '1', code: '47562', modifiers: [], units: 1, placeOfService: '21', dateOfService: '2025-11-03' },
          ...{ minutes: null, postoperativeDays: null, provider: 'self' },
        },
      ],
    })
    expect(answer).toMatchObject({
      ...{ release: 'RVU25D', conversionFactor: '32.3465', policy: 'cms_adjusted', warnings: [] },
      lines: [
        {
          ...{ row: { code: '47562', modifier: null }, valid: true, payable: true, setting: 'facility', status: 'A' },
          rvu: { work: '10.47', practiceExpense: '6.97', malpractice: '2.62', total: '20.06' },
          ...{ feeSchedule: '583.32', allowed: '583.32', workRvu: '10.47', creditedWorkRvu: '10.4700' },
          ...{ trainingWorkRvu: null, factor: '1', flags: [], components: [] },
        },
      ],
      totals: { allowed: '583.32', workRvu: '10.47', creditedWorkRvu: '10.4700' },
    })
  })

  it.each([
    // The correction took effect on March 9, 2024 (domain A5, A6).
    ['2024-03-08', 'RVU24A', '32.7442'],
    ['2024-03-09', 'RVU24AR', '33.2875'],
  ])('choose for %s %s', async (dateOfService, release, conversionFactor) => {
    expect(await calculate({ dateOfService, lines: [{ code: '99213' }] })).toMatchObject({ release, conversionFactor })
  })

  it('are read whole by localities and codes', async () => {
    const places = await call(getLocalities, { path: '/localities?release=RVU25D' })
    expect(LocalitiesAnswer.parse(places.body)).toEqual(places.body)
    expect(places.body['items']).toHaveLength(109)
    const code = await call(getCode, { path: '/codes/93458?release=RVU25D', params: { code: '93458' } })
    expect(code.status).toBe(200)
    expect(CodeAnswer.parse(code.body)).toEqual(code.body)
  })

  it('tell codes from modifiers as a physician types them', async () => {
    const body = { text: '99214-25, 20610 RT\n47562 x2; 2/30 99291', today: '2025-11-20' }
    const answer = await call(postParse, { path: '/parse', body })
    expect(answer.body['lines']).toMatchObject([
      { code: '99214', modifiers: ['25'], units: 1, known: true, caseIndex: 0, issues: [] },
      { code: '20610', modifiers: ['RT'], known: true, caseIndex: 0, issues: [] },
      { code: '47562', units: 2, known: true, caseIndex: 1, issues: [] },
      { code: '99291', known: true, caseIndex: 2, issues: [{ code: 'DATE_INVALID' }] },
    ])
  })

  describe.skipIf(noPayments)('and the amounts of PFREV25C', () => {
    it('agree to the cent, in every locality', async () => {
      // Year, carrier, locality, code, modifier, non-facility amount, facility amount; then indicators, then notices.
      const rows = readFileSync(paymentFile, 'latin1')
        .split(/\r?\n/)
        .map((row) => row.split(',').map((cell) => cell.replaceAll('"', '').trim()))
        .filter(([year]) => year === '2025')
      expect(rows).toHaveLength(109)
      const plain = (amount = '') => amount.replace(/^0+(?=\d)/, '')
      const wrong: string[] = []
      for (const [, carrier = '', locality = '', code, , nonFacility, facility] of rows) {
        const at = async (placeOfService: string) => {
          const { lines } = await calculate({
            ...{ release: 'RVU25D', dateOfService: '2025-11-03', locality: { carrier, locality } },
            lines: [{ code, placeOfService }],
          })
          return lines[0]?.allowed
        }
        const [office, hospital] = [await at('11'), await at('21')]
        if (office !== plain(nonFacility)) wrong.push(`${carrier}-${locality}: ${office} for ${plain(nonFacility)}`)
        if (hospital !== plain(facility)) wrong.push(`${carrier}-${locality}: ${hospital} for ${plain(facility)}`)
      }
      expect(wrong).toEqual([])
    })
  })
})
