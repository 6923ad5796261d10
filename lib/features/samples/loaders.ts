import { cache } from 'react'
import { sessionGrant } from '@/lib/server/session'
import { hasSample } from './service'

/** Whether the session's person has sample cases; false when nobody is signed in. */
export const loadHasSample = cache(async (): Promise<boolean> => {
  const granted = await sessionGrant('case:read')
  return granted.ok && hasSample(granted.value)
})
