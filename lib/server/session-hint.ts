import type { NextRequest, NextResponse } from 'next/server'
import { env } from './env'
import { requestActor, SESSION_SECONDS, sessionCookie } from './session'

/** No secret and no proof: it says to pages that are kept for everyone which links to show. Their script reads it. */
const HINT = 'signed-in'

/**
 * Keeps the hint as the session is. One that is there goes with the session's cookie, and where its owner is asked to sign
 * in; one that is not comes only with a session that is open, since a cookie may outlive it.
 */
export async function hintSession(request: NextRequest, response: NextResponse): Promise<NextResponse> {
  const said = request.cookies.get(HINT)?.value === 'yes'
  const mayBeOpen = request.cookies.has(sessionCookie()) && request.nextUrl.pathname !== '/sign-in'
  if (said && !mayBeOpen) response.cookies.delete(HINT)
  if (!said && mayBeOpen && (await requestActor(request)).kind === 'person') {
    const secure = env().NEXTAUTH_URL.startsWith('https:')
    response.cookies.set(HINT, 'yes', { path: '/', sameSite: 'lax', maxAge: SESSION_SECONDS, secure })
  }
  return response
}
