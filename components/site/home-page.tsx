import Link from 'next/link'
import type { CodeCounts, HubLink } from '@/lib/features/catalog/schema'
import type { Example, FactorStep } from '@/lib/features/hubs/schema'
import { HubIndex } from '../code/hub-index'
import { Finding, SectionTitle } from '../ui/finding'
import { SourceLine } from '../ui/source-line'
import { CodeSearch } from './code-search'
import { ExampleCase } from './example-case'
import { FactorChart } from './factor-chart'
import { KnownCodes } from './known-codes'

interface HomePageProps {
  /** Null where no release is installed. */
  readonly example: Example | null
  readonly factors: readonly FactorStep[]
  readonly sections: readonly HubLink[]
  readonly counts: CodeCounts
}

export function HomePage({ example, factors, sections, counts }: HomePageProps) {
  return (
    <>
      <ExampleCase example={example} />
      <section className="wrap pt-s-7" aria-label="Look up a code">
        <div className="cols-12 border-t-2 border-strong-rule pt-s-5">
          <div className="md:col-span-4">
            <Finding level={2}>Look up a code</Finding>
            <div className="mt-4 mb-3">
              <CodeSearch label="Code or words, such as lap chole" />
            </div>
            <KnownCodes counts={counts} />
          </div>
          <div className="md:col-span-8">
            <div className="mb-3">
              <Finding level={2}>Surgery by part of the body</Finding>
            </div>
            <HubIndex label="Sections of surgery" head="Section" hubs={sections} />
            <div className="mt-3">
              <SourceLine>
                Codes held, and the work RVU in the middle of those that have any.{' '}
                <Link href="/cpt-codes">All categories</Link>
              </SourceLine>
            </div>
          </div>
        </div>
      </section>
      <section className="wrap pt-s-8" aria-label="The conversion factor, and how the data is kept">
        <div className="cols-12">
          <div className="md:col-span-8">
            <FactorChart factors={factors} />
          </div>
          <div className="grid content-start gap-s-5 md:col-span-4">
            <Keeping title="No patient identifiers">
              There is no field for a name, record number or birth date, and text that looks like one is refused before
              it is saved.
            </Keeping>
            <Keeping title="Yours alone">
              No other account can open your log. A program of yours can read all of it, with a key that you make.
            </Keeping>
            <Keeping title="Sources in the open">
              Each table carries publisher, year, n and license. <Link href="/data-sources">Data sources</Link>
            </Keeping>
          </div>
        </div>
      </section>
    </>
  )
}

function Keeping({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <SectionTitle level={3}>{title}</SectionTitle>
      <p className="mt-1 leading-[1.55] text-pretty text-ink-2">{children}</p>
    </div>
  )
}
