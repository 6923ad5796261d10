'use server'

import { action } from '@/lib/server/action'
import { NoInput } from './schema'
import { clearSample, showSample } from './service'

export const showSampleAction = action({ permission: 'case:write', input: NoInput }, showSample)
export const clearSampleAction = action({ permission: 'case:write', input: NoInput }, clearSample)
