import { CreateKey, ListKeys, NameKey } from '@/lib/features/keys/schema'
import { createKey, listKeys, revokeKey } from '@/lib/features/keys/service'
import { methods } from '@/lib/server/methods'
import { route } from '@/lib/server/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ permission: 'key:manage', input: ListKeys }, listKeys),
  POST: route({ permission: 'key:manage', input: CreateKey, status: 201 }, createKey),
  /** `?id=`; the same as DELETE of the key's own address. */
  DELETE: route({ permission: 'key:manage', input: NameKey }, revokeKey),
})
