import type { Metadata } from 'next'
import { AttendingView } from '@/components/dashboard/attending-view'
import { EmptyDashboard } from '@/components/dashboard/empty-dashboard'
import { ResidentView } from '@/components/dashboard/resident-view'
import { StudentView } from '@/components/dashboard/student-view'
import { loadDashboard } from '@/lib/features/dashboard/loaders'
import { clearSampleAction, showSampleAction } from '@/lib/features/samples/actions'
import { requireMe } from '../require-me'

export const metadata: Metadata = { title: 'Dashboard' }
export const dynamic = 'force-dynamic'

export default async function DashboardPage() {
  await requireMe('/dashboard')
  const dashboard = await loadDashboard()
  switch (dashboard?.kind) {
    case undefined:
      return null
    case 'empty':
      return <EmptyDashboard dashboard={dashboard} showSample={showSampleAction} />
    case 'attending':
      return <AttendingView dashboard={dashboard} clearSample={clearSampleAction} />
    case 'resident':
      return <ResidentView dashboard={dashboard} clearSample={clearSampleAction} />
    case 'student':
      return <StudentView dashboard={dashboard} clearSample={clearSampleAction} />
  }
}
