import type { Grant } from '@/lib/domain/access/grant'
import { policyLabel } from '@/lib/domain/crediting/credit-case'
import { stalenessOf, type Staleness } from '@/lib/domain/crediting/staleness'
import { chooseRelease } from '@/lib/domain/schedule/choose'
import type { CalendarDate } from '@/lib/domain/shared/date'
import { reading, type Tx } from '@/lib/server/db'
import { policyFor, workplaceOf } from '../entries/service'
import { readLogger } from '../entries/store'
import { readReleases, type InstalledRelease } from '../releases/store'
import * as store from './store'

type Reader = Grant<'case:write'> | Grant<'case:read'>

export const countStale = (grant: Grant<'case:read'>): Promise<Staleness> =>
  reading(grant, (tx) => staleCases(tx, grant))

/** Cases saved under another release, or another version of a policy, than their date takes today (domain A5, C1). */
export async function staleCases(tx: Tx, grant: Reader): Promise<Staleness> {
  const releases = await readReleases()
  const logger = await readLogger(tx, grant)
  const answered = await store.findAnswered(tx, grant)
  return stalenessOf(await store.readSavedUnder(tx, grant, answered?.id ?? null), {
    releaseOn: (date) => releaseOn(releases, date),
    policyOn: (id, date) => {
      const workplace = workplaceOf(logger, id)
      return workplace ? policyLabel(policyFor(workplace, date)) : null
    },
    comparedAt: answered?.createdAt ?? null,
  })
}

function releaseOn(releases: readonly InstalledRelease[], date: CalendarDate): InstalledRelease | null {
  const chosen = chooseRelease(releases, date)
  return chosen.ok ? (releases.find(({ id }) => id === chosen.value.release.id) ?? null) : null
}
