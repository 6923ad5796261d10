import Link from 'next/link'
import type { CalculatedLine, Step } from '@/lib/domain/crediting/case'
import type { Example } from '@/lib/features/hubs/schema'
import { formatDollars, formatFactor, formatWorkRvu } from '@/lib/format/number'
import { TotalWorking } from '../case/total-working'
import { ButtonLink } from '../ui/button'
import { DottedNumber } from '../ui/dotted-number'
import { Finding } from '../ui/finding'
import { Ledger } from '../ui/ledger'
import type { LedgerLine } from '../ui/ledger-line'
import { Working } from '../ui/working'

/** The opening of home: a case of two operations, priced and credited by the engine, with every reason. */
export function ExampleCase({ example }: { readonly example: Example | null }) {
  const totals = example?.answer.totals
  return (
    <section className="bg-well" aria-label="A worked case">
      <div className="wrap py-s-7">
        <div className="cols-12 items-end">
          <div className="md:col-span-8">
            <Finding level={1} size="opening">
              {totals
                ? `Listed at ${formatWorkRvu(totals.workRvu)} work RVUs. Credited at ${formatWorkRvu(totals.creditedWorkRvu)}. Here is every reason why.`
                : 'What clinical work adds up to, with every reason why'}
            </Finding>
          </div>
          <p className="pb-1.5 text-pretty text-ink-2 md:col-span-4">
            RVU Edge tells physicians what their clinical work adds up to. It prices each line from the CMS fee schedule
            in force that day, under your employer’s rules, and opens every number to its source.
          </p>
        </div>
        {example && <Priced example={example} />}
        <div className="mt-s-5 flex flex-wrap items-center gap-3" data-screen>
          <ButtonLink href="/sign-up">Start a log</ButtonLink>
          <ButtonLink href="/cpt-codes" look="outline">
            Look up a code
          </ButtonLink>
        </div>
      </div>
    </section>
  )
}

function Priced({ example }: { readonly example: Example }) {
  const { answer, titles } = example
  const reduced = answer.lines.find((line) => reasonOf(line) !== null)
  return (
    <div className="cols-12 mt-s-6">
      <div className="md:col-span-8">
        <Ledger
          caption="Two operations of one session, outpatient hospital, national, CMS adjusted"
          unit="work RVU"
          lines={answer.lines.map((line) => ledgerLine(line, titles[line.code] ?? ''))}
          total={{
            label: 'Work RVU credited',
            listed: formatWorkRvu(answer.totals.workRvu),
            credited: formatWorkRvu(answer.totals.creditedWorkRvu),
            working: (
              <TotalWorking
                parts={answer.lines.map((line) => ({ code: line.code, credited: line.creditedWorkRvu ?? '0' }))}
                total={formatWorkRvu(answer.totals.creditedWorkRvu)}
                policy="CMS adjusted"
              />
            ),
          }}
        />
        <p className="mt-3 text-13 leading-note text-ink-2">
          Medicare would allow{' '}
          <DottedNumber value={formatDollars(answer.totals.allowed)} align="left">
            <Working
              title="What Medicare would allow"
              steps={answer.lines.map((line, at) => ({
                amount: `${at > 0 ? '+ ' : ''}${line.allowed ?? ''}`,
                source: `${line.code}, × ${formatFactor(line.factor)}`,
              }))}
              result={{ amount: answer.totals.allowed, source: 'allowed, before deductible and coinsurance' }}
              cite={`Release ${answer.release ?? ''}, ${answer.conversionFactor ?? ''} dollars per RVU, national`}
            />
          </DottedNumber>{' '}
          before deductible and coinsurance.{' '}
          <Link href="/calculator?case=47562@22,49505" prefetch={false} className="thumb">
            Change this case
          </Link>
        </p>
      </div>
      <div className="md:col-span-4">{reduced && <CreditWorking line={reduced} titled />}</div>
    </div>
  )
}

const creditSteps = (line: CalculatedLine): readonly Step[] => line.steps.filter(({ measure }) => measure === 'credit')

/** The step that took something away. */
const reasonOf = (line: CalculatedLine): Step | null =>
  creditSteps(line).find(({ factor, before, after }) => factor !== '1' && before !== after) ?? null

function ledgerLine(line: CalculatedLine, title: string): LedgerLine {
  return {
    id: line.id,
    code: line.code,
    href: `/cpt-codes/${line.code}`,
    title,
    why: (reasonOf(line) ?? creditSteps(line).at(-1))?.reason ?? '',
    listed: formatWorkRvu(line.workRvu ?? '0'),
    factor: formatFactor(reasonOf(line)?.factor ?? '1'),
    credited: formatWorkRvu(line.creditedWorkRvu ?? '0'),
    working: <CreditWorking line={line} />,
  }
}

/** The steps of the credit of one line, as the engine gave them. */
function CreditWorking({ line, titled = false }: { readonly line: CalculatedLine; readonly titled?: boolean }) {
  const steps = creditSteps(line)
  const credited = formatWorkRvu(line.creditedWorkRvu ?? '0')
  const reduced = reasonOf(line)
  return (
    <Working
      title={`Why ${credited}`}
      titleShown={titled}
      onWell
      steps={[
        { amount: formatWorkRvu(line.workRvu ?? '0'), source: `${line.code}, work, ${line.release ?? ''}` },
        ...steps
          .filter(({ factor }) => factor !== '1')
          .map((step) => ({ amount: `× ${formatFactor(step.factor)}`, source: step.reason })),
      ]}
      result={{ amount: credited, source: 'credited' }}
      cite={(reduced ?? steps.at(-1))?.citation}
    />
  )
}
