import type { Metadata } from 'next'
import { AttendingView } from '@/components/dashboard/attending-view'
import { EmptyDashboard } from '@/components/dashboard/empty-dashboard'
import { ResidentView } from '@/components/dashboard/resident-view'
import { StudentView } from '@/components/dashboard/student-view'
import { loadDashboard } from '@/lib/features/dashboard/loaders'
import { clearSampleAction, showSampleAction } from '@/lib/features/samples/actions'
import { loadStale } from '@/lib/features/stale-cases/loaders'
import { requireMe } from '../require-me'

export const metadata: Metadata = { title: 'Dashboard' }
export const dynamic = 'force-dynamic'

export default async function DashboardPage() {
  await requireMe('/dashboard')
  const [dashboard, stale] = await Promise.all([loadDashboard(), loadStale()])
  switch (dashboard?.kind) {
    case undefined:
      return null
    case 'empty':
      return <EmptyDashboard dashboard={dashboard} showSample={showSampleAction} />
    case 'attending':
      return <AttendingView dashboard={dashboard} clearSample={clearSampleAction} stale={stale} />
    case 'resident':
      return <ResidentView dashboard={dashboard} clearSample={clearSampleAction} stale={stale} />
    case 'student':
      return <StudentView dashboard={dashboard} clearSample={clearSampleAction} stale={stale} />
  }
}
