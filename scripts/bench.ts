import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort, removeEmbedded, startEmbedded } from '../lib/server/embedded-postgres'
import { provideEnv } from '../lib/server/env'
import { appUrlOf } from '../lib/server/provision'
import { serveBareSite } from './bench/bare-site'
import { calculated, measureCalculate } from './bench/calculate'
import { median, printTable, RUNS, timed, type Figure } from './bench/figure'
import { measureImport } from './bench/import'
import { measureLighthouse } from './bench/lighthouse'
import { measureLines } from './bench/lines'
import { codePage, measurePage } from './bench/page'
import { measurePost } from './bench/post'
import { measureSearch } from './bench/search'
import { buildIfChanged, generateClient } from './launch/build'
import { command, Sentence } from './launch/sentence'
import { makeKey, openAccount, signIn } from './trial/person'
import { startSite, stopSites, type Site } from './trial/site'

const START_MS = 3_000

/** `npm run bench`: each figure beside its bound, interleaved runs, medians of five. Fails where one does not hold. */
await command(async () => {
  generateClient()
  buildIfChanged()
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'rvu-edge-bench-'))
  // PostgreSQL may run as another user, who has to enter it.
  fs.chmodSync(dataDir, 0o755)
  try {
    const figures = await measure(dataDir)
    console.log()
    printTable(figures)
    process.exitCode = figures.every(({ holds }) => holds) ? 0 : 1
  } finally {
    await stopSites()
    await removeEmbedded(dataDir)
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
  process.exit()
})

async function measure(dataDir: string): Promise<readonly Figure[]> {
  const start = async () => startSite({ dataDir, port: await freePort() })
  console.log('The first start loads the catalog…')
  const first = await start()
  await first.stop()
  const figures: Figure[] = [await measureStart(start)]
  const site = await start()
  const server = await startEmbedded(dataDir)
  const appUrl = appUrlOf(server.url)
  provideEnv({
    DATABASE_URL: appUrl,
    DATA_DIR: dataDir,
    NEXTAUTH_URL: site.address,
    LOG_LEVEL: 'warn',
    RATE_LIMIT_PER_MINUTE: '1000000',
  })
  const addAll: AddAll = async (name, work) => {
    console.log(`Measuring ${name}…`)
    const failed = await attempt(name, async () => void figures.push(...(await work())))
    if (failed) figures.push(failed)
  }
  const add: Add = (name, work) => addAll(name, async () => [await work()])
  await add('lines a second', measureLines)
  await add('a search', measureSearch)
  await add('the import', () => measureImport(server.url, dataDir))
  await add('posting a case', async () => measurePost(site.address, await keyOn(site), appUrl, server.url))
  const unbuilt = await attempt('a code page and a calculation', () => measureBeside(site.address, add, addAll))
  if (unbuilt) figures.push(unbuilt)
  const { closeDatabase } = await import('../lib/server/db')
  await closeDatabase()
  await server.stop()
  return figures
}

type Add = (name: string, work: () => Promise<Figure>) => Promise<void>
type AddAll = (name: string, work: () => Promise<readonly Figure[]>) => Promise<void>

/** What is measured beside a copy of the site that does as little as it can. */
async function measureBeside(address: string, add: Add, addAll: AddAll) {
  console.log('Building what a page and a calculation are measured beside…')
  const bare = await serveBareSite(await codePage(address), await calculated(address))
  try {
    await add('the code page', () => measurePage(address, bare))
    await add('a calculation', () => measureCalculate(address, bare))
    await addAll('the code page in a browser', () => measureLighthouse(bare))
  } finally {
    await bare.stop()
  }
}

async function keyOn({ address }: Site): Promise<string> {
  return makeKey(address, await signIn(address, await openAccount()))
}

/** Of a stopped site that was built and loaded: from npm's process to the first 200 of the health check. */
async function measureStart(start: () => Promise<Site>): Promise<Figure> {
  console.log('Measuring a warm start…')
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) {
    let site: Site | null = null
    times.push(await timed(async () => (site = await start())))
    await (site as Site | null)?.stop()
  }
  const measured = `${(median(times) / 1000).toFixed(2)} s`
  return { name: 'warm start to the first 200', bound: 'at most 3 s', measured, holds: median(times) <= START_MS }
}

/** A figure that could not be measured fails and says why; the others are measured all the same. */
async function attempt(name: string, work: () => Promise<void>): Promise<Figure | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (!(error instanceof Sentence)) console.error(error)
    return { name, bound: '', measured: error instanceof Error ? error.message : String(error), holds: false }
  }
}
