import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { childEnv, env } from '../lib/server/env'
import { now } from '../lib/server/clock'
import { openDataFolder } from './launch/data-folder'
import { openDatabase } from './launch/database'
import { command, Sentence } from './launch/sentence'

/** `npm run db:new -- name`: writes the SQL that takes the migrations there are to what prisma/schema.prisma says. */
await command(async () => {
  const name = process.argv[2] ?? ''
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new Sentence('Name the migration in snake case: npm run db:new -- add_goals')
  const database = await openDatabase(openDataFolder(env().DATA_DIR))
  try {
    const sql = differenceTo(database.ownerUrl)
    if (sql.includes('This is an empty migration'))
      throw new Sentence('The migrations already say what the schema says.')
    const stamp = now().toISOString().replace(/\D/g, '').slice(0, 14)
    const folder = path.join('prisma', 'migrations', `${stamp}_${name}`)
    fs.mkdirSync(folder)
    fs.writeFileSync(path.join(folder, 'migration.sql'), sql)
    console.log(`Wrote ${folder}/migration.sql. Read it; add grants and policies for new tables; npm start applies it.`)
  } finally {
    await database.stop()
  }
})

function differenceTo(ownerUrl: string): string {
  const cli = ['node_modules/prisma/build/index.js', 'migrate', 'diff', '--from-migrations', 'prisma/migrations']
  const made = spawnSync(process.execPath, [...cli, '--to-schema', 'prisma/schema.prisma', '--script'], {
    env: childEnv({ DATABASE_URL: ownerUrl, PRISMA_SCHEMA_ENGINE_BINARY: path.resolve('scripts/schema-engine.mjs') }),
    encoding: 'utf8',
  })
  if (made.status !== 0) throw new Sentence(`The difference could not be computed:\n${made.stderr}`)
  return made.stdout
}
