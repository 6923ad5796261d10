import type { CalculatedCase } from '@/lib/domain/crediting/case'
import { dateIn } from '@/lib/domain/shared/date'
import { now } from '@/lib/server/clock'
import { reading } from '@/lib/server/db'
import { sessionGrant } from '@/lib/server/session'
import { titlesOf } from '../quick-log/service'
import { CaseById, type CaseItem, type CasePage, type ListCases } from './schema'
import { answerOf, getCase, listCases } from './service'
import { countCases, readDay, type CaseCounts } from './store'

export type Titles = Readonly<Record<string, string>>
export type Day = {
  readonly items: readonly CaseItem[]
  readonly credited: string
  readonly training: string
  readonly titles: Titles
}

/** What is logged for one day, newest last, with its sum; null when nobody is signed in. */
export async function loadDay(timeZone: string): Promise<Day | null> {
  const granted = await sessionGrant('case:read')
  if (!granted.ok) return null
  const day = await reading(granted.value, (tx) => readDay(tx, granted.value, dateIn(timeZone, now())))
  return { ...day, titles: await titlesFor(day.items) }
}

export type CaseList = CasePage & { readonly titles: Titles; readonly counts: CaseCounts }

/** A page of cases for the address's filters; null when nobody is signed in. */
export async function loadCases(filter: ListCases): Promise<CaseList | null> {
  const granted = await sessionGrant('case:read')
  if (!granted.ok) return null
  const page = await listCases(granted.value, filter)
  if (!page.ok) return null
  const counts = await reading(granted.value, (tx) => countCases(tx, granted.value))
  return { ...page.value, counts, titles: await titlesFor(page.value.items) }
}

export type CasePageFacts = { readonly item: CaseItem; readonly answer: CalculatedCase; readonly titles: Titles }

/** One case with the titles of its codes; null when it is not one of the person's own. */
export async function loadCase(id: string): Promise<CasePageFacts | null> {
  const granted = await sessionGrant('case:read')
  const named = CaseById.safeParse({ id })
  if (!granted.ok || !named.success) return null
  const found = await getCase(granted.value, named.data)
  if (!found.ok) return null
  return { item: found.value, answer: answerOf(found.value), titles: await titlesFor([found.value]) }
}

const titlesFor = (items: readonly CaseItem[]): Promise<Titles> =>
  titlesOf(items.flatMap((item) => item.lines.map((line) => line.code)))
