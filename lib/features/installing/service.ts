import type { Grant } from '../../domain/access/grant'
import { effectiveDateOf } from '../../domain/schedule/release-id'
import type { CalendarDate } from '../../domain/shared/date'
import { ok, refuse, type Result } from '../../domain/shared/result'
import { recordAudit } from '../../server/audit'
import { reading, transaction } from '../../server/db'
import { openRelease } from '../../server/release-archive'
import { systemGrant } from '../../server/session'
import { openUnitLimits, type UnitLimitArchive } from '../../server/unit-limit-archive'
import { removeUpload, uploadFolderId, uploadPath, type Upload } from '../../server/upload-folder'
import { downloadOf, fetchAndInstall } from '../downloads/service'
import { installRelease, type ImportReport } from '../releases/service'
import { releaseOfFile } from '../releases/store'
import { installUnitLimits, type UnitLimitReport } from '../unit-limits/service'
import { tableOfFile } from '../unit-limits/store'
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

/** Orders the installation of a file that was sent; refuses at once what is neither a release nor unit limits. */
export async function orderFromUpload(
  grant: Installer,
  upload: Upload,
  stated: InstallUpload,
): Promise<Result<InstallJob>> {
  const identified = await identify(upload, stated)
  if (!identified.ok) return identified
  const { id, name } = upload
  return order(grant, { ...identified.value, upload: id, name, folder: await uploadFolderId() })
}

type Identified = { readonly sha256: string } & (
  | { readonly from: 'upload'; readonly release: string }
  | { readonly from: 'limits'; readonly effectiveFrom: CalendarDate }
)

async function identify(upload: Upload, stated: InstallUpload): Promise<Result<Identified>> {
  const { name } = upload
  const isZip = /\.zip$/i.test(name)
  if (!isZip && !/\.csv(\.gz)?$/i.test(name)) return neither(name)
  const limits = await openUnitLimits(uploadPath(upload))
  if (!limits.ok) return limits
  if (limits.value) return identifyLimits(limits.value, stated)
  return isZip ? identifyRelease(upload, stated) : neither(name)
}

const neither = (name: string): Result<never> =>
  refuse(
    'FILE_UNREADABLE',
    `${name} is not a zip. Choose the zip of a release, or of unit limits, as CMS hands it out; a CSV file is taken where ` +
      'its name has MUE in it.',
  )

function identifyLimits(archive: UnitLimitArchive, { release, effective }: InstallUpload): Result<Identified> {
  archive.close()
  const { name, sha256 } = archive
  if (release !== undefined) {
    return wrongField(
      'release',
      `${name} holds unit limits, which are of no release. Enter their first day, or nothing.`,
    )
  }
  const effectiveFrom = effective ?? archive.effectiveFrom
  if (effectiveFrom) return ok({ from: 'limits', effectiveFrom, sha256 })
  return wrongField('effective', `${name} does not say from which day its limits count. Enter it, as 2026-04-01.`)
}

async function identifyRelease(upload: Upload, { release, effective }: InstallUpload): Promise<Result<Identified>> {
  const { name } = upload
  const archive = await openRelease(uploadPath(upload))
  if (!archive.ok) return archive
  archive.value.close()
  if (effective !== undefined) {
    return wrongField('effective', `${name} is a release, which says its own day. Enter the release, or nothing.`)
  }
  const { releaseId, sha256 } = archive.value
  const id = release ?? releaseId
  if (id !== null && effectiveDateOf(id) !== null) return ok({ from: 'upload', release: id, sha256 })
  return wrongField('release', `${id ?? name} does not say which release this is. Enter it, for example RVU26D.`)
}

const wrongField = (path: keyof InstallUpload, message: string): Result<never> =>
  refuse('INVALID_INPUT', message, { fields: [{ path, code: `unknown_${path}`, message }] })

const order = (grant: Installer, input: InstallOrder): Promise<Result<InstallJob>> =>
  transaction(grant, async (tx) => {
    if ((await store.countOpenJobs(tx, grant, input)) > 0) return underWay(input)
    const job = await store.insertJob(tx, grant, input)
    recordAudit(tx, grant, {
      action: input.from === 'limits' ? 'unit-limits.ordered' : 'release.ordered',
      subject: input.from === 'limits' ? input.effectiveFrom : input.release,
      detail: {
        job: job.id,
        from: job.from,
        ...(input.from === 'cms' ? { amaLicense: true } : { file: input.name }),
      },
    })
    return ok(job)
  })

const underWay = (input: InstallOrder): Result<never> =>
  input.from === 'limits'
    ? refuse('CONFLICT', `Unit limits from ${input.effectiveFrom} are being installed already. Wait for that to end.`)
    : refuse('CONFLICT', `${input.release} is being installed already. Wait for it to end.`)

/** The job. Safe to run again: a download goes on where it stopped, and the same file twice changes nothing. */
export async function runInstall(input: unknown, report: (progress: string) => Promise<void>): Promise<Result<string>> {
  const asked = InstallOrder.parse(input)
  switch (asked.from) {
    case 'cms':
      return fromCms(asked, report)
    case 'upload':
      return fromUpload(asked, report)
    case 'limits':
      return fromLimits(asked, report)
  }
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

type Sent = { readonly upload: string; readonly name: string }

/** Installs a file that was sent, and removes it. */
async function fromFile(
  { upload: id, name }: Sent,
  report: Report,
  install: (path: string) => Promise<Result<string>>,
): Promise<Result<string>> {
  await report(INSTALLING)
  const installed = await install(uploadPath({ id, name }))
  await removeUpload(id)
  return installed
}

// A runner that was killed after its work has removed the file already: so the first look is for what came of it.

const fromUpload = (order: Extract<InstallOrder, { from: 'upload' }>, report: Report): Promise<Result<string>> =>
  fromFile(order, report, async (path) => {
    const { release, sha256 } = order
    const before = await releaseOfFile(sha256)
    if (before?.releaseId === release) return ok(sameFile(release))
    return inWords(await installRelease(systemGrant('schedule:import'), path, release))
  })

const fromLimits = (order: Extract<InstallOrder, { from: 'limits' }>, report: Report): Promise<Result<string>> =>
  fromFile(order, report, async (path) => {
    const { effectiveFrom, sha256 } = order
    const before = await tableOfFile(sha256)
    if (before?.effectiveFrom === effectiveFrom) return ok(sameFile(limitsOf(effectiveFrom)))
    return limitsInWords(await installUnitLimits(systemGrant('schedule:import'), path, effectiveFrom))
  })

const limitsOf = (effectiveFrom: string): string => `The table of unit limits from ${effectiveFrom}`

function limitsInWords(installed: Result<UnitLimitReport | null>): Result<string> {
  if (!installed.ok) return installed
  if (installed.value === null) return refuse('FILE_UNREADABLE', 'The file holds no table of unit limits.')
  const { outcome, effectiveFrom, version, read } = installed.value
  const what = limitsOf(effectiveFrom)
  const counted = `${(read?.rows ?? 0).toLocaleString('en-US')} codes`
  if (outcome === 'same-file') return ok(sameFile(what))
  if (outcome === 'same-rows') return ok(`${what} had the same ${counted} already. Nothing was left to do.`)
  return ok(`${what}, version ${version}: ${counted} installed.`)
}

const sameFile = (what: string): string => `${what} is installed from this very file. Nothing was left to do.`

function inWords(installed: Result<ImportReport>): Result<string> {
  if (!installed.ok) return installed
  const { outcome, release, version, rows, findings } = installed.value
  const counted = `${rows.toLocaleString('en-US')} rows`
  if (outcome === 'same-file') return ok(sameFile(release))
  if (outcome === 'same-rows') return ok(`${release} had the same ${counted} already. Nothing was left to do.`)
  return ok([`${release} version ${version}: ${counted} installed.`, ...findings.slice(0, 3)].join(' '))
}
