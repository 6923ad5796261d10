import { z } from 'zod'
import { PRACTITIONERS } from '../../domain/crediting/case'
import type { NamedRelease } from '../catalog/schema'

const words = z.string().regex(/^\S+( \S+)*$/, 'Leave one space between words and none at the ends.')
const modifier = z.string().regex(/^[0-9A-Z]{2}$/)

/** One modifier in content/modifiers.json: all in our own words. */
const ModifierWords = z.strictObject({
  modifier,
  title: words.max(60),
  /** When it is appended, and by whom. */
  use: words.max(500),
  payment: words.max(500),
  credit: words.max(500),
  notes: z.array(words.max(300)).min(1).max(4),
  related: z.array(modifier).min(1).max(5),
  /** Where the rule is written; null where no source of Medicare says it in one place. */
  source: words.max(200).nullable(),
  /** A line that is priced with it and without it; null where no code takes it. */
  example: z
    .strictObject({
      code: z.string().length(5),
      modifiers: z.array(modifier).min(1),
      placeOfService: z.string().length(2),
      practitioner: z.enum(PRACTITIONERS).default('physician'),
      /** Of anesthesia, which is paid by them. */
      minutes: z.int().min(1).nullable().default(null),
    })
    .nullable(),
})
export type ModifierWords = z.infer<typeof ModifierWords>
export const ModifiersFile = z.array(ModifierWords).min(1)

export type ModifierLink = { readonly modifier: string; readonly title: string; readonly url: string }

/** What a line earns with the modifier and without it: Medicare's national amount, and credit under each preset. */
export type ModifierEffect = {
  readonly allowed: string | null
  /** By preset, in their order. */
  readonly credited: readonly (string | null)[]
}

export type ModifierPage = {
  readonly words: ModifierWords
  /** Names of the presets. */
  readonly presets: readonly string[]
  readonly example: {
    readonly code: string
    readonly title: string
    readonly url: string
    readonly place: string
    /** Null where they do not count. */
    readonly minutes: number | null
    readonly without: ModifierEffect
    readonly with: ModifierEffect
    /** Why, as the engine says: the steps of the modifier's line that its line without does not have. */
    readonly reasons: readonly { readonly reason: string; readonly citation: string }[]
  } | null
  /** How many codes of the release take it by their own rows; null where that decides nothing. */
  readonly takers: { readonly codes: number; readonly of: number; readonly rule: string } | null
  readonly related: readonly ModifierLink[]
  readonly release: NamedRelease | null
}
