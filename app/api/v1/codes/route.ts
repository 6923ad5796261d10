import { CodeQuery } from '@/lib/features/catalog/schema'
import { findCodes } from '@/lib/features/catalog/service'
import { publicRoute } from '@/lib/server/route'

export const GET = publicRoute({ input: CodeQuery, cache: 60 }, findCodes)
