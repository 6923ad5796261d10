import { ownerOf, type Grant } from '@/lib/domain/access/grant'
import type { SavedUnder } from '@/lib/domain/crediting/staleness'
import { ask, sql, type Tx } from '@/lib/server/db'

type Reader = Grant<'case:write'> | Grant<'case:read'>

/** The last comparison of the log, where its owner has answered it. */
export async function findAnswered(tx: Tx, grant: Reader): Promise<{ id: string; createdAt: Date } | null> {
  const last = await tx.repricing.findFirst({
    where: { ownerId: ownerOf(grant) },
    select: { id: true, createdAt: true, state: true },
    orderBy: { createdAt: 'desc' },
  })
  return last && ANSWERED.includes(last.state) ? last : null
}

const ANSWERED = ['declined', 'done']

/**
 * How many live cases of one's own were saved under which release and policy, by workplace and date of service; apart,
 * those that a comparison left as they are and that did not change since. Lines of a case share its date and release. The
 * lookups are by primary key, one a case: a join is planned badly right after many cases came in.
 */
export function readSavedUnder(tx: Tx, grant: Reader, answered: string | null): Promise<SavedUnder[]> {
  return ask(
    tx,
    sql`select to_char(s.date_of_service, 'YYYY-MM-DD') as date, s.workplace_id::text as "workplaceId", s.policy,
        s.version, count(*)::int as cases, s.left_under as "leftUnder"
      from (select c.date_of_service, c.workplace_id, c.policy,
          (select l.release_version from case_lines l
            where l.owner_id = c.owner_id and l.case_id = c.id and l.position = 0) as version,
          (select a.policy_after from repriced_cases a
            where a.owner_id = c.owner_id and a.repricing_id = ${answered}::uuid and a.case_id = c.id
              and a.case_version = c.version and a.state in ('offered', 'refused')) as left_under
        from cases c where c.owner_id = ${ownerOf(grant)}::uuid and c.deleted_at is null and not c.sample) s
      group by s.date_of_service, s.workplace_id, s.policy, s.version, s.left_under`,
  )
}
