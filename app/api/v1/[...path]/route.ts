import { z } from 'zod'
import { refuse } from '@/lib/domain/shared/result'
import { publicRoute } from '@/lib/server/route'

/** Whatever is sent to an address that there is not. */
const Anything = z.looseObject({})
const noSuchAddress = () =>
  Promise.resolve(refuse('NOT_FOUND', 'There is no such address. /api/v1/openapi.json lists those there are.'))

export const GET = publicRoute({ input: Anything }, noSuchAddress)
export const POST = publicRoute({ input: Anything }, noSuchAddress)
export const PUT = publicRoute({ input: Anything }, noSuchAddress)
export const PATCH = publicRoute({ input: Anything }, noSuchAddress)
export const DELETE = publicRoute({ input: Anything }, noSuchAddress)
