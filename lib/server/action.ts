import { headers } from 'next/headers'
import type { z } from 'zod'
import type { Grant, Permission } from '../domain/access/grant'
import { refuse, type Refusal, type Result } from '../domain/shared/result'
import { check } from './input'
import { log } from './log'
import { sessionGrant } from './session'
import { addressOf } from './throttle'

/** What a form gets back; plain data, so that it crosses to the browser. */
export type ActionResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal }
export type Action<T> = (input: unknown) => Promise<ActionResult<T>>

/** The address of the caller, for throttles of what anyone may do. */
export type Caller = { readonly address: string }

/** A server action that needs a permission. Permission and schema are not optional. */
export function action<P extends Permission, S extends z.ZodType, T>(
  options: { readonly permission: P; readonly input: S },
  service: (grant: Grant<P>, input: z.output<S>) => Promise<Result<T>>,
): Action<T> {
  return (raw) =>
    safely(async () => {
      const granted = await sessionGrant(options.permission)
      if (!granted.ok) return granted
      const input = check(options.input, plain(raw))
      return input.ok ? service(granted.value, input.value) : input
    })
}

/** A server action that anyone may call: signing up, asking for a reset. The service throttles by the caller. */
export function publicAction<S extends z.ZodType, T>(
  options: { readonly input: S },
  service: (caller: Caller, input: z.output<S>) => Promise<Result<T>>,
): Action<T> {
  return (raw) =>
    safely(async () => {
      const input = check(options.input, plain(raw))
      return input.ok ? service({ address: addressOf(await headers()) }, input.value) : input
    })
}

async function safely<T>(work: () => Promise<Result<T>>): Promise<ActionResult<T>> {
  try {
    return await work()
  } catch (error) {
    log.error({ error: String(error) }, 'an action failed')
    return refuse('CONFLICT', 'Something failed here and nothing was changed. Try again in a moment.')
  }
}

/** A form's fields as an object, without Next's own. */
function plain(raw: unknown): unknown {
  if (!(raw instanceof FormData)) return raw
  return Object.fromEntries([...raw.entries()].filter(([name]) => !name.startsWith('$ACTION')))
}
