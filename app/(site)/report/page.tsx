import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { CodeReport } from '@/components/report/code-report'
import { Finding } from '@/components/ui/finding'
import { Note } from '@/components/ui/source-line'
import { loadReportedCode } from '@/lib/features/reports/loaders'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: 'Report a wrong number', robots: { index: false, follow: false } }

type Props = { readonly searchParams: Promise<{ readonly code?: string | string[] }> }

/** Where the pages of codes lead that are kept for everyone: the form is here, so that they stay light. */
export default async function ReportPage({ searchParams }: Props) {
  const { code } = await searchParams
  if (code === undefined) return <FromWhere />
  const reported = typeof code === 'string' ? await loadReportedCode(code.trim().toUpperCase()) : null
  if (!reported) notFound()
  return (
    <div className="wrap pt-s-6">
      <CodeReport {...reported} />
    </div>
  )
}

/** A report goes from the page that shows the number. */
function FromWhere() {
  return (
    <div className="wrap pt-s-6">
      <Finding level={1}>Where did you see the number?</Finding>
      <div className="mt-2">
        <Note>
          Open <Link href="/cpt-codes">the page of the code</Link>,{' '}
          <Link href="/calculator">the case in the calculator</Link> or a case of your log, and report it from there:
          then what you saw goes along.
        </Note>
      </div>
    </div>
  )
}
