import type { CodeItem, NamedRelease } from '../catalog/schema'

/** A code with how many services of it Medicare paid this specialty for in a year. */
export type UsedCode = CodeItem & { readonly services: number }

/** The codes that define a specialty. */
export type SpecialtyHub = {
  readonly slug: string
  readonly name: string
  /** Of the services. */
  readonly year: number
  /** Codes that Medicare paid it for most, the most services first; none where Medicare has no such specialty. */
  readonly used: readonly UsedCode[]
  /** Other codes that are described as its own, by the kind of work they are. */
  readonly others: readonly { readonly name: string; readonly items: readonly CodeItem[] }[]
  /** All of them. */
  readonly codes: number
  readonly release: NamedRelease | null
  readonly source: UseSource
}

/** Where the services come from. */
export type UseSource = {
  readonly publisher: string
  readonly title: string
  readonly url: string
  readonly license: string
  readonly caveat: string
}
