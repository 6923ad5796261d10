import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { childEnv } from '../../lib/server/env'
import { sha256 } from '../../lib/server/secret'
import { Sentence } from './sentence'

/** What a build is made of. */
export const SOURCES = ['app', 'components', 'lib', 'content', 'public', 'proxy.ts', 'instrumentation.ts', 'next.config.js',
  'tsconfig.json', 'postcss.config.mjs', 'package-lock.json'] // prettier-ignore
const MARK = path.join('.next', 'rvu-edge-source')
const CLIENT = path.join('lib', 'server', 'generated')

/** Generates the database client where the schema changed. Offline: the variable keeps Prisma from fetching an engine. */
export function generateClient(): void {
  const mark = path.join(CLIENT, '.schema')
  const wanted = sha256(fs.readFileSync('prisma/schema.prisma') + fs.readFileSync('package-lock.json', 'utf8'))
  if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === wanted) return
  const made = spawnSync(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
    env: childEnv({
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      DO_NOT_TRACK: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    }),
    encoding: 'utf8',
  })
  if (made.status !== 0)
    throw new Sentence(`The database client could not be generated:\n${made.stderr || made.stdout}`)
  fs.writeFileSync(mark, wanted)
}

/** True where the last production build is of this very source. */
export const isBuilt = (): boolean => fs.existsSync(MARK) && fs.readFileSync(MARK, 'utf8') === sourceHash()

/** Builds for production where the source changed since the last build. */
export function buildIfChanged(): void {
  if (isBuilt()) return
  const source = sourceHash()
  console.log('Building (about half a minute)…')
  build('.')
  fs.writeFileSync(MARK, source)
}

/** Builds what is in `folder`, this project or a copy of it. */
export function build(folder: string): void {
  const next = path.resolve('node_modules/next/dist/bin/next')
  const built = spawnSync(process.execPath, [next, 'build'], {
    cwd: folder,
    env: childEnv({ NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }),
    encoding: 'utf8',
  })
  if (built.signal) throw new Sentence('The build was stopped.')
  if (built.status !== 0) throw new Sentence(`The build failed:\n${built.stdout}\n${built.stderr}`)
}

/** Of every file's path, size and time of change: fast, and any edit moves it. */
function sourceHash(): string {
  return sha256(SOURCES.flatMap(filesUnder).map(fingerprint).join('\n'))
}

function filesUnder(entry: string): string[] {
  if (!fs.existsSync(entry) || entry === CLIENT) return []
  if (!fs.statSync(entry).isDirectory()) return [entry]
  return fs
    .readdirSync(entry)
    .sort()
    .flatMap((name) => filesUnder(path.join(entry, name)))
}

function fingerprint(file: string): string {
  const { size, mtimeMs } = fs.statSync(file)
  return `${file} ${size} ${mtimeMs}`
}
