import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { childEnv } from '../../lib/server/env'
import { Sentence } from './sentence'

/** The SQL that takes the migrations there are to what prisma/schema.prisma says; null where they say it already. */
export function schemaDifference(ownerUrl: string): string | null {
  const cli = ['node_modules/prisma/build/index.js', 'migrate', 'diff', '--from-migrations', 'prisma/migrations']
  const made = spawnSync(process.execPath, [...cli, '--to-schema', 'prisma/schema.prisma', '--script'], {
    env: childEnv({ DATABASE_URL: ownerUrl, PRISMA_SCHEMA_ENGINE_BINARY: path.resolve('scripts/schema-engine.mjs') }),
    encoding: 'utf8',
  })
  // An engine that died leaves nothing, and the command ends well all the same.
  if (made.status !== 0 || made.stdout.trim() === '')
    throw new Sentence(`The difference could not be computed:\n${made.stderr}`)
  return made.stdout.includes('This is an empty migration') ? null : made.stdout
}
