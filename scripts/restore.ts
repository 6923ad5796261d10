import { env } from '../lib/server/env'
import { command, Sentence } from './launch/sentence'
import { withDatabase } from './launch/with-database'

/** `npm run restore -- FILE [--replace]`: a backup back into an empty database, all of it or nothing. */
await command(async () => {
  const words = process.argv.slice(2)
  const file = words.find((word) => !word.startsWith('--'))
  const unknown = words.find((word) => word.startsWith('--') && word !== '--replace')
  if (unknown) throw new Sentence(`There is no option ${unknown}: npm run restore -- FILE [--replace]`)
  if (!file) throw new Sentence('Name the file to restore: npm run restore -- rvu-edge.backup')
  await withDatabase(async () => {
    const { restoreBackup } = await import('../lib/server/restore')
    const { systemGrant } = await import('../lib/server/session')
    const options = { replace: words.includes('--replace'), databaseUrl: env().DATABASE_URL }
    const done = await restoreBackup(systemGrant('backup:run'), file, options)
    if (!done.ok) throw new Sentence(done.error.message)
    const { made, rows, tables } = done.value
    console.log(`Restored ${rows.toLocaleString('en-US')} rows of ${tables} tables, as they were at ${made}.`)
  })
})
