import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { freePort } from '../../lib/server/embedded-postgres'
import { childEnv } from '../../lib/server/env'
import { newSecret } from '../../lib/server/secret'
import { Sentence } from '../launch/sentence'

const SERVER = '/usr/lib/postgresql/15/bin'
const POOLER = '/usr/sbin/pgbouncer'
const DATABASE = 'rvu_edge'
const OWNER = 'rvu_edge_owner'
const LOGIN = 'rvu_edge_pool'

export type PooledPostgres = {
  /** Through pgbouncer, in transaction mode, as a login that owns nothing. */
  readonly poolerUrl: string
  readonly directUrl: string
  readonly stop: () => Promise<void>
}

type Account = { readonly uid?: number; readonly gid?: number }

/** Debian's PostgreSQL 15 behind Debian's pgbouncer, on ports and in a folder of their own. */
export async function startPooledPostgres(): Promise<PooledPostgres> {
  needPackages()
  const account = serverAccount()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rvu-edge-pooled-'))
  const [password, poolPassword] = [newSecret(), newSecret()]
  const [port, poolPort] = [await freePort(), await freePort()]
  const started: ChildProcess[] = []
  const stop = async () => {
    for (const child of started.reverse()) await end(child)
    fs.rmSync(folder, { recursive: true, force: true })
  }
  try {
    initialize(folder, password, account)
    const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=']
    const data = path.join(folder, 'data')
    started.push(start(`${SERVER}/postgres`, ['-D', data, ...settings.flatMap((each) => ['-c', each])], account))
    const serverUrl = `postgresql://${OWNER}:${password}@127.0.0.1:${port}`
    await untilItAnswers(`${serverUrl}/postgres`)
    await query(`${serverUrl}/postgres`, `create database ${DATABASE}`)
    await query(`${serverUrl}/postgres`, `create role ${LOGIN} login password '${poolPassword}'`)
    started.push(start(POOLER, [poolerSettings({ folder, port, poolPort, poolPassword })], account))
    const poolerUrl = `postgresql://${LOGIN}:${poolPassword}@127.0.0.1:${poolPort}/${DATABASE}`
    await untilItAnswers(poolerUrl)
    return { poolerUrl, directUrl: `${serverUrl}/${DATABASE}`, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function needPackages(): void {
  const missing = () => [`${SERVER}/postgres`, POOLER].some((file) => !fs.existsSync(file))
  if (!missing()) return
  if (process.getuid?.() === 0) {
    console.log('Installing postgresql-15 and pgbouncer with apt-get…')
    const options = { stdio: 'ignore', env: childEnv({ DEBIAN_FRONTEND: 'noninteractive' }) } as const
    spawnSync('apt-get', ['update'], options)
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql-15', 'pgbouncer'], options)
  }
  if (missing()) throw new Sentence('This needs the Debian packages postgresql-15 and pgbouncer. Install them first.')
}

/** Neither runs as root. */
function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

function own(file: string, { uid, gid }: Account): void {
  if (uid !== undefined && gid !== undefined) fs.chownSync(file, uid, gid)
}

function initialize(folder: string, password: string, account: Account): void {
  const passwordFile = path.join(folder, 'password')
  fs.writeFileSync(passwordFile, password, { mode: 0o600 })
  for (const file of [folder, passwordFile]) own(file, account)
  const flags = ['-U', OWNER, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C']
  const data = path.join(folder, 'data')
  const made = spawnSync(`${SERVER}/initdb`, ['-D', data, ...flags], { ...account, cwd: '/', encoding: 'utf8' })
  if (made.status !== 0) throw new Sentence(`PostgreSQL 15 could not be set up: ${made.stderr}`)
}

type Pool = { readonly folder: string; readonly port: number; readonly poolPort: number; readonly poolPassword: string }

/** Writes what pgbouncer reads. Returns the file. Fewer connections than clients: transactions have to share. */
function poolerSettings({ folder, port, poolPort, poolPassword }: Pool): string {
  const users = path.join(folder, 'users.txt')
  fs.writeFileSync(users, `"${LOGIN}" "${poolPassword}"\n`)
  const file = path.join(folder, 'pgbouncer.ini')
  const lines = [
    '[databases]',
    `${DATABASE} = host=127.0.0.1 port=${port} dbname=${DATABASE}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${poolPort}`,
    'unix_socket_dir =',
    'auth_type = scram-sha-256',
    `auth_file = ${users}`,
    'pool_mode = transaction',
    'default_pool_size = 6',
    'max_client_conn = 200',
  ]
  fs.writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

const start = (file: string, args: readonly string[], account: Account): ChildProcess =>
  spawn(file, args, { ...account, cwd: '/', stdio: 'ignore', detached: true })

/** SIGINT: PostgreSQL's fast shutdown, and pgbouncer's safe one; SIGKILL where that takes too long. */
function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), 5_000)
    child.once('exit', () => {
      clearTimeout(force)
      resolve()
    })
    child.kill('SIGINT')
  })
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

async function untilItAnswers(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await query(url, 'select 1')
    } catch (error) {
      if (attempt > 200) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
