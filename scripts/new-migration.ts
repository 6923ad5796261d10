import fs from 'node:fs'
import path from 'node:path'
import { env } from '../lib/server/env'
import { now } from '../lib/server/clock'
import { openDataFolder } from './launch/data-folder'
import { openDatabase } from './launch/database'
import { schemaDifference } from './launch/schema-difference'
import { command, Sentence } from './launch/sentence'

/** `npm run db:new -- name`: writes the SQL that takes the migrations there are to what prisma/schema.prisma says. */
await command(async () => {
  const name = process.argv[2] ?? ''
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new Sentence('Name the migration in snake case: npm run db:new -- add_goals')
  const database = await openDatabase(openDataFolder(env().DATA_DIR))
  try {
    const sql = schemaDifference(database.ownerUrl)
    if (sql === null) throw new Sentence('The migrations already say what the schema says.')
    const stamp = now().toISOString().replace(/\D/g, '').slice(0, 14)
    const folder = path.join('prisma', 'migrations', `${stamp}_${name}`)
    fs.mkdirSync(folder)
    fs.writeFileSync(path.join(folder, 'migration.sql'), sql)
    console.log(`Wrote ${folder}/migration.sql. Read it; add grants and policies for new tables; npm start applies it.`)
  } finally {
    await database.stop()
  }
})
