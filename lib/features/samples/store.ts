import { ownerOf, type Grant } from '@/lib/domain/access/grant'
import type { Tx } from '@/lib/server/db'

/** Whether a sample case is in the log. Index: cases_live_by_day. */
export async function findSample(tx: Tx, grant: Grant<'case:read'>): Promise<boolean> {
  const where = { ownerId: ownerOf(grant), sample: true, deletedAt: null }
  return (await tx.case.findFirst({ where, select: { id: true } })) !== null
}

export async function deleteSample(tx: Tx, grant: Grant<'case:write'>): Promise<number> {
  return (await tx.case.deleteMany({ where: { ownerId: ownerOf(grant), sample: true } })).count
}
