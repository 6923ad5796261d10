import type { BenchmarkTable } from '@/lib/domain/benchmark/table'
import type { DescriptorFile } from '@/lib/features/hcpcs/schema'
import type { ReleaseItem } from '@/lib/features/releases/schema'
import { formatCount, plural } from '@/lib/format/number'
import { dateWords } from '../code/release-words'
import { Empty } from '../ui/empty'
import { Finding, SectionTitle } from '../ui/finding'
import { Note } from '../ui/source-line'
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead, Why } from '../ui/table'

interface DataSourcesProps {
  readonly releases: readonly ReleaseItem[]
  readonly tables: readonly BenchmarkTable[]
  /** Null where the file of CMS is not installed. */
  readonly descriptors: DescriptorFile | null
}

/** Where every number of the site comes from. */
export function DataSources({ releases, tables, descriptors }: DataSourcesProps) {
  return (
    <div className="wrap pt-s-6 pb-s-7">
      <Finding level={1}>
        {plural(releases.length, 'CMS release')} and {plural(tables.length, 'benchmark table')} are behind the numbers
        here
      </Finding>
      <div className="mt-s-6 grid gap-s-7">
        <Schedule releases={releases} />
        <Benchmarks tables={tables} />
        <Words descriptors={descriptors} />
      </div>
    </div>
  )
}

function Schedule({ releases }: Pick<DataSourcesProps, 'releases'>) {
  return (
    <section className="grid gap-3" aria-labelledby="schedule">
      <SectionTitle id="schedule">CMS Physician Fee Schedule</SectionTitle>
      <Note>
        Relative value files of the Centers for Medicare &amp; Medicaid Services, public data. CPT descriptors are
        dropped when a file is read. “Built-in” is the part of it that comes with RVU Edge; “official” is the whole
        file.
      </Note>
      {releases.length === 0 ? (
        <Empty title="No release is installed yet" level={3}>
          An administrator installs one under Releases.
        </Empty>
      ) : (
        <Table caption="Installed releases, newest first" stack>
          <TableHead>
            <HeadCell>Release</HeadCell>
            <HeadCell>In force</HeadCell>
            <HeadCell>Source</HeadCell>
            <HeadCell numeric>Dollars per RVU</HeadCell>
            <HeadCell numeric>Rows</HeadCell>
          </TableHead>
          <TableBody>
            {releases.map((release) => (
              <Row key={release.id}>
                <RowHead phone="lead">{release.id}</RowHead>
                <Cell phone="below">
                  {dateWords(release.effectiveFrom)}
                  {release.effectiveTo && ` to ${dateWords(release.effectiveTo)}`}
                </Cell>
                <Cell phone="below" quiet>
                  {release.source === 'official' ? 'official file' : 'built-in'}
                </Cell>
                <Cell numeric phone="end">
                  {release.conversionFactors.standard}
                  <span className="sm:hidden"> dollars per RVU</span>
                  {release.conversionFactors.qualifyingApm && (
                    <Why>{release.conversionFactors.qualifyingApm} qualifying</Why>
                  )}
                </Cell>
                <Cell numeric phone="hidden">
                  {formatCount(release.rows)}
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  )
}

/** Tables of one publication share everything but the specialty: one entry for each. */
function Benchmarks({ tables }: Pick<DataSourcesProps, 'tables'>) {
  const publications = [...new Map(tables.map((table) => [keyOf(table), table])).values()]
  return (
    <section className="grid gap-3" aria-labelledby="benchmarks">
      <SectionTitle id="benchmarks">Benchmark tables</SectionTitle>
      {publications.length === 0 && <Note>No benchmark table is loaded.</Note>}
      <dl>
        {publications.map((table) => (
          <div
            key={keyOf(table)}
            className="grid gap-x-gutter gap-y-1 border-b border-rule py-4 sm:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]"
          >
            <dt>
              <span className="font-strong">{table.metricName}</span>
              <span className="block text-13 text-ink-2">
                {plural(tables.filter((each) => keyOf(each) === keyOf(table)).length, 'specialty', 'specialties')},
                services of {table.year} at the work values of {table.workValuesOf}
              </span>
            </dt>
            <dd className="text-14 leading-[1.5]">
              <a href={table.source.url} rel="external noreferrer">
                {table.source.publisher}: {table.source.title}
              </a>
              <span className="block text-pretty text-ink-2">
                {table.population}. {table.method}
              </span>
              <span className="block text-13 text-ink-2">
                {sizesOf(tables.filter((each) => keyOf(each) === keyOf(table)))}License: {table.source.license}
                {table.source.retrieved && `. Retrieved ${dateWords(table.source.retrieved)}`}
              </span>
              {table.source.caveats.length > 0 && (
                <span className="block text-13 text-ink-3">{table.source.caveats.join(' ')}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** How many clinicians stand behind each table, from the smallest to the largest. */
function sizesOf(tables: readonly BenchmarkTable[]): string {
  const sizes = tables.flatMap(({ n }) => (n === null ? [] : [n])).toSorted((one, other) => one - other)
  const [least] = sizes
  const most = sizes.at(-1)
  if (least === undefined || most === undefined) return ''
  return `n ${least === most ? '' : `${formatCount(least)} to `}${formatCount(most)} a specialty. `
}

const keyOf = (table: BenchmarkTable): string => [table.source.url, table.series, table.metric].join(' ')

function Words({ descriptors }: Pick<DataSourcesProps, 'descriptors'>) {
  return (
    <section className="grid gap-3" aria-labelledby="words">
      <SectionTitle id="words">Titles and descriptions</SectionTitle>
      <Note>
        CPT is a registered trademark of the American Medical Association, whose descriptors are not used here: titles,
        other names and explanations are RVU Edge’s own wording. HCPCS Level II codes are kept by CMS and are not CPT.
      </Note>
      {descriptors && (
        <Note>
          “In the words of CMS” is the descriptor of the HCPCS Level II file that CMS publishes each quarter, public
          data: that of {dateWords(descriptors.edition)}, {plural(descriptors.codes, 'code')}. Dental codes are left
          out.
        </Note>
      )}
    </section>
  )
}
