import type { AttendingDashboard, ResidentDashboard, StudentDashboard } from '../../lib/features/dashboard/schema'
import { EnteredNote } from '../case/entered-note'

interface DashboardEnteredProps {
  readonly dashboard: AttendingDashboard | ResidentDashboard | StudentDashboard
}

/** What one entered oneself stands under the figures, and is in none of them. */
export function DashboardEntered({ dashboard: { entered } }: DashboardEnteredProps) {
  const { lines, creditedWorkRvu, trainingWorkRvu } = entered
  return <EnteredNote lines={lines} credited={creditedWorkRvu} training={trainingWorkRvu} from="every number here" />
}
