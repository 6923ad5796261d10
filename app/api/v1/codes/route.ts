import { CodeQuery } from '@/lib/features/catalog/schema'
import { findCodes } from '@/lib/features/catalog/service'
import { methods } from '@/lib/server/methods'
import { publicRoute } from '@/lib/server/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: publicRoute({ input: CodeQuery, cache: 60 }, findCodes),
})
