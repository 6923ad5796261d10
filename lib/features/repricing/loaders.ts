import { sessionGrant } from '@/lib/server/session'
import { readOffice, type RepricingOffice } from './service'

/** Where re-pricing of the session's log stands; null where nobody is signed in. */
export async function loadRepricing(): Promise<RepricingOffice | null> {
  const granted = await sessionGrant('case:read')
  return granted.ok ? readOffice(granted.value) : null
}
