import NextAuth, { type NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import type { Result } from '../domain/shared/result'
import { env } from './env'
import { log } from './log'
import { SESSION_SECONDS } from './session'
import { addressOf } from './throttle'

declare module 'next-auth' {
  interface User {
    id: string
    sessionVersion: number
  }
}

/** Says whose the credentials are. A feature's; the route passes it in, because the edge knows no feature. */
export type CheckCredentials = (
  caller: { readonly address: string },
  credentials: { readonly email: string; readonly password: string },
) => Promise<Result<{ readonly id: string; readonly sessionVersion: number }>>

type RouteContext = { readonly params: Promise<{ nextauth: string[] }> }

/** The handler of `/api/auth/*`. */
export const authRoute =
  (check: CheckCredentials) =>
  (request: Request, context: RouteContext): Promise<Response> =>
    NextAuth(request as never, context as never, authOptions(check)) as Promise<Response>

/** Sessions are signed tokens that carry the person and the version of their sessions; session.ts reads them. */
export function authOptions(check: CheckCredentials): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [
      Credentials({
        name: 'password',
        credentials: { email: {}, password: {} },
        authorize: async (given, request) => {
          const caller = { address: addressOf(new Headers(request.headers as Record<string, string>)) }
          const found = await check(caller, { email: given?.email ?? '', password: given?.password ?? '' })
          // The sentence of the refusal is what the form shows.
          if (!found.ok) throw new Error(found.error.message)
          return found.value
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, version: user.sessionVersion } : token),
      session: ({ session }) => ({ expires: session.expires }),
    },
    logger: {
      error: (code) => log.error({ code }, 'signing in failed'),
      warn: (code) => log.debug({ code }, 'signing in'),
      debug: () => {},
    },
  }
}
