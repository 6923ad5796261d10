import type { Refusal, RefusalCode } from '../domain/shared/result'

/** The one place where a refusal becomes a status and a title. */
const PROBLEMS: Readonly<Record<RefusalCode, readonly [status: number, title: string]>> = {
  INVALID_INPUT: [400, 'The request is not valid'],
  NOT_SIGNED_IN: [401, 'Not signed in'],
  NOT_ALLOWED: [403, 'Not allowed'],
  NOT_FOUND: [404, 'Not found'],
  METHOD_NOT_ALLOWED: [405, 'Not a method of this address'],
  CONFLICT: [409, 'Conflict'],
  VERSION_MISMATCH: [412, 'Changed since you read it'],
  VERSION_REQUIRED: [412, 'If-Match is required'],
  TOO_LARGE: [413, 'Too large'],
  FILE_UNREADABLE: [422, 'The file cannot be read'],
  NO_RELEASE_FOR_DATE: [422, 'No release for this date'],
  RELEASE_NOT_INSTALLED: [422, 'The release is not installed'],
  LOCALITY_UNKNOWN: [422, 'Unknown locality'],
  UNAVAILABLE: [503, 'Not available now'],
  TOO_MANY_REQUESTS: [429, 'Too many requests'],
}

const address = (code: string): string => `urn:rvu-edge:problem:${code.toLowerCase().replaceAll('_', '-')}`

/** An RFC 9457 answer. `more` adds members, such as the suggestions of an unknown code. */
export function problem(refusal: Refusal, more: Readonly<Record<string, unknown>> = {}): Response {
  const [status, title] = PROBLEMS[refusal.code]
  const errors = refusal.fields ?? [{ path: '', code: refusal.code, message: refusal.message }]
  const body = { type: address(refusal.code), title, status, detail: refusal.message, errors, ...more }
  const headers = new Headers({
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  if (refusal.retryAfter !== undefined) headers.set('Retry-After', String(refusal.retryAfter))
  return new Response(JSON.stringify(body), { status, headers })
}

/** For a fault of ours: says nothing of it but the id under which it was logged. */
export function fault(requestId: string): Response {
  const body = {
    type: address('FAULT'),
    title: 'Something failed here',
    status: 500,
    detail: `Nothing was changed. Try again; if it stays, report it with the id ${requestId}.`,
    errors: [],
  }
  return new Response(JSON.stringify(body), {
    status: 500,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
