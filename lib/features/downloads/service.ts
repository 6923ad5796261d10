import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import downloads from '@/content/schedule/downloads.json'
import type { Grant } from '@/lib/domain/access/grant'
import { ok, refuse, type Result } from '@/lib/domain/shared/result'
import { downloadFile, type Downloaded } from '@/lib/server/download'
import { env } from '@/lib/server/env'
import { installRelease, type ImportReport } from '../releases/service'
import { DownloadFile, type Download, type FetchRelease } from './schema'

/** The releases whose address at CMS is known, oldest first. */
export const listDownloads = (): readonly Download[] => DownloadFile.parse(downloads)

/** Where CMS keeps a release; RELEASE_NOT_INSTALLED where its address is not known. */
export function downloadOf(release: string): Result<Download> {
  const list = listDownloads()
  const found = list.find(({ id }) => id === release.toUpperCase())
  if (found) return ok(found)
  return refuse(
    'RELEASE_NOT_INSTALLED',
    `No address is known for ${release}. Known are ${list[0]?.id ?? ''} to ${list.at(-1)?.id ?? ''}; ` +
      'download another from cms.gov and import the file.',
  )
}

export type Fetched = Downloaded & { readonly release: string; readonly path: string }
/** Told in words that can be shown: `1.5 of 4.1 MB`. */
export type Progress = (words: string) => void

/** Downloads the zip of a release into the data folder, checked against its hash where one is known. */
export async function fetchRelease(
  _grant: Grant<'schedule:import'>,
  download: Download,
  onProgress: Progress = () => {},
): Promise<Result<Fetched>> {
  const folder = path.join(env().DATA_DIR, 'downloads')
  await mkdir(folder, { recursive: true })
  const target = path.join(folder, `${download.id.toLowerCase()}.zip`)
  const fetched = await downloadFile({
    url: download.url,
    target,
    sha256: download.sha256,
    onProgress: inSteps(onProgress),
  })
  return fetched.ok ? ok({ ...fetched.value, release: download.id, path: target }) : fetched
}

/** For the job of the administrator's page: downloads, then installs. */
export async function fetchAndInstall(
  grant: Grant<'schedule:import'>,
  { release }: FetchRelease,
  onProgress: Progress = () => {},
): Promise<Result<ImportReport>> {
  const download = downloadOf(release)
  if (!download.ok) return download
  const fetched = await fetchRelease(grant, download.value, onProgress)
  if (!fetched.ok) return fetched
  onProgress('installing')
  return installRelease(grant, fetched.value.path, fetched.value.release)
}

/** A word at every tenth of a megabyte is plenty. */
function inSteps(onProgress: Progress): (received: number, total: number | null) => void {
  let told = ''
  return (received, total) => {
    const words = total === null ? megabytes(received) : `${tenths(received)} of ${megabytes(total)}`
    if (words === told) return
    told = words
    onProgress(words)
  }
}

const tenths = (bytes: number): string => (bytes / 1_000_000).toFixed(1)
const megabytes = (bytes: number): string => `${tenths(bytes)} MB`
