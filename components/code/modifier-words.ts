import type { ModifierPage } from '@/lib/features/modifiers/schema'
import { formatDollars, formatPercent } from '@/lib/format/number'
import type { Crumb } from '../ui/breadcrumb'

/** Share of what it is without, as a ratio with four decimals; null where there is nothing to divide. */
function shareOf(after: string | null | undefined, before: string | null | undefined): string | null {
  if (!after || !before || Number(before) === 0) return null
  return (Number(after) / Number(before)).toFixed(4)
}

/** `Modifier 62: two surgeons, each primary for a part`. */
export const modifierName = ({ words }: ModifierPage): string => `Modifier ${words.modifier}: ${words.title}`

/** `On 22630, 62 makes it $944.20 of $1,511, 62.5%`. */
export function exampleFinding({ words, example }: ModifierPage): string {
  if (!example) return 'No line of a physician takes it'
  const [before, after] = [example.without.allowed, example.with.allowed]
  if (same(example)) return `On ${example.code} it changes no number`
  if (after === null) return `On ${example.code}, Medicare sets no national amount with it`
  const share = shareOf(after, before)
  if (before === null || share === null) return `On ${example.code}, ${formatDollars(after)} with it`
  if (share === '1.0000') return `On ${example.code} Medicare pays the same, and plans credit otherwise`
  return `On ${example.code}, ${words.modifier} makes it ${formatDollars(after)} of ${formatDollars(before)}, ${formatPercent(share)}`
}

/** Nothing is paid or credited otherwise. */
const same = (example: NonNullable<ModifierPage['example']>): boolean =>
  example.with.allowed === example.without.allowed &&
  example.with.credited.every((credited, at) => credited === example.without.credited[at])

export const modifierTitle = (page: ModifierPage): string => `${modifierName(page)}: payment and credit`
export const modifierDescription = ({ words }: ModifierPage): string => `${words.use} ${words.payment}`.slice(0, 300)

export const modifierCrumbs = ({ words }: ModifierPage): readonly Crumb[] => [
  { label: 'CPT Codes', href: '/cpt-codes' },
  { label: 'Modifiers', href: '/modifiers' },
  { label: words.modifier },
]
