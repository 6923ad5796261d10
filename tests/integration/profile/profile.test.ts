import { describe, expect, it } from 'vitest'
import { stageOn } from '@/lib/domain/access/stage'
import { calendarDate } from '@/lib/domain/shared/date'
import { findMe } from '@/lib/features/accounts/store'
import { AddWorkplace, Onboarding, SaveProfile, SaveStage } from '@/lib/features/profile/schema'
import {
  addWorkplace,
  onboard,
  removeStage,
  saveProfile,
  saveStage,
  saveWorkplace,
  setDefaultWorkplace,
} from '@/lib/features/profile/service'
import { findMedicareShare, workplacesOf } from '@/lib/features/profile/store'
import { reading } from '@/lib/server/db'
import { check } from '@/lib/server/input'
import { makePerson, must, type TestPerson } from '../../support/people'

const meOf = async (person: TestPerson) => {
  const me = await reading(person.grant('profile:read'), (tx) => findMe(tx, person.grant('profile:read')))
  if (!me) throw new Error('no such person')
  return me
}
const workplaces = (person: TestPerson) =>
  reading(person.grant('profile:read'), (tx) => workplacesOf(tx, person.grant('profile:read')))

const HOSPITAL = {
  name: 'County hospital',
  policy: 'unadjusted',
  clinicalFte: '0.40',
  annualTarget: '7000.00',
  placeOfService: '21',
} as const

describe('onboarding', () => {
  it('takes three answers of an attending and goes to the log', async () => {
    const person = await makePerson()
    const input = must(
      check(Onboarding, { stage: 'attending', specialty: 'general-surgery', place: '', clinicalFte: '0.85' }),
    )
    expect(must(await onboard(person.grant('profile:write'), input))).toEqual({ next: '/log' })
    const me = await meOf(person)
    expect(me).toMatchObject({ specialty: 'general-surgery', carrier: null, state: null })
    expect(me.onboardedAt).toBeInstanceOf(Date)
    expect(stageOn(me.stages, calendarDate('2026-01-15'))).toMatchObject({ stage: 'attending', trainingYear: null })
    expect(await workplaces(person)).toMatchObject([{ clinicalFte: '0.85', isDefault: true }])
  })

  it('takes the year of a resident, and needs no specialty of a student', async () => {
    const [resident, student] = [await makePerson(), await makePerson()]
    const year = must(check(Onboarding, { stage: 'resident', specialty: 'general-surgery', trainingYear: '3' }))
    expect(must(await onboard(resident.grant('profile:write'), year)).next).toBe('/log')
    expect(await meOf(resident)).toMatchObject({ stages: [{ stage: 'resident', trainingYear: 3 }] })
    const undecided = must(check(Onboarding, { stage: 'student', specialty: '', timeZone: 'America/Denver' }))
    expect(must(await onboard(student.grant('profile:write'), undecided)).next).toBe('/dashboard')
    expect(await meOf(student)).toMatchObject({ specialty: null, timeZone: 'America/Denver' })
  })

  it.each([
    [{ stage: 'attending', specialty: 'general-surgery', place: '', clinicalFte: '0' }, 'clinicalFte'],
    [{ stage: 'attending', specialty: 'general-surgery', place: '', clinicalFte: '1.51' }, 'clinicalFte'],
    [{ stage: 'attending', specialty: 'general-surgery', place: 'Boston', clinicalFte: '1' }, 'place'],
    [{ stage: 'resident', specialty: 'general-surgery', trainingYear: '0' }, 'trainingYear'],
    [{ stage: 'resident', specialty: 'wizardry', trainingYear: '1' }, 'specialty'],
    [{ stage: 'student', specialty: '', platformAdmin: 'on' }, 'platformAdmin'],
    [{ stage: 'student', specialty: '', timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ specialty: 'general-surgery' }, 'stage'],
  ])('says what is wrong with %j', (input, path) => {
    expect(check(Onboarding, input)).toMatchObject({ error: { fields: [{ path }] } })
  })

  it('says it in a sentence', () => {
    const input = { stage: 'attending', specialty: 'general-surgery', place: '', clinicalFte: '2' }
    expect(check(Onboarding, input)).toMatchObject({
      error: { message: 'Enter more than 0 and up to 1.50. Leave admin and research time out.' },
    })
  })

  it('refuses a locality that the newest release does not have, at its field', async () => {
    const person = await makePerson()
    const input = must(
      check(Onboarding, { stage: 'attending', specialty: 'general-surgery', place: '99999-99', clinicalFte: '1' }),
    )
    expect(await onboard(person.grant('profile:write'), input)).toMatchObject({
      error: { code: 'LOCALITY_UNKNOWN', fields: [{ path: 'place' }] },
    })
    expect((await meOf(person)).onboardedAt).toBeNull()
  })
})

describe('the career stage', () => {
  it('is dated: a case keeps the stage of its day', async () => {
    const person = await makePerson()
    const grant = person.grant('profile:write')
    must(await onboard(grant, { stage: 'resident', specialty: 'general-surgery', trainingYear: 5 }))
    must(await saveStage(grant, must(check(SaveStage, { stage: 'attending', from: '2026-07-01' }))))
    const { stages } = await meOf(person)
    expect(stageOn(stages, calendarDate('2026-06-30'))).toMatchObject({ stage: 'resident', trainingYear: 5 })
    expect(stageOn(stages, calendarDate('2026-07-01'))).toMatchObject({ stage: 'attending', trainingYear: null })
    // The same day again replaces it.
    must(await saveStage(grant, must(check(SaveStage, { stage: 'resident', from: '2026-07-01', trainingYear: '6' }))))
    expect((await meOf(person)).stages).toHaveLength(2)
  })

  it('is never without one, and another cannot remove it', async () => {
    const [person, other] = [await makePerson(), await makePerson()]
    const from = calendarDate('2026-07-01')
    must(await saveStage(person.grant('profile:write'), { stage: 'attending', from }))
    expect(await removeStage(other.grant('profile:write'), { from })).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await removeStage(person.grant('profile:write'), { from })).toMatchObject({ error: { code: 'CONFLICT' } })
    expect((await meOf(person)).stages).toHaveLength(1)
  })

  it('has a year for residents alone', () => {
    expect(check(SaveStage, { stage: 'attending', from: '2026-07-01', trainingYear: '1' }).ok).toBe(false)
    expect(check(SaveStage, { stage: 'resident', from: '2026-07-01' }).ok).toBe(false)
    expect(check(SaveStage, { stage: 'attending', from: '2026-02-30' }).ok).toBe(false)
  })
})

describe('the profile', () => {
  const FORM = {
    name: ' Ada Ray ',
    specialty: 'general-surgery',
    place: '',
    practitioner: 'physician',
    timeZone: 'America/Chicago',
    medicareShare: '37.5',
  }

  it('keeps what the form says; a box that is not ticked is not sent', async () => {
    const person = await makePerson()
    const grant = person.grant('profile:write')
    must(await saveProfile(grant, must(check(SaveProfile, { ...FORM, qualifyingApm: 'on' }))))
    expect(await meOf(person)).toMatchObject({ name: 'Ada Ray', qualifyingApm: true, timeZone: 'America/Chicago' })
    const read = person.grant('profile:read')
    expect(await reading(read, (tx) => findMedicareShare(tx, read))).toBe('37.5')
    must(await saveProfile(grant, must(check(SaveProfile, { ...FORM, medicareShare: '' }))))
    expect(await meOf(person)).toMatchObject({ qualifyingApm: false })
    expect(await reading(read, (tx) => findMedicareShare(tx, read))).toBeNull()
  })

  it.each([
    ['medicareShare', '100.01'],
    ['medicareShare', '-1'],
    ['practitioner', 'wizard'],
    ['timeZone', 'Nowhere'],
    ['email', 'other@example.org'],
  ])('refuses %s %s', (field, value) => {
    expect(check(SaveProfile, { ...FORM, [field]: value })).toMatchObject({ error: { fields: [{ path: field }] } })
  })

  it('of another person stays as it is', async () => {
    const [person, other] = [await makePerson(), await makePerson()]
    must(await saveProfile(person.grant('profile:write'), must(check(SaveProfile, FORM))))
    expect(await meOf(other)).toMatchObject({ name: '', specialty: null })
  })
})

describe('workplaces', () => {
  it('are added beside the first, and one is for new cases', async () => {
    const person = await makePerson()
    const grant = person.grant('workplace:write')
    const { id } = must(await addWorkplace(grant, must(check(AddWorkplace, { ...HOSPITAL, annualTarget: '7,000' }))))
    expect(await workplaces(person)).toMatchObject([
      { id: person.workplaceId, isDefault: true },
      { id, name: 'County hospital', annualTarget: '7000', clinicalFte: '0.40', isDefault: false },
    ])
    must(await setDefaultWorkplace(grant, { id }))
    expect((await workplaces(person)).map((each) => [each.id, each.isDefault])).toEqual([
      [id, true],
      [person.workplaceId, false],
    ])
  })

  it('of another person are not found, and stay as they are', async () => {
    const [person, other] = [await makePerson(), await makePerson()]
    const grant = other.grant('workplace:write')
    const change = { id: person.workplaceId, ...HOSPITAL }
    expect(await saveWorkplace(grant, change)).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await setDefaultWorkplace(grant, { id: person.workplaceId })).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await workplaces(person)).toMatchObject([{ name: 'My practice', isDefault: true }])
    expect(await workplaces(other)).toMatchObject([{ name: 'My practice', isDefault: true }])
  })

  it.each([
    ['name', ' '],
    ['clinicalFte', '1.51'],
    ['clinicalFte', '0.855'],
    ['annualTarget', '0'],
    ['annualTarget', '7000.123'],
    ['placeOfService', '00'],
    ['policy', 'generous'],
    ['isDefault', 'true'],
  ])('refuse %s "%s"', (field, value) => {
    expect(check(AddWorkplace, { ...HOSPITAL, [field]: value })).toMatchObject({ error: { fields: [{ path: field }] } })
  })

  it('take an FTE at the ends of what is allowed', () => {
    expect(check(AddWorkplace, { ...HOSPITAL, clinicalFte: '0.01' }).ok).toBe(true)
    expect(check(AddWorkplace, { ...HOSPITAL, clinicalFte: '1.50' }).ok).toBe(true)
  })
})
