import { cache } from 'react'
import { stageOn, type CareerStage, type DatedStage } from '../../domain/access/stage'
import { dateIn } from '../../domain/shared/date'
import type { LocalityKey } from '../../domain/schedule/locality'
import { now } from '../../server/clock'
import { reading } from '../../server/db'
import { sessionGrant } from '../../server/session'
import { findMe } from './store'

/** The person of the session, as pages need them. */
export type Me = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly verified: boolean
  readonly onboarded: boolean
  readonly platformAdmin: boolean
  /** The stage of today; null before onboarding. */
  readonly stage: CareerStage | null
  readonly trainingYear: number | null
  /** All stages with the day each began, oldest first. */
  readonly stages: readonly DatedStage[]
  /** Slug of content/specialties.json. */
  readonly specialty: string | null
  readonly state: string | null
  /** Null: national values. */
  readonly locality: LocalityKey | null
  readonly practitioner: string
  readonly qualifyingApm: boolean
  readonly timeZone: string
}

/** The person of the session, once a request; null when nobody is signed in. */
export const loadMe = cache(async (): Promise<Me | null> => {
  const granted = await sessionGrant('profile:read')
  if (!granted.ok) return null
  const grant = granted.value
  const row = await reading(grant, (tx) => findMe(tx, grant))
  if (!row) return null
  const { verifiedAt, onboardedAt, carrier, locality, stages, ...me } = row
  const today = stageOn(stages, dateIn(me.timeZone, now()))
  return {
    ...me,
    verified: verifiedAt !== null,
    onboarded: onboardedAt !== null,
    stage: today?.stage ?? null,
    trainingYear: today?.trainingYear ?? null,
    stages: stages.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    locality: carrier !== null && locality !== null ? { carrier, locality } : null,
  }
})
