import { Disclosure } from '../ui/disclosure'
import { ReportForm, type ReportFormProps } from './report-form'

/** At the end of a page with numbers: closed until somebody doubts one. */
export function ReportSection(report: ReportFormProps) {
  return (
    <section aria-label="Report a wrong number" className="border-t border-rule pt-s-4" data-screen>
      <Disclosure label="Report a wrong number">
        <ReportForm key={report.address} {...report} />
      </Disclosure>
    </section>
  )
}
