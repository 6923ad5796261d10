import { Skeleton } from '@/components/ui/skeleton'

export default function LoadingDashboard() {
  return (
    <div className="pt-s-6">
      <Skeleton label="Loading your dashboard" withFinding rows={8} />
    </div>
  )
}
