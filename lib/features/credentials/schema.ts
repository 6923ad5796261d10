import { z } from 'zod'
import { Email, NewPassword, PASSWORD_LONGEST, Token } from '../accounts/schema'

/** A password as it was: no rule, only a bound on what gets hashed. */
const GivenPassword = z
  .string({ error: 'Enter your password.' })
  .min(1, 'Enter your password.')
  .max(PASSWORD_LONGEST, `A password here has at most ${PASSWORD_LONGEST} characters.`)

export const Credentials = z.strictObject({ email: Email, password: GivenPassword })

export const AskReset = z.strictObject({ email: Email })
export type AskReset = z.output<typeof AskReset>

export const ResetPassword = z.strictObject({ token: Token, password: NewPassword })
export type ResetPassword = z.output<typeof ResetPassword>

export const ChangePassword = z.strictObject({ current: GivenPassword, password: NewPassword })
export type ChangePassword = z.output<typeof ChangePassword>

export const ChangeEmail = z.strictObject({ email: Email, current: GivenPassword })
export type ChangeEmail = z.output<typeof ChangeEmail>
