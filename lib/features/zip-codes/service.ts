import zipFile from '@/content/schedule/zip-localities.json'
import type { Locality } from '@/lib/domain/schedule/locality'
import { localityOfZip, servingLocality, zipIndexOf, type ZipIndex } from '@/lib/domain/schedule/zip-locality'
import { ZipLocalityFile } from './schema'

let held: ZipIndex | null = null
const index = (): ZipIndex => (held ??= zipIndexOf(ZipLocalityFile.parse(zipFile).areas))

/** Which of these localities prices a ZIP code of five digits; null where CMS lists none, or it cannot be told. */
export function localityServing(zip: string, localities: readonly Locality[]): Locality | null {
  const found = localityOfZip(index(), zip)
  return found && servingLocality(found, localities)
}
