import { ownerOf, type Grant } from '@/lib/domain/access/grant'
import type { CareerStage, DatedStage } from '@/lib/domain/access/stage'
import type { PolicyBase } from '@/lib/domain/crediting/policy'
import type { PolicyVersion } from '@/lib/domain/crediting/policy-on'
import { calendarDate } from '@/lib/domain/shared/date'
import { ask, sql, type Tx } from '@/lib/server/db'

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
    /** What counts before the first version, and where no policy is in use. */
    readonly policy: PolicyBase
    readonly versions: readonly PolicyVersion[]
    readonly placeOfService: string
    readonly isDefault: boolean
  }[]
}

type Row = Omit<Logger, 'stages'> & {
  readonly stages: readonly {
    readonly from: string
    readonly stage: CareerStage
    readonly trainingYear: number | null
  }[]
}

/** One query: it stands at the start of every case that is logged. */
export async function readLogger(tx: Tx, grant: Grant<'case:read'> | Grant<'case:write'>): Promise<Logger> {
  const [row] = await ask<Row>(
    tx,
    sql`
    select u.practitioner, u.qualifying_apm as "qualifyingApm", u.carrier, u.locality, u.time_zone as "timeZone",
      coalesce((select json_agg(json_build_object('from', s.effective_from, 'stage', s.stage,
        'trainingYear', s.training_year) order by s.effective_from)
        from career_stages s where s.owner_id = u.id), '[]') as stages,
      coalesce((select json_agg(json_build_object('id', w.id, 'policy', w.policy,
        'placeOfService', w.place_of_service, 'isDefault', w.is_default,
        'versions', coalesce((select json_agg(json_build_object('name', p.name, 'version', v.version,
          'from', v.effective_from, 'terms', v.terms))
          from policies p join policy_versions v on v.policy_id = p.id
          where p.owner_id = w.owner_id and p.workplace_id = w.id and p.archived_at is null), '[]'))
        order by w.created_at)
        from workplaces w where w.owner_id = u.id and w.archived_at is null), '[]') as workplaces
    from users u where u.id = ${ownerOf(grant)}::uuid`,
  )
  if (!row) throw new Error('the person of a grant is not there')
  return { ...row, stages: row.stages.map((each) => ({ ...each, from: calendarDate(each.from) })) }
}
