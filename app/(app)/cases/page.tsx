import type { Metadata } from 'next'
import { CaseTable } from '@/components/case/case-table'
import { StaleNote } from '@/components/case/stale-note'
import { SampleTagForm } from '@/components/dashboard/sample-tag-form'
import { PageHead } from '@/components/shell/page-head'
import { Button, ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { TextField } from '@/components/ui/field'
import { FilterLink, FilterRow } from '@/components/ui/filter'
import { MetaLine } from '@/components/ui/meta-line'
import { addDays, dateIn } from '@/lib/domain/shared/date'
import { loadCases, type CaseList } from '@/lib/features/cases/loaders'
import { ListCases } from '@/lib/features/cases/schema'
import { clearSampleAction } from '@/lib/features/samples/actions'
import { loadStale } from '@/lib/features/stale-cases/loaders'
import { formatWorkRvu, plural } from '@/lib/format/number'
import { now } from '@/lib/server/clock'
import { requireMe } from '../require-me'

export const metadata: Metadata = { title: 'Cases' }

type Query = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function CasesPage({ searchParams }: Query) {
  const me = await requireMe('/cases')
  const query = await searchParams
  const filter = ListCases.safeParse({ ...query, limit: 50 })
  const chosen = filter.success ? filter.data : ListCases.parse({ limit: 50 })
  const list = await loadCases(chosen)
  if (!list) return null
  const monthAgo = addDays(dateIn(me.timeZone, now()), -30)
  return (
    <>
      <PageHead>
        <MetaLine
          here="Cases"
          isHeading
          facts={facts(list)}
          sample={list.counts.sample && <SampleTagForm clear={clearSampleAction} />}
        />
        <div className="flex flex-wrap items-end justify-between gap-3">
          <FilterRow label="Dates">
            <FilterLink href="/cases" chosen={!chosen.from && !chosen.code}>
              All
            </FilterLink>
            <FilterLink href={`/cases?from=${monthAgo}`} chosen={chosen.from === monthAgo}>
              Last 30 days
            </FilterLink>
          </FilterRow>
          <form action="/cases" className="flex items-end gap-2">
            <TextField label="Code" name="code" defaultValue={chosen.code ?? ''} autoComplete="off" />
            <Button look="outline" type="submit">
              Find
            </Button>
          </form>
        </div>
        <StaleNote stale={await loadStale()} />
        {!filter.success && <p className="mt-2 text-13 text-bad">{filter.error.issues[0]?.message}</p>}
      </PageHead>
      <Listed list={list} next={nextAddress(query, list.nextCursor)} />
    </>
  )
}

/** Credited work, work in training and values of one's own are never added: each is said where there is any. */
const facts = ({ counts }: CaseList): readonly string[] => [
  plural(counts.cases, 'case') +
    amount(counts.credited, 'credited') +
    amount(counts.training, 'in training') +
    amount(counts.entered, 'entered by you, apart'),
]

const amount = (workRvu: string, word: string): string =>
  workRvu === '0.0000' ? '' : `, ${formatWorkRvu(workRvu)} ${word}`

function Listed({ list, next }: { readonly list: CaseList; readonly next: string | null }) {
  if (list.items.length === 0) {
    return (
      <Empty
        level={2}
        title={list.counts.cases === 0 ? 'No case yet' : 'No case fits these filters'}
        actions={<ButtonLink href="/log">Log a case</ButtonLink>}
      >
        Every case you log is listed here by day, with what it is credited and why.
      </Empty>
    )
  }
  return (
    <>
      <CaseTable items={list.items} titles={list.titles} />
      {next && (
        <div className="mt-s-4">
          <ButtonLink look="outline" href={next}>
            Earlier cases
          </ButtonLink>
        </div>
      )}
    </>
  )
}

function nextAddress(query: Record<string, string | string[] | undefined>, cursor: string | null): string | null {
  if (cursor === null) return null
  const parts = Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  return `/cases?${new URLSearchParams({ ...Object.fromEntries(parts), cursor }).toString()}`
}
