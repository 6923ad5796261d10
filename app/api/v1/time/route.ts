import { TimeInput } from '@/lib/features/time/schema'
import { countTime } from '@/lib/features/time/service'
import { publicRoute } from '@/lib/server/route'

export const POST = publicRoute({ input: TimeInput }, countTime)
