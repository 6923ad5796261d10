import type { Grant } from '@/lib/domain/access/grant'
import type { BenchmarkTable } from '@/lib/domain/benchmark/table'
import { categoryOf, kindOf } from '@/lib/domain/catalog/category'
import { bulkLoad, type BulkLoad } from '@/lib/server/copy'
import { publicDb } from '@/lib/server/db'
import { replaceBenchmarkTables } from '../benchmarks/store'
import { raiseRevision } from '../releases/store'
import type { AuthoredCode } from './schema'

/** The checksum of the content that was loaded last; null before the first. */
export async function loadedContent(): Promise<string | null> {
  const found = await publicDb().revision.findUnique({ where: { subject: 'catalog' }, select: { checksum: true } })
  return found?.checksum ?? null
}

export type Content = {
  /** Of all files of content that are loaded. */
  readonly checksum: string
  readonly codes: readonly AuthoredCode[]
  readonly benchmarks: readonly BenchmarkTable[]
}

/** Puts the authored words and the benchmark tables in place of those held, in one transaction. */
export function replaceContent(grant: Grant<'schedule:import'>, content: Content): Promise<void> {
  return bulkLoad(grant, async (load) => {
    await load.query('select pg_advisory_xact_lock(72707372)')
    await replaceCodes(load, content.codes)
    await replaceBenchmarkTables(load, content.benchmarks)
    for (const subject of ['catalog', 'benchmarks']) await raiseRevision(load, subject, content.checksum)
  })
}

async function replaceCodes(load: BulkLoad, codes: readonly AuthoredCode[]): Promise<void> {
  const rows = codes.map((content) => ({
    code: content.code,
    kind: kindOf(content.code),
    category: categoryOf(content.code),
    title: content.title,
    content,
  }))
  await load.query('delete from authored_codes')
  await load.query(
    `insert into authored_codes (code, kind, category, title, content)
     select code, kind, category, title, content from jsonb_populate_recordset(null::authored_codes, $1)`,
    [JSON.stringify(rows)],
  )
}

/** The words about one code; null where nobody described it. */
export async function readAuthored(code: string): Promise<AuthoredCode | null> {
  const found = await publicDb().authoredCode.findUnique({ where: { code }, select: { content: true } })
  return found && (found.content as unknown as AuthoredCode)
}

/** The words about every described code, by code. */
export async function readAllAuthored(): Promise<readonly AuthoredCode[]> {
  const found = await publicDb().authoredCode.findMany({ orderBy: { code: 'asc' }, select: { content: true } })
  return found.map(({ content }) => content as unknown as AuthoredCode)
}
