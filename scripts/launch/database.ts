import pg from 'pg'
import { env, provideEnv } from '../../lib/server/env'
import { startEmbedded } from '../../lib/server/embedded-postgres'
import { appUrlOf, provision } from '../../lib/server/provision'
import { Sentence } from './sentence'

const WATCH_MS = 1_000

export type Database = {
  /** The owner's address: migrations, backups. */
  readonly ownerUrl: string
  /** Stops what was started here, and nothing else. */
  readonly stop: () => Promise<void>
}

/** Finds or starts PostgreSQL and sets DATABASE_URL to the app's own login. */
export async function openDatabase(dataFolder: string): Promise<Database> {
  const { DATABASE_URL: given, DIRECT_DATABASE_URL: direct } = env()
  if (!given) return openEmbedded(dataFolder)
  const ownerUrl = direct || given
  await mustAnswer(ownerUrl, direct ? 'DIRECT_DATABASE_URL' : 'DATABASE_URL')
  // Behind a pooler the login is the pooler's business: it steps down to the app's role in every transaction.
  provideEnv({ DATABASE_URL: direct ? given : appUrlOf(given), DIRECT_DATABASE_URL: ownerUrl })
  return { ownerUrl, stop: async () => {} }
}

async function openEmbedded(dataFolder: string): Promise<Database> {
  let server = await startEmbedded(dataFolder).catch((error: unknown) => {
    throw new Sentence(error instanceof Error ? error.message : 'The embedded PostgreSQL did not start.')
  })
  if (server.moved) console.log(`The database is in ${server.folder} (its user cannot enter ${dataFolder}).`)
  provideEnv({ DATABASE_URL: appUrlOf(server.url), DIRECT_DATABASE_URL: server.url })
  let starting: Promise<unknown> | null = null
  const watch = setInterval(() => {
    if (starting || server.isRunning()) return
    console.error('The embedded PostgreSQL was killed; starting it again.')
    starting = startEmbedded(dataFolder, server.port)
      .then((again) => (server = again))
      .catch((error: unknown) => console.error(String(error)))
      .finally(() => (starting = null))
  }, WATCH_MS).unref()
  const stop = async () => {
    clearInterval(watch)
    await starting
    await server.stop()
  }
  return { ownerUrl: server.url, stop }
}

async function mustAnswer(url: string, setting: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    await client.end()
  } catch (error) {
    const reason = error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code : String(error)
    throw new Sentence(
      `${setting} does not answer (${reason}). Check the address, or leave it empty for the embedded one.`,
    )
  }
}

/** Roles and migrations, as the owner. */
export async function migrateDatabase(ownerUrl: string): Promise<void> {
  const { DATABASE_URL: appUrl } = env()
  const login = decodeURIComponent(new URL(appUrl).username)
  const applied = await provision(ownerUrl, 'prisma/migrations', login).catch((error: unknown) => {
    throw new Sentence(
      `The database could not be brought up to date: ${error instanceof Error ? error.message : error}.`,
    )
  })
  if (applied.length) console.log(`Database: ${applied.length} migration${applied.length === 1 ? '' : 's'} applied.`)
}
