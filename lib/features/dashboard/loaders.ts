import { cache } from 'react'
import { sessionGrant } from '@/lib/server/session'
import type { Dashboard } from './schema'
import { readDashboard } from './service'

/** The dashboard of the session's person; null when nobody is signed in or the address is not confirmed. */
export const loadDashboard = cache(async (): Promise<Dashboard | null> => {
  const granted = await sessionGrant('case:read')
  return granted.ok ? readDashboard(granted.value) : null
})
