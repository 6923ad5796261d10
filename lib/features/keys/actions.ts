'use server'

import { action } from '../../server/action'
import { CreateKey, NameKey } from './schema'
import { createKey, revokeKey } from './service'

export const createKeyAction = action({ permission: 'key:manage', input: CreateKey }, createKey)
export const revokeKeyAction = action({ permission: 'key:manage', input: NameKey }, revokeKey)
