import type { NextRequest, NextResponse } from 'next/server'
import { env } from './env'
import { SESSION_SECONDS, sessionCookie } from './session'

/** No secret and no proof: it says to pages that are kept for everyone which links to show. Their script reads it. */
const HINT = 'signed-in'

/** Keeps the hint as the session's cookie is; who is asked to sign in has a session no longer. */
export function hintSession(request: NextRequest, response: NextResponse): NextResponse {
  const open = request.cookies.has(sessionCookie()) && request.nextUrl.pathname !== '/sign-in'
  const said = request.cookies.get(HINT)?.value === 'yes'
  if (open && !said) {
    const secure = env().NEXTAUTH_URL.startsWith('https:')
    response.cookies.set(HINT, 'yes', { path: '/', sameSite: 'lax', maxAge: SESSION_SECONDS, secure })
  }
  if (!open && said) response.cookies.delete(HINT)
  return response
}
