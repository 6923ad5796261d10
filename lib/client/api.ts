import { refuse, type FieldError, type Result } from '../domain/shared/result'

type Problem = { readonly detail?: string; readonly errors?: readonly FieldError[] }

type Call = {
  readonly body?: unknown
  /** Sent as If-Match. */
  readonly version?: number
  readonly signal?: AbortSignal
}

/** Calls our own interface with the session of this browser. A refusal's sentence is for the person. */
export async function callApi<T>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  call: Call = {},
): Promise<Result<T>> {
  const response = await fetch(path, requestOf(method, call)).catch(() => null)
  if (response === null) {
    return refuse('CONFLICT', 'No answer from the server. Nothing was changed; try again when there is a signal.')
  }
  if (response.status === 204) return { ok: true, value: undefined as T }
  const answer: unknown = await response.json().catch(() => null)
  return response.ok ? { ok: true, value: answer as T } : refusalOf(response.status, answer)
}

function requestOf(method: string, { body, version, signal }: Call): RequestInit {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' }
  if (version !== undefined) headers['If-Match'] = `"${version}"`
  const rest = { ...(body === undefined ? {} : { body: JSON.stringify(body) }), ...(signal ? { signal } : {}) }
  return { method, headers, ...rest }
}

function refusalOf(status: number, answer: unknown) {
  if (status === 401) {
    return refuse('NOT_SIGNED_IN', 'Your session ended. Sign in again; what you typed is kept on this device.')
  }
  const { detail, errors } = (answer ?? {}) as Problem
  return refuse('INVALID_INPUT', detail ?? 'The server could not do this. Try again.', errors ? { fields: errors } : {})
}
