import { LocalitiesInput } from '@/lib/features/schedule/schema'
import { listLocalities } from '@/lib/features/schedule/service'
import { publicRoute } from '@/lib/server/route'

export const GET = publicRoute({ input: LocalitiesInput, cache: 60 }, listLocalities)
