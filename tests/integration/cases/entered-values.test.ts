import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LogCase } from '@/lib/features/cases/schema'
import { changeCase, getCase, logCase } from '@/lib/features/cases/service'
import { SummaryInput } from '@/lib/features/dashboard/schema'
import { summarize } from '@/lib/features/dashboard/service'
import { REPRICE } from '@/lib/features/repricing/schema'
import { agree, readOffice, runRepricing, startComparison } from '@/lib/features/repricing/service'
import { countStale } from '@/lib/features/stale-cases/service'
import { check } from '@/lib/server/input'
import { runDueJobs } from '@/lib/server/jobs'
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { makePerson, must, type TestPerson } from '../../support/people'
import { plainRow } from '../../support/release-fixtures'
import { installMadeUp } from '../api/call'

let database: FreshDatabase
let person: TestPerson

beforeEach(async () => {
  database = await freshDatabase()
  await installMadeUp({ name: 'rvu25a.zip', month: 'January', factor: '30.0000', rows: [plainRow('11111', '4.00')] })
  person = await makePerson()
})
afterEach(async () => {
  await database.drop()
})

/** 33333 is in no release yet. */
const entry = (lines: readonly object[]) =>
  LogCase.parse({ id: randomUUID(), dateOfService: '2025-10-06', placeOfService: '22', lines })
const log = (lines: readonly object[]) => logCase(person.grant('case:write'), entry(lines))
const own = { code: '33333', manual: { workRvu: '12.00', allowed: '850.00' } }
const read = async (id: string) => must(await getCase(person.grant('case:read'), { id }))

describe('a value entered by hand', () => {
  it('lets a code be logged that no release has, apart from every other total', async () => {
    expect(await log([{ code: '33333' }])).toMatchObject({
      error: { fields: [{ path: 'lines.0.code', code: 'CODE_UNKNOWN' }] },
    })
    const saved = must(await log([{ code: '11111' }, own]))
    // 4.00 work and (4.00 + 1.00) x 30.0000 of the schedule; 12.00 and $850.00 entered.
    expect(saved.totals).toEqual({
      allowed: '150.00',
      workRvu: '4.00',
      creditedWorkRvu: '4.0000',
      trainingWorkRvu: '0.0000',
      manual: { allowed: '850.00', workRvu: '12.00', creditedWorkRvu: '12.0000', lines: 1 },
    })
    expect(saved.lines[1]).toMatchObject({ valid: true, flags: ['MANUAL_VALUE'], manual: own.manual })
    expect(await read(saved.id)).toEqual(saved)
    const { totals } = must(await summarize(person.grant('case:read'), SummaryInput.parse({ groupBy: 'code' })))
    expect(totals).toMatchObject({
      workRvu: '4.00',
      creditedWorkRvu: '4.0000',
      manual: { lines: 1, workRvu: '12.00', creditedWorkRvu: '12.0000' },
    })
  })

  it('goes with its case when that is changed', async () => {
    const saved = must(await log([own]))
    const write = person.grant('case:write')
    const changed = must(await changeCase(write, { id: saved.id, version: 1, minutes: 30 }))
    expect(changed.lines[0]).toMatchObject({ creditedWorkRvu: '12.0000', manual: own.manual })
  })

  it('may name a code that it is like, and follows that', async () => {
    const saved = must(await log([{ code: '33333', manual: { comparator: '11111' } }]))
    expect(saved.totals.manual).toMatchObject({ workRvu: '4.00', creditedWorkRvu: '4.0000', allowed: '150.00' })
    expect(await log([{ code: '33333', manual: { comparator: '22222' } }])).toMatchObject({ ok: false })
  })

  it('is not kept where CMS sets a value', async () => {
    const saved = must(await log([{ code: '11111', manual: { workRvu: '40.00' } }]))
    expect(saved.lines[0]).toMatchObject({ creditedWorkRvu: '4.0000', manual: null })
  })

  it.each([[{}], [{ workRvu: '12.345' }], [{ workRvu: '-1' }], [{ workRvu: 12 }], [{ price: '1.00' }]])(
    'is refused at the door where it is not one: %o',
    async (manual) => {
      expect(check(LogCase, { dateOfService: '2025-10-06', lines: [{ code: '33333', manual }] }).ok).toBe(false)
    },
  )

  const compare = async () => {
    const { id } = must(await startComparison(person.grant('case:write')))
    await runDueJobs({ [REPRICE]: runRepricing })
    return id
  }
  const stale = () => countStale(person.grant('case:read'))
  const office = () => readOffice(person.grant('case:read'))

  it('is offered for re-pricing when the release arrives that has the code, and gone once that is agreed to', async () => {
    const saved = must(await log([{ code: '11111' }, own]))
    expect(await stale()).toMatchObject({ cases: 0 })
    const rows = [plainRow('11111', '4.00'), plainRow('33333', '9.00')]
    await installMadeUp({ name: 'rvu25d.zip', factor: '40.0000', rows })
    expect(await stale()).toEqual({ cases: 1, left: 0, releases: ['RVU25D'], policies: [] })
    const id = await compare()
    const offered = await office()
    // Listed 4.00 and (4.00 + 1.00) x 30 of RVU25A; under RVU25D both codes, 4.00 + 9.00, and (5.00 + 10.00) x 40.
    expect(offered.latest).toMatchObject({
      state: 'offered',
      cases: 1,
      before: { workRvu: '4.00', creditedWorkRvu: '4.0000', allowed: '150.00', manual: '12.0000' },
      after: { workRvu: '13.00', creditedWorkRvu: '13.0000', allowed: '600.00', manual: '0.0000' },
    })
    expect(offered.cases).toMatchObject([{ id: saved.id, manual: { before: '12.0000', after: '0.0000' } }])
    expect(await read(saved.id)).toEqual(saved)

    must(await agree(person.grant('case:write'), { id }))
    await runDueJobs({ [REPRICE]: runRepricing })
    const priced = await read(saved.id)
    expect(priced.totals).toMatchObject({ creditedWorkRvu: '13.0000', allowed: '600.00', manual: { lines: 0 } })
    expect(priced.lines[1]).toMatchObject({ manual: null, creditedWorkRvu: '9.0000', release: 'RVU25D', flags: [] })
    const { totals } = must(await summarize(person.grant('case:read'), SummaryInput.parse({})))
    expect(totals).toMatchObject({ creditedWorkRvu: '13.0000', manual: { lines: 0, creditedWorkRvu: '0.0000' } })
    expect(await stale()).toMatchObject({ cases: 0, left: 0 })
  })

  it('that follows another code is offered with the new value of that, and counts as a change', async () => {
    const saved = must(await log([{ code: '33333', manual: { comparator: '11111' } }]))
    await installMadeUp({ name: 'rvu25d.zip', factor: '30.0000', rows: [plainRow('11111', '5.00')] })
    const id = await compare()
    expect((await office()).latest).toMatchObject({
      moved: 1,
      before: { creditedWorkRvu: '0.0000', manual: '4.0000' },
      after: { creditedWorkRvu: '0.0000', manual: '5.0000' },
    })
    must(await agree(person.grant('case:write'), { id }))
    await runDueJobs({ [REPRICE]: runRepricing })
    expect((await read(saved.id)).totals.manual).toMatchObject({ creditedWorkRvu: '5.0000', lines: 1 })
  })
})
