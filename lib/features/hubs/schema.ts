import type { CalculatedCase } from '../../domain/crediting/case'
import type { CodeItem, HubLink, NamedRelease } from '../catalog/schema'

/** A category, or a section of surgery. */
export type Hub = {
  readonly slug: string
  readonly name: string
  readonly parent: { readonly slug: string; readonly name: string } | null
  readonly sections: readonly HubLink[]
  /** All of them, whether listed here or in a section. */
  readonly codes: number
  readonly described: readonly CodeItem[]
  /** Codes that are known by number and not described. */
  readonly bare: readonly CodeItem[]
  readonly medianWorkRvu: string | null
  readonly release: NamedRelease | null
}

/** One step of the conversion factor: it holds until the next. */
export type FactorStep = { readonly effectiveFrom: string; readonly standard: string }

/** A case that the engine answered, and the titles of its codes. */
export type Example = { readonly answer: CalculatedCase; readonly titles: Readonly<Record<string, string>> }

/** National amounts of one code in the two settings. */
export type PlaceExample = { readonly code: string; readonly facility: string; readonly nonFacility: string }
