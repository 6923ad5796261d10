import { ownerOf, type Grant, type Permission } from '../domain/access/grant'
import { ok, refuse, type Result } from '../domain/shared/result'
import { transaction } from './db'

/**
 * Runs a write once for a key. The key's row is written in the transaction of the write itself, so either both are
 * there or neither; a second caller waits for the first and gets its result. Another body under the key: conflict.
 */
export async function onceOnly<P extends Permission, T>(
  grant: Grant<P>,
  key: string,
  bodyHash: string,
  write: () => Promise<Result<T>>,
): Promise<Result<T>> {
  if (key.length > 200) return refuse('INVALID_INPUT', 'Send an Idempotency-Key of at most 200 characters.')
  const ownerId = ownerOf(grant)
  return transaction(grant, async (tx) => {
    const made = await tx.idempotencyKey.createMany({
      data: [{ ownerId, key, bodyHash, status: 0, response: {} }],
      skipDuplicates: true,
    })
    if (made.count === 0) {
      const first = await tx.idempotencyKey.findUniqueOrThrow({ where: { ownerId_key: { ownerId, key } } })
      // An answer without a body was kept as null.
      if (first.bodyHash === bodyHash) return ok((first.response ?? undefined) as T)
      return refuse('CONFLICT', 'This Idempotency-Key was used with another body. Use a new key for a new request.')
    }
    const result = await write()
    if (result.ok) {
      await tx.idempotencyKey.update({
        where: { ownerId_key: { ownerId, key } },
        data: { response: JSON.parse(JSON.stringify(result.value ?? null)) },
      })
    }
    return result
  })
}
