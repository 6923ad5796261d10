'use server'

import { action } from '../../server/action'
import { AddWorkplace, NameWorkplace, Onboarding, RemoveStage, SaveProfile, SaveStage, SaveWorkplace } from './schema'
import {
  addWorkplace,
  onboard,
  removeStage,
  saveProfile,
  saveStage,
  saveWorkplace,
  setDefaultWorkplace,
} from './service'

export const onboardAction = action({ permission: 'profile:write', input: Onboarding }, onboard)
export const saveProfileAction = action({ permission: 'profile:write', input: SaveProfile }, saveProfile)
export const saveStageAction = action({ permission: 'profile:write', input: SaveStage }, saveStage)
export const removeStageAction = action({ permission: 'profile:write', input: RemoveStage }, removeStage)
export const addWorkplaceAction = action({ permission: 'workplace:write', input: AddWorkplace }, addWorkplace)
export const saveWorkplaceAction = action({ permission: 'workplace:write', input: SaveWorkplace }, saveWorkplace)
export const setDefaultWorkplaceAction = action(
  { permission: 'workplace:write', input: NameWorkplace },
  setDefaultWorkplace,
)
