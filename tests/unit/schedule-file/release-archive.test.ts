import { createHash } from 'node:crypto'
import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ScheduleRow } from '@/lib/domain/schedule/row'
import { openRelease, readRecords, readSchedule, type ReleaseArchive } from '@/lib/server/release-archive'
import { MAX_BYTES } from '@/lib/server/release-source'
import {
  csv,
  gpciRecords,
  releaseMembers,
  scheduleRecords,
  temporaryFolder,
  writeZip,
} from '../../support/release-fixtures'

let folder = ''
let remove = async (): Promise<void> => undefined
beforeAll(async () => {
  ;({ path: folder, remove } = await temporaryFolder())
})
afterAll(() => remove())

async function opened(path: string | readonly string[]): Promise<ReleaseArchive> {
  const archive = await openRelease(path)
  if (!archive.ok) throw new Error(archive.error.message)
  return archive.value
}
async function refusal(path: string | readonly string[]): Promise<string> {
  const archive = await openRelease(path)
  return archive.ok ? '' : `${archive.error.code} ${archive.error.message}`
}
async function codesOf(archive: ReleaseArchive): Promise<string[]> {
  const rows: ScheduleRow[] = []
  const file = await readSchedule(archive, (row) => void rows.push(row))
  archive.close()
  return file.ok ? rows.map((row) => row.code) : [file.error.message]
}
/** Writes files, by their path in the folder of this test. */
async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text, 'latin1')
  }
}

describe('a zip', () => {
  it('gives its members, its hash, its release and the rows of its schedule', async () => {
    const path = await writeZip(folder, 'rvu25d-updated-09-11-2025.zip', releaseMembers())
    const archive = await opened(path)
    expect(archive).toMatchObject({
      name: 'rvu25d-updated-09-11-2025.zip',
      releaseId: 'RVU25D',
      sha256: createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
      members: {
        schedule: 'PPRRVU2025_Oct.csv',
        scheduleQualifyingApm: null,
        localities: 'GPCI2025.csv',
        anesthesia: 'ANES2025.csv',
        counties: '25LOCCO.csv',
      },
    })
    expect(await readRecords(archive, 'localities')).toEqual({ ok: true, value: gpciRecords() })
    expect(await readRecords(archive, 'scheduleQualifyingApm')).toEqual({ ok: true, value: null })
    expect(await codesOf(archive)).toHaveLength(9)
  })

  it('may have a folder inside and files of a Mac; both files of 2026 are told apart', async () => {
    const schedule = csv(scheduleRecords({ columns: 32, year: '2026', month: 'July', factor: '33.4009' }))
    const qualifying = csv(scheduleRecords({ columns: 32, year: '2026', month: 'July', factor: '33.5675' }))
    const path = await writeZip(folder, 'download.zip', {
      'RVU26C/PPRRVU2026_Jul_QPP.csv': qualifying,
      'RVU26C/PPRRVU2026_Jul_nonQPP.csv': schedule,
      '__MACOSX/RVU26C/._PPRRVU2026_Jul_nonQPP.csv': 'x',
    })
    const archive = await opened(path)
    expect(archive.releaseId).toBe('RVU26C')
    expect(archive.members.schedule).toBe('RVU26C/PPRRVU2026_Jul_nonQPP.csv')
    const standard = await readSchedule(archive, () => undefined)
    const apm = await readSchedule(archive, () => undefined, 'scheduleQualifyingApm')
    archive.close()
    expect(standard).toMatchObject({ value: { conversionFactor: 334009n, release: 'RVU26C' } })
    expect(apm).toMatchObject({ value: { conversionFactor: 335675n } })
  })

  it('is read as latin-1, with a UTF-8 mark dropped', async () => {
    const names = gpciRecords().map((record) => record.map((cell) => cell.replace('MANHATTAN', 'D\u00ed\u00e9z')))
    const members = { ...releaseMembers(), 'GPCI2025.csv': Buffer.from(`\u00ef\u00bb\u00bf${csv(names)}`, 'latin1') }
    const archive = await opened(await writeZip(folder, 'latin.zip', members))
    expect(await readRecords(archive, 'localities')).toEqual({ ok: true, value: names })
    archive.close()
  })
})

describe('a folder and loose files', () => {
  it('are read like a zip; the hash is that of the relative value file', async () => {
    await write(Object.fromEntries(Object.entries(releaseMembers()).map(([name, text]) => [`rvu25d/in/${name}`, text])))
    const archive = await opened(join(folder, 'rvu25d'))
    const file = await readFile(join(folder, 'rvu25d/in/PPRRVU2025_Oct.csv'))
    expect(archive).toMatchObject({ name: 'rvu25d', releaseId: 'RVU25D' })
    expect(archive.sha256).toBe(createHash('sha256').update(file).digest('hex'))
    expect(await codesOf(archive)).toHaveLength(9)
  })
  it('may be the relative value file alone, or with others', async () => {
    await write({ 'loose/PPRRVU2025_Oct.csv': csv(scheduleRecords()), 'loose/GPCI2025.csv': csv(gpciRecords()) })
    const paths = [join(folder, 'loose/GPCI2025.csv'), join(folder, 'loose/PPRRVU2025_Oct.csv')]
    const one = await opened(paths[1] ?? '')
    expect(one.members.localities).toBeNull()
    expect(one).toMatchObject({ name: 'PPRRVU2025_Oct.csv', releaseId: 'RVU25D' })
    expect(await codesOf(one)).toHaveLength(9)
    expect((await opened(paths)).members.localities).toBe(paths[0])
  })
})

describe('what is refused, and how to mend it', () => {
  it('a path without a file', async () => {
    expect(await refusal(join(folder, 'none.zip'))).toMatch(/^FILE_UNREADABLE There is no file or folder/)
    expect(await refusal([])).toContain('No file was given')
  })
  it('a zip that is cut off', async () => {
    const path = await writeZip(folder, 'cut.zip', releaseMembers())
    await truncate(path, 900)
    expect(await refusal(path)).toMatch(/cut.zip is a zip that is cut off or damaged .*Download the release again/)
  })
  it('a web page or another file in place of a zip', async () => {
    await write({ 'page.zip': '<!DOCTYPE html><html>', 'text.zip': 'hello' })
    expect(await refusal(join(folder, 'page.zip'))).toContain('is a web page')
    expect(await refusal(join(folder, 'text.zip'))).toContain('is not a zip')
  })
  it('a zip without a relative value file in CSV', async () => {
    const { 'PPRRVU2025_Oct.csv': schedule = '', ...others } = releaseMembers()
    expect(await refusal(await writeZip(folder, 'a.zip', others))).toContain('No relative value file')
    const txt = await writeZip(folder, 'b.zip', { ...others, 'PPRRVU2025_Oct.txt': schedule })
    expect(await refusal(txt)).toContain('PPRRVU2025_Oct.txt cannot be read: the CSV file')
    const qualifying = await writeZip(folder, 'c.zip', { 'PPRRVU2026_Jul_QPP.csv': schedule })
    expect(await refusal(qualifying)).toContain('the nonQPP file is needed')
  })
  it('two releases at once, or a folder of zips', async () => {
    const schedule = csv(scheduleRecords())
    const two = await writeZip(folder, 'two.zip', { 'PPRRVU25_JAN.csv': schedule, 'PPRRVU2025_Oct.csv': schedule })
    expect(await refusal(two)).toContain('PPRRVU25_JAN.csv, PPRRVU2025_Oct.csv. Choose one release')
    await mkdir(join(folder, 'zips'))
    await writeZip(join(folder, 'zips'), 'rvu25d.zip', releaseMembers())
    expect(await refusal(join(folder, 'zips'))).toContain('The folder holds 1 zip file')
  })
  it('a file that unpacks beyond the bound, without unpacking it all', async () => {
    const huge = Buffer.alloc(MAX_BYTES + 1, 'x')
    const archive = await opened(await writeZip(folder, 'bomb.zip', { 'PPRRVU2025_Oct.csv': huge }))
    expect(await codesOf(archive)).toEqual([expect.stringContaining('unpacks to more than 32 MB')])
  })
  it('a file damaged inside the zip', async () => {
    const path = await writeZip(folder, 'damaged.zip', releaseMembers())
    const bytes = await readFile(path)
    // The CRC-32 of the first member stands 16 bytes into its entry of the central directory (PKZIP APPNOTE 4.3.12).
    const entry = bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'))
    bytes.writeUInt32LE(bytes.readUInt32LE(entry + 16) ^ 1, entry + 16)
    await writeFile(path, bytes)
    expect(await codesOf(await opened(path))).toEqual([expect.stringContaining('is damaged inside the zip')])
  })
  it('a line without end, and a quotation mark that is never closed', async () => {
    const open = `${csv(scheduleRecords())}99214,"${'x'.repeat(200)}`
    const archive = await opened(await writeZip(folder, 'open.zip', { 'PPRRVU2025_Oct.csv': open }))
    expect(await codesOf(archive)).toEqual([expect.stringContaining('not a whole CSV file')])
    const long = await opened(await writeZip(folder, 'long.zip', { 'PPRRVU2025_Oct.csv': 'x'.repeat(200_000) }))
    expect(await codesOf(long)).toEqual([expect.stringContaining('not a whole CSV file')])
  })
})

it('a reader that stops early leaves nothing open', async () => {
  const archive = await opened(await writeZip(folder, 'stop.zip', releaseMembers()))
  for await (const [first] of archive.records('schedule')) {
    expect(first).toHaveLength(31)
    break
  }
  expect(await codesOf(archive)).toHaveLength(9)
})
