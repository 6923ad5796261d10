import type { CodeRow } from '@/lib/features/catalog/schema'
import type { CodePage, LocalPayment, LocalPayments, ReleaseFacts } from '@/lib/features/code-pages/schema'
import { workHistory } from '@/lib/domain/catalog/work-history'
import { localityName } from '@/lib/format/locality'
import { formatDollarsAndCents } from '@/lib/format/number'
import { SourceLine } from '../ui/source-line'
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead, Why } from '../ui/table'
import { Working } from '../ui/working'
import { CodeSection, Prose } from './code-section'
import { sinceWords } from './history-words'
import { releaseWords } from './release-words'

/** RVUs and national payment; where CMS sets none, why. */
export function CodeValues({ page }: { readonly page: CodePage }) {
  const own = page.detail.rows.find(({ modifier }) => modifier === '') ?? page.detail.rows[0]
  if (!page.release || !own) {
    return (
      <CodeSection id="rvu" title="RVU and payment">
        <Prose>No installed release lists {page.detail.code}, so it has no values here.</Prose>
      </CodeSection>
    )
  }
  const parts = page.detail.rows.filter(({ modifier }) => modifier !== '')
  return (
    <CodeSection id="rvu" title="RVU and payment" margin={<WhyWork page={page} />}>
      {hasValues(own) ? <ValueTable row={own} release={page.release} /> : <NoValues page={page} />}
      {parts.length > 0 && own.modifier === '' && (
        <div className="mt-s-5">
          <PartsTable rows={[own, ...parts]} place={page.place} />
        </div>
      )}
      {page.local && <LocalNote local={page.local} place={page.place} />}
      <div className="mt-3 grid gap-1">
        {caveats(page).map((caveat) => (
          <SourceLine key={caveat}>{caveat}</SourceLine>
        ))}
        <SourceLine>
          Release {releaseWords(page.release)}.{page.standing === 'priced' && ' National: every geographic index 1.'}
        </SourceLine>
      </div>
    </CodeSection>
  )
}

const isZero = (text: string | null): boolean => text === null || Number(text) === 0
const hasValues = (row: CodeRow): boolean =>
  !isZero(row.facilityTotal) || !isZero(row.nonFacilityTotal) || !isZero(row.workRvu)

function caveats({ rarely, notUsedForPayment, whyNoWork, detail, standing }: CodePage): readonly string[] {
  const lines: string[] = []
  if (notUsedForPayment) lines.push('CMS lists these values and does not pay on them; employers may credit the work.')
  if (rarely === 'non-facility' && standing === 'priced')
    lines.push(
      'CMS lists this as rarely or never done outside a facility, and repeats the facility practice expense there.',
    )
  if (rarely === 'facility' && standing === 'priced')
    lines.push(
      'CMS lists this as rarely or never done in a facility, and repeats the non-facility practice expense there.',
    )
  const own = detail.rows[0]
  if (whyNoWork && own && hasValues(own)) lines.push(whyNoWork)
  return lines
}

/** The status in a word and its reason; the reason of this code's own status, never of another's. */
function NoValues({ page }: { readonly page: CodePage }) {
  const [status] = (page.statusMeaning ?? '').split(/[:.]/)
  return (
    <Prose>
      Status {page.detail.rows[0]?.status}, {lowerFirst(status ?? '')}. {page.whyNoWork}
    </Prose>
  )
}

const lowerFirst = (text: string): string =>
  text.startsWith('CMS') ? text : text.charAt(0).toLowerCase() + text.slice(1)

function ValueTable({ row, release }: { readonly row: CodeRow; readonly release: ReleaseFacts }) {
  const { payment } = row
  return (
    <Table caption="Relative value units and national payment, by setting">
      <TableHead>
        <HeadCell>Component</HeadCell>
        <HeadCell numeric>Facility</HeadCell>
        <HeadCell numeric>Non-facility</HeadCell>
      </TableHead>
      <TableBody>
        <ValueRow name="Work" facility={row.workRvu} other={row.workRvu} />
        <ValueRow name="Practice expense" facility={row.facilityPe} other={row.nonFacilityPe} />
        <ValueRow name="Malpractice" facility={row.malpractice} other={row.malpractice} />
        <ValueRow name="Total RVU" facility={row.facilityTotal} other={row.nonFacilityTotal} sum />
        {(payment.facility ?? payment.nonFacility) && (
          <ValueRow
            name={`National payment at ${release.standard}`}
            why={release.qualifyingApm ? 'standard conversion factor' : 'the conversion factor'}
            facility={money(payment.facility)}
            other={money(payment.nonFacility)}
          />
        )}
        {release.qualifyingApm && payment.facilityQualifyingApm && (
          <ValueRow
            name={`National payment at ${release.qualifyingApm}`}
            why="qualifying participants in an advanced payment model"
            facility={money(payment.facilityQualifyingApm)}
            other={money(payment.nonFacilityQualifyingApm)}
          />
        )}
      </TableBody>
    </Table>
  )
}

const money = (amount: string | null): string | null => amount && formatDollarsAndCents(amount)

interface ValueRowProps {
  readonly name: string
  readonly why?: string
  readonly facility: string | null
  readonly other: string | null
  readonly sum?: boolean
}

function ValueRow({ name, why, facility, other, sum = false }: ValueRowProps) {
  if (facility === null && other === null) return null
  return (
    <Row kind={sum ? 'sum' : 'row'}>
      <RowHead>
        {name}
        {why && <Why>{why}</Why>}
      </RowHead>
      <Cell numeric>{facility}</Cell>
      <Cell numeric>{other}</Cell>
    </Row>
  )
}

/** Where it pays least and most; the calculator of the page has every locality. */
function LocalNote({ local, place }: { readonly local: LocalPayments; readonly place: string }) {
  const words = ({ name, state, payment }: LocalPayment) =>
    `${formatDollarsAndCents(payment)} in ${localityName(name)}, ${state}`
  return (
    <p className="mt-3 max-w-(--measure) text-14 leading-[1.5] text-pretty">
      By locality, {place === '22' ? 'facility' : 'non-facility'}: from {words(local.least)}, to {words(local.most)}. In
      the middle of the {local.of}: {words(local.middle)}.
    </p>
  )
}

const PARTS: Readonly<Record<string, string>> = {
  '': 'Whole service',
  '26': 'Professional part (26)',
  TC: 'Technical part (TC)',
  '53': 'Stopped before the end (53)',
}

/** The parts that CMS prices apart. */
function PartsTable({ rows, place }: { readonly rows: readonly CodeRow[]; readonly place: string }) {
  const facility = place === '22'
  return (
    <Table caption="By part, in the setting where it is usually done">
      <TableHead>
        <HeadCell>Part, {facility ? 'facility' : 'non-facility'}</HeadCell>
        <HeadCell numeric>Work RVU</HeadCell>
        <HeadCell numeric>Total RVU</HeadCell>
        <HeadCell numeric>Payment</HeadCell>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.modifier}>
            <RowHead>{PARTS[row.modifier] ?? row.modifier}</RowHead>
            <Cell numeric>{row.status === 'C' ? 'by report' : row.workRvu}</Cell>
            <Cell numeric>
              {row.status === 'C' ? '–' : ((facility ? row.facilityTotal : row.nonFacilityTotal) ?? '–')}
            </Cell>
            <Cell numeric>{money(facility ? row.payment.facility : row.payment.nonFacility) ?? '–'}</Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}

/** Where the number comes from: the change that made it, if one did. */
function WhyWork({ page }: { readonly page: CodePage }) {
  const history = workHistory(page.history)
  if (!history?.before || !page.workRvu || history.last.workRvu !== page.workRvu || isZero(page.workRvu)) return null
  const { before, last, isEfficiencyAdjustment } = history
  return (
    <Working
      title={`Why ${page.workRvu}`}
      titleShown
      steps={[
        { amount: before.workRvu, source: `up to ${before.release}` },
        isEfficiencyAdjustment
          ? { amount: '× 0.975', source: '2026 efficiency adjustment, already in the file' }
          : { amount: '→', source: 'valued anew by CMS' },
      ]}
      result={{
        amount: last.workRvu,
        source: sinceWords(history),
      }}
      cite={`Row ${page.detail.code} of the relative value files`}
    />
  )
}
