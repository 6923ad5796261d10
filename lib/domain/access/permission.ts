/** What may be done. A new permission needs a row in the table below, or it does not compile. */
export type Permission =
  | 'case:read'
  | 'case:write'
  | 'profile:read'
  | 'profile:write'
  | 'workplace:write'
  | 'training:write'
  | 'key:manage'
  | 'release:install'
  | 'platform:admin'
  | 'platform:claim'
  | 'account:open'
  | 'report:send'
  | 'schedule:import'
  | 'job:run'
  | 'backup:run'

/** Scopes that a person may give to a key. */
export const API_SCOPES = ['cases:read', 'cases:write', 'profile:read'] as const
export type ApiScope = (typeof API_SCOPES)[number]

/** System parts of the application, each with a database role of its own. */
export type SystemPart = 'auth' | 'import' | 'job' | 'backup'

type Holders = {
  /** A signed-in person. `verified`: whose address is confirmed. `admin`: of the platform. */
  readonly person: 'anyone' | 'verified' | 'admin' | 'nobody'
  readonly scope: ApiScope | null
  readonly system: SystemPart | null
  /** Whether a job may do it for the person who asked for that. */
  readonly mandate?: true
}

export const PERMISSIONS: Readonly<Record<Permission, Holders>> = {
  'case:read': { person: 'verified', scope: 'cases:read', system: null },
  'case:write': { person: 'verified', scope: 'cases:write', system: null, mandate: true },
  'profile:read': { person: 'anyone', scope: 'profile:read', system: null },
  'profile:write': { person: 'anyone', scope: null, system: null },
  'workplace:write': { person: 'verified', scope: null, system: null },
  'training:write': { person: 'verified', scope: null, system: null },
  'key:manage': { person: 'verified', scope: null, system: null },
  'release:install': { person: 'admin', scope: null, system: null },
  'platform:admin': { person: 'admin', scope: null, system: null },
  // Worth nothing without the one-time token that the launcher prints.
  'platform:claim': { person: 'verified', scope: null, system: null },
  'account:open': { person: 'nobody', scope: null, system: 'auth' },
  'report:send': { person: 'nobody', scope: null, system: 'auth' },
  'schedule:import': { person: 'nobody', scope: null, system: 'import' },
  'job:run': { person: 'nobody', scope: null, system: 'job' },
  'backup:run': { person: 'nobody', scope: null, system: 'backup' },
}
