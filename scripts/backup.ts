import { env } from '../lib/server/env'
import { command, Sentence } from './launch/sentence'
import { withDatabase } from './launch/with-database'

/** `npm run backup -- FILE`: the whole database in one file, without pg_dump. Works while the site runs. */
await command(async () => {
  const [file] = process.argv.slice(2)
  if (!file) throw new Sentence('Name the file to write: npm run backup -- rvu-edge.backup')
  await withDatabase(async () => {
    const { writeBackup } = await import('../lib/server/backup')
    const { systemGrant } = await import('../lib/server/session')
    const done = await writeBackup(systemGrant('backup:run'), file, env().DATABASE_URL)
    if (!done.ok) throw new Sentence(done.error.message)
    const { rows, tables, bytes } = done.value
    const size = (bytes / 1_048_576).toFixed(1)
    console.log(`${file}: ${rows.toLocaleString('en-US')} rows of ${tables} tables, ${size} MB.`)
  })
})
