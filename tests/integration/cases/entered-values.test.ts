import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LogCase } from '@/lib/features/cases/schema'
import { changeCase, getCase, logCase } from '@/lib/features/cases/service'
import { SummaryInput } from '@/lib/features/dashboard/schema'
import { summarize } from '@/lib/features/dashboard/service'
import { REPRICE } from '@/lib/features/repricing/schema'
import { agree, readOffice, runRepricing, startComparison } from '@/lib/features/repricing/service'
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

  it('is offered for re-pricing when the release arrives that has the code', async () => {
    const saved = must(await log([own]))
    const rows = [plainRow('11111', '4.00'), plainRow('33333', '9.00')]
    await installMadeUp({ name: 'rvu25d.zip', factor: '40.0000', rows })
    const { id } = must(await startComparison(person.grant('case:write')))
    await runDueJobs({ [REPRICE]: runRepricing })
    expect((await readOffice(person.grant('case:read'))).latest).toMatchObject({ state: 'offered', cases: 1 })
    expect(await read(saved.id)).toEqual(saved)
    must(await agree(person.grant('case:write'), { id }))
    await runDueJobs({ [REPRICE]: runRepricing })
    // 9.00 work and (9.00 + 1.00) x 40.0000 of RVU25D, no longer entered.
    const priced = await read(saved.id)
    expect(priced.totals).toMatchObject({ creditedWorkRvu: '9.0000', allowed: '400.00', manual: { lines: 0 } })
    expect(priced.lines[0]?.manual).toBeNull()
  })
})
