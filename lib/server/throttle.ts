import { refuse, ok, type Result } from '../domain/shared/result'
import { now } from './clock'
import { askDoor, sql } from './db'
import { env } from './env'
import { sha256 } from './secret'

export type Turn = { readonly limit: number; readonly remaining: number; readonly resetSeconds: number }

/** What a window holds after a turn was counted in it. */
export type Counted = { readonly turns: number; readonly resets: Date }

/** Counts one turn of `subject` in a window shared by all instances. The subject is kept as a hash. */
export async function takeTurn(subject: string, limit: number, seconds: number): Promise<Result<Turn>> {
  return turnOf(await askDoor<Counted>(sql`select turns, resets from take_turn(${sha256(subject)}, ${seconds})`), limit)
}

/** The turn of a window, or that there are none left before it ends. */
export function turnOf(counted: Counted | undefined, limit: number): Result<Turn> {
  const { turns, resets } = counted ?? { turns: 1, resets: now() }
  const resetSeconds = Math.max(1, Math.ceil((resets.getTime() - now().getTime()) / 1000))
  if (turns > limit) {
    return refuse('TOO_MANY_REQUESTS', `Too many tries. Wait ${inWords(resetSeconds)} and try again.`, {
      retryAfter: resetSeconds,
    })
  }
  return ok({ limit, remaining: limit - turns, resetSeconds })
}

export type Limit = readonly [subject: string, limit: number, seconds: number]

/** Counts one turn for each of several subjects; the first that is over its limit refuses. */
export async function takeTurns(...limits: readonly Limit[]): Promise<Result<null>> {
  for (const limit of limits) {
    const turn = await takeTurn(...limit)
    if (!turn.ok) return turn
  }
  return ok(null)
}

const inWords = (seconds: number): string =>
  seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`

/** The caller's address. The server appends the socket's own last, so a client can only forge what stands before. */
export function addressOf(headers: Headers): string {
  const seen = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  return seen.at(-1 - env().TRUSTED_PROXIES) || seen.at(-1) || 'unknown'
}
