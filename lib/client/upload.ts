import { refuse, type FieldError, type Result } from '../domain/shared/result'

type Problem = { readonly detail?: string; readonly errors?: readonly FieldError[] }

/** Sends one file as it is, with the session of this browser. A refusal's sentence is for the person. */
export async function sendFile<T>(address: string, file: File): Promise<Result<T>> {
  const headers = { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name) }
  const response = await fetch(address, { method: 'POST', headers, body: file }).catch(() => null)
  if (response === null)
    return refuse('CONFLICT', `${file.name} did not arrive. Check the connection and send it again.`)
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return { ok: true, value: answer as T }
  const { detail, errors = [] } = (answer ?? {}) as Problem
  const fields = errors.filter(({ path }) => path !== '')
  return refuse(
    'INVALID_INPUT',
    detail ?? 'The server could not take the file. Try again.',
    fields.length ? { fields } : {},
  )
}
