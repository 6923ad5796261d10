import { randomUUID } from 'node:crypto'
import http from 'node:http'
import pg from 'pg'
import { Sentence } from '../launch/sentence'
import { makeCases, postCase, type Case } from '../trial/cases'
import { interleaved, medianOf, type Figure } from './figure'

const BOUND = 3
const A_RUN = 40
/** Until what runs most is compiled: a site is measured as it is after its first minute, like the page. */
const WARM_RUN = 1_500

/** Posting a case over HTTP, beside a transaction that writes the same rows and nothing else. */
export async function measurePost(address: string, key: string, appUrl: string, ownerUrl: string): Promise<Figure> {
  const [model] = makeCases(1)
  if (!model || !(await postCase(address, key, model))) throw new Sentence('The first case was not acknowledged.')
  const owner = await ownerOfCase(ownerUrl, model.id)
  const client = new pg.Client({ connectionString: appUrl })
  await client.connect()
  const post = poster(address, key, model)
  const write = () => writeBare(client, owner, model.id)
  try {
    await Promise.all([medianOf(post, WARM_RUN), medianOf(write, WARM_RUN)])
    const { ours, bare } = await interleaved(
      () => medianOf(post, A_RUN),
      () => medianOf(write, A_RUN),
    )
    const measured = `${(ours / bare).toFixed(1)}× (${ours.toFixed(1)} ms, bare ${bare.toFixed(1)} ms)`
    return {
      name: 'a case posted, to the bare transaction',
      bound: `at most ${BOUND}×`,
      measured,
      holds: ours <= BOUND * bare,
    }
  } finally {
    await client.end()
  }
}

/** Over one connection that stays open, as a browser has it; fetch would take a part of the time for itself. */
function poster(address: string, key: string, model: Case): () => Promise<void> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  return () => {
    const id = randomUUID()
    const body = JSON.stringify({ ...model, id })
    const headers = {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      authorization: `Bearer ${key}`,
      'idempotency-key': id,
    }
    return new Promise((resolve, reject) => {
      const request = http.request(`${address}/api/v1/cases`, { method: 'POST', agent, headers }, (answer) => {
        const end = () => (answer.statusCode === 201 ? resolve() : reject(new Sentence(`A case was refused.`)))
        answer.on('end', end).resume()
      })
      request.on('error', reject).end(body)
    })
  }
}

async function ownerOfCase(ownerUrl: string, id: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ owner_id: string }>('select owner_id from cases where id = $1', [id])
  await client.end()
  return rows[0]?.owner_id ?? ''
}

/** The rows of a posted case once more under a new id: as the app's role and the person, with the same audit and key. */
async function writeBare(client: pg.Client, owner: string, model: string): Promise<void> {
  const id = randomUUID()
  const copyOf = (table: string, column: string, where: string): string =>
    `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('${column}', $1::text))).* from ${table} t where ${where}`
  await client.query('begin')
  await client.query(`select set_config('role', 'rvu_edge_app', true), set_config('app.actor', $1, true)`, [owner])
  await client.query(copyOf('cases', 'id', 'owner_id = $3 and id = $2'), [id, model, owner])
  await client.query(copyOf('case_lines', 'case_id', 'owner_id = $3 and case_id = $2'), [id, model, owner])
  await client.query(copyOf('idempotency_keys', 'key', 'owner_id = $3 and key = $2'), [id, model, owner])
  await client.query(
    `insert into audit (owner_id, actor, action, subject, detail) values ($1, $2, 'case.logged', $3, '{}')`,
    [owner, `person:${owner}`, id],
  )
  await client.query('commit')
}
