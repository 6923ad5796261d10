import { now } from './clock'

const forget: (() => void)[] = []

/** For what is kept longer: it goes with the database, or with a change of the schedule. */
export const alsoForget = (drop: () => void): void => void forget.push(drop)

/**
 * Keeps an answer that is the same for everyone for a second, so that a burst of requests asks once. What this process
 * changes itself it forgets at once; what another instance changes is noticed within the second.
 */
export function remembered<T>(load: () => Promise<T>, milliseconds = 1_000): () => Promise<T> {
  let held: { readonly value: Promise<T>; readonly until: number } | null = null
  alsoForget(() => {
    held = null
  })
  return () => {
    if (held && now().getTime() < held.until) return held.value
    const value = load()
    const mine = { value, until: now().getTime() + milliseconds }
    held = mine
    value.catch(() => {
      if (held === mine) held = null
    })
    return value
  }
}

/** After a change of the schedule or the catalog in this process. */
export const forgetRemembered = (): void => forget.forEach((each) => each())
