import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agree, goOn, startComparison, takeBack } from '@/lib/features/repricing/service'
import { asOwner, freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { makePerson, must } from '../../support/people'
import { compare, log, newer, office, older, read, run } from './late'

let database: FreshDatabase

beforeEach(async () => {
  database = await freshDatabase()
})
afterEach(async () => {
  await database.drop()
})

describe('re-pricing that fails', () => {
  const offered = async () => {
    await older()
    const person = await makePerson()
    const saved = await log(person, '11111', '2025-10-06')
    await newer()
    return { person, write: person.grant('case:write'), saved, id: await compare(person) }
  }

  /** The database refuses to take lines of this code. */
  const refuseLines = (code: string) =>
    asOwner(
      database.ownerUrl,
      `
      create function refuse_lines() returns trigger language plpgsql as $$ begin
        if new.code = '${code}' then raise exception 'refused by the test'; end if; return new; end $$;
      create trigger refuse_lines before insert on case_lines for each row execute function refuse_lines()`,
    )
  const takeLines = () => asOwner(database.ownerUrl, 'drop trigger refuse_lines on case_lines')

  it('stops and says so, leaves every case whole, and goes on or is taken back as its owner likes', async () => {
    const { person, write, saved, id } = await offered()
    expect(await goOn(write, { id })).toMatchObject({ error: { code: 'CONFLICT' } })
    must(await agree(write, { id }))
    await refuseLines('11111')
    await run()
    expect((await office(person)).latest).toMatchObject({ state: 'applying', stopped: true, applied: 0, cases: 1 })
    expect(await read(person, saved.id)).toEqual(saved)
    expect(await startComparison(write)).toMatchObject({ error: { code: 'CONFLICT' } })

    must(await goOn(write, { id }))
    await run()
    expect((await office(person)).latest).toMatchObject({ state: 'applying', stopped: true })
    await takeLines()
    must(await goOn(write, { id }))
    expect((await office(person)).latest).toMatchObject({ state: 'applying', stopped: false })
    await run()
    expect((await office(person)).latest).toMatchObject({ state: 'done', stopped: false, applied: 1 })
    expect(await read(person, saved.id)).toMatchObject({ totals: { creditedWorkRvu: '5.0000' }, version: 2 })
  })

  it('can be taken back where it stopped', async () => {
    const { person, write, saved, id } = await offered()
    must(await agree(write, { id }))
    expect(await takeBack(write, { id })).toMatchObject({ error: { code: 'CONFLICT' } })
    await refuseLines('11111')
    await run()
    must(await takeBack(write, { id }))
    await run()
    expect((await office(person)).latest).toMatchObject({ state: 'taken-back', stopped: false })
    expect(await read(person, saved.id)).toEqual(saved)
    expect(await goOn((await makePerson()).grant('case:write'), { id })).toMatchObject({ error: { code: 'NOT_FOUND' } })
  })
})
