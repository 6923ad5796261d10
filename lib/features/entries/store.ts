import { ownerOf, type Grant } from '@/lib/domain/access/grant'
import type { CareerStage, DatedStage } from '@/lib/domain/access/stage'
import { calendarDate } from '@/lib/domain/shared/date'
import type { Tx } from '@/lib/server/db'

/** Who logs, and where: what a case takes from the profile when it does not say. */
export type Logger = {
  readonly practitioner: string
  readonly qualifyingApm: boolean
  readonly carrier: string | null
  readonly locality: string | null
  readonly timeZone: string
  readonly stages: readonly DatedStage[]
  readonly workplaces: readonly {
    readonly id: string
    readonly policy: string
    readonly placeOfService: string
    readonly isDefault: boolean
  }[]
}

export async function readLogger(tx: Tx, grant: Grant<'case:read'> | Grant<'case:write'>): Promise<Logger> {
  const user = await tx.user.findUniqueOrThrow({
    where: { id: ownerOf(grant) },
    select: {
      practitioner: true,
      qualifyingApm: true,
      carrier: true,
      locality: true,
      timeZone: true,
      careerStages: {
        select: { effectiveFrom: true, stage: true, trainingYear: true },
        orderBy: { effectiveFrom: 'asc' },
      },
      workplaces: {
        where: { archivedAt: null },
        select: { id: true, policy: true, placeOfService: true, isDefault: true },
        orderBy: { createdAt: 'asc' },
      },
    },
  })
  const stages = user.careerStages.map(({ effectiveFrom, stage, trainingYear }) => ({
    from: calendarDate(effectiveFrom.toISOString().slice(0, 10)),
    stage: stage as CareerStage,
    trainingYear,
  }))
  return { ...user, stages }
}
