import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort, removeEmbedded, startEmbedded } from '../lib/server/embedded-postgres'
import { provideEnv } from '../lib/server/env'
import { appUrlOf } from '../lib/server/provision'
import { buildIfChanged, generateClient } from './launch/build'
import { command } from './launch/sentence'
import { loggedIds, makeCases, mustHold, postCases } from './trial/cases'
import { makeKey, openAccount, signIn, type Person } from './trial/person'
import { startSite, stopSites } from './trial/site'

const CASES = 200

/** `npm run kill-test`: kill -9 of the app and of PostgreSQL while cases are posted; none acknowledged may be lost. */
await command(async () => {
  generateClient()
  buildIfChanged()
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'rvu-edge-kill-'))
  // PostgreSQL may run as another user, who has to enter it.
  fs.chmodSync(dataDir, 0o755)
  try {
    await trial(dataDir)
  } finally {
    await stopSites()
    await removeEmbedded(dataDir)
  }
  process.exit(0)
})

async function trial(dataDir: string): Promise<void> {
  const port = await freePort()
  const first = await startSite({ dataDir, port })
  const person = await accountOn(dataDir, first.address)
  const key = await makeKey(first.address, await signIn(first.address, person))
  const cases = makeCases(CASES)
  const acknowledged = await postCases(first.address, key, cases, () => first.kill(true))
  console.log(`Killed the app and PostgreSQL with ${acknowledged.size} of ${CASES} cases acknowledged.`)
  const second = await startSite({ dataDir, port })
  const after = await loggedIds(second.address, key)
  mustHold(after, acknowledged)
  console.log(`After the restart the log holds ${after.size}: every acknowledged case, once.`)
  await postCases(second.address, key, cases)
  const whole = await loggedIds(second.address, key)
  mustHold(whole, new Set(cases.map(({ id }) => id)))
  console.log(`All ${CASES} were sent again; the log holds ${whole.size}, each once.`)
}

/** Through the use-cases, on the database of the running site. */
async function accountOn(dataDir: string, address: string): Promise<Person> {
  const server = await startEmbedded(dataDir)
  provideEnv({ DATABASE_URL: appUrlOf(server.url), DATA_DIR: dataDir, NEXTAUTH_URL: address })
  const person = await openAccount()
  const { closeDatabase } = await import('../lib/server/db')
  await closeDatabase()
  await server.stop()
  return person
}
