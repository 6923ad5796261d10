import { COST } from './piece'
import { endsWord, isDigit, isWordCharacter, matchAt, skipBlank, wordAt } from './scan'

/** A modifier read after a code. `refused`: the row of the code does not allow it. */
type ModifierFound = {
  readonly modifier: string
  readonly end: number
  readonly refused: boolean
  readonly cost: number
}

/** What a modifier is judged by: the code it would belong to, and how many it has already. */
type ModifierHost = {
  readonly known: boolean
  /** The code starts inside a longer run of characters. */
  readonly inRun: boolean
  readonly modifiers: readonly string[]
  readonly allows: (modifier: string) => boolean
}

type Joint = 'glued' | 'hyphen' | 'loose'

const GAP = /[^\S\r\n]*[-–/,]?[^\S\r\n]*/y
const SHAPE = /[0-9a-z]{2}/iy
const SIDES: ReadonlyMap<string, string> = new Map([
  ['left', 'LT'],
  ['right', 'RT'],
  ['bilateral', '50'],
  ['bilat', '50'],
])

function jointOf(gap: string): Joint {
  if (gap === '') return 'glued'
  return /[-–/]/.test(gap) ? 'hyphen' : 'loose'
}

/** Does `x2` follow, with or without spaces? */
export function unitsFollow(text: string, at: number): boolean {
  const sign = skipBlank(text, at)
  return 'xX*×'.includes(text.charAt(sign) || ' ') && isDigit(text, skipBlank(text, sign + 1))
}

const ends = (text: string, at: number): boolean => endsWord(text, at) || unitsFollow(text, at)

/** Numeric modifiers are 22 to 99: a smaller number is taken for one only where a hyphen says so. */
const plausible = (modifier: string, joint: Joint): boolean =>
  !/^\d\d$/.test(modifier) || Number(modifier) >= 22 || joint === 'hyphen'

/** A modifier that the row refuses needs clearer signs than one that it allows. */
function couldBeRefused(text: string, at: number, typed: string, joint: Joint): boolean {
  const end = at + 2
  if (/^\d\d$/.test(typed)) return joint !== 'loose' || ends(text, end)
  if (joint === 'loose' && typed !== typed.toUpperCase()) return false
  return ends(text, end)
}

function costOf(joint: Joint, refused: boolean, already: number): number {
  if (refused) return joint === 'hyphen' ? COST.refusedAfterHyphen : COST.refusedElsewhere
  if (joint === 'hyphen') return 0
  return joint === 'glued' && already > 0 ? COST.furtherGluedModifier : COST.looseModifier
}

/** One modifier may be glued to a code that does not exist, as after a mistyped digit; a longer run is some other number. */
const runsOnUnknown = (host: ModifierHost, joint: Joint): boolean =>
  !host.known && joint === 'glued' && (host.inRun || host.modifiers.length > 0)

/** The two characters as typed, where nothing about their place forbids a modifier. */
function typedAt(text: string, at: number, joint: Joint, host: ModifierHost): string | null {
  const typed = matchAt(SHAPE, text, at)?.[0]
  if (typed === undefined || runsOnUnknown(host, joint)) return null
  if (joint === 'loose' && !ends(text, at + 2)) return null
  return joint !== 'hyphen' && /^x\d/i.test(typed) ? null : typed
}

function readTwoCharacters(text: string, at: number, joint: Joint, host: ModifierHost): ModifierFound | null {
  const typed = typedAt(text, at, joint, host)
  const modifier = typed?.toUpperCase() ?? ''
  if (typed === null || host.modifiers.includes(modifier)) return null
  const allowed = host.known && host.allows(modifier)
  if (!allowed && !(plausible(modifier, joint) && couldBeRefused(text, at, typed, joint))) return null
  const refused = host.known && !allowed
  return { modifier, end: at + 2, refused, cost: costOf(joint, refused, host.modifiers.length) }
}

function readSide(text: string, at: number, host: ModifierHost): ModifierFound | null {
  const found = wordAt(text, at)
  const modifier = found ? SIDES.get(found.word) : undefined
  if (!found || modifier === undefined || host.modifiers.includes(modifier)) return null
  const refused = host.known && !host.allows(modifier)
  return { modifier, end: found.end, refused, cost: costOf('loose', refused, 0) }
}

/** The modifier that continues a code which ends at a position: `-22`, glued, after a space or comma, or `left`. */
export function readModifier(text: string, at: number, host: ModifierHost): ModifierFound | null {
  if (isWordCharacter(text, at)) return readTwoCharacters(text, at, 'glued', host)
  const gap = matchAt(GAP, text, at)?.[0] ?? ''
  const start = at + gap.length
  return readSide(text, start, host) ?? readTwoCharacters(text, start, jointOf(gap), host)
}
