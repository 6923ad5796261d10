import { calendarDate } from '@/lib/domain/shared/date'
import { formatDate, formatInstant } from '@/lib/format/date'
import { formatCount } from '@/lib/format/number'
import { Cell, HeadCell, Named, Row, RowHead, Table, TableBody, TableHead } from '../ui/table'
import { sourceWords } from './install-words'

export interface InstalledRow {
  readonly id: string
  readonly version: number
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly conversionFactors: { readonly standard: string; readonly qualifyingApm: string | null }
  readonly rows: number
  readonly source: 'built-in' | 'official'
  readonly sha256: string
  readonly fileName: string
  readonly installedAt: string
}

interface ReleaseTableProps {
  /** Newest first. */
  readonly releases: readonly InstalledRow[]
  /** The one that a service of today takes. */
  readonly current: string | null
  readonly timeZone: string
}

export function ReleaseTable({ releases, current, timeZone }: ReleaseTableProps) {
  return (
    <Table caption="Installed releases, newest first" stack>
      <TableHead>
        <HeadCell>Release</HeadCell>
        <HeadCell numeric>Rows</HeadCell>
        <HeadCell>In force</HeadCell>
        <HeadCell numeric>Conversion factor, $</HeadCell>
        <HeadCell numeric>Qualifying APM, $</HeadCell>
        <HeadCell>Source</HeadCell>
        <HeadCell>Installed</HeadCell>
      </TableHead>
      <TableBody>
        {releases.map((release) => (
          <ReleaseLine key={release.id} release={release} isCurrent={release.id === current} timeZone={timeZone} />
        ))}
      </TableBody>
    </Table>
  )
}

interface ReleaseLineProps {
  readonly release: InstalledRow
  readonly isCurrent: boolean
  readonly timeZone: string
}

function ReleaseLine({ release, isCurrent, timeZone }: ReleaseLineProps) {
  const { standard, qualifyingApm } = release.conversionFactors
  return (
    <Row>
      <RowHead phone="lead">
        {release.id}
        {release.version > 1 && <span className="font-regular text-ink-2"> version {release.version}</span>}
        {isCurrent && <span className="block text-13 whitespace-nowrap text-accent-ink">taken for today</span>}
      </RowHead>
      <Cell numeric phone="end">
        {formatCount(release.rows)}
        <Named>rows</Named>
      </Cell>
      <Cell phone="below">{period(release)}</Cell>
      <Cell numeric phone="below">
        <Named>Conversion factor</Named>
        {standard}
      </Cell>
      <Cell numeric phone={qualifyingApm === null ? 'hidden' : 'below'}>
        {qualifyingApm !== null && <Named>Qualifying APM</Named>}
        {qualifyingApm ?? <span aria-label="none">–</span>}
      </Cell>
      <Cell phone="below">
        <Source release={release} />
      </Cell>
      <Cell phone="below" quiet>
        <Named>Installed</Named>
        {formatInstant(new Date(release.installedAt), timeZone)}
      </Cell>
    </Row>
  )
}

function period({ effectiveFrom, effectiveTo }: InstalledRow): string {
  const from = formatDate(calendarDate(effectiveFrom))
  return effectiveTo === null ? `from ${from}` : `${from} to ${formatDate(calendarDate(effectiveTo))}`
}

function Source({ release }: { readonly release: InstalledRow }) {
  const { source, fileName, sha256 } = release
  return (
    <>
      {sourceWords(source)} <span className="wrap-anywhere">{fileName}</span>
      <details className="text-13 text-ink-2">
        <summary className="w-fit max-sm:py-2.5" title={sha256}>
          SHA-256 <code>{sha256.slice(0, 8)}…</code>
        </summary>
        <code className="break-all select-all">{sha256}</code>
      </details>
    </>
  )
}
