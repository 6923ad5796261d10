'use client'

import { useRouter } from 'next/navigation'
import type { Submit } from '../account/use-form'
import { useForm } from '../account/use-form'
import { SampleTag } from '../ui/sample-tag'

/** The tag that says these are sample data, and clears them. */
export function SampleTagForm({ clear }: { readonly clear: Submit<unknown> }) {
  const router = useRouter()
  const { frame, pending, problem } = useForm({ submit: clear, onDone: () => router.refresh() })
  return (
    <form {...frame} className="inline-flex flex-wrap items-baseline gap-x-3">
      <SampleTag type="submit" disabled={pending} />
      {problem && (
        <span role="alert" className="text-13 text-bad">
          {problem}
        </span>
      )}
    </form>
  )
}
