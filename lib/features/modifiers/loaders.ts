import modifiersFile from '@/content/modifiers.json'
import { codeUrl } from '@/lib/domain/catalog/category'
import { takersOf } from '@/lib/domain/catalog/modifier-takers'
import type { CalculatedLine, Step } from '@/lib/domain/crediting/case'
import { POLICY_BASES, POLICY_PRESETS } from '@/lib/domain/crediting/policy'
import { placeOfService } from '@/lib/domain/schedule/place-of-service'
import { namedRelease, readCatalog, titleOf, type Catalog } from '../catalog/service'
import { creditOne } from '../schedule/service'
import { ModifiersFile, type ModifierEffect, type ModifierLink, type ModifierPage, type ModifierWords } from './schema'

let held: ReadonlyMap<string, ModifierWords> | null = null
/** Checked once a process. */
const allWords = (): ReadonlyMap<string, ModifierWords> =>
  (held ??= new Map(ModifiersFile.parse(modifiersFile).map((each) => [each.modifier, each])))

const linkTo = ({ modifier, title }: ModifierWords): ModifierLink => ({
  modifier,
  title,
  url: `/modifiers/${modifier}`,
})

/** Every modifier that has a page, as the rules list them. */
export const loadModifiers = (): readonly ModifierLink[] => [...allWords().values()].map(linkTo)

/** The page of a modifier; null where there is none. */
export async function loadModifier(modifier: string): Promise<ModifierPage | null> {
  const words = allWords().get(modifier)
  if (!words) return null
  const catalog = await readCatalog()
  return {
    words,
    presets: POLICY_BASES.map((base) => POLICY_PRESETS[base].name),
    example: await exampleOf(catalog, words),
    takers: takersIn(catalog, modifier),
    related: words.related.flatMap((each) => {
      const other = allWords().get(each)
      return other ? [linkTo(other)] : []
    }),
    release: namedRelease(catalog),
  }
}

/** Null where the words give none, or no release prices its code. */
async function exampleOf(catalog: Catalog, { example }: ModifierWords): Promise<ModifierPage['example']> {
  if (!example || !catalog.rows.has(example.code)) return null
  const { code, modifiers } = example
  const [before, after] = await Promise.all([linesOf(example, []), linesOf(example, modifiers)])
  const [plain, marked] = [before[0], after[0]]
  if (!plain || !marked) return null
  return {
    code,
    title: titleOf(catalog, code),
    url: codeUrl(code),
    place: placeOfService(example.placeOfService).name,
    minutes: example.minutes,
    without: effectOf(before),
    with: effectOf(after),
    reasons: newReasons(plain, marked),
  }
}

type Example = NonNullable<ModifierWords['example']>

/** The line under each preset. */
const linesOf = (example: Example, modifiers: readonly string[]) =>
  Promise.all(POLICY_BASES.map((policy) => creditOne({ ...example, modifiers, policy })))

const effectOf = (lines: readonly (CalculatedLine | null)[]): ModifierEffect => ({
  // Payment knows no policy.
  allowed: lines[0]?.allowed ?? null,
  credited: lines.map((line) => line?.creditedWorkRvu ?? null),
})

/** What the engine says of the line with the modifier and does not say without it. */
function newReasons(plain: CalculatedLine, marked: CalculatedLine): readonly Pick<Step, 'reason' | 'citation'>[] {
  const known = new Set(plain.steps.map(({ reason }) => reason))
  const fresh = marked.steps.filter(({ reason }) => !known.has(reason))
  return [...new Map(fresh.map(({ reason, citation }) => [reason, { reason, citation }])).values()]
}

function takersIn(catalog: Catalog, modifier: string): ModifierPage['takers'] {
  const takers = takersOf(modifier)
  if (!takers || catalog.rows.size === 0) return null
  const codes = [...catalog.rows.values()].filter((rows) => takers.takes(rows)).length
  return { codes, of: catalog.rows.size, rule: takers.rule }
}
