import type { CaseItem } from '@/lib/features/cases/schema'
import { isManual, manualWork } from '@/lib/domain/crediting/manual-totals'
import { formatWorkRvu, plural } from '@/lib/format/number'
import { policyName } from '@/lib/format/plan-words'
import { Ledger } from '../ui/ledger'
import { ownWork } from './credited'
import { EnteredNote } from './entered-note'
import { ledgerLine } from './ledger-lines'
import { isTraining } from './line-working'
import { TotalWorking } from './total-working'

interface CaseLedgerProps {
  readonly item: CaseItem
  readonly titles: Readonly<Record<string, string>>
}

/** A saved case as it was calculated when it was saved. */
export function CaseLedger({ item, titles }: CaseLedgerProps) {
  const policy = policyName(item.policy)
  const training = item.totals.trainingWorkRvu !== '0.0000'
  return (
    <>
      <Ledger
        caption="Lines of this case"
        unit="work RVUs"
        {...(training ? { counted: 'Training' } : {})}
        lines={item.lines.map((line, at) =>
          ledgerLine(line, { id: String(at), title: titles[line.code] ?? null, policy }),
        )}
        total={{
          label: plural(item.lines.length, 'line'),
          listed: formatWorkRvu(item.totals.workRvu),
          credited: formatWorkRvu(ownWork(item)),
          working: (
            <TotalWorking
              parts={item.lines
                .filter((line) => !isManual(line))
                .map((line) => ({
                  code: line.code,
                  credited: line.trainingWorkRvu ?? line.creditedWorkRvu ?? '0',
                }))}
              total={formatWorkRvu(ownWork(item))}
              policy={policy}
              training={training}
            />
          ),
        }}
      />
      <EnteredNote
        lines={item.totals.manual.lines}
        credited={item.totals.manual.creditedWorkRvu}
        training={manualWork(item.lines.filter(isTraining))}
        allowed={item.totals.manual.allowed}
        from="the total"
      />
    </>
  )
}
