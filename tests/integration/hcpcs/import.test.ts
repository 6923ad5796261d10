import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { GET as oneCode } from '@/app/api/v1/codes/[code]/route'
import { GET as listCodes } from '@/app/api/v1/codes/route'
import { calendarDate } from '@/lib/domain/shared/date'
import { loadCodePage } from '@/lib/features/code-pages/loaders'
import { installDescriptors } from '@/lib/features/hcpcs/service'
import { readDescriptorFile } from '@/lib/features/hcpcs/store'
import { systemGrant } from '@/lib/server/session'
import { releasesIn } from '@/scripts/launch/release-paths'
import { take } from '@/scripts/launch/take'
import { call, installMadeUp, ROWS } from '../api/call'
import { asOwner, freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { must } from '../../support/people'
import { plainRow, temporaryFolder, writeZip } from '../../support/release-fixtures'
import { descriptorMembers } from '../../support/workbook-fixtures'

const grant = systemGrant('schedule:import')
const LONG =
  'Ambulance service, made up for this test, long enough that no title takes it whole & with a sign, per statute mile of travel'
const CODES = [
  ['A0425', LONG, 'Ground mileage'],
  ['J0129', 'Injection, made-up drug, 10 mg', 'Made-up inj', '20250630'],
] as const

let database: FreshDatabase
let folder: Awaited<ReturnType<typeof temporaryFolder>>

beforeEach(async () => {
  database = await freshDatabase()
  folder = await temporaryFolder()
  await installMadeUp({ name: 'rvu25d.zip', rows: [...ROWS, plainRow('A0425', '0.00'), plainRow('J0129', '0.00')] })
})
afterEach(async () => {
  await database.drop()
  await folder.remove()
})

const write = (name: string, codes: Parameters<typeof descriptorMembers>[0] = CODES): Promise<string> =>
  writeZip(folder.path, name, descriptorMembers(codes))
const install = async (path: string, stated: string | null = null) =>
  must(await installDescriptors(grant, path, stated === null ? null : calendarDate(stated)))
const detail = async (code: string) => (await call(oneCode, { path: `/codes/${code}`, params: { code } })).body

describe('the descriptors of HCPCS Level II', () => {
  it('name the codes that nobody described, on the page, in search and for programs', async () => {
    expect(await detail('A0425')).toMatchObject({ title: 'A code, not described yet', officialDescriptor: null })
    expect(await install(await write('HCPC2025_OCT_ANWEB.xlsx'))).toMatchObject({
      ...{ edition: '2025-10-01', outcome: 'installed' },
      read: { skipped: { modifiers: 0, dental: 0, blank: 0 } },
    })
    // Longer than a title may be: the short one is the title.
    expect(await detail('A0425')).toMatchObject({
      ...{ title: 'Ground mileage', described: false, description: null },
      officialDescriptor: { short: 'Ground mileage', long: LONG, endsOn: null },
    })
    expect(await detail('J0129')).toMatchObject({
      title: 'Injection, made-up drug, 10 mg',
      officialDescriptor: { endsOn: '2025-06-30' },
    })
    const found = await call(listCodes, { path: '/codes?q=statute+mile' })
    expect(found.body).toMatchObject({ items: [{ code: 'A0425' }] })
    expect((await loadCodePage('99213'))?.detail.officialDescriptor).toBeNull()
  })

  it('are taken once, and an older file is passed over', async () => {
    const path = await write('HCPC2025_OCT_ANWEB.xlsx')
    await install(path)
    expect(await install(path)).toMatchObject({ outcome: 'same-file', read: null })
    const older = await write('HCPC2025_JUL_ANWEB.xlsx', [['A0425', 'Older words', 'Old']])
    expect(await install(older)).toMatchObject({ outcome: 'older', inUse: '2025-10-01' })
    const newer = await write('HCPC2026_JAN_ANWEB.xlsx', [['A0425', 'Newer words', 'New']])
    expect(await install(newer)).toMatchObject({ outcome: 'installed', edition: '2026-01-01' })
    expect(await detail('A0425')).toMatchObject({ title: 'Newer words' })
    expect(await detail('J0129')).toMatchObject({ officialDescriptor: null })
    expect(await readDescriptorFile()).toMatchObject({ fileName: 'HCPC2026_JAN_ANWEB.xlsx', codes: 1 })
    const audit = await asOwner(
      database.ownerUrl,
      `select count(*)::int from audit where action = 'descriptors.installed'`,
    )
    expect(audit).toEqual([{ count: 2 }])
  })

  it('come in the zip of CMS as well, and from a folder of official files', async () => {
    const book = readFileSync(await write('HCPC2025_OCT_ANWEB.xlsx'))
    await writeZip(folder.path, 'codes.zip', { 'HCPC2025_OCT_ANWEB.xlsx': book, 'notes.txt': 'Notes' })
    expect(releasesIn(folder.path)).toContain(join(folder.path, 'HCPC2025_OCT_ANWEB.xlsx'))
    const taken = must(await take(join(folder.path, 'codes.zip'), { release: null, effective: null }))
    expect(taken).toMatchObject({ kind: 'descriptors', report: { edition: '2025-10-01', outcome: 'installed' } })
  })

  it('are refused where the file is not theirs, and leave what was there', async () => {
    await install(await write('HCPC2025_OCT_ANWEB.xlsx'))
    expect(await installDescriptors(grant, await write('codes.xlsx'))).toMatchObject({
      ...{ ok: false, error: { message: expect.stringMatching(/--effective/) } },
    })
    const broken = await write('HCPC2026_JAN_ANWEB.xlsx', [['47562', 'Not public', 'No']])
    expect(await installDescriptors(grant, broken)).toMatchObject({
      ...{ ok: false, error: { message: expect.stringMatching(/not a code of level II/) } },
    })
    expect(await readDescriptorFile()).toMatchObject({ edition: '2025-10-01' })
    expect(await install(await writeZip(folder.path, 'rvu.zip', { 'PPRRVU.csv': 'x' }))).toBeNull()
  })
})
