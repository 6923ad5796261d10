import { ownerOf, type Grant } from '../../domain/access/grant'
import { API_SCOPES } from '../../domain/access/permission'
import type { Tx } from '../../server/db'
import type { KeyRow, ListKeys } from './schema'

type Manager = Grant<'key:manage'>
const KEY = { id: true, name: true, prefix: true, scopes: true, createdAt: true, lastUsedAt: true } as const
type Row = { id: string; name: string; prefix: string; scopes: string[]; createdAt: Date; lastUsedAt: Date | null }

const asRow = (row: Row): KeyRow => ({
  ...row,
  scopes: API_SCOPES.filter((scope) => row.scopes.includes(scope)),
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
})

/** Keys in use, the newest first, one more than the limit where there are more. */
export async function findKeys(tx: Tx, grant: Manager, { limit, cursor }: ListKeys): Promise<KeyRow[]> {
  const ownerId = ownerOf(grant)
  const from = cursor && (await tx.apiKey.findFirst({ where: { ownerId, id: cursor }, select: { id: true } }))
  if (cursor && !from) return []
  const rows = await tx.apiKey.findMany({
    where: { ownerId, revokedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: KEY,
    ...(from ? { cursor: { id: from.id }, skip: 1 } : {}),
  })
  return rows.map(asRow)
}

export const countKeys = (tx: Tx, grant: Manager): Promise<number> =>
  tx.apiKey.count({ where: { ownerId: ownerOf(grant), revokedAt: null } })

export async function insertKey(
  tx: Tx,
  grant: Manager,
  key: { readonly name: string; readonly prefix: string; readonly hash: string; readonly scopes: readonly string[] },
): Promise<KeyRow> {
  const data = { ...key, ownerId: ownerOf(grant), scopes: [...key.scopes] }
  return asRow(await tx.apiKey.create({ data, select: KEY }))
}

/** False where the key is not theirs or was revoked before. */
export async function revoke(tx: Tx, grant: Manager, id: string, at: Date): Promise<boolean> {
  const where = { ownerId: ownerOf(grant), id, revokedAt: null }
  return (await tx.apiKey.updateMany({ where, data: { revokedAt: at } })).count === 1
}
