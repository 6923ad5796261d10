import fs from 'node:fs'
import path from 'node:path'
import { freePort, removeEmbedded } from '../../lib/server/embedded-postgres'
import { needChromium } from './chromium'
import { run, sumOf, tool, type Count } from './stage'

const REPORTS = path.resolve('.test-data', 'reports')

function reportFile(name: string): string {
  fs.mkdirSync(REPORTS, { recursive: true })
  const file = path.join(REPORTS, name)
  fs.rmSync(file, { force: true })
  return file
}

function readReport<T>(file: string): T | null {
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as T) : null
}

type VitestReport = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

/** Unit and integration. A file that could not be loaded counts as one failure, and so does a run that broke off. */
export async function runVitest(): Promise<Count> {
  const file = reportFile('vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const well = await run([...tool('vitest/vitest.mjs'), 'run', ...reporters])
  const report = readReport<VitestReport>(file)
  if (!report) return broken(well, { passed: 0, failed: 0, skipped: 0 })
  const unloaded = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  )
  return broken(well, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests,
  })
}

type PlaywrightReport = {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
}

/** End to end, in Chromium, against the production build started the way people start it, on data of its own. */
export async function runPlaywright(): Promise<Count> {
  needChromium()
  await removeEmbedded(path.resolve('.test-data', 'e2e'))
  const file = reportFile('playwright.json')
  const well = await run([...tool('@playwright/test/cli.js'), 'test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    E2E_PORT: String(await freePort()),
  })
  const report = readReport<PlaywrightReport>(file)
  if (!report) return broken(well, { passed: 0, failed: 0, skipped: 0 })
  const { expected, unexpected, flaky, skipped } = report.stats
  return broken(well, { passed: expected, failed: unexpected + flaky, skipped })
}

/** A runner that ended badly without naming a failed test has failed once all the same. */
const broken = (well: boolean, count: Count): Count =>
  well || count.failed > 0 ? count : sumOf([count, { passed: 0, failed: 1, skipped: 0 }])
