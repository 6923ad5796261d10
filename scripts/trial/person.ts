import { randomUUID } from 'node:crypto'
import { Sentence } from '../launch/sentence'

export type Person = { readonly email: string; readonly password: string }

/**
 * Opens and confirms an account through the product's own use-cases, on the database that this process is set to. The
 * secret is the one of the link in the mail.
 */
export async function openAccount(): Promise<Person> {
  const { confirmAddress, signUp } = await import('../../lib/features/accounts/service')
  const { reading } = await import('../../lib/server/db')
  const { systemGrant } = await import('../../lib/server/session')
  const person = { email: `${randomUUID()}@example.org`, password: randomUUID() }
  const caller = { address: '127.0.0.1' }
  const opened = await signUp(caller, person)
  if (!opened.ok) throw new Sentence(opened.error.message)
  const mail = await reading(systemGrant('job:run'), (tx) =>
    tx.mail.findFirstOrThrow({ where: { recipient: person.email }, select: { text: true } }),
  )
  const token = /[?&]token=([\w-]+)/.exec(mail.text)?.[1] ?? ''
  const confirmed = await confirmAddress(caller, { token })
  if (!confirmed.ok) throw new Sentence(confirmed.error.message)
  return person
}

/** Signs in over HTTP, as the form does. Returns the session's cookie. */
export async function signIn(address: string, { email, password }: Person): Promise<string> {
  const asked = await fetch(`${address}/api/auth/csrf`)
  const { csrfToken } = (await asked.json()) as { csrfToken: string }
  const answer = await fetch(`${address}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(asked) },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true', callbackUrl: address }),
  })
  const session = cookiesOf(answer)
    .split('; ')
    .find((cookie) => cookie.includes('session-token='))
  if (!session) throw new Sentence(`Signing in at ${address} gave no session (${answer.status}).`)
  return session
}

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** A key that may read and write cases, made with a session from our own pages. */
export async function makeKey(address: string, session: string): Promise<string> {
  const answer = await fetch(`${address}/api/v1/keys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: session, origin: address },
    body: JSON.stringify({ name: 'trial', scopes: ['cases:read', 'cases:write'] }),
  })
  if (!answer.ok) throw new Sentence(`No key was made (${answer.status}): ${await answer.text()}`)
  return ((await answer.json()) as { key: string }).key
}
