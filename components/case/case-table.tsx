'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { callApi } from '@/lib/client/api'
import type { CaseItem } from '@/lib/features/cases/schema'
import { formatWorkRvu, plural } from '@/lib/format/number'
import { BulkBar, BulkButton } from '../ui/bulk-bar'
import { HeadCell, Table, TableBody, TableHead } from '../ui/table'
import { Toast, type ToastMessage } from '../ui/toast'
import { CheckMark } from '../ui/choice-field'
import { CaseRows } from './case-rows'
import { enteredWords, sumCredited } from './credited'

interface CaseTableProps {
  readonly items: readonly CaseItem[]
  readonly titles: Readonly<Record<string, string>>
}

/** Cases by day. Chosen ones can be deleted, and brought back for ten seconds. */
export function CaseTable({ items, titles }: CaseTableProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { remove, restore, toast, dismiss, problem } = useDeleting(() => setChosen(new Set()))
  const selected = items.filter((item) => chosen.has(item.id))
  const choose = (id: string) => setChosen((before) => toggled(before, id))
  const all = items.length > 0 && selected.length === items.length
  return (
    <>
      <p role="alert" className="text-13 text-bad empty:hidden">
        {problem}
      </p>
      <Table caption="Cases, newest first" stack>
        <TableHead>
          <HeadCell>
            <CheckMark
              label="Select all on this page"
              checked={all}
              onChange={() => setChosen(all ? new Set() : new Set(items.map((item) => item.id)))}
            />
          </HeadCell>
          <HeadCell>Code</HeadCell>
          <HeadCell>What and why</HeadCell>
          <HeadCell>Label</HeadCell>
          <HeadCell>Place</HeadCell>
          <HeadCell>Role</HeadCell>
          <HeadCell numeric>Listed, wRVU</HeadCell>
          <HeadCell numeric>Credited, wRVU</HeadCell>
        </TableHead>
        <TableBody>
          <CaseRows items={items} titles={titles} chosen={chosen} onChoose={choose} />
        </TableBody>
      </Table>
      {selected.length > 0 && (
        <BulkBar
          count={`${selected.length} selected`}
          sum={`${formatWorkRvu(sumCredited(selected))} credited${enteredWords(selected)}`}
          actions={<BulkButton onClick={() => void remove(selected)}>Delete</BulkButton>}
          last={<BulkButton onClick={() => setChosen(new Set())}>Done</BulkButton>}
        />
      )}
      <Toast message={toast} onUndo={() => void restore()} onDone={dismiss} />
    </>
  )
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before)
  if (!after.delete(id)) after.add(id)
  return after
}

function useDeleting(onDeleted: () => void) {
  const router = useRouter()
  const [deleted, setDeleted] = useState<readonly string[]>([])
  const [toast, setToast] = useState<ToastMessage | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async (path: 'delete' | 'restore', ids: readonly string[]): Promise<boolean> => {
    const result = await callApi<unknown>('POST', `/api/v1/cases/${path}`, { body: { ids } })
    setProblem(result.ok ? null : result.error.message)
    router.refresh()
    return result.ok
  }
  const remove = async (cases: readonly CaseItem[]) => {
    const ids = cases.map((each) => each.id)
    if (!(await send('delete', ids))) return
    setDeleted(ids)
    const text = `${plural(ids.length, 'case')} deleted, ${formatWorkRvu(sumCredited(cases))} wRVU`
    setToast({ id: ids.join(), text })
    onDeleted()
  }
  const restore = async () => {
    setToast(null)
    await send('restore', deleted)
  }
  return { remove, restore, toast, problem, dismiss: () => setToast(null) }
}
