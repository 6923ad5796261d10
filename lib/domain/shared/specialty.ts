import { ok, refuse, type Result } from './result'

/** A specialty of medicine or of another practitioner; `slug` is its key everywhere. */
export type Specialty = {
  readonly slug: string
  readonly name: string
  /** Medicare's specialty code; several of ours may share one, and narrow specialties have none. */
  readonly cmsCode: string | null
  /** Health care provider taxonomy (NUCC). */
  readonly nuccCode: string | null
  /** Usual length of this program alone, in years; a fellowship comes after the residency of a parent. */
  readonly trainingYears: { readonly from: number; readonly to: number } | null
  readonly trainingKind: 'residency' | 'fellowship' | null
  readonly trainingNote: string | null
  readonly parents: readonly string[]
}

export type SpecialtyList = {
  readonly specialties: readonly Specialty[]
  /** Names that publishers use, to our slugs. */
  readonly aliases: Readonly<Record<string, string>>
}

/** The slug of a publisher's name for a specialty. Refuses NOT_FOUND for a name that nobody mapped: never guessed. */
export function specialtyOf(list: SpecialtyList, name: string): Result<string> {
  const slug = list.aliases[name] ?? list.specialties.find((specialty) => specialty.name === name)?.slug
  if (slug === undefined) return refuse('NOT_FOUND', `No specialty is mapped to the name "${name}".`)
  return ok(slug)
}
