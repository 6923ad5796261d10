import fs from 'node:fs'
import { env } from '../../lib/server/env'
import { generateClient } from './build'
import { openDataFolder } from './data-folder'
import { migrateDatabase, openDatabase } from './database'
import { Sentence } from './sentence'

/** For commands: finds or starts the database as the launcher does, brings it up to date, and stops what it started. */
export async function withDatabase(work: () => Promise<void>): Promise<void> {
  if (fs.existsSync('.env')) process.loadEnvFile('.env')
  const dataFolder = openDataFolder(settings().DATA_DIR)
  const database = await openDatabase(dataFolder)
  try {
    generateClient()
    await migrateDatabase(database.ownerUrl)
    await work()
  } finally {
    // Imported late: it needs the generated client.
    const { closeDatabase } = await import('../../lib/server/db')
    await closeDatabase()
    await database.stop()
  }
}

function settings() {
  try {
    return env()
  } catch (error) {
    throw new Sentence(error instanceof Error ? error.message : String(error))
  }
}
