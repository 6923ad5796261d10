import { ownerOf, type Grant } from '../../domain/access/grant'
import type { PolicyBase } from '../../domain/crediting/policy'
import type { LocalityKey } from '../../domain/schedule/locality'
import type { CalendarDate } from '../../domain/shared/date'
import { publicDb, type Tx } from '../../server/db'
import type { AddWorkplace, SaveStage, WorkplaceRow } from './schema'

type Reader = Grant<'profile:read' | 'profile:write' | 'workplace:write' | 'case:read' | 'case:write'>
type Writer = Grant<'profile:write' | 'workplace:write'>

const asDate = (date: CalendarDate): Date => new Date(`${date}T00:00:00Z`)

export type ProfileChange = {
  readonly name?: string
  readonly specialty?: string | null
  readonly state?: string | null
  readonly carrier?: string | null
  readonly locality?: string | null
  readonly practitioner?: string
  readonly qualifyingApm?: boolean
  readonly timeZone?: string
  readonly medicareShare?: string | null
  readonly onboardedAt?: Date
}

export async function updateProfile(tx: Tx, grant: Grant<'profile:write'>, change: ProfileChange): Promise<boolean> {
  const changed = await tx.user.updateMany({ where: { id: ownerOf(grant) }, data: change })
  return changed.count === 1
}

/** Percent of work that is Medicare, as the person stated it. */
export async function findMedicareShare(tx: Tx, grant: Grant<'profile:read'>): Promise<string | null> {
  const row = await tx.user.findUnique({ where: { id: ownerOf(grant) }, select: { medicareShare: true } })
  return row?.medicareShare?.toString() ?? null
}

/** Writes the stage of a day on; the same day again replaces it. */
export async function putStage(tx: Tx, grant: Grant<'profile:write'>, stage: SaveStage): Promise<void> {
  const ownerId = ownerOf(grant)
  const effectiveFrom = asDate(stage.from)
  const data = { stage: stage.stage, trainingYear: stage.stage === 'resident' ? stage.trainingYear : null }
  await tx.careerStage.upsert({
    where: { ownerId_effectiveFrom: { ownerId, effectiveFrom } },
    create: { ownerId, effectiveFrom, ...data },
    update: data,
    select: { ownerId: true },
  })
}

export const countStages = (tx: Tx, grant: Grant<'profile:write'>): Promise<number> =>
  tx.careerStage.count({ where: { ownerId: ownerOf(grant) } })

export async function deleteStage(tx: Tx, grant: Grant<'profile:write'>, from: CalendarDate): Promise<boolean> {
  const where = { ownerId: ownerOf(grant), effectiveFrom: asDate(from) }
  return (await tx.careerStage.deleteMany({ where })).count === 1
}

const WORKPLACE = {
  id: true,
  name: true,
  policy: true,
  clinicalFte: true,
  annualTarget: true,
  placeOfService: true,
  isDefault: true,
} as const

/** The workplaces in use, the one for new cases first. */
export async function workplacesOf(tx: Tx, grant: Reader): Promise<WorkplaceRow[]> {
  const rows = await tx.workplace.findMany({
    where: { ownerId: ownerOf(grant), archivedAt: null },
    orderBy: [{ isDefault: 'desc' }, { createdAt: 'asc' }, { id: 'asc' }],
    select: WORKPLACE,
    take: 100,
  })
  return rows.map((row) => ({
    ...row,
    policy: row.policy as PolicyBase,
    clinicalFte: row.clinicalFte.toFixed(2),
    annualTarget: row.annualTarget?.toString() ?? null,
  }))
}

export const countWorkplaces = (tx: Tx, grant: Writer): Promise<number> =>
  tx.workplace.count({ where: { ownerId: ownerOf(grant), archivedAt: null } })

export async function insertWorkplace(
  tx: Tx,
  grant: Grant<'workplace:write'>,
  workplace: AddWorkplace & { readonly id: string; readonly isDefault: boolean },
): Promise<void> {
  await tx.workplace.createMany({ data: [{ ownerId: ownerOf(grant), ...workplace }] })
}

/** False where the workplace is not theirs. */
export async function updateWorkplace(
  tx: Tx,
  grant: Grant<'workplace:write'>,
  id: string,
  change: AddWorkplace,
): Promise<boolean> {
  const where = { ownerId: ownerOf(grant), id, archivedAt: null }
  return (await tx.workplace.updateMany({ where, data: change })).count === 1
}

/** The clinical FTE of the workplace that new cases go to. */
export async function setDefaultFte(tx: Tx, grant: Writer, clinicalFte: string): Promise<void> {
  await tx.workplace.updateMany({ where: { ownerId: ownerOf(grant), isDefault: true }, data: { clinicalFte } })
}

/** Makes a workplace the one for new cases; false where it is not theirs. */
export async function setDefault(tx: Tx, grant: Grant<'workplace:write'>, id: string): Promise<boolean> {
  const ownerId = ownerOf(grant)
  await tx.workplace.updateMany({ where: { ownerId, isDefault: true }, data: { isDefault: false } })
  const where = { ownerId, id, archivedAt: null }
  return (await tx.workplace.updateMany({ where, data: { isDefault: true } })).count === 1
}

export type LocalityRow = LocalityKey & { readonly name: string; readonly state: string }

/** The localities of the newest release with prices, by state and name; none where no release is installed. */
export async function findLocalities(): Promise<LocalityRow[]> {
  const db = publicDb()
  const release = await newestPriced()
  if (release === null) return []
  return db.locality.findMany({
    where: { releaseVersion: release },
    orderBy: [{ state: 'asc' }, { name: 'asc' }],
    select: { carrier: true, locality: true, name: true, state: true },
  })
}

export async function findLocality({ carrier, locality }: LocalityKey): Promise<LocalityRow | null> {
  const release = await newestPriced()
  if (release === null) return null
  return publicDb().locality.findFirst({
    where: { releaseVersion: release, carrier, locality },
    select: { carrier: true, locality: true, name: true, state: true },
  })
}

async function newestPriced(): Promise<number | null> {
  const release = await publicDb().release.findFirst({
    where: { current: true, priced: true },
    orderBy: [{ effectiveFrom: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })
  return release?.id ?? null
}
