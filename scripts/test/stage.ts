import { spawn } from 'node:child_process'
import { childEnv } from '../../lib/server/env'
import { Sentence } from '../launch/sentence'

export type Count = { readonly passed: number; readonly failed: number; readonly skipped: number }

export const PASSED: Count = { passed: 1, failed: 0, skipped: 0 }
export const FAILED: Count = { passed: 0, failed: 1, skipped: 0 }

export const sumOf = (counts: readonly Count[]): Count =>
  counts.reduce(
    (sum, count) => ({
      passed: sum.passed + count.passed,
      failed: sum.failed + count.failed,
      skipped: sum.skipped + count.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )

/** `12 passed, 0 failed`, and what was skipped where anything was. */
export const inWords = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

/** Runs one stage and prints how it went. A stage that throws has failed; the next one runs all the same. */
export async function stage(name: string, work: () => Promise<Count> | Count): Promise<Count> {
  const started = performance.now()
  console.log(`· ${name}…`)
  const count = await Promise.resolve()
    .then(work)
    .catch((error: unknown) => {
      console.log(error instanceof Sentence ? error.message : error)
      return FAILED
    })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${count.failed ? '✗' : '✓'} ${name}: ${inWords(count)} (${seconds} s)`)
  return count
}

/** A package's own command line, so that nothing depends on the shell or on the folder of executables. */
export const tool = (file: string): readonly string[] => [process.execPath, `node_modules/${file}`]

/** What must not reach the tests: they have a database, secrets and mail of their own. */
const OWN = { DATABASE_URL: '', DIRECT_DATABASE_URL: '', NEXTAUTH_SECRET: '', NEXTAUTH_URL: '', SMTP_URL: '' }

export const testEnv = (more: Record<string, string> = {}): NodeJS.ProcessEnv =>
  childEnv({ ...OWN, NEXT_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', NO_COLOR: '1', ...more })

/** Runs a command and prints what it said only where it failed. Returns whether it ended well. */
export function run(command: readonly string[], environment: Record<string, string> = {}): Promise<boolean> {
  const [file = '', ...args] = command
  return new Promise((resolve) => {
    const child = spawn(file, args, { env: testEnv(environment), stdio: ['ignore', 'pipe', 'pipe'] })
    const said: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
    const end = (well: boolean) => {
      if (!well) process.stdout.write(Buffer.concat(said))
      resolve(well)
    }
    child.once('error', (error) => {
      said.push(Buffer.from(`${error.message}\n`))
      end(false)
    })
    child.once('close', (code) => end(code === 0))
  })
}

/** A stage that is one command: passed or failed as a whole. */
export const check = (command: readonly string[]) => async (): Promise<Count> =>
  (await run(command)) ? PASSED : FAILED
