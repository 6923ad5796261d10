import { cache } from 'react'
import { reading } from '../../server/db'
import { sessionGrant } from '../../server/session'
import type { WorkplaceRow } from './schema'
import { findLocalities, findMedicareShare, workplacesOf } from './store'

type Choice = { readonly value: string; readonly label: string }

/** Localities to choose from, by state: `13282-01` is `NY: Manhattan`. */
export async function loadLocalityChoices(): Promise<readonly Choice[]> {
  const rows = await findLocalities()
  return rows.map(({ carrier, locality, name, state }) => ({
    value: `${carrier}-${locality}`,
    label: `${state}: ${name}`,
  }))
}

/** The workplaces of the session's person, the one for new cases first; none when nobody is signed in. */
export const loadWorkplaces = cache(async (): Promise<readonly WorkplaceRow[]> => {
  const granted = await sessionGrant('profile:read')
  return granted.ok ? reading(granted.value, (tx) => workplacesOf(tx, granted.value)) : []
})

/** Percent of work that is Medicare, as the person stated it; null until stated. */
export async function loadMedicareShare(): Promise<string | null> {
  const granted = await sessionGrant('profile:read')
  return granted.ok ? reading(granted.value, (tx) => findMedicareShare(tx, granted.value)) : null
}
