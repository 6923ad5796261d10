import { Nothing } from '@/lib/features/cases/schema'
import { listReleases } from '@/lib/features/releases/service'
import { publicRoute } from '@/lib/server/route'

export const GET = publicRoute({ input: Nothing, cache: 60 }, listReleases)
