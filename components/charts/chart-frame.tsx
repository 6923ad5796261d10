import { useId, type ReactNode } from 'react'
import { Finding } from '../ui/finding'
import { PlainTable, type PlainTableProps } from '../ui/plain-table'
import { Segmented } from '../ui/segmented'
import { SourceLine } from '../ui/source-line'

export type KeyMark = 'you' | 'd-1' | 'd-2' | 'd-3' | 'd-4' | 'outline' | 'tick' | 'hatch'

export interface ChartKey {
  readonly mark: KeyMark
  readonly text: string
}

interface ChartFrameProps {
  /** A sentence with its number, computed from the data: "No clear change since June" if there is nothing to say. */
  readonly finding: ReactNode
  readonly level?: 2 | 3
  /** What is plotted and in what unit. */
  readonly plotted: ReactNode
  /** Only where labels on the marks will not do. */
  readonly keys?: readonly ChartKey[]
  /** Publisher, period, population, n, method, caveat. Not optional: a chart without a source does not compile. */
  readonly source: ReactNode
  /** The same numbers as a table. */
  readonly table: PlainTableProps
  readonly children: ReactNode
}

const marks: Record<KeyMark, string> = {
  you: 'h-2.5 w-3.5 bg-accent',
  'd-1': 'h-2.5 w-3.5 bg-d-1',
  'd-2': 'h-2.5 w-3.5 bg-d-2',
  'd-3': 'h-2.5 w-3.5 bg-d-3',
  'd-4': 'h-2.5 w-3.5 border border-ref bg-d-4',
  outline: 'h-2.5 w-3.5 border-[1.5px] border-ref',
  tick: 'h-3.5 w-0.5 bg-ink',
  hatch: 'hatch h-2.5 w-3.5',
}

/** Every chart stands in this: finding, unit, chart or table, source. The choice needs no script. */
export function ChartFrame({ finding, level = 2, plotted, keys = [], source, table, children }: ChartFrameProps) {
  const name = useId()
  return (
    <figure className="chart">
      <div className="mb-4 grid items-start gap-x-5 gap-y-2 sm:grid-cols-[minmax(0,1fr)_auto]">
        <Finding level={level} size="chart">
          {finding}
        </Finding>
        <div className="justify-self-start max-sm:order-1">
          <Segmented
            legend="View"
            name={name}
            chosen="chart"
            segments={[
              { value: 'chart', label: 'Chart' },
              { value: 'table', label: 'Table' },
            ]}
          />
        </div>
        <p className="text-13 leading-note text-ink-2 sm:col-start-1">{plotted}</p>
        {keys.length > 0 && <Keys keys={keys} />}
      </div>
      <div className="plot">{children}</div>
      <div className="twin">
        <PlainTable {...table} />
      </div>
      <figcaption className="mt-3 border-t border-rule pt-2">
        <SourceLine wide>{source}</SourceLine>
      </figcaption>
    </figure>
  )
}

function Keys({ keys }: { readonly keys: readonly ChartKey[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-13 leading-note text-ink-2 sm:col-start-1">
      {keys.map((key) => (
        <li key={key.text} className="key inline-flex items-center gap-[7px]">
          <i aria-hidden className={`inline-block ${marks[key.mark]}`} />
          {key.text}
        </li>
      ))}
    </ul>
  )
}
