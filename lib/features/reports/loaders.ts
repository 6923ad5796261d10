import { check } from '../../server/input'
import { sessionGrant } from '../../server/session'
import { ReportCursor, type ReportedCode, type ReportPage } from './schema'
import { loadCodePage } from '../code-pages/loaders'
import { CalculateInput } from '../schedule/schema'
import { calculate } from '../schedule/service'
import { listReports } from './service'

/** Reports that were sent, the newest first; null for whoever does not run the platform. */
export async function loadReports(after: string | undefined): Promise<ReportPage | null> {
  const granted = await sessionGrant('platform:admin')
  if (!granted.ok) return null
  const cursor = ReportCursor.safeParse(after)
  return listReports(granted.value, cursor.success ? cursor.data : null)
}

/** What the page of a code shows, to be reported; null where there is no such code, or no release to value it by. */
export async function loadReportedCode(code: string): Promise<ReportedCode | null> {
  const page = await loadCodePage(code)
  if (!page) return null
  const { detail, url, place, release } = page
  const lines = [{ code: detail.code, placeOfService: place }]
  const input = check(CalculateInput, { lines, ...(release ? { release: release.id } : {}) })
  const answer = input.ok ? await calculate(input.value) : input
  return answer.ok ? { code: detail.code, title: detail.title, url, answer: answer.value } : null
}
