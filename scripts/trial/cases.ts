import { randomUUID } from 'node:crypto'
import { Sentence } from '../launch/sentence'

export type Case = {
  readonly id: string
  readonly dateOfService: string
  readonly placeOfService: string
  readonly lines: readonly { readonly code: string }[]
}

/** Cases with ids of the client's own, so that sending one twice changes nothing. */
export const makeCases = (count: number): readonly Case[] =>
  Array.from({ length: count }, (_, at) => ({
    id: randomUUID(),
    dateOfService: `2026-0${1 + (at % 6)}-1${at % 10}`,
    placeOfService: '22',
    lines: [{ code: at % 2 ? '99213' : '47562' }],
  }))

/** Posts one case; true where it was acknowledged, false where nobody answered, throws where it was refused. */
export async function postCase(address: string, key: string, each: Case): Promise<boolean> {
  const answer = await fetch(`${address}/api/v1/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, 'idempotency-key': each.id },
    body: JSON.stringify(each),
  }).catch(() => null)
  if (answer === null || answer.status >= 500) return false
  const text = await answer.text().catch(() => null)
  if (text === null) return false
  if (!answer.ok) throw new Sentence(`A case was refused (${answer.status}): ${text}`)
  return true
}

/**
 * Posts the cases, a few at a time, and notes which were acknowledged. `meanwhile` is called once, when half were; the
 * rest is posted on, as a client that does not know would.
 */
export async function postCases(
  address: string,
  key: string,
  cases: readonly Case[],
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<ReadonlySet<string>> {
  const acknowledged = new Set<string>()
  const waiting = [...cases]
  let interrupted: Promise<void> | null = null
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (await postCase(address, key, next)) acknowledged.add(next.id)
      if (acknowledged.size >= cases.length / 2) interrupted ??= meanwhile()
    }
  }
  await Promise.all(Array.from({ length: 8 }, work))
  await interrupted
  return acknowledged
}

/** How often each id is in the log, page by page. */
export async function loggedIds(address: string, key: string): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>()
  let cursor: string | null = null
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const answer = await fetch(`${address}/api/v1/cases?limit=100${query}`, {
      headers: { authorization: `Bearer ${key}` },
    })
    if (!answer.ok) throw new Sentence(`The log was not read (${answer.status}): ${await answer.text()}`)
    const page = (await answer.json()) as { items: { id: string }[]; nextCursor: string | null }
    for (const { id } of page.items) times.set(id, (times.get(id) ?? 0) + 1)
    cursor = page.nextCursor
  } while (cursor !== null)
  return times
}

/** Throws unless every acknowledged case is in the log once, and nothing in it twice. */
export function mustHold(times: ReadonlyMap<string, number>, acknowledged: ReadonlySet<string>): void {
  const lost = [...acknowledged].filter((id) => !times.has(id)).length
  const doubled = [...times.values()].filter((count) => count > 1).length
  if (lost || doubled) throw new Sentence(`${lost} acknowledged cases are lost, ${doubled} are there more than once.`)
}
