import { NameKey } from '@/lib/features/keys/schema'
import { revokeKey } from '@/lib/features/keys/service'
import { methods } from '@/lib/server/methods'
import { route } from '@/lib/server/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  DELETE: route({ permission: 'key:manage', input: NameKey }, revokeKey),
})
