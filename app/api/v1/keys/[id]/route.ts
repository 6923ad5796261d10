import { NameKey } from '@/lib/features/keys/schema'
import { revokeKey } from '@/lib/features/keys/service'
import { route } from '@/lib/server/route'

export const DELETE = route({ permission: 'key:manage', input: NameKey }, revokeKey)
