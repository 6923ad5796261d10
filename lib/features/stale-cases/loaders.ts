import type { Staleness } from '@/lib/domain/crediting/staleness'
import { sessionGrant } from '@/lib/server/session'
import { countStale } from './service'

const NONE: Staleness = { cases: 0, releases: [], policies: [], left: 0 }

/** Saved cases that would go by another release or policy today. */
export async function loadStale(): Promise<Staleness> {
  const granted = await sessionGrant('case:read')
  return granted.ok ? countStale(granted.value) : NONE
}
