import fs from 'node:fs'
import path from 'node:path'
import { reading } from '../../lib/server/db'
import { env } from '../../lib/server/env'
import { sha256 } from '../../lib/server/secret'
import { systemGrant } from '../../lib/server/session'

/** Prints the link that makes its opener the first platform administrator; the same one until it was used. */
export async function announceSetup(dataFolder: string): Promise<void> {
  const file = path.join(dataFolder, 'setup.token')
  const token = (await stillValid(file)) ?? (await freshToken(file))
  if (token === null) fs.rmSync(file, { force: true })
  else console.log(`Claim this install: ${env().NEXTAUTH_URL}/setup?token=${token}`)
}

/** The token of an earlier start, while the database still waits for it. */
async function stillValid(file: string): Promise<string | null> {
  if (!fs.existsSync(file)) return null
  const token = fs.readFileSync(file, 'utf8').trim()
  const waiting = await reading(systemGrant('account:open'), async (tx) => {
    const claimed = await tx.user.findFirst({ where: { platformAdmin: true }, select: { id: true } })
    return claimed ? null : tx.installation.findFirst({ where: { value: sha256(token) } })
  })
  return waiting ? token : null
}

async function freshToken(file: string): Promise<string | null> {
  const { ensureSetupToken } = await import('../../lib/features/accounts/service')
  const token = await ensureSetupToken()
  if (token !== null) {
    // Removed first: the mode is given to new files only.
    fs.rmSync(file, { force: true })
    fs.writeFileSync(file, `${token}\n`, { mode: 0o600 })
  }
  return token
}
