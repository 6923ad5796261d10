import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { Sentence } from '../launch/sentence'
import { testEnv } from '../test/stage'

/** A site started the way people start it, in a process of its own, on a data folder of its own. */
export type Site = {
  readonly address: string
  readonly dataDir: string
  /** As Ctrl-C does. */
  readonly stop: () => Promise<void>
  /** kill -9 of the launcher and of the server, with the embedded PostgreSQL where `database` says so. */
  readonly kill: (database: boolean) => Promise<void>
}

type Options = {
  readonly dataDir: string
  readonly port: number
  readonly settings?: Readonly<Record<string, string>>
  readonly words?: readonly string[]
}

const running = new Set<Site>()

export async function startSite({ dataDir, port, settings = {}, words = [] }: Options): Promise<Site> {
  const own = { DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'warn', CMS_RELEASES_DIR: '' }
  const child = spawn(process.execPath, ['scripts/start.mjs', ...words], {
    env: testEnv({ ...own, RATE_LIMIT_PER_MINUTE: '1000000', ...settings }),
    stdio: ['ignore', 'pipe', 'pipe'],
    // Out of the terminal's reach: a Ctrl-C stops this command, which stops its sites.
    detached: true,
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => said.push(text.toString()))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = `http://127.0.0.1:${port}`
  const site: Site = {
    address,
    dataDir,
    stop: async () => {
      running.delete(site)
      child.kill('SIGINT')
      await ended
    },
    kill: async (database) => {
      running.delete(site)
      for (const pid of [child.pid ?? 0, ...childrenOf(child), ...(database ? [postmasterOf(dataDir)] : [])]) kill(pid)
      await ended
    },
  }
  running.add(site)
  await healthy(address, child, said)
  return site
}

/** For the end of a command, however it ends. */
export async function stopSites(): Promise<void> {
  await Promise.all([...running].map((site) => site.stop()))
}

async function healthy(address: string, child: ChildProcess, said: readonly string[]): Promise<void> {
  for (let attempt = 0; attempt < 6000; attempt++) {
    if (child.exitCode !== null) throw new Sentence(`The site did not start:\n${said.join('')}`)
    const answer = await fetch(`${address}/api/v1/health`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Sentence(`The site did not answer:\n${said.join('')}`)
}

const childrenOf = (child: ChildProcess): number[] =>
  spawnSync('ps', ['-o', 'pid=', '--ppid', String(child.pid)], { encoding: 'utf8' })
    .stdout.trim()
    .split(/\s+/)
    .map(Number)

function postmasterOf(dataDir: string): number {
  const record = path.join(dataDir, 'location')
  const home = fs.existsSync(record) ? fs.readFileSync(record, 'utf8').trim() : dataDir
  return Number(fs.readFileSync(path.join(home, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

function kill(pid: number): void {
  try {
    if (pid > 0) process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}
