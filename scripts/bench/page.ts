import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { Sentence } from '../launch/sentence'
import { interleaved, type Figure } from './figure'

const BOUND = 0.8
const PAGE = '/cpt-codes/surgery/47562'
/** Next serves what is here when it starts, without a build. */
const FILE = '.next/static/bench.html'
export const STATIC = '/_next/static/bench.html'

/** Writes a static page of the bytes of the code page; to be served by the next start of the same build. */
export async function writeEqualPage(address: string): Promise<void> {
  const answer = await fetch(`${address}${PAGE}`, { headers: { 'accept-encoding': 'identity' } })
  if (answer.status !== 200) throw new Sentence(`${PAGE} answered ${answer.status}.`)
  fs.writeFileSync(FILE, Buffer.from(await answer.arrayBuffer()))
}

export const removeEqualPage = (): void => fs.rmSync(FILE, { force: true })

/** Requests a second of a code page, beside a static page of equal bytes served by the same Next. */
export async function measurePage(address: string): Promise<Figure> {
  const paths = [PAGE, STATIC] as const
  for (const path of paths) requestsASecond(address, path, 1)
  const { ours, bare } = await interleaved(
    () => Promise.resolve(requestsASecond(address, paths[0], 3)),
    () => Promise.resolve(requestsASecond(address, paths[1], 3)),
  )
  const measured = `${(ours / bare).toFixed(2)} (${ours.toFixed(0)} a second, static ${bare.toFixed(0)})`
  return {
    name: 'a code page, to a static page of equal bytes',
    bound: `at least ${BOUND}`,
    measured,
    holds: ours >= BOUND * bare,
  }
}

function requestsASecond(address: string, path: string, seconds: number): number {
  const args = ['node_modules/autocannon/autocannon.js', '-j', '-c', '8', '-d', String(seconds), `${address}${path}`]
  const done = spawnSync(process.execPath, args, { encoding: 'utf8' })
  const report = JSON.parse(done.stdout) as { requests: { average: number }; non2xx: number; errors: number }
  if (report.non2xx || report.errors) throw new Sentence(`${path} failed under load: ${report.non2xx} answers.`)
  return report.requests.average
}
