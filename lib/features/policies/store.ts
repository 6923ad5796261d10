import { ownerOf, type Grant } from '../../domain/access/grant'
import type { PolicyBase } from '../../domain/crediting/policy'
import type { PolicyTerms } from '../../domain/crediting/policy-on'
import { calendarDate, type CalendarDate } from '../../domain/shared/date'
import { ask, sql, type Tx } from '../../server/db'
import type { PolicyRow } from './schema'

type Reader = Grant<'profile:read' | 'workplace:write'>
type Writer = Grant<'workplace:write'>

const asDate = (date: CalendarDate): Date => new Date(`${date}T00:00:00Z`)

/** A workplace that is theirs and in use, with its preset; null where there is none. */
export async function findWorkplace(
  tx: Tx,
  grant: Reader,
  workplaceId: string,
): Promise<{ readonly name: string; readonly preset: PolicyBase } | null> {
  const where = { ownerId: ownerOf(grant), id: workplaceId, archivedAt: null }
  const row = await tx.workplace.findFirst({ where, select: { name: true, policy: true } })
  return row && { name: row.name, preset: row.policy as PolicyBase }
}

/** Holds a workplace, so that two policies cannot both become the one in use. False where it is not theirs. */
export async function lockWorkplace(tx: Tx, grant: Writer, workplaceId: string): Promise<boolean> {
  const rows = await ask(
    tx,
    sql`select id from workplaces where owner_id = ${ownerOf(grant)}::uuid and id = ${workplaceId}::uuid
      and archived_at is null for update`,
  )
  return rows.length === 1
}

const POLICY = {
  id: true,
  workplaceId: true,
  name: true,
  archivedAt: true,
  versions: {
    select: { version: true, effectiveFrom: true, terms: true, note: true },
    orderBy: { effectiveFrom: 'asc' },
  },
} as const

type Stored = Awaited<ReturnType<typeof findStored>>[number]

const findStored = (tx: Tx, where: object) =>
  tx.creditingPolicy.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 100, select: POLICY })

const toRow = (row: Stored): PolicyRow => ({
  id: row.id,
  workplaceId: row.workplaceId ?? '',
  name: row.name,
  archived: row.archivedAt !== null,
  versions: row.versions.map(({ version, effectiveFrom, terms, note }) => ({
    version,
    from: calendarDate(effectiveFrom.toISOString().slice(0, 10)),
    terms: terms as unknown as PolicyTerms,
    note,
  })),
})

/** Of a workplace, or of all of theirs; the oldest first, those that were put away too. */
export async function findPolicies(tx: Tx, grant: Reader, workplaceId?: string): Promise<readonly PolicyRow[]> {
  const where = { ownerId: ownerOf(grant), ...(workplaceId === undefined ? {} : { workplaceId }) }
  return (await findStored(tx, where)).map(toRow)
}

export async function findPolicy(tx: Tx, grant: Reader, id: string): Promise<PolicyRow | null> {
  const [row] = await findStored(tx, { ownerId: ownerOf(grant), id })
  return row ? toRow(row) : null
}

/** As it is once nobody else is writing a version of it: versions are counted. */
export async function lockPolicy(tx: Tx, grant: Writer, id: string): Promise<PolicyRow | null> {
  await ask(tx, sql`select id from policies where owner_id = ${ownerOf(grant)}::uuid and id = ${id}::uuid for update`)
  return findPolicy(tx, grant, id)
}

export async function insertPolicy(
  tx: Tx,
  grant: Writer,
  policy: { readonly id: string; readonly workplaceId: string; readonly name: string },
): Promise<void> {
  await tx.creditingPolicy.createMany({ data: [{ ownerId: ownerOf(grant), ...policy }] })
}

export type NewVersion = {
  readonly policyId: string
  readonly version: number
  readonly from: CalendarDate
  readonly terms: PolicyTerms
  readonly note: string
}

export async function insertVersion(tx: Tx, _grant: Writer, { from, terms, ...rest }: NewVersion): Promise<void> {
  await tx.policyVersion.createMany({ data: [{ ...rest, effectiveFrom: asDate(from), terms: terms as object }] })
}

export async function setArchived(tx: Tx, grant: Writer, id: string, at: Date | null): Promise<void> {
  await tx.creditingPolicy.updateMany({ where: { ownerId: ownerOf(grant), id }, data: { archivedAt: at } })
}
