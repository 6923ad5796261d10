import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { unreadable } from '@/lib/domain/schedule/file'
import { hcpcsEditionOf, readHcpcsFile, type HcpcsFile } from '@/lib/domain/schedule/hcpcs-file'
import type { CalendarDate } from '@/lib/domain/shared/date'
import { ok, type Result } from '@/lib/domain/shared/result'
import { openSource, type ReleaseSource } from './release-source'
import { baseOf, isOfMac, sha256Of } from './source-records'
import { isWorkbook, readSheet } from './workbook'

export type DescriptorArchive = {
  /** Name of the file as given. */
  readonly name: string
  /** The first day of its quarter by that name, else by the workbook's inside of the zip; null when neither says. */
  readonly edition: CalendarDate | null
  /** Of the file as given, hexadecimal. */
  readonly sha256: string
  readonly read: () => Promise<Result<HcpcsFile>>
}

/** The workbook among the files of CMS's zip: the others are text of the same, modifiers and notes. */
const WORKBOOK = /ANWEB.*\.xlsx$/i

/**
 * Opens the file of HCPCS Level II codes: its workbook, or the zip of CMS with it. Null where the path is something else,
 * such as a release.
 */
export async function openDescriptors(path: string): Promise<Result<DescriptorArchive | null>> {
  const isOpen = await openSource([path])
  if (!isOpen.ok) return isOpen
  const source = isOpen.value
  try {
    if (source.zip === null) return ok(null)
    const archive = { name: basename(path), sha256: await sha256Of(path) }
    if (isWorkbook(source)) {
      return ok({ ...archive, edition: hcpcsEditionOf(path), read: () => readDescriptors(path) })
    }
    const [inside, ...others] = source.names.filter((name) => WORKBOOK.test(baseOf(name)) && !isOfMac(name))
    if (inside === undefined) return ok(null)
    if (others.length > 0)
      return unreadable(`${archive.name} holds more than one workbook of codes. Choose one of them.`)
    const edition = hcpcsEditionOf(path) ?? hcpcsEditionOf(inside)
    return ok({ ...archive, edition, read: () => unpacked(path, inside, readDescriptors) })
  } finally {
    source.close()
  }
}

async function readDescriptors(path: string): Promise<Result<HcpcsFile>> {
  const sheet = await readSheet(path)
  return sheet.ok ? readHcpcsFile(sheet.value) : sheet
}

/** A workbook is a zip, whose end is read first: one inside of a zip is laid on the disk. */
async function unpacked<T>(
  path: string,
  inside: string,
  work: (path: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const folder = await mkdtemp(join(tmpdir(), 'rvu-edge-'))
  const source = await openSource([path])
  if (!source.ok) return source
  try {
    const file = join(folder, 'workbook.xlsx')
    await laidDown(source.value, inside, file)
    return await work(file)
  } finally {
    source.value.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const laidDown = async (source: ReleaseSource, name: string, file: string): Promise<void> =>
  pipeline(await source.open(name), createWriteStream(file))
