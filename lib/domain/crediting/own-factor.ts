import { modifierFact } from './modifier'

/** So many factors does a policy set at most, wherever it is written. */
export const MOST_FACTORS = 50

/** A factor that a person sets, before its leading zero: 0 to 3, of four decimals. */
export const OWN_FACTOR_SHAPE = /^(?:[0-2]?\.\d{1,4}|[0-2]|3(?:\.0{1,4})?)$/

export const OWN_FACTOR_RULE =
  'Enter 0 to 3 with at most four decimals, such as 0.16: credit is kept to four decimals and at most tripled.'
export const OWN_MODIFIER_RULE = 'There is no such modifier. Enter one that claims carry, such as 80 or FS.'
export const TOO_MANY_FACTORS = `A policy names at most ${MOST_FACTORS} factors. List only what differs from the base.`
export const listedTwice = (modifier: string): string => `${modifier} is listed twice. Keep one of the two.`

/** `.16` is kept as `0.16`. */
export const withLeadingZero = (factor: string): string => (factor.startsWith('.') ? `0${factor}` : factor)

export const isKnownModifier = (modifier: string): boolean => modifierFact(modifier) !== null
