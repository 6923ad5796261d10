import type { Grant } from '../../domain/access/grant'
import { effectiveDateOf } from '../../domain/schedule/release-id'
import { ok, refuse, type Result } from '../../domain/shared/result'
import { recordAudit } from '../../server/audit'
import { reading, transaction } from '../../server/db'
import { openRelease } from '../../server/release-archive'
import { systemGrant } from '../../server/session'
import { removeUpload, uploadFolderId, uploadPath, type Upload } from '../../server/upload-folder'
import { downloadOf, fetchAndInstall } from '../downloads/service'
import { installRelease, type ImportReport } from '../releases/service'
import { releaseOfFile } from '../releases/store'
import { InstallOrder, type InstallFromCms, type InstallJob, type InstallUpload } from './schema'
import * as store from './store'

type Installer = Grant<'release:install'>

/** The page shows the last few; the audit log keeps all. */
const SHOWN = 5

export const listInstalls = (grant: Installer): Promise<readonly InstallJob[]> =>
  reading(grant, (tx) => store.findJobs(tx, grant, SHOWN))

/** Orders the download of a release from CMS and its installation. A job does both. */
export async function orderFromCms(grant: Installer, { release }: InstallFromCms): Promise<Result<InstallJob>> {
  const download = downloadOf(release)
  if (!download.ok) return download
  return order(grant, { from: 'cms', release, acceptAmaLicense: true })
}

/** Orders the installation of a file that was sent; refuses at once what is no release. */
export async function orderFromUpload(
  grant: Installer,
  upload: Upload,
  { release: named }: InstallUpload,
): Promise<Result<InstallJob>> {
  const identified = await identify(upload, named)
  if (!identified.ok) return identified
  const { id, name } = upload
  return order(grant, { from: 'upload', ...identified.value, upload: id, name, folder: await uploadFolderId() })
}

type Identified = { readonly release: string; readonly sha256: string }

async function identify({ id: upload, name }: Upload, named: string | undefined): Promise<Result<Identified>> {
  if (!/\.zip$/i.test(name)) {
    return refuse('FILE_UNREADABLE', `${name} is not a zip. Choose the zip of a release, as CMS hands it out.`)
  }
  const archive = await openRelease(uploadPath({ id: upload, name }))
  if (!archive.ok) return archive
  archive.value.close()
  const { releaseId, sha256 } = archive.value
  const id = named ?? releaseId
  if (id !== null && effectiveDateOf(id) !== null) return ok({ release: id, sha256 })
  const message = `${id ?? name} does not say which release this is. Enter it, for example RVU26D.`
  return refuse('INVALID_INPUT', message, { fields: [{ path: 'release', code: 'unknown_release', message }] })
}

const order = (grant: Installer, input: InstallOrder): Promise<Result<InstallJob>> =>
  transaction(grant, async (tx) => {
    if ((await store.countOpenJobs(tx, grant, input.release)) > 0) {
      return refuse('CONFLICT', `${input.release} is being installed already. Wait for it to end.`)
    }
    const job = await store.insertJob(tx, grant, input)
    recordAudit(tx, grant, {
      action: 'release.ordered',
      subject: input.release,
      detail: {
        job: job.id,
        from: input.from,
        ...(input.from === 'cms' ? { amaLicense: true } : { file: input.name }),
      },
    })
    return ok(job)
  })

/** The job. Safe to run again: a download goes on where it stopped, and the same file twice changes nothing. */
export async function runInstall(input: unknown, report: (progress: string) => Promise<void>): Promise<Result<string>> {
  const asked = InstallOrder.parse(input)
  return asked.from === 'cms' ? fromCms(asked, report) : fromUpload(asked, report)
}

type Report = (progress: string) => Promise<void>

async function fromCms(order: Extract<InstallOrder, { from: 'cms' }>, report: Report): Promise<Result<string>> {
  let told = Promise.resolve()
  const installed = await fetchAndInstall(systemGrant('schedule:import'), order, (words) => {
    // One after the other, so that the last word stays; a word that is lost changes nothing.
    told = told.then(() => report(words === 'installing' ? INSTALLING : `Downloaded ${words}.`)).catch(() => {})
  })
  await told
  return inWords(installed)
}

const INSTALLING = 'Reading the file and installing its rows.'

async function fromUpload(order: Extract<InstallOrder, { from: 'upload' }>, report: Report): Promise<Result<string>> {
  await report(INSTALLING)
  const { upload: id, name, release, sha256 } = order
  // A runner that was killed after its work has removed the file already.
  const before = await releaseOfFile(sha256)
  const installed =
    before?.releaseId === release
      ? ok(sameFile(release))
      : inWords(await installRelease(systemGrant('schedule:import'), uploadPath({ id, name }), release))
  await removeUpload(id)
  return installed
}

const sameFile = (release: string): string => `${release} is installed from this very file. Nothing was left to do.`

function inWords(installed: Result<ImportReport>): Result<string> {
  if (!installed.ok) return installed
  const { outcome, release, version, rows, findings } = installed.value
  const counted = `${rows.toLocaleString('en-US')} rows`
  if (outcome === 'same-file') return ok(sameFile(release))
  if (outcome === 'same-rows') return ok(`${release} had the same ${counted} already. Nothing was left to do.`)
  return ok([`${release} version ${version}: ${counted} installed.`, ...findings.slice(0, 3)].join(' '))
}
