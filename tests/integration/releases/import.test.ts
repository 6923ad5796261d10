import fs from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chooseRelease } from '@/lib/domain/schedule/choose'
import { calendarDate } from '@/lib/domain/shared/date'
import { printConversionFactor } from '@/lib/domain/shared/exact'
import { installRelease, listReleases } from '@/lib/features/releases/service'
import { readReleases } from '@/lib/features/releases/store'
import { readRows } from '@/lib/features/schedule/store'
import { bulkLoad } from '@/lib/server/copy'
import { systemGrant } from '@/lib/server/session'
import { asOwner, freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import {
  csv,
  FIXTURE_ROWS,
  gpciRecords,
  plainRow,
  releaseMembers,
  scheduleRecords,
  temporaryFolder,
  writeZip,
} from '../../support/release-fixtures'

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

const zip = (name: string, edition: Parameters<typeof releaseMembers>[0] = {}, more: Record<string, string> = {}) =>
  writeZip(folder.path, name, { ...releaseMembers(edition), ...more })

async function installed(path: string | readonly string[], named: string | null = null) {
  const result = await installRelease(grant, path, named)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const counts = async () => {
  const tables = [
    'releases',
    'schedule_rows',
    'localities',
    'anesthesia_factors',
    'release_files',
    'revisions',
    'audit',
  ]
  const sums = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')
  const [row] = await asOwner<Record<string, number>>(database.ownerUrl, `select ${sums}`)
  return row
}

const versions = () =>
  asOwner<{ version: number; current: boolean; rows: number }>(
    database.ownerUrl,
    'select version, current, rows from releases order by release_id, version',
  )

const revision = () =>
  asOwner<{ revision: number }>(database.ownerUrl, `select revision from revisions where subject = 'schedule'`)

/** The same rows with another work value for 47562. */
const REVALUED = FIXTURE_ROWS.map((row) => (row.code === '47562' ? { ...row, work: '10.50' } : row))

describe('the same file', () => {
  it('changes nothing the second time, under another name either', async () => {
    const path = await zip('rvu25d.zip')
    expect(await installed(path)).toMatchObject({ outcome: 'installed', version: 1, rows: 9, localities: 5 })
    const before = await counts()
    const renamed = join(folder.path, 'again-rvu25d.zip')
    fs.copyFileSync(path, renamed)
    expect(await installed(path)).toMatchObject({ outcome: 'same-file', release: 'RVU25D', version: 1 })
    expect(await installed(renamed)).toMatchObject({ outcome: 'same-file', release: 'RVU25D', version: 1 })
    expect(await counts()).toEqual(before)
    expect(await revision()).toEqual([{ revision: 1 }])
  })

  it('with the same rows in another zip is one version, and only the file is noted', async () => {
    await installed(await zip('rvu25d.zip'))
    const report = await installed(await zip('rvu25d-updated.zip', {}, { 'RVU25D.pdf': 'another cover letter' }))
    expect(report).toMatchObject({ outcome: 'same-rows', version: 1 })
    expect(await counts()).toMatchObject({ releases: 1, schedule_rows: 9, release_files: 2 })
    expect(await revision()).toEqual([{ revision: 1 }])
  })

  it('at once from two sides is one version', async () => {
    const path = await zip('rvu25d.zip')
    const reports = await Promise.all([installed(path), installed(path)])
    expect(reports.filter(({ outcome }) => outcome === 'installed')).toHaveLength(1)
    expect(await versions()).toEqual([{ version: 1, current: true, rows: 9 }])
  })
})

describe('a file of which the first rows are in their table before the last are read', () => {
  // A row is some 100 characters of COPY text and a part half a million: 12,000 rows make three parts.
  const many = Array.from({ length: 12_000 }, (_, at) => plainRow(String(10_000 + at), `${at % 90}.00`))

  it('has every row once, in the version that the reading ended with', async () => {
    expect(await installed(await zip('rvu25d.zip', { rows: many }))).toMatchObject({
      outcome: 'installed',
      rows: 12_000,
    })
    const [kept] = await asOwner(
      database.ownerUrl,
      `select count(*)::int as rows, count(distinct code)::int as codes, sum(work)::text as work,
         count(distinct release_version)::int as versions from schedule_rows`,
    )
    // 133 rounds of 0 to 89 (4,005 each) are 11,970 rows, and the last 30 are 0 to 29 (435): 533,100.
    expect(kept).toEqual({ rows: 12_000, codes: 12_000, work: '533100.00', versions: 1 })
  })

  it('that says the same again under another cover leaves no second version and no second rows', async () => {
    await installed(await zip('rvu25d.zip', { rows: many }))
    const again = await installed(await zip('rvu25d-updated.zip', { rows: many }, { 'RVU25D.pdf': 'another letter' }))
    expect(again).toMatchObject({ outcome: 'same-rows', version: 1 })
    expect(await counts()).toMatchObject({ releases: 1, schedule_rows: 12_000, release_files: 2 })
    expect(await versions()).toEqual([{ version: 1, current: true, rows: 12_000 }])
  })

  it('and a row that the database refuses stands in an early part leaves nothing', async () => {
    await installed(await zip('rvu25c.zip', { month: 'July' }))
    const before = await counts()
    await asOwner(database.ownerUrl, `alter table schedule_rows add constraint no_such check (code <> '10010')`)
    await expect(installRelease(grant, await zip('rvu25d.zip', { rows: many }))).rejects.toThrow(/no_such/)
    expect(await counts()).toEqual(before)
  })

  it('and the last cannot be read leaves nothing', async () => {
    await installed(await zip('rvu25c.zip', { month: 'July' }))
    const before = await counts()
    const rows = [...many, { code: 'G0102', work: 'much' }]
    const result = await installRelease(grant, await zip('rvu25d.zip', { rows }))
    expect(result).toMatchObject({ ok: false, error: { code: 'FILE_UNREADABLE' } })
    expect(await counts()).toEqual(before)
  })
})

describe('a file that CMS cut again', () => {
  it('becomes version 2; version 1 stays, for the lines that were saved with it', async () => {
    await installed(await zip('rvu25d.zip'))
    const [first] = await readReleases()
    await installed(await zip('rvu25d-updated.zip', { rows: REVALUED }))
    expect(await versions()).toEqual([
      { version: 1, current: false, rows: 9 },
      { version: 2, current: true, rows: 9 },
    ])
    const [second] = await readReleases()
    const work = async (versionId = 0) => (await readRows(versionId, ['47562'])).get('47562')?.[0]?.work
    expect([await work(first?.versionId), await work(second?.versionId)]).toEqual([1047n, 1050n])
  })

  it('for its geographic indices alone becomes version 2', async () => {
    await installed(await zip('rvu25d.zip'))
    const corrected = gpciRecords().map((cells) => (cells[3] === 'WYOMING**' ? cells.with(6, '0.740') : cells))
    await installed(await zip('rvu25d-updated.zip', {}, { 'GPCI2025.csv': csv(corrected) }))
    const indices = await asOwner(
      database.ownerUrl,
      `select r.version, r.current, l.malpractice_index as index from releases r join localities l on l.release_version = r.id
       where l.carrier = '03602' order by r.version`,
    )
    expect(indices).toEqual([
      { version: 1, current: false, index: '0.739' },
      { version: 2, current: true, index: '0.740' },
    ])
  })

  it('for its conversion factor alone becomes version 2', async () => {
    await installed(await zip('rvu25d.zip'))
    expect(await installed(await zip('rvu25d-updated.zip', { factor: '33.0000' }))).toMatchObject({ version: 2 })
    const [release] = await readReleases()
    expect(release && printConversionFactor(release.conversionFactors.standard)).toBe('33.0000')
  })

  it('gives a version installed from the values alone the indices it lacked', async () => {
    const loose = join(folder.path, 'PPRRVU2025_Oct.csv')
    fs.writeFileSync(loose, csv(scheduleRecords()), 'latin1')
    expect(await installed([loose])).toMatchObject({ release: 'RVU25D', version: 1, localities: 0 })
    expect(await installed(await zip('rvu25d.zip'))).toMatchObject({ outcome: 'same-rows', version: 1 })
    expect(await counts()).toMatchObject({ releases: 1, localities: 5, anesthesia_factors: 3 })
    expect(await revision()).toEqual([{ revision: 2 }])
  })
})

describe('a file that fails', () => {
  const failing = async (path: string) => {
    await installed(await zip('rvu25c.zip', { month: 'July' }))
    const before = await counts()
    const result = await installRelease(grant, path)
    expect(await counts()).toEqual(before)
    return result
  }

  it('because the zip is cut off leaves nothing', async () => {
    const whole = fs.readFileSync(await zip('whole.zip'))
    const path = join(folder.path, 'rvu25d.zip')
    fs.writeFileSync(path, whole.subarray(0, whole.length / 2))
    expect(await failing(path)).toMatchObject({ ok: false, error: { code: 'FILE_UNREADABLE' } })
  })

  it('because a column is missing leaves nothing', async () => {
    const narrow = csv(scheduleRecords().map((cells) => cells.toSpliced(6, 1)))
    const path = await writeZip(folder.path, 'rvu25d.zip', { 'PPRRVU2025_Oct.csv': narrow })
    expect(await failing(path)).toMatchObject({ ok: false, error: { code: 'FILE_UNREADABLE' } })
  })

  it('in its last row leaves none of the rows before', async () => {
    const rows = [...FIXTURE_ROWS, { code: 'G0102', work: 'much' }]
    const path = await zip('rvu25d.zip', { rows })
    expect(await failing(path)).toMatchObject({ ok: false, error: { code: 'FILE_UNREADABLE' } })
  })

  it('in its indices leaves none of its values', async () => {
    const path = await zip('rvu25d.zip', {}, { 'GPCI2025.csv': 'not indices\r\n' })
    expect(await failing(path)).toMatchObject({ ok: false, error: { code: 'FILE_UNREADABLE' } })
  })

  it('because its name says no release asks for it, and takes it when told', async () => {
    const zipped = await writeZip(folder.path, 'download.zip', { 'PPRRVU.csv': csv(scheduleRecords()) })
    expect(await failing(zipped)).toMatchObject({ error: { message: expect.stringContaining('--release') } })
    expect(await installed(zipped, 'RVU25D')).toMatchObject({ release: 'RVU25D', version: 1 })
  })
})

describe('releases side by side', () => {
  it('choose RVU24A to March 8, 2024 and the corrected RVU24AR from March 9', async () => {
    // The correction took effect on 2024-03-09 with factor 33.2875 in place of 32.7442 (domain A5, A6).
    await installed(await zip('rvu24a.zip', { year: '2024', month: 'January', factor: '32.7442' }))
    await installed(await zip('rvu24ar.zip', { year: '2024', month: 'January', factor: '33.2875' }))
    const releases = await readReleases()
    const on = (date: string) => {
      const chosen = chooseRelease(releases, calendarDate(date))
      return (
        chosen.ok && [chosen.value.release.id, printConversionFactor(chosen.value.release.conversionFactors.standard)]
      )
    }
    expect(on('2024-03-08')).toEqual(['RVU24A', '32.7442'])
    expect(on('2024-03-09')).toEqual(['RVU24AR', '33.2875'])
    expect(await listReleases()).toMatchObject({
      value: {
        items: [
          { id: 'RVU24A', effectiveFrom: '2024-01-01', effectiveTo: '2024-03-08' },
          { id: 'RVU24AR', effectiveFrom: '2024-03-09', effectiveTo: '2024-03-31' },
        ],
      },
    })
  })
})

describe('the role of imports', () => {
  it.each([
    ['select count(*) from cases'],
    ['delete from cases'],
    ['select count(*) from users'],
    ['update users set platform_admin = true'],
    ['delete from audit'],
    ['drop table releases'],
  ])('may not %s', async (sql) => {
    await expect(bulkLoad(grant, (load) => load.query(sql))).rejects.toThrow(/permission denied|must be owner/)
  })
})
