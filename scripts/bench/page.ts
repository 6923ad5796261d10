import { spawnSync } from 'node:child_process'
import { Sentence } from '../launch/sentence'
import { interleaved, type Figure } from './figure'
import type { BareSite } from './bare-site'

const BOUND = 0.9
/** Of a code with everything that a page of a code can have. */
export const CODE_PATH = '/cpt-codes/surgery/47562'
const WARM_SECONDS = 5
const RUN_SECONDS = 4

/** Requests a second of a code page, beside a static page of the same bytes served by the same Next. */
export async function measurePage(address: string, { page }: BareSite): Promise<Figure> {
  const code = `${address}${CODE_PATH}`
  const html = await bytesOf(code)
  if (!html.equals(await bytesOf(page))) throw new Sentence('The static page is not of the same bytes.')
  for (const each of [code, page]) requestsASecond(each, WARM_SECONDS)
  const { ours, bare } = await interleaved(
    () => Promise.resolve(requestsASecond(code, RUN_SECONDS)),
    () => Promise.resolve(requestsASecond(page, RUN_SECONDS)),
  )
  const measured = `${(ours / bare).toFixed(2)} (${ours.toFixed(0)} a second, static ${bare.toFixed(0)})`
  const name = `a code page, to a static page of its ${(html.length / 1000).toFixed(0)} kB`
  return { name, bound: `at least ${BOUND}`, measured, holds: ours >= BOUND * bare }
}

/** The code page as the site answers it. */
export const codePage = (address: string): Promise<Buffer> => bytesOf(`${address}${CODE_PATH}`)

async function bytesOf(url: string): Promise<Buffer> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'identity' } })
  if (answer.status !== 200) throw new Sentence(`${url} answered ${answer.status}.`)
  return Buffer.from(await answer.arrayBuffer())
}

function requestsASecond(url: string, seconds: number): number {
  const args = ['node_modules/autocannon/autocannon.js', '-j', '-c', '8', '-d', String(seconds), url]
  const done = spawnSync(process.execPath, args, { encoding: 'utf8' })
  const report = JSON.parse(done.stdout) as { requests: { average: number }; non2xx: number; errors: number }
  if (report.non2xx || report.errors) throw new Sentence(`${url} failed under load: ${report.non2xx} answers.`)
  return report.requests.average
}
