import { installRelease } from '@/lib/features/releases/service'
import { systemGrant } from '@/lib/server/session'
import { must } from './people'
import { csv, gpciRecords, scheduleRecords, writeZip } from './release-fixtures'

const TITLES = { rvu25a: 'PPRRVU2025_Jan.csv', rvu25d: 'PPRRVU2025_Oct.csv' } as const

type MadeUp = {
  /** Dollars a unit, four decimals. */
  readonly factor: string
  /** Work RVUs by code. Practice expense is 1.00 everywhere, malpractice 0.00; nothing ranks. */
  readonly work: Readonly<Record<string, string>>
}

/** Installs a release with values that are easy to reckon with. */
export async function installMadeUp(
  folder: string,
  name: keyof typeof TITLES,
  { factor, work }: MadeUp,
): Promise<void> {
  const rows = Object.entries(work).map(([code, value]) => ({
    code,
    work: value,
    facilityPe: '1.00',
    nonFacilityPe: '1.00',
    malpractice: '0.00',
    pcTc: '0',
    imagingFamily: '99',
    oppsFacilityPe: '0.00',
    oppsMalpractice: '0.00',
    factor,
  }))
  const zip = await writeZip(folder, `${name}.zip`, {
    [TITLES[name]]: csv(scheduleRecords({ rows })),
    'GPCI2025.csv': csv(gpciRecords()),
  })
  must(await installRelease(systemGrant('schedule:import'), zip))
}
