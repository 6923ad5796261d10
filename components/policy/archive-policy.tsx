'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '../ui/button'
import { Toast, type ToastMessage } from '../ui/toast'
import type { Submit } from '../account/use-form'

interface ArchivePolicyProps {
  readonly id: string
  readonly name: string
  readonly archived: boolean
  readonly archive: Submit<null>
  readonly bringBack: Submit<null>
}

/** Puts a policy away or takes it back; for ten seconds the way back is at hand. */
export function ArchivePolicy({ id, name, archived, archive, bringBack }: ArchivePolicyProps) {
  const router = useRouter()
  const [toast, setToast] = useState<ToastMessage | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const run = async (change: Submit<null>, done: string | null) => {
    const result = await change({ id })
    setProblem(result.ok ? null : result.error.message)
    setToast(result.ok && done !== null ? { id: done, text: done } : null)
    if (result.ok) router.refresh()
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      {archived ? (
        <Button look="outline" onClick={() => void run(bringBack, null)} aria-label={`Bring back ${name}`}>
          Bring it back
        </Button>
      ) : (
        <Button look="danger" onClick={() => void run(archive, `${name} is archived`)}>
          Archive this policy
        </Button>
      )}
      <span role="alert" className="text-13 text-bad empty:hidden">
        {problem}
      </span>
      <Toast message={toast} onUndo={() => void run(bringBack, null)} onDone={() => setToast(null)} />
    </div>
  )
}
