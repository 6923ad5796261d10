import { z } from 'zod'

/** Every setting, its meaning and its default. `.env.example` is compared with this list by a test. */
export const ENV_SCHEMA = z.object({
  /** PostgreSQL that the app talks to; empty: the embedded one. May be a pooler in transaction mode. */
  DATABASE_URL: z.string().default(''),
  /** Direct connection of the owner, for migrations, where DATABASE_URL is a pooler. */
  DIRECT_DATABASE_URL: z.string().default(''),
  /** Where the embedded database, secrets and the mail outbox live. */
  DATA_DIR: z.string().default('.data'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** Signs sessions. Made once into DATA_DIR when empty; several machines need the same one. */
  NEXTAUTH_SECRET: z.string().default(''),
  /** Public address of the site, for links in mail. */
  NEXTAUTH_URL: z.string().default(''),
  /** `smtp://user:password@host:587`. Empty: mail is kept in the outbox page. */
  SMTP_URL: z.string().default(''),
  MAIL_FROM: z.string().default('RVU Edge <no-reply@localhost>'),
  /** A folder of official release files, imported at start. */
  CMS_RELEASES_DIR: z.string().default(''),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Requests a minute for callers of the API without a key. */
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).default(1200),
  /** How many proxies in front set X-Forwarded-For; 0: none, the header is ignored. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
})

export type Env = z.infer<typeof ENV_SCHEMA>

let parsed: Env | null = null

/** The settings of this process, read once. Throws a sentence naming the setting that is wrong. */
export function env(): Env {
  if (parsed) return parsed
  // A line `NAME=` in .env means: not set.
  const set = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  const result = ENV_SCHEMA.safeParse(set)
  if (!result.success) {
    const [issue] = result.error.issues
    throw new Error(`The setting ${issue?.path.join('.') ?? ''} is not valid: ${issue?.message ?? ''}.`)
  }
  parsed = result.data
  return parsed
}

/** What the site's own addresses begin with, where they must be whole. */
export const siteOrigin = (): string => env().NEXTAUTH_URL || 'http://localhost:3000'

/** For launchers, which find out some settings (the embedded database's address) before anything reads them. */
export function provideEnv(values: Partial<Record<keyof Env, string>>): void {
  Object.assign(process.env, values)
  parsed = null
}

/** The environment to hand to a child process. */
export const childEnv = (more: Record<string, string>): NodeJS.ProcessEnv => ({ ...process.env, ...more })

/** False while the site is built: Next loads the same modules then. */
export const isServing = (): boolean => process.env.NEXT_PHASE !== 'phase-production-build'

export const isProduction = (): boolean => process.env.NODE_ENV === 'production'
