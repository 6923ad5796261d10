import { spawn, type ChildProcess } from 'node:child_process'
import net from 'node:net'
import { childEnv } from '../../lib/server/env'
import { Sentence } from './sentence'

/** One clear sentence before any work is done, rather than a stack after all of it. */
export function portMustBeFree(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE' ? 'is already in use' : `cannot be opened (${error.code ?? error.message})`
      reject(new Sentence(`Port ${port} on ${host} ${reason}. Stop what uses it, or set PORT to another.`))
    })
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

export function startNext(host: string, port: number, development: boolean): ChildProcess {
  return spawn(process.execPath, ['scripts/serve.mjs', host, String(port)], {
    env: childEnv({ NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: development ? 'development' : 'production' }),
    stdio: ['ignore', 'inherit', 'inherit'],
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
export function stopNext(child: ChildProcess, seconds: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
    child.once('exit', () => {
      clearTimeout(force)
      resolve()
    })
    child.kill('SIGTERM')
  })
}
