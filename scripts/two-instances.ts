import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '../lib/server/embedded-postgres'
import { provideEnv } from '../lib/server/env'
import { newSecret } from '../lib/server/secret'
import { buildIfChanged, generateClient } from './launch/build'
import { command, Sentence } from './launch/sentence'
import { loggedIds, makeCases, mustHold, postCase, postCases } from './trial/cases'
import { makeKey, openAccount, signIn } from './trial/person'
import { startPooledPostgres, type PooledPostgres } from './trial/pooled-postgres'
import { startSite, stopSites } from './trial/site'

const CASES = 200

/** `npm run two-instances`: two instances on one PostgreSQL 15 behind pgbouncer, one of them killed while posting. */
await command(async () => {
  generateClient()
  buildIfChanged()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rvu-edge-two-'))
  const database = await startPooledPostgres()
  try {
    await trial(database, folder)
  } finally {
    await stopSites()
    await database.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
  process.exit(0)
})

async function trial({ poolerUrl, directUrl }: PooledPostgres, folder: string): Promise<void> {
  const settings = { DATABASE_URL: poolerUrl, DIRECT_DATABASE_URL: directUrl, NEXTAUTH_SECRET: newSecret() }
  const first = await startSite({ dataDir: path.join(folder, 'first'), port: await freePort(), settings })
  const second = await startSite({
    dataDir: path.join(folder, 'second'),
    port: await freePort(),
    settings,
    words: ['--no-migrate'],
  })
  console.log(`Two instances run: ${first.address} and ${second.address}, behind pgbouncer in transaction mode.`)
  provideEnv({ ...settings, DATA_DIR: path.join(folder, 'first'), NEXTAUTH_URL: first.address })
  const person = await openAccount()
  const session = await signIn(first.address, person)
  const key = await makeKey(second.address, session)
  console.log('Signed in on the first; the second takes the session and makes a key.')

  const cases = makeCases(CASES)
  const acknowledged = await postCases(second.address, key, cases, () => second.kill(false))
  if (acknowledged.size === CASES) throw new Sentence('Every case was posted before the kill: nothing was tried.')
  console.log(`Killed the second with ${acknowledged.size} of ${CASES} cases acknowledged.`)
  mustHold(await loggedIds(first.address, key), acknowledged)
  for (const each of cases.filter(({ id }) => !acknowledged.has(id))) await postCase(first.address, key, each)
  const whole = await loggedIds(first.address, key)
  mustHold(whole, new Set(cases.map(({ id }) => id)))
  console.log(`The rest was sent to the first; its log holds ${whole.size} cases, each once.`)
  const { closeDatabase } = await import('../lib/server/db')
  await closeDatabase()
}
