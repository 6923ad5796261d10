import type { CategoryProgress as Row, Progress } from '../../lib/domain/training/progress'
import type { CalendarDate } from '../../lib/domain/shared/date'
import type { Requirement } from '../../lib/domain/training/requirement'
import { formatDate } from '../../lib/format/date'
import { formatCount } from '../../lib/format/number'
import { Meter } from '../charts/bars'
import { ChartFrame, type ChartKey } from '../charts/chart-frame'
import { DottedNumber } from '../ui/dotted-number'
import { Note } from '../ui/source-line'
import { Working } from '../ui/working'
import { notJudgedNote, sourceName, sourcesOf, standingWord } from './category-words'

interface CategoryProgressProps {
  readonly requirement: Requirement
  readonly progress: Progress
  readonly graduation: CalendarDate | null
  readonly finding: string
}

/** Every category against its published minimum; sub-categories are inside their parent and never added. */
export function CategoryProgress({ requirement, progress, graduation, finding }: CategoryProgressProps) {
  const note = notJudgedNote(progress)
  const worded = progress.categories.some((row) => standingWord(row) !== '')
  const keys: ChartKey[] = [
    { mark: 'd-1', text: 'Done' },
    ...(graduation
      ? [{ mark: 'hatch' as const, text: `At your last 12 months’ rate, by ${formatDate(graduation)}` }]
      : []),
    { mark: 'tick', text: 'Published minimum' },
  ]
  return (
    <ChartFrame
      finding={finding}
      plotted="Cases by category, each against its published minimum. A sub-category counts inside its parent."
      keys={keys}
      source={sourceLine(requirement, progress)}
      table={tableOf(progress)}
    >
      {note && <Note>{note}</Note>}
      <div className="mt-3 gap-x-gutter lg:columns-2">
        {groupsOf(progress).map((group) => (
          <ul key={group[0]?.category.slug} className="mb-4 break-inside-avoid border-t border-rule-2">
            {group.map((row) => (
              <CategoryRow key={row.category.slug} row={row} worded={worded} />
            ))}
          </ul>
        ))}
      </div>
    </ChartFrame>
  )
}

/** Totals first; a parent with what counts inside it; neighbors that have neither stand together. */
function groupsOf({ categories }: Progress): readonly (readonly Row[])[] {
  const known = new Set(categories.map(({ category }) => category.slug))
  const tops = categories.filter(({ category }) => category.parent === null || !known.has(category.parent))
  const groups: Row[][] = []
  for (const top of tops.toSorted((a, b) => Number(isTotal(b)) - Number(isTotal(a)))) {
    const inside = categories.filter(({ category }) => category.parent === top.category.slug)
    const before = groups.at(-1)
    const joins =
      before && inside.length === 0 && before.every((row) => row.category.parent === null && alike(row, top))
    if (joins) before.push(top)
    else groups.push([top, ...inside])
  }
  return groups
}

const isTotal = ({ category }: Row): boolean => category.kind === 'total'
const alike = (a: Row, b: Row): boolean => isTotal(a) === isTotal(b)

const columns = {
  plain: 'grid-cols-[minmax(0,1fr)_auto] sm:grid-cols-[minmax(0,1fr)_160px_6em]',
  worded: 'grid-cols-[minmax(0,1fr)_auto_4.5em] sm:grid-cols-[minmax(0,1fr)_130px_6em_4.5em]',
} as const

function CategoryRow({ row, worded }: { readonly row: Row; readonly worded: boolean }) {
  const { category, done, projected } = row
  const word = standingWord(row)
  const spoken = `${category.name}: ${done} of ${category.minimum}${word ? `, ${word}` : ''}`
  return (
    <li
      className={`grid items-center gap-x-4 gap-y-1 border-b border-rule py-2 text-14 leading-data ${columns[worded ? 'worded' : 'plain']}`}
    >
      <span className={category.parent === null ? '' : 'pl-4 text-ink-2'}>{category.name}</span>
      <span className="max-sm:order-last max-sm:col-span-full">
        {category.minimum > 0 && (
          <Meter label={spoken} done={done} goal={category.minimum} {...(projected === null ? {} : { projected })} />
        )}
      </span>
      <span className="text-right whitespace-nowrap">
        <DottedNumber value={formatCount(done)} label={`${category.name} cases`}>
          <CaseCount row={row} />
        </DottedNumber>
        {category.minimum > 0 && ` of ${formatCount(category.minimum)}`}
      </span>
      {worded && <span className="text-right text-13 text-ink-2">{word}</span>}
    </li>
  )
}

function CaseCount({ row }: { readonly row: Row }) {
  const { category, done, doneInLastYear, projected, source } = row
  const later = projected === null ? [] : [{ amount: formatCount(projected), source: 'by graduation at that rate' }]
  return (
    <Working
      title={`Why ${done}`}
      steps={[{ amount: formatCount(doneInLastYear), source: 'in the last 12 months' }, ...later]}
      result={{ amount: formatCount(done), source: `cases credited here, as ${category.roles.join(', ')}` }}
      cite={`${sourceName(source)}; confirm with your program.${source.note ? ` ${source.note}` : ''}`}
    />
  )
}

function tableOf(progress: Progress) {
  return {
    caption: 'Categories and their published minimums, in cases',
    columns: [
      { head: 'Category' },
      { head: 'Done', numeric: true },
      { head: 'Last 12 months', numeric: true },
      { head: 'Minimum', numeric: true },
      { head: 'As published', numeric: true },
    ],
    rows: progress.categories.map(({ category, done, doneInLastYear, source }) => [
      category.name,
      formatCount(done),
      formatCount(doneInLastYear),
      category.minimum > 0 ? formatCount(category.minimum) : 'none',
      source.year ?? 'undated',
    ]),
  }
}

function sourceLine(requirement: Requirement, progress: Progress): string {
  const names = sourcesOf(progress).map(sourceName).join('; ')
  const credit = requirement.severalCreditsPerCase
    ? 'One case may count in several categories.'
    : 'One primary credit a case.'
  return `${names}; confirm with your program. Codes map to categories by default. ${credit} The authorities named are not affiliated with RVU Edge.`
}
