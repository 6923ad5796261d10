import type { LocalityKey } from './locality'

/**
 * The state of each Medicare carrier (MAC assignments of GPCI2026, as of November 22, 2023; the same since 2020).
 * One carrier serves two: 09202 has Puerto Rico (locality 20) and the Virgin Islands (locality 50).
 */
// prettier-ignore
const CARRIER_STATES: Readonly<Record<string, string>> = {
  '10112': 'AL', '02102': 'AK', '03102': 'AZ', '07102': 'AR', '01112': 'CA', '01182': 'CA', '04112': 'CO',
  '13102': 'CT', '12202': 'DC', '12102': 'DE', '09102': 'FL', '10212': 'GA', '01212': 'HI', '02202': 'ID',
  '06102': 'IL', '08102': 'IN', '05102': 'IA', '05202': 'KS', '15102': 'KY', '07202': 'LA', '14112': 'ME',
  '12302': 'MD', '14212': 'MA', '08202': 'MI', '06202': 'MN', '07302': 'MS', '05302': 'MO', '03202': 'MT',
  '05402': 'NE', '01312': 'NV', '14312': 'NH', '12402': 'NJ', '04212': 'NM', '13202': 'NY', '13282': 'NY',
  '13292': 'NY', '11502': 'NC', '03302': 'ND', '15202': 'OH', '04312': 'OK', '02302': 'OR', '12502': 'PA',
  '09202-20': 'PR', '14412': 'RI', '11202': 'SC', '03402': 'SD', '10312': 'TN', '04412': 'TX', '03502': 'UT',
  '14512': 'VT', '09202-50': 'VI', '11302': 'VA', '02402': 'WA', '11402': 'WV', '06302': 'WI', '03602': 'WY',
}

/** Two-letter state or territory of a locality, for files that leave it blank; null for a carrier not known. */
export function stateOf({ carrier, locality }: LocalityKey): string | null {
  return CARRIER_STATES[carrier] ?? CARRIER_STATES[`${carrier}-${locality}`] ?? null
}

/** States and territories that have localities, by name. */
// prettier-ignore
const NAMES: Readonly<Record<string, string>> = {
  ALABAMA: 'AL', ALASKA: 'AK', ARIZONA: 'AZ', ARKANSAS: 'AR', CALIFORNIA: 'CA', COLORADO: 'CO', CONNECTICUT: 'CT',
  DELAWARE: 'DE', 'DISTRICT OF COLUMBIA': 'DC', FLORIDA: 'FL', GEORGIA: 'GA', HAWAII: 'HI', IDAHO: 'ID',
  ILLINOIS: 'IL', INDIANA: 'IN', IOWA: 'IA', KANSAS: 'KS', KENTUCKY: 'KY', LOUISIANA: 'LA', MAINE: 'ME',
  MARYLAND: 'MD', MASSACHUSETTS: 'MA', MICHIGAN: 'MI', MINNESOTA: 'MN', MISSISSIPPI: 'MS', MISSOURI: 'MO',
  MONTANA: 'MT', NEBRASKA: 'NE', NEVADA: 'NV', 'NEW HAMPSHIRE': 'NH', 'NEW JERSEY': 'NJ', 'NEW MEXICO': 'NM',
  'NEW YORK': 'NY', 'NORTH CAROLINA': 'NC', 'NORTH DAKOTA': 'ND', OHIO: 'OH', OKLAHOMA: 'OK', OREGON: 'OR',
  PENNSYLVANIA: 'PA', 'PUERTO RICO': 'PR', 'RHODE ISLAND': 'RI', 'SOUTH CAROLINA': 'SC', 'SOUTH DAKOTA': 'SD',
  TENNESSEE: 'TN', TEXAS: 'TX', UTAH: 'UT', VERMONT: 'VT', 'VIRGIN ISLANDS': 'VI', VIRGINIA: 'VA',
  WASHINGTON: 'WA', 'WEST VIRGINIA': 'WV', WISCONSIN: 'WI', WYOMING: 'WY',
}

/** Two letters of a state by its name in any case; `HAWAII/GUAM` is Hawaii. Null for any other text. */
export const stateNamed = (name: string): string | null =>
  NAMES[(name.split('/')[0] ?? '').trim().toUpperCase()] ?? null
