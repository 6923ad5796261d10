import fs from 'node:fs'
import { parseArgs } from 'node:util'
import type { Download } from '../lib/features/downloads/schema'
import { provideEnv, env } from '../lib/server/env'
import { openDataFolder } from './launch/data-folder'
import { command, Sentence } from './launch/sentence'
import { withDatabase } from './launch/with-database'

const USAGE = 'Use: npm run cms:fetch -- RVU26D --accept-ama-license [--install]'
const LICENSE =
  'The file holds CPT codes and descriptors, which the American Medical Association owns. The page of CMS asks for ' +
  'its license before it hands the file out: https://www.cms.gov/medicare/payment/fee-schedules/physician/pfs-relative-value-files. ' +
  'Read and accept it there, then run this again with --accept-ama-license. RVU Edge drops the descriptors of CPT codes.'

/** `npm run cms:fetch -- RVU26D --accept-ama-license [--install]`: downloads a release from CMS, and may install it. */
await command(async () => {
  const { release, accepted, install } = readArguments()
  if (fs.existsSync('.env')) process.loadEnvFile('.env')
  provideEnv({ DATA_DIR: openDataFolder(env().DATA_DIR) })
  const { downloadOf } = await import('../lib/features/downloads/service')
  const download = downloadOf(release)
  if (!download.ok) throw new Sentence(download.error.message)
  if (!accepted) throw new Sentence(LICENSE)
  console.log(`${download.value.id}, in force from ${download.value.effectiveFrom}: ${download.value.url}`)
  const work = () => fetchOne(download.value, install)
  await (install ? withDatabase(work) : work())
})

function readArguments(): { release: string; accepted: boolean; install: boolean } {
  const { values, positionals } = parsed()
  const [release] = positionals
  if (release === undefined || positionals.length > 1) throw new Sentence(`Name one release. ${USAGE}`)
  return { release, accepted: values['accept-ama-license'] ?? false, install: values.install ?? false }
}

function parsed() {
  try {
    const options = { 'accept-ama-license': { type: 'boolean' }, install: { type: 'boolean' } } as const
    return parseArgs({ options, allowPositionals: true })
  } catch (error) {
    const [first] = (error instanceof Error ? error.message : String(error)).split(/\. | To specify/)
    throw new Sentence(`${first ?? ''}. ${USAGE}`)
  }
}

async function fetchOne(download: Download, install: boolean): Promise<void> {
  const { fetchRelease } = await import('../lib/features/downloads/service')
  const { systemGrant } = await import('../lib/server/session')
  const grant = systemGrant('schedule:import')
  const fetched = await fetchRelease(grant, download, tell)
  if (!fetched.ok) throw new Sentence(fetched.error.message)
  const { path, bytes, resumedAt, sha256, verified } = fetched.value
  console.log(
    `\n${path}: ${bytes.toLocaleString('en-US')} bytes${resumedAt ? `, of which ${resumedAt} were there` : ''}`,
  )
  console.log(
    `SHA-256 ${sha256}: ${verified ? 'as recorded' : 'none is recorded for this file, so it is not verified'}`,
  )
  if (!install) return console.log(`Install it: npm run cms:import -- ${path} --release ${download.id}`)
  const { installRelease } = await import('../lib/features/releases/service')
  const installed = await installRelease(grant, path, download.id)
  if (!installed.ok) throw new Sentence(installed.error.message)
  const { release, version, rows, outcome } = installed.value
  console.log(
    outcome === 'installed' ? `${release} version ${version}: ${rows} rows.` : `${release} was there already.`,
  )
}

/** Progress on one line, where somebody looks. */
function tell(words: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${words}  `)
}
