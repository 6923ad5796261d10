import type { ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import { env, provideEnv, type Env } from '../lib/server/env'
import { buildIfChanged, generateClient, isBuilt } from './launch/build'
import { keptSecret, openDataFolder } from './launch/data-folder'
import { migrateDatabase, openDatabase, type Database } from './launch/database'
import { command, Sentence } from './launch/sentence'
import { portMustBeFree, startNext, stopNext, untilHealthy } from './launch/server'

const DRAIN_SECONDS = 20
const development = process.argv.includes('--dev')
const migrating = !process.argv.includes('--no-migrate')

await command(async () => {
  if (fs.existsSync('.env')) process.loadEnvFile('.env')
  const settings = readSettings()
  await portMustBeFree(settings.HOST, settings.PORT)
  const dataFolder = openDataFolder(settings.DATA_DIR)
  provideEnv({
    DATA_DIR: dataFolder,
    NEXTAUTH_SECRET: settings.NEXTAUTH_SECRET || keptSecret(dataFolder, 'session.secret'),
    NEXTAUTH_URL: settings.NEXTAUTH_URL || addressOf(settings.HOST, settings.PORT),
  })
  const running: Running = { database: await openDatabase(dataFolder), server: null, stopping: false }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(running))
  try {
    await prepare(running, settings, dataFolder)
    await serve(settings.HOST, settings.PORT, running)
  } catch (error) {
    if (running.stopping) return forever()
    await stopNext(running.server, DRAIN_SECONDS)
    await running.database.stop()
    throw error
  }
})

/** What this process started, to be stopped in the reverse order. */
type Running = { readonly database: Database; server: ChildProcess | null; stopping: boolean }

async function stop(running: Running): Promise<void> {
  if (running.stopping) return
  running.stopping = true
  console.log('\nStopping: finishing what is under way…')
  await stopNext(running.server, DRAIN_SECONDS)
  await running.database.stop()
  process.exit(0)
}

/** While stop() works, the main line waits for the end of the process. */
function forever(): Promise<never> {
  return new Promise(() => {})
}

function readSettings() {
  try {
    return env()
  } catch (error) {
    throw new Sentence(error instanceof Error ? error.message : String(error))
  }
}

async function prepare(running: Running, settings: Env, dataFolder: string): Promise<void> {
  const start = () => (running.server ??= startNext(settings.HOST, settings.PORT, development))
  generateClient()
  if (migrating) await migrateDatabase(running.database.ownerUrl)
  // Most starts find everything done: then the server warms up meanwhile. It is not healthy before the catalog is there.
  if (development || isBuilt()) start()
  // Imported late: it needs the generated client.
  const { loadBuiltIn } = await import('./launch/contents')
  if (migrating) await loadBuiltIn()
  const { announceSetup } = await import('./launch/setup')
  await announceSetup(dataFolder)
  if (!development) buildIfChanged()
  start()
}

async function serve(host: string, port: number, running: Running): Promise<void> {
  const child = running.server
  if (!child) throw new Error('the server was not started')
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = addressOf(host, port)
  await untilHealthy(address, child)
  console.log(`\nRVU Edge is at ${address}`)
  if (!env().SMTP_URL && isLoopback(host)) console.log(`Mail is kept at ${address}/outbox (SMTP_URL is not set).`)
  await ended
  if (running.stopping) return forever()
  throw new Sentence('The server stopped by itself: see the lines above. Start it again with npm start.')
}

function addressOf(host: string, port: number): string {
  return `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
