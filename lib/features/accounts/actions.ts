'use server'

import { action, publicAction } from '../../server/action'
import { Nothing, SignUp, UseToken } from './schema'
import { claimSetup, confirmAddress, resendVerification, signUp } from './service'

export const signUpAction = publicAction({ input: SignUp }, signUp)
export const confirmAddressAction = publicAction({ input: UseToken }, confirmAddress)
export const resendVerificationAction = action({ permission: 'profile:write', input: Nothing }, resendVerification)
export const claimSetupAction = action({ permission: 'platform:claim', input: UseToken }, claimSetup)
