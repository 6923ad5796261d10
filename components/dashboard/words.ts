import { readDigits } from '../../lib/format/decimal'
import { formatWholeWorkRvu } from '../../lib/format/number'
import { calendarDate, type CalendarDate } from '../../lib/domain/shared/date'
import { formatMonth } from '../../lib/format/date'
import { policyName } from '../../lib/format/plan-words'

/** `7251.40` is `7,250`: what lies ahead is not known to the unit. */
export function roughly(amount: string): string {
  const { negative, whole, fraction } = readDigits(amount, 2)
  const tens = ((BigInt(whole + fraction) + 500n) / 1000n) * 10n
  return formatWholeWorkRvu(`${negative ? '-' : ''}${tens.toString()}`)
}

/** A whole number where the amount is one, as annual targets are: `7,000`, else `7,125.50`. */
export const amountName = (amount: string): string => formatWholeWorkRvu(amount)

const firstOf = (month: string): CalendarDate => calendarDate(`${month}-01`)

/** `2026-03` is `March`. */
export const monthName = (month: string): string => formatMonth(firstOf(month)).split(' ')[0] ?? month

/** `2026-03` is `Mar`. */
export const shortMonth = (month: string): string => monthName(month).slice(0, 3)

/** `CMS adjusted`; any other policy is stored by its name and version, and a comma stands in between. */
export const policyNames = (policies: readonly string[]): string => policies.map(policyName).join('; ')

/** `RVU26A to RVU26D`, or the one there is. */
export function releaseNames(releases: readonly string[]): string {
  const [first] = releases
  const last = releases.at(-1)
  if (first === undefined || last === undefined) return 'no release'
  return first === last ? first : `${first} to ${last}`
}

export const ROLE_NAMES: Readonly<Record<string, string>> = {
  attending: 'Attending',
  fellow: 'Fellow, primary',
  resident: 'Resident, primary',
  assistant: 'First assistant',
  student: 'Student',
  observer: 'Observer',
}

export const roleName = (role: string): string => ROLE_NAMES[role] ?? role
