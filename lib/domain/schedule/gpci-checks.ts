import { geographicIndex, printIndex } from '../shared/exact'
import { ok, type Result } from '../shared/result'
import { unreadable, type Finding } from './file'
import type { Locality } from './locality'

export type GpciFile = {
  /** The calendar year the header names; null when it names none. */
  readonly year: number | null
  readonly localities: readonly Locality[]
  readonly findings: readonly Finding[]
}

/** Alabama, Alaska and Manhattan. */
const CHECK_LOCALITIES = ['10112-00', '02102-01', '13202-01'] as const

/**
 * Work, practice expense and malpractice index of each check locality by year. Read in CMS's own files for 2022, 2025
 * (domain B4) and 2026, the last compared by SHA-256; for 2020, 2021, 2023 and 2024 in files rebuilt from its values.
 */
const PUBLISHED: Readonly<Record<number, readonly [string, string, string]>> = {
  2020: ['1.000/0.889/0.707', '1.500/1.118/0.661', '1.054/1.192/1.823'],
  2021: ['1.000/0.888/0.921', '1.500/1.118/0.614', '1.056/1.203/2.031'],
  2022: ['1.000/0.888/0.921', '1.500/1.118/0.614', '1.056/1.203/2.031'],
  2023: ['1.000/0.878/0.748', '1.500/1.100/0.603', '1.061/1.184/1.843'],
  2024: ['1.000/0.869/0.575', '1.500/1.081/0.592', '1.065/1.166/1.656'],
  2025: ['1.000/0.869/0.575', '1.500/1.081/0.592', '1.065/1.166/1.656'],
  2026: ['1.000/0.875/0.566', '1.500/1.065/0.551', '1.064/1.162/1.586'],
}

const ONE = geographicIndex('1.000')
const ALASKA_WORK = geographicIndex('1.500')
/** States whose practice expense index may not fall below 1.000 (Affordable Care Act; domain B4). */
const FRONTIER: readonly string[] = ['MT', 'NV', 'ND', 'SD', 'WY']
/** The work floor of 1.000 is law through 2026 (Continuing Appropriations Act, 2026, section 6208). */
const FLOOR_THROUGH = 2026

const triple = ({ gpci }: Locality): string =>
  [gpci.work, gpci.practiceExpense, gpci.malpractice].map(printIndex).join('/')

function breach(year: number, { name, state, gpci }: Locality): string | null {
  if (state === 'AK' && gpci.work !== ALASKA_WORK) return `${name} has work ${printIndex(gpci.work)}, by law 1.500`
  if (year <= FLOOR_THROUGH && gpci.work < ONE)
    return `${name} has work ${printIndex(gpci.work)}, below the floor of 1.000`
  if (FRONTIER.includes(state) && gpci.practiceExpense < ONE) {
    return `${name} has practice expense ${printIndex(gpci.practiceExpense)}, below the frontier floor of 1.000`
  }
  return null
}

function mismatch(year: number, found: ReadonlyMap<string, Locality>): string | null {
  for (const [index, key] of CHECK_LOCALITIES.entries()) {
    const locality = found.get(key)
    if (!locality) return `locality ${key} is missing`
    const published = PUBLISHED[year]?.[index]
    if (published !== undefined && triple(locality) !== published) {
      return `${locality.name} (${key}) has ${triple(locality)} where CMS published ${published} for ${String(year)}`
    }
  }
  return null
}

/** CMS has 109 localities since 2024, 112 before; far fewer says that the end of the file is missing. */
const FEWEST_LOCALITIES = 100

/** Refuses indices that are not those of CMS: wrong at a check locality, or below a floor set by law. */
export function checkLocalities(year: number | null, found: ReadonlyMap<string, Locality>): Result<GpciFile> {
  const localities = [...found.values()]
  const problem =
    mismatch(year ?? 0, found) ??
    localities.map((each) => breach(year ?? FLOOR_THROUGH, each)).find((each) => each !== null)
  if (problem) {
    return unreadable(
      `These are not the geographic indices of CMS: ${problem}. Download the release again from cms.gov.`,
    )
  }
  const findings: Finding[] = []
  if (year === null || PUBLISHED[year] === undefined) {
    const message = 'No published indices are held for the year of this file: only the floors set by law were checked.'
    findings.push({ code: 'INDICES_NOT_COMPARED', message })
  }
  if (localities.length < FEWEST_LOCALITIES) {
    const message = `Only ${String(localities.length)} localities; CMS has 109. The file may be cut off.`
    findings.push({ code: 'FEW_LOCALITIES', message })
  }
  return ok({ year, localities, findings })
}
