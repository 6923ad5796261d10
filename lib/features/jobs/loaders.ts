import { sessionGrant } from '../../server/session'
import type { FailedJob } from './schema'
import { listFailedJobs } from './service'

/** Jobs that failed, the newest first; null for whoever does not run the platform. */
export async function loadFailedJobs(): Promise<readonly FailedJob[] | null> {
  const granted = await sessionGrant('platform:admin')
  return granted.ok ? listFailedJobs(granted.value) : null
}
