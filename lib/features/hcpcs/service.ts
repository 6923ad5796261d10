import type { Grant } from '@/lib/domain/access/grant'
import type { HcpcsFile } from '@/lib/domain/schedule/hcpcs-file'
import type { CalendarDate } from '@/lib/domain/shared/date'
import { ok, refuse, type Result } from '@/lib/domain/shared/result'
import { openDescriptors, type DescriptorArchive } from '@/lib/server/descriptor-archive'
import { readDescriptorFile, replaceDescriptors } from './store'

/** What an import of descriptors did, for people. */
export type DescriptorReport = {
  /** First day of the quarter. */
  readonly edition: string
  readonly outcome: 'installed' | 'same-file' | 'older'
  readonly file: string
  /** Of the file in use, where the one given is older. */
  readonly inUse: string | null
  /** Null where the file was not read. */
  readonly read: HcpcsFile | null
}

/**
 * Installs the descriptors of HCPCS Level II from the workbook of CMS or its zip; null where the path is neither. The same
 * file again changes nothing, and an older one than that in use is passed over. `stated` gives the quarter's first day
 * where the name does not.
 */
export async function installDescriptors(
  grant: Grant<'schedule:import'>,
  path: string,
  stated: CalendarDate | null = null,
): Promise<Result<DescriptorReport | null>> {
  const opened = await openDescriptors(path)
  if (!opened.ok) return opened
  if (opened.value === null) return ok(null)
  const edition = stated ?? opened.value.edition
  return edition === null ? undated(opened.value.name) : install(grant, opened.value, edition)
}

async function install(
  grant: Grant<'schedule:import'>,
  { name: file, sha256, read }: DescriptorArchive,
  edition: CalendarDate,
): Promise<Result<DescriptorReport>> {
  const inUse = await readDescriptorFile()
  if (inUse?.sha256 === sha256) return ok({ edition, outcome: 'same-file', file, inUse: inUse.edition, read: null })
  if (inUse && inUse.edition > edition) return ok({ edition, outcome: 'older', file, inUse: inUse.edition, read: null })
  const content = await read()
  if (!content.ok) return content
  const { codes } = content.value
  await replaceDescriptors(grant, { edition, fileName: file, sha256, codes: codes.length }, codes)
  return ok({ edition, outcome: 'installed', file, inUse: null, read: content.value })
}

const undated = (name: string): Result<never> =>
  refuse(
    'FILE_UNREADABLE',
    `${name} does not say of which quarter it is. Say its first day with --effective, for example 2025-10-01.`,
  )
