import { CreateKey, ListKeys, NameKey } from '@/lib/features/keys/schema'
import { createKey, listKeys, revokeKey } from '@/lib/features/keys/service'
import { route } from '@/lib/server/route'

export const GET = route({ permission: 'key:manage', input: ListKeys }, listKeys)
export const POST = route({ permission: 'key:manage', input: CreateKey, status: 201 }, createKey)
/** `?id=`; the same as DELETE of the key's own address. */
export const DELETE = route({ permission: 'key:manage', input: NameKey }, revokeKey)
