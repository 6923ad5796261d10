'use server'

import { action } from '../../server/action'
import { AddVersion, CreatePolicy, NamePolicy } from './schema'
import { addVersion, archivePolicy, bringBackPolicy, createPolicy } from './service'

export const createPolicyAction = action({ permission: 'workplace:write', input: CreatePolicy }, createPolicy)
export const addVersionAction = action({ permission: 'workplace:write', input: AddVersion }, addVersion)
export const archivePolicyAction = action({ permission: 'workplace:write', input: NamePolicy }, archivePolicy)
export const bringBackPolicyAction = action({ permission: 'workplace:write', input: NamePolicy }, bringBackPolicy)
