/** Reading characters of a text at a position. Every pattern here is sticky and reads a few characters, never ahead. */

/** The match of a sticky pattern at a position; null when it does not match there. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const RARE_BLANK = /\s/
const CODE = { tab: 9, return: 13, space: 32, zero: 48, nine: 57, a: 97, z: 122, ascii: 128 } as const
const ACCENTED = /[à-öø-ÿ]/i

/** Character codes, not patterns: these run several times for every character typed. */
export function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < CODE.ascii) return code === CODE.space || (code >= CODE.tab && code <= CODE.return)
  return RARE_BLANK.test(text.charAt(at))
}

/** False past either end of the text, where the character code is NaN. */
export function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= CODE.zero && code <= CODE.nine
}

/** True for a letter or digit; false past either end of the text. */
export function isWordCharacter(text: string, at: number): boolean {
  if (isDigit(text, at)) return true
  const code = text.charCodeAt(at)
  if (code >= CODE.ascii) return ACCENTED.test(text.charAt(at))
  const lower = code | 32
  return lower >= CODE.a && lower <= CODE.z
}

/** The first position at or after `at` that is not blank. */
export function skipBlank(text: string, at: number): number {
  let position = at
  while (isBlank(text, position)) position++
  return position
}

/** Nothing of a word or number stands before `at`. */
export const startsWord = (text: string, at: number): boolean => !isWordCharacter(text, at - 1)

/** Nothing of a word or number follows: `at` is the first position after it. */
export const endsWord = (text: string, at: number): boolean => !isWordCharacter(text, at)

const LETTERS = /[a-zà-öø-ÿ]+/iy

/** The whole word of letters at a position, in lower case; null inside a word or where it runs on into digits. */
export function wordAt(text: string, at: number): { readonly word: string; readonly end: number } | null {
  if (!startsWord(text, at)) return null
  const match = matchAt(LETTERS, text, at)
  if (!match || !endsWord(text, at + match[0].length)) return null
  return { word: match[0].toLowerCase(), end: at + match[0].length }
}
