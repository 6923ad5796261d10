import { now } from './clock'
import { askPublic, sql } from './db'
import { alsoForget } from './remembered'

/** Another instance's change is noticed within this time. */
const HELD_MILLISECONDS = 1_000
/** Which release is in force can change at midnight there, so the day is part of the revision. */
const CALENDAR_ZONE = 'America/New_York'

type Checked = { readonly at: number; readonly revision: Promise<string>; known: string | null }
let checked: Checked | null = null
// A change of this process shows in its next answer.
alsoForget(() => {
  checked = null
})

/** Names what all instances hold of the schedule and the catalog, and the day. Asked of the database once a second at most. */
export function currentRevision(): Promise<string> {
  const at = now().getTime()
  if (checked && at - checked.at < HELD_MILLISECONDS) return checked.revision
  const revision = readRevisions()
  const mine: Checked = { at, revision, known: null }
  checked = mine
  revision.then(
    (value) => (mine.known = value),
    // A failure is not kept: the next caller asks again.
    () => (checked = null),
  )
  return revision
}

/** The same without waiting: null where it has to be asked for first. */
export const knownRevision = (): string | null =>
  checked && now().getTime() - checked.at < HELD_MILLISECONDS ? checked.known : null

async function readRevisions(): Promise<string> {
  const rows = await askPublic<{ subject: string; revision: number }>(sql`
    select subject, revision from revisions order by subject`)
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: CALENDAR_ZONE }).format(now())
  return [day, ...rows.map(({ subject, revision }) => `${subject}:${revision}`)].join(' ')
}

/** Makes a value once for each revision of the schedule and the catalog, and keeps the newest only. */
export function onceARevision<T>(make: () => Promise<T>): () => Promise<T> {
  let held: { readonly revision: string; readonly value: Promise<T> } | null = null
  return async () => {
    const revision = await currentRevision()
    if (held?.revision === revision) return held.value
    const value = make()
    held = { revision, value }
    value.catch(() => {
      if (held?.value === value) held = null
    })
    return value
  }
}
