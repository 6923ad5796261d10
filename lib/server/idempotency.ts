import pg from 'pg'
import { ownerOf, type Grant, type Permission } from '../domain/access/grant'
import { ok, refuse, type Result } from '../domain/shared/result'
import { reading, sql, tell, transaction } from './db'

/**
 * Runs a write once for a key. The key's row is written in the transaction of the write itself, so either both are
 * there or neither; whoever comes second, or at the same time, is rolled back and gets the first result. Another body
 * under the key: conflict.
 */
export async function onceOnly<P extends Permission, T>(
  grant: Grant<P>,
  key: string,
  bodyHash: string,
  write: () => Promise<Result<T>>,
): Promise<Result<T>> {
  if (key.length > 200) return refuse('INVALID_INPUT', 'Send an Idempotency-Key of at most 200 characters.')
  const ownerId = ownerOf(grant)
  try {
    const outcome = await transaction<T>(grant, async (tx) => {
      const result = await write()
      if (result.ok) {
        const response = JSON.stringify(result.value ?? null)
        tell(
          tx,
          sql`
          insert into idempotency_keys (owner_id, key, body_hash, status, response)
          values (${ownerId}::uuid, ${key}, ${bodyHash}, 0, ${response}::jsonb)`,
        )
      }
      return result
    })
    return outcome.ok ? outcome : ((await firstResult<T>(grant, ownerId, key, bodyHash)) ?? outcome)
  } catch (error) {
    const first = isTaken(error) ? await firstResult<T>(grant, ownerId, key, bodyHash) : null
    if (first) return first
    throw error
  }
}

const UNIQUE_VIOLATION = '23505'

/** Another request with this key was committed meanwhile. */
const isTaken = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION && error.table === 'idempotency_keys'

const otherBody = () =>
  refuse('CONFLICT', 'This Idempotency-Key was used with another body. Use a new key for a new request.')

/** What the first write under the key answered; null where there was none, and the refusal is this request's own. */
async function firstResult<T>(
  grant: Grant<Permission>,
  ownerId: string,
  key: string,
  bodyHash: string,
): Promise<Result<T> | null> {
  const first = await reading(grant, (tx) => tx.idempotencyKey.findUnique({ where: { ownerId_key: { ownerId, key } } }))
  if (!first) return null
  // An answer without a body was kept as null.
  return first.bodyHash === bodyHash ? ok((first.response ?? undefined) as T) : otherBody()
}
