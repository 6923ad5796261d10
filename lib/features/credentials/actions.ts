'use server'

import { action, publicAction } from '../../server/action'
import { AskReset, ChangeEmail, ChangePassword, ResetPassword } from './schema'
import { askEmailChange, askReset, changePassword, resetPassword } from './service'

export const askResetAction = publicAction({ input: AskReset }, askReset)
export const resetPasswordAction = publicAction({ input: ResetPassword }, resetPassword)
export const changePasswordAction = action({ permission: 'profile:write', input: ChangePassword }, changePassword)
export const askEmailChangeAction = action({ permission: 'profile:write', input: ChangeEmail }, askEmailChange)
