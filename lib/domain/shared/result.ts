/** What a rule answers: a value, or a refusal that the caller must look at. Bugs throw; refusals never do. */
export type Result<T, E = Refusal> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

/** Every expected failure, one closed list. `lib/server/problem.ts` maps each to a status and to words. */
export type RefusalCode =
  | 'INVALID_INPUT'
  | 'NOT_SIGNED_IN'
  | 'NOT_ALLOWED'
  | 'NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  | 'CONFLICT'
  | 'VERSION_MISMATCH'
  | 'VERSION_REQUIRED'
  | 'TOO_MANY_REQUESTS'
  | 'TOO_LARGE'
  | 'NO_RELEASE_FOR_DATE'
  | 'RELEASE_NOT_INSTALLED'
  | 'LOCALITY_UNKNOWN'
  | 'FILE_UNREADABLE'
  | 'UNAVAILABLE'

/** One field that is wrong: `path` is dotted (`lines.0.code`), `message` says how to mend it. */
export type FieldError = { readonly path: string; readonly code: string; readonly message: string }

export type Refusal = {
  readonly code: RefusalCode
  readonly message: string
  readonly fields?: readonly FieldError[]
  /** Seconds until another try, for TOO_MANY_REQUESTS. */
  readonly retryAfter?: number
}

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export function refuse(
  code: RefusalCode,
  message: string,
  more: { fields?: readonly FieldError[]; retryAfter?: number } = {},
): { readonly ok: false; readonly error: Refusal } {
  return { ok: false, error: { code, message, ...more } }
}
