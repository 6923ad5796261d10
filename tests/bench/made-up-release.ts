import { csv, gpciRecords, scheduleRecords, writeZip, type FixtureRow } from '../support/release-fixtures'

/** As many rows as RVU26C has. */
export const ROWS = 19_356

/** A release of the size of a real one, with made-up codes and values, for machines without the official files. */
export function writeMadeUpRelease(folder: string): Promise<string> {
  const rows = Array.from({ length: ROWS }, (_, at): FixtureRow => ({
    code: String(10_000 + Math.floor(at / 3)),
    modifier: ['', '26', 'TC'][at % 3] ?? '',
    work: ((at % 5_000) / 100).toFixed(2),
    nonFacilityPe: ((at % 9_000) / 100).toFixed(2),
    facilityPe: ((at % 4_000) / 100).toFixed(2),
    malpractice: ((at % 700) / 100).toFixed(2),
  }))
  return writeZip(folder, 'rvu25d.zip', {
    'PPRRVU2025_Oct.csv': csv(scheduleRecords({ rows })),
    'GPCI2025.csv': csv(gpciRecords()),
  })
}
