import fs from 'node:fs'
import path from 'node:path'
import { newSecret } from '../../lib/server/secret'
import { Sentence } from './sentence'

/** Makes the folder for data and secrets, or says why it cannot be written. Returns its absolute path. */
export function openDataFolder(name: string): string {
  const folder = path.resolve(name)
  try {
    fs.mkdirSync(folder, { recursive: true })
    fs.accessSync(folder, fs.constants.W_OK)
    const probe = path.join(folder, `.write-${process.pid}`)
    fs.writeFileSync(probe, '')
    fs.rmSync(probe)
  } catch {
    throw new Sentence(`The data folder ${folder} cannot be written. Set DATA_DIR to a folder that can.`)
  }
  return folder
}

/** A secret kept in the data folder, readable by its owner alone, made once. */
export function keptSecret(folder: string, name: string): string {
  const file = path.join(folder, name)
  if (!fs.existsSync(file)) fs.writeFileSync(file, `${newSecret()}\n`, { mode: 0o600 })
  return fs.readFileSync(file, 'utf8').trim()
}
