import type { AuthoredCode } from '../../lib/features/catalog/schema'

/** What breaks a rule of content/README.md, and where. */
export type Finding = { readonly code: string; readonly problem: string }

/** Looks at all that is written; one rule each. */
export type Rule = (entries: readonly AuthoredCode[]) => readonly Finding[]

/** A rule that looks at one entry at a time; a text for each problem. */
export const eachEntry =
  (problems: (entry: AuthoredCode) => readonly string[]): Rule =>
  (entries) =>
    entries.flatMap((entry) => problems(entry).map((problem) => ({ code: entry.code, problem })))

/** Finds what two codes have in common, by the keys of each; `what` names it. */
export const sharedBy =
  (what: string, keysOf: (entry: AuthoredCode) => Iterable<string>): Rule =>
  (entries) => {
    const owners = new Map<string, string>()
    return entries.flatMap((entry) =>
      [...new Set(keysOf(entry))].flatMap((key) => {
        const owner = owners.get(key)
        if (owner === undefined) owners.set(key, entry.code)
        return owner === undefined ? [] : [{ code: entry.code, problem: `shares ${what} with ${owner}: ${key}` }]
      }),
    )
  }
