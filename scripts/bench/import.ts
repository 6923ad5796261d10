import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { env } from '../../lib/server/env'
import { writeMadeUpRelease } from '../../tests/bench/made-up-release'
import { Sentence } from '../launch/sentence'
import { interleaved, median, timed, type Figure } from './figure'

const BOUND = 8

/**
 * Importing a release, beside a bare COPY of the same rows into a table of the same columns without any key. What it
 * is to one with the same primary key is told as well. Process start excluded.
 */
export async function measureImport(ownerUrl: string, folder: string): Promise<Figure> {
  const official = env().CMS_RELEASES_DIR ? path.join(env().CMS_RELEASES_DIR, 'rvu26c.zip') : ''
  const file = official && fs.existsSync(official) ? official : await writeMadeUpRelease(folder)
  const { installRelease } = await import('../../lib/features/releases/service')
  const { systemGrant } = await import('../../lib/server/session')
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  let rows = 0
  const install = async () => {
    const done = await installRelease(systemGrant('schedule:import'), file)
    if (!done.ok || done.value.outcome !== 'installed') throw new Sentence(`${file} was not installed.`)
    rows = done.value.rows
  }
  try {
    await install()
    const text = await textOf(owner)
    const remove = () => owner.query(`delete from releases where source = 'official'`)
    const copy = async (table: string) => {
      await owner.query(`drop table if exists bare_rows; create table bare_rows (like ${table})`)
      return timed(() => pipeline(Readable.from(text), owner.query(copyFrom('copy bare_rows from stdin'))))
    }
    const keyed: number[] = []
    const { ours, bare } = await interleaved(
      async () => {
        await remove()
        return timed(install)
      },
      async () => {
        keyed.push(await copy('schedule_rows including indexes'))
        return copy('schedule_rows')
      },
    )
    await owner.query('drop table bare_rows')
    await remove()
    const withKey = `${(ours / median(keyed)).toFixed(1)}× with the primary key`
    const measured = `${(ours / bare).toFixed(1)}× (${ours.toFixed(0)} ms, bare ${bare.toFixed(0)} ms; ${withKey})`
    const name = `import of ${path.basename(file)}, ${rows.toLocaleString('en-US')} rows, to a bare COPY`
    return { name, bound: `at most ${BOUND}×`, measured, holds: ours <= BOUND * bare }
  } finally {
    await owner.end()
  }
}

async function textOf(owner: pg.Client): Promise<readonly Buffer[]> {
  const blocks: Buffer[] = []
  const official = `select * from schedule_rows where release_version =
    (select id from releases where source = 'official' order by id desc limit 1)`
  for await (const block of owner.query(copyTo(`copy (${official}) to stdout`))) blocks.push(block as Buffer)
  return [Buffer.concat(blocks)]
}
