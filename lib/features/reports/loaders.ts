import { sessionGrant } from '../../server/session'
import { ReportCursor, type ReportPage } from './schema'
import { listReports } from './service'

/** Reports that were sent, the newest first; null for whoever does not run the platform. */
export async function loadReports(after: string | undefined): Promise<ReportPage | null> {
  const granted = await sessionGrant('platform:admin')
  if (!granted.ok) return null
  const cursor = ReportCursor.safeParse(after)
  return listReports(granted.value, cursor.success ? cursor.data : null)
}
