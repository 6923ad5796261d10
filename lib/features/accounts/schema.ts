import { z } from 'zod'

const PASSWORD_SHORTEST = 12
export const PASSWORD_LONGEST = 200
export const PASSWORD_HINT = 'At least 12 characters. Four unrelated words are easy to keep and hard to guess.'

export const Email = z
  .string({ error: 'Enter your mail address.' })
  .trim()
  .toLowerCase()
  .max(254, 'Enter an address of at most 254 characters.')
  .pipe(z.email('Enter a mail address such as name@hospital.org.'))

export const NewPassword = z
  .string({ error: 'Choose a password.' })
  .min(PASSWORD_SHORTEST, `Use at least ${PASSWORD_SHORTEST} characters.`)
  .max(PASSWORD_LONGEST, `Use at most ${PASSWORD_LONGEST} characters.`)

export const Token = z
  .string({ error: 'The link is not complete. Open it from the message again.' })
  .regex(/^[\w-]{20,100}$/, 'The link is not complete. Open it from the message again.')

export const SAME_AS_ADDRESS = 'Choose a password other than your mail address.'

/** True where the password is the address itself, in whatever case. */
export const isAddress = (password: string, email: string): boolean => password.trim().toLowerCase() === email

export const SignUp = z
  .strictObject({ email: Email, password: NewPassword })
  .refine(({ email, password }) => !isAddress(password, email), { path: ['password'], message: SAME_AS_ADDRESS })
export type SignUp = z.output<typeof SignUp>

export const UseToken = z.strictObject({ token: Token })
export type UseToken = z.output<typeof UseToken>

export const Nothing = z.strictObject({})

/** A path of this site to go on to. Whatever could leave the site (`//host`, `/\host`, a scheme) becomes `otherwise`. */
export function sitePath(text: unknown, otherwise: string): string {
  const here = 'http://here.invalid'
  if (typeof text !== 'string' || !/^\/(?![/\\])/.test(text) || !URL.canParse(text, here)) return otherwise
  const url = new URL(text, here)
  if (url.origin !== here || url.pathname.startsWith('//')) return otherwise
  return `${url.pathname}${url.search}${url.hash}`
}
