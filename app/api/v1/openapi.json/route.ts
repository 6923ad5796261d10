import { Nothing } from '@/lib/features/cases/schema'
import { describeApi } from '@/lib/features/openapi/service'
import { publicRoute } from '@/lib/server/route'

export const GET = publicRoute({ input: Nothing, cache: 300 }, describeApi)
