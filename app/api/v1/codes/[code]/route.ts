import { CodeRequest } from '@/lib/features/catalog/schema'
import { suggestionsFor } from '@/lib/features/catalog/service'
import { codeDetail } from '@/lib/features/code-pages/service'
import { methods } from '@/lib/server/methods'
import { publicRoute } from '@/lib/server/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: publicRoute({ input: CodeRequest, cache: 60, explain: suggestionsFor }, codeDetail),
})
