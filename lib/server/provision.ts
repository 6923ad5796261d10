import pg from 'pg'
import { applyMigrations } from './migrate'
import { hmac } from './secret'

/**
 * The roles of the database. None owns a table. The app logs in as `rvu_edge_app` and steps into the others for one
 * transaction at a time; a login that is a pooler's steps into `rvu_edge_app` the same way.
 */
export const APP_ROLE = 'rvu_edge_app'
const STEP_ROLES = ['rvu_edge_auth', 'rvu_edge_import', 'rvu_edge_job', 'rvu_edge_backup'] as const

/**
 * The app's own login, derived from the owner's address so that every instance with that address finds the same
 * password and none has to be stored.
 */
export function appUrlOf(ownerUrl: string): string {
  const url = new URL(ownerUrl)
  const password = appPassword(ownerUrl)
  url.username = APP_ROLE
  url.password = password
  return url.href
}

function appPassword(ownerUrl: string): string {
  const { username, password } = new URL(ownerUrl)
  return hmac(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`, `${APP_ROLE} login`)
}

/** Creates roles and applies migrations as the owner. `poolLogin` is the login of a pooler, allowed to step down. */
export async function provision(ownerUrl: string, folder: string, poolLogin: string | null): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await createRoles(client, appPassword(ownerUrl), poolLogin)
    return await applyMigrations(client, folder)
  } finally {
    await client.end()
  }
}

async function createRoles(client: pg.Client, password: string, poolLogin: string | null): Promise<void> {
  // Roles belong to the whole server: two installs on one server must not make them at once.
  await client.query('begin')
  await client.query('select pg_advisory_xact_lock(72707370)')
  const login = `login noinherit password ${client.escapeLiteral(password)}`
  await ensureRole(client, APP_ROLE, login)
  for (const role of STEP_ROLES) {
    await ensureRole(client, role, 'nologin')
    await client.query(`grant ${role} to ${APP_ROLE}`)
  }
  for (const name of await stepDowns(client, poolLogin)) {
    await client.query(`grant ${[APP_ROLE, ...STEP_ROLES].join(', ')} to ${client.escapeIdentifier(name)}`)
  }
  await client.query('commit')
}

async function ensureRole(client: pg.Client, role: string, attributes: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
  await client.query(`${rowCount ? 'alter' : 'create'} role ${role} ${attributes}`)
}

/** Logins that may step into the roles: a pooler's, and the owner's own where it is no superuser (for backups). */
async function stepDowns(client: pg.Client, poolLogin: string | null): Promise<string[]> {
  const { rows } = await client.query<{ name: string; super: boolean }>(
    'select rolname as name, rolsuper as super from pg_roles where rolname = any($1) or rolname = current_user',
    [poolLogin ? [poolLogin] : []],
  )
  return rows.filter((row) => !row.super && row.name !== APP_ROLE).map((row) => row.name)
}
