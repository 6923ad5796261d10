import { spawn, type ChildProcess } from 'node:child_process'
import net from 'node:net'
import { childEnv } from '../../lib/server/env'
import { Sentence } from './sentence'

/**
 * One clear sentence before any work is done, rather than a stack after all of it. Waits two seconds for the server of
 * a launcher that was just killed: it notices and stops.
 */
export async function portMustBeFree(host: string, port: number): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const error = await tryPort(host, port)
    if (!error) return
    const busy = error.code === 'EADDRINUSE'
    if (busy && attempt < 20) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      continue
    }
    const reason = busy ? 'is already in use' : `cannot be opened (${error.code ?? error.message})`
    throw new Sentence(`Port ${port} on ${host} ${reason}. Stop what uses it, or set PORT to another.`)
  }
}

const tryPort = (host: string, port: number): Promise<NodeJS.ErrnoException | null> =>
  new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', resolve)
    probe.listen(port, host, () => probe.close(() => resolve(null)))
  })

/** Serves the build in `folder`: this project, or a copy of it. */
export function startNext(host: string, port: number, development: boolean, folder = '.'): ChildProcess {
  return spawn(process.execPath, ['scripts/serve.mjs', host, String(port)], {
    cwd: folder,
    env: childEnv({ NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: development ? 'development' : 'production' }),
    // The pipe ends with this process, however it ends: then the server stops by itself.
    stdio: ['pipe', 'inherit', 'inherit'],
    // A Ctrl-C in the terminal reaches the launcher alone, which lets requests under way end first.
    detached: process.platform !== 'win32',
  })
}

/** Waits for the first answer of the health check. */
export async function untilHealthy(address: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 1200; attempt++) {
    if (child.exitCode !== null) throw new Sentence('The server stopped before it answered: see the lines above.')
    const answer = await fetch(`${address}/api/v1/health`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Sentence('The server did not answer within a minute.')
}

/** Asks the server to finish what is under way and stop; after `seconds`, stops it. */
export function stopNext(child: ChildProcess | null, seconds: number): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
    child.once('exit', () => {
      clearTimeout(force)
      resolve()
    })
    child.kill('SIGTERM')
  })
}
