'use client'

import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'

/** A fault of ours: nothing of it is shown but the id under which the server logged it. */
export default function ErrorPage({
  error,
  reset,
}: {
  readonly error: Error & { digest?: string }
  readonly reset: () => void
}) {
  return (
    <main id="main" className="wrap py-s-7">
      <Empty title="This page could not be made" level={1} actions={<Button onClick={reset}>Try again</Button>}>
        Nothing was changed.{' '}
        {error.digest ? `If it stays, report it with the number ${error.digest}.` : 'Try again in a moment.'}
      </Empty>
    </main>
  )
}
