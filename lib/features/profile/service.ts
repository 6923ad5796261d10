import { randomUUID } from 'node:crypto'
import type { Grant } from '../../domain/access/grant'
import type { LocalityKey } from '../../domain/schedule/locality'
import { ok, refuse, type Result } from '../../domain/shared/result'
import { recordAudit } from '../../server/audit'
import { now } from '../../server/clock'
import { transaction, type Tx } from '../../server/db'
import {
  FIRST_DAY,
  type AddWorkplace,
  type NameWorkplace,
  type Onboarding,
  type RemoveStage,
  type SaveProfile,
  type SaveStage,
  type SaveWorkplace,
} from './schema'
import * as store from './store'

type Place = { readonly state: string | null; readonly carrier: string | null; readonly locality: string | null }

/** State, carrier and locality of a choice; none for the nation. */
async function placeOf(key: LocalityKey | null): Promise<Result<Place>> {
  if (key === null) return ok({ state: null, carrier: null, locality: null })
  const found = await store.findLocality(key)
  if (found) return ok({ state: found.state, carrier: found.carrier, locality: found.locality })
  const message = 'The newest release has no such locality. Choose one of the list.'
  return refuse('LOCALITY_UNKNOWN', message, { fields: [{ path: 'place', code: 'LOCALITY_UNKNOWN', message }] })
}

const gone = () => refuse('NOT_FOUND', 'This account is gone.')
export type Next = { readonly next: '/log' | '/dashboard' }

/** Keeps the answers to the three questions and says where to go on. */
export async function onboard(grant: Grant<'profile:write'>, input: Onboarding): Promise<Result<Next>> {
  const place = await placeOf(input.stage === 'attending' ? input.place : null)
  if (!place.ok) return place
  const { specialty, timeZone } = input
  return transaction(grant, async (tx) => {
    const change = { specialty, ...(timeZone === undefined ? {} : { timeZone }), ...place.value, onboardedAt: now() }
    if (!(await store.updateProfile(tx, grant, change))) return gone()
    await store.putStage(tx, grant, { ...stageOf(input), from: FIRST_DAY })
    if (input.stage === 'attending') await store.setDefaultFte(tx, grant, input.clinicalFte)
    recordAudit(tx, grant, { action: 'profile.onboarded', subject: input.stage })
    return ok({ next: input.stage === 'student' ? '/dashboard' : '/log' })
  })
}

const stageOf = (input: Onboarding) =>
  input.stage === 'resident' ? { stage: input.stage, trainingYear: input.trainingYear } : { stage: input.stage }

export async function saveProfile(grant: Grant<'profile:write'>, input: SaveProfile): Promise<Result<null>> {
  const { place: key, ...rest } = input
  const place = await placeOf(key)
  if (!place.ok) return place
  return transaction(grant, async (tx) => {
    if (!(await store.updateProfile(tx, grant, { ...rest, ...place.value }))) return gone()
    recordAudit(tx, grant, { action: 'profile.saved', subject: 'profile' })
    return ok(null)
  })
}

/** Writes the stage from a day on. Cases of earlier days stay in the stage they were done in. */
export async function saveStage(grant: Grant<'profile:write'>, input: SaveStage): Promise<Result<null>> {
  return transaction(grant, async (tx) => {
    await store.putStage(tx, grant, input)
    recordAudit(tx, grant, { action: 'stage.saved', subject: input.stage, detail: { from: input.from } })
    return ok(null)
  })
}

export async function removeStage(grant: Grant<'profile:write'>, { from }: RemoveStage): Promise<Result<null>> {
  return transaction(grant, async (tx) => {
    if (!(await store.deleteStage(tx, grant, from))) return refuse('NOT_FOUND', 'No stage begins on this day.')
    if ((await store.countStages(tx, grant)) === 0) {
      return refuse('CONFLICT', 'Keep at least one stage. Change this one instead.')
    }
    recordAudit(tx, grant, { action: 'stage.removed', subject: from })
    return ok(null)
  })
}

const MOST_WORKPLACES = 20
const notTheirs = () => refuse('NOT_FOUND', 'There is no such workplace.')

export async function addWorkplace(
  grant: Grant<'workplace:write'>,
  input: AddWorkplace,
): Promise<Result<{ readonly id: string }>> {
  return transaction(grant, async (tx) => {
    const count = await store.countWorkplaces(tx, grant)
    if (count >= MOST_WORKPLACES) return refuse('CONFLICT', `Keep at most ${MOST_WORKPLACES} workplaces.`)
    const id = randomUUID()
    await store.insertWorkplace(tx, grant, { ...input, id, isDefault: count === 0 })
    recordAudit(tx, grant, { action: 'workplace.added', subject: id })
    return ok({ id })
  })
}

const changing =
  <Input extends { readonly id: string }>(
    action: string,
    change: (tx: Tx, grant: Grant<'workplace:write'>, input: Input) => Promise<boolean>,
  ) =>
  (grant: Grant<'workplace:write'>, input: Input): Promise<Result<null>> =>
    transaction(grant, async (tx) => {
      if (!(await change(tx, grant, input))) return notTheirs()
      recordAudit(tx, grant, { action, subject: input.id })
      return ok(null)
    })

export const saveWorkplace = changing<SaveWorkplace>('workplace.saved', (tx, grant, { id, ...change }) =>
  store.updateWorkplace(tx, grant, id, change),
)

/** New cases go here unless they name another. */
export const setDefaultWorkplace = changing<NameWorkplace>('workplace.made-default', (tx, grant, { id }) =>
  store.setDefault(tx, grant, id),
)
