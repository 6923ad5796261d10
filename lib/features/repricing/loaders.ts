import { sessionGrant } from '@/lib/server/session'
import type { StaleCases } from './schema'
import { countStale, readOffice, type RepricingOffice } from './service'

/** Where re-pricing of the session's log stands; null where nobody is signed in. */
export async function loadRepricing(): Promise<RepricingOffice | null> {
  const granted = await sessionGrant('case:read')
  return granted.ok ? readOffice(granted.value) : null
}

/** Saved cases that would go by another release or policy today. */
export async function loadStale(): Promise<StaleCases> {
  const granted = await sessionGrant('case:read')
  return granted.ok ? countStale(granted.value) : { cases: 0, releases: [], policies: [] }
}
