import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../lib/server/embedded-postgres'

/** Asks the database of the server that the end-to-end tests run, as its owner: for what no page shows. */
export async function askServer<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const server = await startEmbedded(path.resolve('.test-data/e2e'))
  const client = new pg.Client({ connectionString: server.url })
  try {
    await client.connect()
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
    await server.stop()
  }
}
