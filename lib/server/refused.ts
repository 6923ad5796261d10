import type { Refusal, Result } from '../domain/shared/result'

/** Carries a refusal out of what it must break off: a transaction, which rolls back, or a stream. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message)
    this.name = 'Refused'
  }
}

/** The value, or out with the refusal. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result.error)
  return result.value
}

/** Runs what may break off with a refusal, and answers with that. */
export async function refusing<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.refusal }
    throw error
  }
}

/** Works on what was opened and closes it, however that ends. */
export async function whileOpen<A extends { readonly close: () => void }, T>(
  opened: A,
  work: (opened: A) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await refusing(() => work(opened))
  } finally {
    opened.close()
  }
}
