/** A true minus sign (U+2212), as wide as a plus. */
export const MINUS = '−'

/** Decimal text taken apart: digits only, rounded half away from zero to `places`. */
export type Digits = { readonly negative: boolean; readonly whole: string; readonly fraction: string }

/** Reads plain decimal text and rounds it without floats. Throws when it is not decimal text: that would be a bug. */
export function readDigits(text: string, places: number): Digits {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text)
  if (!match) throw new Error(`"${text}" is not decimal text`)
  const [, sign, whole = '', fraction = ''] = match
  const kept = BigInt(whole + fraction.slice(0, places).padEnd(places, '0'))
  const units = kept + ((fraction[places] ?? '0') >= '5' ? 1n : 0n)
  const digits = units.toString().padStart(places + 1, '0')
  return {
    negative: sign === '-' && units !== 0n,
    whole: places === 0 ? digits : digits.slice(0, -places),
    fraction: places === 0 ? '' : digits.slice(-places),
  }
}

/** `1234567` as `1,234,567`. */
export const groupThousands = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ',')

/** Decimal text with thousands separators and exactly `places` decimals, without its sign. */
export function printDigits({ whole, fraction }: Digits): string {
  return fraction === '' ? groupThousands(whole) : `${groupThousands(whole)}.${fraction}`
}

/** `signed` writes a plus before what is above zero, as changes have. */
export function withSign(digits: Digits, text: string, signed: boolean): string {
  if (digits.negative) return MINUS + text
  return signed && /[1-9]/.test(digits.whole + digits.fraction) ? `+${text}` : text
}
