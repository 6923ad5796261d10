import { checkCredentials } from '@/lib/features/credentials/service'
import { authRoute } from '@/lib/server/auth'

export const GET = authRoute(checkCredentials)
export const POST = authRoute(checkCredentials)
