import { createHash, randomBytes } from 'node:crypto'
import { NextResponse, type NextRequest } from 'next/server'
import { HEAD_SCRIPT } from '@/components/shell/head-script'
import { decoded, readAddress } from '@/lib/domain/catalog/address'
import { isKnownCode } from '@/lib/features/catalog/service'
import { contentPolicy } from '@/lib/server/content-policy'
import { isProduction } from '@/lib/server/env'
import { hintSession } from '@/lib/server/session-hint'

const HASHES = [createHash('sha256').update(HEAD_SCRIPT).digest('base64')]
/** Of a page that is kept, the same each time. */
const KEPT_HEADERS = {
  'Content-Security-Policy': policy(null),
  // Browsers ask each time and get 304 while nothing changed: a new release shows at once.
  'Cache-Control': 'public, max-age=0, must-revalidate',
}
const MISSING = '/code-not-found'
const MOST_ASKED = 40

/** Gives each page its security policy, and sends every spelling of a code's address to the one it has. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const path = request.nextUrl.pathname
  const address = readAddress(path)
  if (path.startsWith(`${MISSING}/`)) return missing(request, decoded(path.slice(MISSING.length + 1)))
  if (address === null || address.kind === 'search') return dynamic(request)
  if (address.kind === 'unknown') return missing(request, address.asked)
  if (address.kind === 'code' && !(await isKnownCode(address.code))) return missing(request, address.code)
  if (path !== address.url) return NextResponse.redirect(new URL(address.url, request.url), 308)
  return kept()
}

export const config = {
  // Pages only: what is served as a file, and the API, take their headers from next.config.js.
  matcher: [
    '/((?!api/|_next/|icon\\.svg|robots\\.txt|sitemap\\.xml|sitemaps/|.*\\.(?:js|css|map|png|ico|webmanifest)$).*)',
  ],
}

/** A page that is made for everyone and kept: its own policy, without a nonce. */
function kept(): NextResponse {
  return NextResponse.next({ headers: KEPT_HEADERS })
}

/** A page made for this request: Next finds the nonce in the policy of the request. */
function dynamic(request: NextRequest): Promise<NextResponse> {
  const { headers, value } = withPolicy(request)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', value)
  return hintSession(request, response)
}

/** The page of near matches, with the status that says so. */
function missing(request: NextRequest, asked: string): NextResponse {
  const { headers, value } = withPolicy(request)
  // A clone of the request's own address: any other counts as another server, and is fetched from it.
  const url = request.nextUrl.clone()
  url.pathname = `${MISSING}/${encodeURIComponent(asked.slice(0, MOST_ASKED))}`
  url.search = ''
  const response = NextResponse.rewrite(url, { status: 404, request: { headers } })
  response.headers.set('Content-Security-Policy', value)
  response.headers.set('Cache-Control', 'no-store')
  return response
}

function withPolicy(request: NextRequest): { readonly headers: Headers; readonly value: string } {
  const value = policy(randomBytes(16).toString('base64'))
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', value)
  return { headers, value }
}

function policy(nonce: string | null): string {
  return contentPolicy({ nonce, development: !isProduction(), hashes: HASHES })
}
