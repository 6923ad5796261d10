import fs from 'node:fs'
import path from 'node:path'

/** The processes that use the embedded server of a data folder. Whoever leaves last stops it, and no one before. */
const usersFolder = (dataDir: string): string => path.join(dataDir, 'postgres.users')

export function enter(dataDir: string): void {
  fs.mkdirSync(usersFolder(dataDir), { recursive: true })
  fs.writeFileSync(path.join(usersFolder(dataDir), String(process.pid)), '')
}

/** Leaves, and says whether nobody else is there. A process that was killed left its name behind: it is not there. */
export function leaveLast(dataDir: string): boolean {
  const folder = usersFolder(dataDir)
  fs.rmSync(path.join(folder, String(process.pid)), { force: true })
  const others = fs.existsSync(folder) ? fs.readdirSync(folder).map(Number) : []
  for (const gone of others.filter((pid) => !isAlive(pid))) fs.rmSync(path.join(folder, String(gone)), { force: true })
  return !others.some(isAlive)
}

export function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Runs `work` while no other process of this data folder does; takes over from one that was killed. */
export async function oneAtATime<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const file = path.join(dataDir, 'postgres.lock')
  for (let waited = 0; !take(file); waited++) {
    if (waited > 1200) throw new Error(`Another process has been starting the database for a minute (${file}).`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

function take(file: string): boolean {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const holder = Number(fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : 0)
    if (holder > 0 && holder !== process.pid && !isAlive(holder)) fs.rmSync(file, { force: true })
    return false
  }
}
