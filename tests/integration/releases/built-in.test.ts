import fs from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { calendarDate } from '@/lib/domain/shared/date'
import { readBenchmark, readBenchmarks } from '@/lib/features/benchmarks/store'
import { loadedContent, readAllAuthored, readAuthored } from '@/lib/features/catalog/store'
import { installRecorded } from '@/lib/features/facts/service'
import {
  CodeFactsFile,
  RecordedAnesthesia,
  RecordedLocalities,
  RecordedReleases,
  type RecordedSchedule,
} from '@/lib/features/releases/schema'
import { installRelease } from '@/lib/features/releases/service'
import { readReleases } from '@/lib/features/releases/store'
import { unitLimitsOn } from '@/lib/features/unit-limits/service'
import { systemGrant } from '@/lib/server/session'
import { loadBuiltIn } from '@/scripts/launch/contents'
import { asOwner, freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { releaseMembers, temporaryFolder, writeZip } from '../../support/release-fixtures'

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

const json = (name: string): unknown => JSON.parse(fs.readFileSync(`content/${name}`, 'utf8'))
const releases = RecordedReleases.parse(json('schedule/releases.json'))
const localities = RecordedLocalities.parse(json('schedule/localities.json'))
const anesthesia = RecordedAnesthesia.parse(json('schedule/anesthesia.json'))
const newest = releases.at(-1)?.id ?? ''

/** The facts of one file in the last releases, to keep the tests quick. */
const digestive: RecordedSchedule = {
  releases: releases.slice(-2),
  localities,
  anesthesia,
  facts: CodeFactsFile.parse(json('codes/digestive.facts.json')),
}

const versionsOf = (release: string) =>
  asOwner<{ version: number; source: string; current: boolean; rows: number }>(
    database.ownerUrl,
    `select version, source, current, rows from releases where release_id = '${release}' order by version`,
  )

async function installOfficial(): Promise<void> {
  const members = releaseMembers()
  const result = await installRelease(grant, await writeZip(folder.path, 'rvu25d.zip', members))
  if (!result.ok) throw new Error(result.error.message)
}

describe('the built-in catalog alone', () => {
  it('loads words, facts and tables once; the second start changes nothing', async () => {
    const revisions = () => asOwner(database.ownerUrl, 'select subject, revision from revisions order by subject')
    await loadBuiltIn(() => {})
    const first = await revisions()
    expect(await loadedContent()).toMatch(/^[0-9a-f]{64}$/)
    await loadBuiltIn(() => {})
    expect(await revisions()).toEqual(first)
    expect(first).toContainEqual({ subject: 'catalog', revision: 1 })
    expect((await readAllAuthored()).length).toBeGreaterThan(170)
    expect(await readAuthored('47562')).toMatchObject({ code: '47562' })
    expect(await readAuthored('99999')).toBeNull()
  })

  it('knows the unit limits of its codes, so that a slip of the count is seen without any download', async () => {
    await loadBuiltIn(() => {})
    // CMS from April 1, 2026: two visits 99213 and one 47562 on a day; nothing is held of the quarters before.
    const limitOf = await unitLimitsOn(calendarDate('2026-04-01'))
    expect(['99213', '47562'].map((code) => limitOf?.(code))).toEqual([
      { units: 2, scope: 'day' },
      { units: 1, scope: 'day' },
    ])
    const before = await unitLimitsOn(calendarDate('2026-03-31'))
    expect(before?.('47562')).toEqual({ units: 1, scope: 'day', onlyFrom: '2026-04-01' })
  })

  it('holds the benchmark tables as they were published', async () => {
    await loadBuiltIn(() => {})
    // Published figures of general surgery, 200 clinicians and more at 2025 values; 1,178 clinicians.
    const table = await readBenchmark('medicare-2012-200plus-at-2025-general-surgery')
    expect(table).toMatchObject({ n: 1178, percentiles: { p25: '471.4', p75: '1257.4' }, medicareOnly: true })
    const ofSurgery = await readBenchmarks({ specialty: 'general-surgery' })
    expect(ofSurgery[0]?.isDefault).toBe(true)
    expect(ofSurgery.every(({ specialty }) => specialty === 'general-surgery')).toBe(true)
    expect(await readBenchmarks({ population: 'UNITED states', specialty: 'general-surgery' })).toContainEqual(
      expect.objectContaining({ series: 'medicare-2023-mean' }),
    )
  })

  it('has credit rows in every recorded release, and payment in the newest only', async () => {
    await installRecorded(grant, { ...digestive, releases })
    const rows = await asOwner<{ id: string; rows: number; paid: number; priced: boolean; places: number }>(
      database.ownerUrl,
      `select r.release_id as id, r.priced, count(*)::int as rows, count(s.facility_pe)::int as paid,
         (select count(*)::int from localities l where l.release_version = r.id) as places
       from releases r join schedule_rows s on s.release_version = r.id group by r.id order by r.effective_from`,
    )
    expect(rows.map(({ id }) => id)).toEqual(releases.map(({ id }) => id))
    for (const row of rows) {
      const isNewest = row.id === newest
      expect(row.rows).toBeGreaterThan(15)
      expect([row.id, row.priced, row.paid, row.places]).toEqual([
        row.id,
        isNewest,
        isNewest ? row.rows : 0,
        isNewest ? localities.localities.length : 0,
      ])
    }
    // CMS 2025 and 2026: the gallbladder went from 10.47 to 10.21 by the efficiency adjustment (10.47 x 0.975 = 10.208).
    const work = await asOwner(
      database.ownerUrl,
      `select r.release_id as id, s.work::text from releases r join schedule_rows s on s.release_version = r.id
       where s.code = '47562' and r.release_id in ('RVU25D', 'RVU26C') order by 1`,
    )
    expect(work).toEqual([
      { id: 'RVU25D', work: '10.47' },
      { id: 'RVU26C', work: '10.21' },
    ])
  })

  it('is one version when two launchers start at once', async () => {
    await Promise.all([installRecorded(grant, digestive), installRecorded(grant, digestive)])
    expect(await versionsOf(newest)).toHaveLength(1)
    expect(await readReleases()).toHaveLength(2)
  })

  it('with a code added is a new version, and the old one again when the code is taken away', async () => {
    const fewer = { ...digestive, facts: digestive.facts.slice(1) }
    await installRecorded(grant, fewer)
    expect(await installRecorded(grant, digestive)).toContain(newest)
    expect((await versionsOf(newest)).map(({ current }) => current)).toEqual([false, true])
    await installRecorded(grant, fewer)
    expect((await versionsOf(newest)).map(({ current }) => current)).toEqual([true, false])
  })
})

describe('the built-in catalog and official files', () => {
  it('gives way to the official file', async () => {
    await installRecorded(grant, digestive)
    await installOfficial()
    expect(await versionsOf('RVU25D')).toMatchObject([
      { source: 'built-in', current: false },
      { source: 'official', current: true, rows: 9 },
    ])
  })

  it('does not take a file for known because its hash is recorded', async () => {
    await installRecorded(grant, digestive)
    expect(await asOwner(database.ownerUrl, 'select * from release_files')).toEqual([])
  })

  it('never replaces an official release, also when codes are added later', async () => {
    await installOfficial()
    expect(await installRecorded(grant, digestive)).not.toContain('RVU25D')
    const more = { ...digestive, facts: [...digestive.facts, ...CodeFactsFile.parse(json('codes/eye.facts.json'))] }
    expect(await installRecorded(grant, more)).toContain(newest)
    expect(await versionsOf('RVU25D')).toEqual([{ version: 1, source: 'official', current: true, rows: 9 }])
  })
})
