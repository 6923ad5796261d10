import fs from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { calendarDate } from '@/lib/domain/shared/date'
import { RecordedUnitLimits } from '@/lib/features/unit-limits/schema'
import { installRecordedLimits, installUnitLimits, unitLimitsOn } from '@/lib/features/unit-limits/service'
import { systemGrant } from '@/lib/server/session'
import { releasesAmong, releasesIn } from '@/scripts/launch/release-paths'
import { take } from '@/scripts/launch/take'
import { readContent } from '@/scripts/catalog/content'
import { asOwner, freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { must } from '../../support/people'
import { releaseMembers, temporaryFolder, writeZip } from '../../support/release-fixtures'
import { DAY, limitCsv, LIMITS, type LimitCells } from '../../support/unit-limit-fixtures'

const NAME = 'MCR_MUE_PractitionerServices_Eff_04-01-2026.csv'
const grant = systemGrant('schedule:import')
let database: FreshDatabase
let folder: Awaited<ReturnType<typeof temporaryFolder>>

beforeEach(async () => {
  database = await freshDatabase()
  folder = await temporaryFolder()
})
afterEach(async () => {
  await database.drop()
  await folder.remove()
})

function write(name: string, limits: readonly LimitCells[] = LIMITS): string {
  const path = join(folder.path, name)
  const text = Buffer.from(limitCsv(limits), 'latin1')
  fs.writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text)
  return path
}
const install = async (path: string, stated: string | null = null) =>
  must(await installUnitLimits(grant, path, stated === null ? null : calendarDate(stated)))

const tables = () =>
  asOwner(
    database.ownerUrl,
    `select effective_from::text as "from", version, source, rows, current from unit_limit_tables order by id`,
  )
const counts = () =>
  asOwner(
    database.ownerUrl,
    `select (select count(*)::int from unit_limit_tables) as tables, (select count(*)::int from unit_limits) as limits,
       (select count(*)::int from audit) as audit`,
  )
const limitOn = async (date: string, code = '47562') => (await unitLimitsOn(calendarDate(date)))?.(code)

/** The same limits with three units of 47562. */
const RAISED = LIMITS.map((cells): LimitCells => (cells[0] === '47562' ? ['47562', '3', DAY] : cells))

describe('a table of unit limits', () => {
  it.each([
    ['as CSV', NAME],
    ['in a gzip', `${NAME}.gz`],
  ])('is taken %s, and its file again changes nothing', async (_, name) => {
    const path = write(name)
    expect(await install(path)).toEqual({
      ...{ effectiveFrom: '2026-04-01', version: 1, outcome: 'installed', file: name },
      read: { rows: 4, scopes: { line: 1, day: 3 }, skipped: { heading: 2, blank: 0, note: 0 } },
    })
    const before = await counts()
    expect(before).toEqual([{ tables: 1, limits: 4, audit: 1 }])
    expect(await install(path)).toMatchObject({ outcome: 'same-file', effectiveFrom: '2026-04-01', version: 1 })
    expect(await counts()).toEqual(before)
  })

  it('is taken from a zip, and with the same limits in another file is one version', async () => {
    await install(write(NAME))
    const members = { [NAME]: limitCsv(), 'MCR_MUE_OutpatientHospitalServices_Eff_04-01-2026.csv': 'not read' }
    const zip = await writeZip(folder.path, 'practitioner-mue.zip', members)
    expect(await install(zip)).toMatchObject({ outcome: 'same-rows', version: 1 })
    expect(await counts()).toEqual([{ tables: 1, limits: 4, audit: 1 }])
  })

  it('that CMS cut again becomes version 2, and the one in use', async () => {
    await install(write(NAME))
    expect(await limitOn('2026-05-04')).toEqual({ units: 1, scope: 'day' })
    expect(await install(write(`again-${NAME}`, RAISED))).toMatchObject({ outcome: 'installed', version: 2 })
    expect(await tables()).toEqual([
      { from: '2026-04-01', version: 1, source: 'official', rows: 4, current: false },
      { from: '2026-04-01', version: 2, source: 'official', rows: 4, current: true },
    ])
    expect(await limitOn('2026-05-04')).toEqual({ units: 3, scope: 'day' })
  })

  it('counts from its own day, the first also before it, and the older one until the next', async () => {
    await install(write(NAME.replace('04-01-2026', '01-01-2026')))
    await install(write(NAME, RAISED))
    expect(await limitOn('2025-12-31')).toEqual({ units: 1, scope: 'day', onlyFrom: '2026-01-01' })
    expect(await limitOn('2026-03-31')).toEqual({ units: 1, scope: 'day' })
    expect(await limitOn('2026-04-01')).toEqual({ units: 3, scope: 'day' })
    expect(await limitOn('2026-04-01', '44140')).toEqual({ units: 1, scope: 'line' })
    expect(await limitOn('2026-04-01', '99396')).toEqual({ units: 0, scope: 'day' })
    expect(await limitOn('2026-04-01', '47563')).toBeNull()
  })

  it('that does not say its day asks for it, and takes it when told', async () => {
    const path = write('MUE.csv')
    expect(await installUnitLimits(grant, path)).toMatchObject({
      error: { code: 'FILE_UNREADABLE', message: expect.stringContaining('--effective') },
    })
    expect(await install(path, '2026-07-01')).toMatchObject({ effectiveFrom: '2026-07-01', version: 1 })
  })

  it('at once from two sides is one version', async () => {
    const path = write(NAME)
    const reports = await Promise.all([install(path), install(path)])
    expect(reports.filter((report) => report?.outcome === 'installed')).toHaveLength(1)
    expect(await tables()).toHaveLength(1)
  })
})

describe('a table that fails', () => {
  it.each<[string, () => string]>([
    ['in its last line', () => write(NAME, [...LIMITS, ['99214', 'many', DAY]])],
    [
      'because its gzip is cut off',
      () => {
        const path = write(`${NAME}.gz`)
        fs.truncateSync(path, fs.statSync(path).size - 12)
        return path
      },
    ],
    ['because it is empty', () => write(NAME, [])],
  ])('%s leaves nothing', async (_, make) => {
    // prettier-ignore
    const result = await installUnitLimits(grant, make())
    expect(result).toMatchObject({ ok: false, error: { code: 'FILE_UNREADABLE' } })
    expect(await counts()).toEqual([{ tables: 0, limits: 0, audit: 0 }])
  })
})

describe('the built-in limits', () => {
  const recorded = RecordedUnitLimits.parse(readContent('schedule/unit-limits.json'))

  it('give way to the official table of the same day, in either order', async () => {
    await installRecordedLimits(grant, recorded)
    expect(await limitOn('2026-05-04')).toEqual({ units: 1, scope: 'day' })
    await install(write(NAME, RAISED))
    await installRecordedLimits(grant, recorded)
    expect((await tables()).map(({ source, current }) => [source, current])).toEqual([
      ['built-in', false],
      ['official', true],
    ])
    expect(await limitOn('2026-05-04')).toEqual({ units: 3, scope: 'day' })
  })

  it('changed by the content are a new version, and come back with it', async () => {
    await installRecordedLimits(grant, recorded)
    await installRecordedLimits(grant, { ...recorded, limits: [['47562', 9, 'day']] })
    expect(await limitOn('2026-05-04')).toEqual({ units: 9, scope: 'day' })
    expect(await installRecordedLimits(grant, recorded)).toEqual({ outcome: 'same-rows', version: 1 })
    expect(await limitOn('2026-05-04')).toEqual({ units: 1, scope: 'day' })
  })
})

describe('a folder or a list of files', () => {
  it('has its tables taken beside its releases', async () => {
    const zip = await writeZip(folder.path, 'rvu25d.zip', releaseMembers())
    const table = write(`${NAME}.gz`)
    expect(releasesIn(folder.path)).toEqual([zip, table])
    expect(releasesAmong([table, 'GPCI2025.csv', 'PPRRVU2025_Oct.csv'])).toEqual([
      table,
      ['GPCI2025.csv', 'PPRRVU2025_Oct.csv'],
    ])
    const taken = await Promise.all(
      releasesIn(folder.path).map(async (each) => must(await take(each, { release: null, effective: null })).kind),
    )
    expect(taken).toEqual(['release', 'unit-limits'])
  })
})
