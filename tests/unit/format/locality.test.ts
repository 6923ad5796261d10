import { expect, test } from 'vitest'
import { localityName } from '@/lib/format/locality'

test.each([
  ['REST OF CALIFORNIA', 'Rest of California'],
  ['DC + MD/VA SUBURBS', 'DC + MD/VA Suburbs'],
  ['NYC SUBURBS/LONG ISLAND', 'NYC Suburbs/Long Island'],
  ['BALTIMORE/SURR. CNTYS', 'Baltimore/surrounding counties'],
  ['SAN FRANCISCO-OAKLAND-BERKELEY (MARIN CNTY)', 'San Francisco-Oakland-Berkeley (Marin County)'],
  ['NORTHERN NJ', 'Northern NJ'],
  ['Manhattan', 'Manhattan'],
])('%s is written %s', (name, written) => {
  expect(localityName(name)).toBe(written)
})
