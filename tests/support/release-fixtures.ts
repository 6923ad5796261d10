import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/**
 * Tiny made-up releases in the layouts of CMS. Codes and values are chosen for the tests, not copied from a release;
 * the descriptor column holds a marker, so that a test can tell when it leaks.
 */
export const DESCRIPTOR = 'DESCRIPTOR THAT IS NEVER KEPT'

export type FixtureRow = {
  code: string
  modifier?: string
  status?: string
  notUsed?: boolean
  work?: string
  nonFacilityPe?: string
  facilityPe?: string
  malpractice?: string
  globalPeriod?: string
  shares?: readonly [string, string, string]
  multiple?: string
  endoscopyBase?: string
  factor?: string
  oppsNonFacilityPe?: string
  /** `NA` where it is rarely or never done outside a facility. */
  rarelyNonFacility?: string
  pcTc?: string
  oppsFacilityPe?: string
  oppsMalpractice?: string
  /** 99: not imaging. */
  imagingFamily?: string
}

const ROW = {
  modifier: '',
  status: 'A',
  notUsed: false,
  work: '0.00',
  nonFacilityPe: '0.00',
  facilityPe: '0.00',
  malpractice: '0.00',
  globalPeriod: 'XXX',
  shares: ['0.00', '0.00', '0.00'],
  multiple: '0',
  endoscopyBase: '',
  factor: '32.3465',
  oppsNonFacilityPe: '0.00',
  rarelyNonFacility: 'NA',
  pcTc: '1',
  imagingFamily: '88',
  oppsFacilityPe: '0.21',
  oppsMalpractice: '0.22',
} satisfies Omit<FixtureRow, 'code'>

/** A visit-like row that is easy to reckon with: practice expense 1.00 everywhere, no malpractice, nothing ranks. */
export const plainRow = (code: string, work: string): FixtureRow => ({
  ...{ code, work, facilityPe: '1.00', nonFacilityPe: '1.00', malpractice: '0.00' },
  ...{ pcTc: '0', imagingFamily: '99', oppsFacilityPe: '0.00', oppsMalpractice: '0.00' },
})

/** One line of 31 cells, or of 32 with the pricing indicator of 2026. */
export function scheduleCells(given: FixtureRow, columns: 31 | 32 = 31): string[] {
  const row = { ...ROW, ...given }
  const cells = [row.code, row.modifier, DESCRIPTOR, row.status, row.notUsed ? '+' : '', row.work]
  cells.push(row.nonFacilityPe, row.rarelyNonFacility, row.facilityPe, '', row.malpractice, '0.00', '0.00')
  cells.push(row.pcTc, row.globalPeriod)
  cells.push(...row.shares, row.multiple, '1', '2', '3', '4')
  if (columns === 32) cells.push('9')
  cells.push(row.endoscopyBase, row.factor, '09', '0', row.imagingFamily, row.oppsNonFacilityPe)
  cells.push(row.oppsFacilityPe, row.oppsMalpractice)
  return cells
}

/** The nine lines above the header and the header, as spread over several lines as CMS has it. */
export function scheduleHeading(title: string, columns: 31 | 32 = 31): string[][] {
  const line = (first: Readonly<Record<number, string>>): string[] =>
    Array.from({ length: columns }, (_, at) => first[at] ?? '')
  const blank = Array.from({ length: 7 }, () => line({}))
  return [
    line({ 2: title }),
    line({ 2: 'Made up for tests' }),
    ...blank,
    line({ 0: 'HCPCS', 1: 'MOD', 2: 'DESCRIPTION', 3: 'CODE', 26: 'FLAG' }),
  ]
}

export const titleOf = (year: string, month: string): string =>
  `${year} National Physician Fee Schedule Relative Value File ${month} Release`

/** Rows that between them have a plain visit, a split test, a package, an endoscopy family and a '+' row. */
export const FIXTURE_ROWS: readonly FixtureRow[] = [
  { code: '99213', work: '1.30', nonFacilityPe: '1.33', facilityPe: '0.57', malpractice: '0.10' },
  { code: '93458', work: '5.60', nonFacilityPe: '20.00', facilityPe: '20.00', malpractice: '1.20' },
  { code: '93458', modifier: '26', work: '5.60', nonFacilityPe: '2.50', facilityPe: '2.50', malpractice: '1.10' },
  { code: '93458', modifier: 'TC', nonFacilityPe: '17.50', facilityPe: '17.50', malpractice: '0.10' },
  { code: '47562', work: '10.47', globalPeriod: '090', shares: ['0.10', '0.81', '0.09'], multiple: '2' },
  { code: '45380', work: '3.56', globalPeriod: '000', multiple: '3', endoscopyBase: '45378' },
  { code: '99417', status: 'I', notUsed: true, work: '0.61', globalPeriod: 'ZZZ' },
  { code: '00790', status: 'J' },
  { code: 'G0101', work: '0.45' },
]

export const csv = (records: readonly (readonly string[])[]): string =>
  records
    .map((cells) => cells.map((text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(','))
    .join('\r\n') + '\r\n'

type Edition = { year?: string; month?: string; columns?: 31 | 32; rows?: readonly FixtureRow[]; factor?: string }

export function scheduleRecords(edition: Edition = {}): string[][] {
  const { year = '2025', month = 'October', columns = 31, rows = FIXTURE_ROWS, factor = '32.3465' } = edition
  const lines = rows.map((row) => scheduleCells({ factor, ...row }, columns))
  return [...scheduleHeading(titleOf(year, month), columns), ...lines]
}

/** Alabama, Alaska and Manhattan with the indices of GPCI2025 (domain B4), and two more localities. */
export function gpciRecords(): string[][] {
  return [
    ['ADDENDUM E. FINAL CY 2025 GEOGRAPHIC PRACTICE COST INDICES', '', '', '', '', '', ''],
    ['', '', '', '', '', '', ''],
    [
      'Medicare Administrative Contractor (MAC)',
      'State',
      'Locality Number',
      'Locality Name',
      '2025 PW GPCI (with 1.0 Floor)',
      '2025 PE GPCI',
      '2025 MP GPCI',
    ],
    ['10112', 'AL', '00', 'ALABAMA', '1', '0.869', '0.575'],
    ['02102', 'AK', '01', 'ALASKA*', '1.5', '1.081', '0.592'],
    ['13202', 'NY', '01', 'MANHATTAN', '1.065', '1.166', '1.656'],
    ['09202', 'PR', '20', 'PUERTO RICO', '1.000', '1.007', '0.985'],
    ['03602', 'WY', '21', 'WYOMING**', '1', '1', '0.739'],
    ['MAC Assignments as of November 22, 2023', '', '', '', '', '', ''],
    ['*Work GPCI reflects a 1.5 floor in Alaska established by the MIPPA.', '', '', '', '', '', ''],
  ]
}

export function anesthesiaRecords(): string[][] {
  return [
    ['Contractor', 'Locality', 'Locality Name', 'National Anes CF of 20.3178'],
    ['10112 ', '00 ', 'ALABAMA', '19.31 '],
    ['2102', '1', 'ALASKA*', '27.86'],
    ['13202', '01', 'MANHATTAN', '22.76'],
    ['', '', '', ''],
  ]
}

export function countyRecords(): string[][] {
  return [
    ['COUNTIES INCLUDED IN 2025 LOCALITIES.', '', '', '', ''],
    ['', '', '', '', ''],
    ['Medicare Adminstrative Contractor', 'Locality Number', 'State ', 'Fee Schedule Area ', 'Counties'],
    ['10112', '0', 'ALABAMA ', 'STATEWIDE ', 'ALL COUNTIES '],
    ['1182', '18', 'CALIFORNIA', 'LOS ANGELES', 'LOS ANGELES /ORAGNGE CNTY'],
    ['1112', '75', '', 'REST OF STATE*', 'ALL OTHER COUNTIES'],
    ['12202', '1', 'DISTRICT OF COLUMBIA ', 'DC + MD/VA SUBURBS ', DC_COUNTIES],
    ['5302', '99', '', 'REST OF STATE* ', 'ALL OTHER COUNTIES '],
    ['5302', '99', '', 'REST OF STATE*', 'ALL OTHER COUNTIES'],
    ['*  Payment locality is serviced by two carriers.', '', '', '', ''],
  ]
}
const DC_COUNTIES =
  "DISTRICT OF COLUMBIA; ALEXANDRIA CITY, FAIRFAX IN VIRGINIA; MONTGOMERY AND PRINCE GEORGE'S IN MARYLAND"

/** A folder of its own for one test; remove it when done. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'rvu-release-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** Writes a zip of the members given, text in latin-1, and returns its path. */
export async function writeZip(
  folder: string,
  name: string,
  members: Readonly<Record<string, string | Buffer>>,
): Promise<string> {
  const zip = new ZipFile()
  for (const [member, content] of Object.entries(members)) {
    zip.addBuffer(typeof content === 'string' ? Buffer.from(content, 'latin1') : content, member)
  }
  zip.end()
  const path = join(folder, name)
  await pipeline(zip.outputStream, createWriteStream(path))
  return path
}

/** The members of a small release of 2025, as CMS names them. */
export const releaseMembers = (edition: Edition = {}): Record<string, string> => ({
  'PPRRVU2025_Oct.csv': csv(scheduleRecords(edition)),
  'GPCI2025.csv': csv(gpciRecords()),
  'ANES2025.csv': csv(anesthesiaRecords()),
  '25LOCCO.csv': csv(countyRecords()),
  'RVU25D.pdf': 'not read',
})
