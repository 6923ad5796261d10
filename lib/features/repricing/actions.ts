'use server'

import { action } from '@/lib/server/action'
import { NoInput, RepricingById } from './schema'
import { agree, decline, goOn, startComparison, takeBack } from './service'

export const startComparisonAction = action({ permission: 'case:write', input: NoInput }, startComparison)
export const agreeAction = action({ permission: 'case:write', input: RepricingById }, agree)
export const declineAction = action({ permission: 'case:write', input: RepricingById }, decline)
export const takeBackAction = action({ permission: 'case:write', input: RepricingById }, takeBack)
export const goOnAction = action({ permission: 'case:write', input: RepricingById }, goOn)
