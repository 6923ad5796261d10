'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { callApi } from '@/lib/client/api'
import { Button } from '../ui/button'

/** Deletes one case and offers it back where it stood. */
export function DeleteCase({ id, version }: { readonly id: string; readonly version: number }) {
  const router = useRouter()
  const [deleted, setDeleted] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const remove = async () => {
    const result = await callApi<undefined>('DELETE', `/api/v1/cases/${id}`, { version })
    setProblem(result.ok ? null : result.error.message)
    setDeleted(result.ok)
  }
  const restore = async () => {
    const result = await callApi<unknown>('POST', '/api/v1/cases/restore', { body: { ids: [id] } })
    setProblem(result.ok ? null : result.error.message)
    setDeleted(!result.ok)
    router.refresh()
  }
  return (
    <div className="flex flex-wrap items-center gap-3" role="status">
      {deleted ? (
        <>
          <span className="text-14">This case is deleted.</span>
          <Button look="outline" onClick={() => void restore()}>
            Bring it back
          </Button>
        </>
      ) : (
        <Button look="danger" onClick={() => void remove()}>
          Delete this case
        </Button>
      )}
      <span className="text-13 text-bad">{problem}</span>
    </div>
  )
}
