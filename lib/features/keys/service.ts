import type { Grant } from '../../domain/access/grant'
import { ok, refuse, type Result } from '../../domain/shared/result'
import { recordAudit } from '../../server/audit'
import { now } from '../../server/clock'
import { reading, transaction } from '../../server/db'
import { newSecret, sha256 } from '../../server/secret'
import type { CreateKey, KeyPage, ListKeys, NameKey, NewKey } from './schema'
import * as store from './store'

const MOST_KEYS = 50
/** `rvu_` and enough of the secret to tell keys apart. */
const SHOWN = 10

export async function listKeys(grant: Grant<'key:manage'>, input: ListKeys): Promise<Result<KeyPage>> {
  const rows = await reading(grant, (tx) => store.findKeys(tx, grant, input))
  const items = rows.slice(0, input.limit)
  return ok({ items, nextCursor: rows.length > input.limit ? (items.at(-1)?.id ?? null) : null })
}

/** Makes a key and tells it, this once; only its hash is kept. */
export async function createKey(grant: Grant<'key:manage'>, input: CreateKey): Promise<Result<NewKey>> {
  const key = `rvu_${newSecret()}`
  return transaction(grant, async (tx) => {
    if ((await store.countKeys(tx, grant)) >= MOST_KEYS) {
      return refuse('CONFLICT', `You have ${MOST_KEYS} keys. Revoke one that is no longer used.`)
    }
    const scopes = [...new Set(input.scopes)]
    const row = await store.insertKey(tx, grant, {
      name: input.name,
      prefix: key.slice(0, SHOWN),
      hash: sha256(key),
      scopes,
    })
    recordAudit(tx, grant, { action: 'key.created', subject: row.id, detail: { scopes: scopes.join(' ') } })
    return ok({ ...row, key })
  })
}

/** From now on no request gets in with this key. */
export async function revokeKey(grant: Grant<'key:manage'>, { id }: NameKey): Promise<Result<undefined>> {
  return transaction(grant, async (tx) => {
    if (!(await store.revoke(tx, grant, id, now()))) return refuse('NOT_FOUND', 'There is no such key.')
    recordAudit(tx, grant, { action: 'key.revoked', subject: id })
    return ok(undefined)
  })
}
