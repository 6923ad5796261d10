import { csv } from './release-fixtures'

/** Tiny made-up tables of medically unlikely edits in the layout of CMS; the limits are chosen for the tests. */
export type LimitCells = readonly [code: string, units: string, indicator: string]

export const LINE = '1 Line Edit'
export const DAY = '2 Date of Service Edit: Policy'
export const CLINICAL = '3 Date of Service Edit: Clinical'

export const LIMITS: readonly LimitCells[] = [
  ['47562', '1', DAY],
  ['99213', '2', CLINICAL],
  ['44140', '1', LINE],
  ['99396', '0', CLINICAL],
]

const NOTICE = 'Notice of the publisher, over\n\nseveral lines, "quoted".'

export const limitRecords = (limits: readonly LimitCells[] = LIMITS, title = 'Practitioner Services MUE Values') => [
  [NOTICE, '', '', ''],
  ['HCPCS/\nCPT Code', title, 'MUE Adjudication Indicator', 'MUE Rationale'],
  ...limits.map((cells) => [...cells, 'Made up for tests']),
]

export const limitCsv = (limits: readonly LimitCells[] = LIMITS): string => csv(limitRecords(limits))
