import http from 'node:http'
import { Sentence } from '../launch/sentence'
import type { BareSite } from './bare-site'
import { interleaved, medianOf, type Figure } from './figure'

const BOUND = 2
const A_RUN = 100
const WARM_RUN = 1_500

/** A long day: visits, tests, three operations, two endoscopies and an assistant's part, with and without modifiers. */
const LINES = [
  { code: '99213', modifiers: ['25'] }, { code: '99214', modifiers: ['24'] }, { code: '20610' }, { code: '93000' },
  { code: '47562', placeOfService: '21' }, { code: '49505', placeOfService: '21', modifiers: ['51'] },
  { code: '44140', placeOfService: '21', modifiers: ['80'] }, { code: '45378', placeOfService: '24' },
  { code: '43239', placeOfService: '24' }, { code: '99203', modifiers: ['57'] },
] // prettier-ignore
const BODY = JSON.stringify({ dateOfService: '2026-09-01', lines: LINES })

/** What the site answers to the case, as text. */
export const calculated = (address: string): Promise<string> => poster(`${address}/api/v1/calculate`)()

/** A case of ten lines calculated over HTTP, beside a route under the same wrapper that answers the same bytes. */
export async function measureCalculate(address: string, { constant }: BareSite): Promise<Figure> {
  const [post, postBare] = [poster(`${address}/api/v1/calculate`), poster(constant)]
  const [answer, same] = [await post(), await postBare()]
  if (answer !== same) throw new Sentence('The constant is not what the calculation answers.')
  await medianOf(post, WARM_RUN)
  await medianOf(postBare, WARM_RUN)
  const { ours, bare } = await interleaved(
    () => medianOf(post, A_RUN),
    () => medianOf(postBare, A_RUN),
  )
  return {
    name: `a case of ${LINES.length} lines calculated, to a constant of its ${(answer.length / 1000).toFixed(0)} kB`,
    bound: `at most ${BOUND}×`,
    measured: `${(ours / bare).toFixed(2)}× (${ours.toFixed(2)} ms, constant ${bare.toFixed(2)} ms)`,
    holds: ours <= BOUND * bare,
  }
}

/** Over one connection that stays open; fetch would take a part of the time for itself. */
function poster(url: string): () => Promise<string> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(BODY)) }
  return () =>
    new Promise((resolve, reject) => {
      const request = http.request(url, { method: 'POST', agent, headers }, (answer) => {
        const blocks: Buffer[] = []
        answer.on('data', (block: Buffer) => blocks.push(block))
        answer.on('end', () => {
          const text = Buffer.concat(blocks).toString()
          if (answer.statusCode === 200) resolve(text)
          else reject(new Sentence(`The case was refused (${answer.statusCode ?? 0}): ${text}`))
        })
      })
      request.on('error', reject).end(BODY)
    })
}
