import type { Grant } from '@/lib/domain/access/grant'
import type { HcpcsCode } from '@/lib/domain/schedule/hcpcs-file'
import { bulkLoad } from '@/lib/server/copy'
import { askPublic, sql } from '@/lib/server/db'
import { raiseRevision } from '../releases/store'
import type { Descriptor, DescriptorFile } from './schema'

/** The file in use; null before the first. */
export async function readDescriptorFile(): Promise<DescriptorFile | null> {
  const [file] = await askPublic<DescriptorFile>(sql`
    select edition::text, file_name as "fileName", sha256, codes from descriptor_files`)
  return file ?? null
}

/** Every descriptor of the file in use. */
export const readDescriptors = (): Promise<readonly Descriptor[]> =>
  askPublic<Descriptor>(sql`
    select code, short_description as short, long_description as long, added_on::text as "addedOn",
      ends_on::text as "endsOn" from hcpcs_descriptors`)

const STAGING = 'code char(5), short text, long text, added_on date, ends_on date'

/** Puts a file in place of the one in use, in one transaction. */
export function replaceDescriptors(
  grant: Grant<'schedule:import'>,
  file: DescriptorFile,
  codes: readonly HcpcsCode[],
): Promise<void> {
  return bulkLoad(grant, async (load) => {
    // One import at a time, as with releases.
    await load.query('select pg_advisory_xact_lock(72707373)')
    await load.stage('staged_descriptors', STAGING, async (put) => {
      for (const { code, shortDescription, longDescription, addedOn, endsOn } of codes) {
        await put([code, shortDescription, longDescription, addedOn, endsOn])
      }
    })
    await load.query('delete from hcpcs_descriptors')
    await load.query(
      'insert into hcpcs_descriptors select code, short, long, added_on, ends_on from staged_descriptors',
    )
    await load.query('delete from descriptor_files')
    await load.query('insert into descriptor_files (sha256, edition, file_name, codes) values ($1, $2, $3, $4)', [
      file.sha256,
      file.edition,
      file.fileName,
      file.codes,
    ])
    await load.query(
      `insert into audit (actor, action, subject, detail) values ('import', 'descriptors.installed', $1, $2)`,
      [file.edition, JSON.stringify({ file: file.fileName, codes: file.codes })],
    )
    await raiseRevision(load, 'descriptors', file.sha256)
  })
}
