import { signIn, signOut } from 'next-auth/react'
import { ok, refuse, type Result } from '../domain/shared/result'

const UNREACHED = 'Could not reach the server. Check the connection and try again.'

/** Opens a session in this browser. The refusal's sentence is for the person. */
export async function openSession(email: string, password: string): Promise<Result<null>> {
  const answer = await signIn('credentials', { email, password, redirect: false }).catch(() => undefined)
  if (answer === undefined) return refuse('CONFLICT', UNREACHED)
  return answer.ok && !answer.error ? ok(null) : refuse('NOT_SIGNED_IN', answer.error ?? UNREACHED)
}

/** Ends the session of this browser and goes to a page of ours. */
export async function closeSession(to: string): Promise<void> {
  await signOut({ redirect: false }).catch(() => undefined)
  window.location.assign(to)
}
