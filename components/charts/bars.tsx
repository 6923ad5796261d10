import { across, type Span } from './scale'

export interface BarRow {
  readonly label: string
  readonly value: number
  /** As printed at the right: "1,181.40". */
  readonly text: string
  /** A second figure after it, quieter: "23.1%". */
  readonly aside?: string
  /** Last year, drawn as an ink tick on the bar, on the scale of `value`. */
  readonly before?: number
  /** Orange; at most one in a chart. */
  readonly isYou?: boolean
}

interface BarsProps {
  readonly label: string
  readonly rows: readonly BarRow[]
}

/** Horizontal bars from zero. The label stands beside the bar, or above it where the chart is narrow. */
export function Bars({ label, rows }: BarsProps) {
  const longest = Math.max(0, ...rows.flatMap((row) => [row.value, row.before ?? 0]))
  const span: Span = { from: 0, to: longest }
  const asides = rows.some((row) => row.aside)
  return (
    <ul aria-label={label} className="text-12 leading-[1.3]">
      {rows.map((row) => (
        <li
          key={row.label}
          className={`grid items-center gap-x-4 py-2 @max-[520px]/chart:gap-y-1.5 ${asides ? 'grid-cols-[184px_minmax(0,1fr)_64px_44px] @max-[520px]/chart:grid-cols-[minmax(0,1fr)_60px_44px] @max-[520px]/chart:gap-x-1' : 'grid-cols-[184px_minmax(0,1fr)_72px] @max-[520px]/chart:grid-cols-[minmax(0,1fr)_72px]'}`}
        >
          <span className="text-ink-2 @max-[520px]/chart:col-span-full @max-[520px]/chart:font-strong @max-[520px]/chart:text-ink">
            {row.label}
          </span>
          <span className="relative block h-3.5" aria-hidden>
            <span
              className={`absolute inset-y-0 left-0 ${row.isYou ? 'bg-accent' : 'bg-d-1'}`}
              style={{ width: across(row.value, span) }}
            />
            {row.before !== undefined && (
              <span
                className="absolute -top-[3px] -bottom-[3px] w-0.5 bg-ink outline-1 outline-paper"
                style={{ left: across(row.before, span) }}
              />
            )}
          </span>
          <span className={`text-right font-strong ${row.isYou ? 'text-accent-ink' : 'text-ink'}`}>{row.text}</span>
          {asides && <span className="text-right text-ink-3">{row.aside}</span>}
        </li>
      ))}
    </ul>
  )
}

interface MeterProps {
  /** Said aloud: "Biliary: 97 of 85, met". */
  readonly label: string
  readonly done: number
  readonly goal: number
  /** At the present pace, by the end. */
  readonly projected?: number
  /** Where the track ends; by default a third beyond the goal, so that passing it shows. */
  readonly end?: number
  /** An orange point where the work stands today; everything else is navy. */
  readonly today?: boolean
}

/** Done against a goal: done, projected in hatching, the goal as a tick. */
export function Meter({ label, done, goal, projected, end, today = false }: MeterProps) {
  const span: Span = { from: 0, to: end ?? goal * (4 / 3) }
  const upTo = (value: number) => across(Math.max(0, Math.min(value, span.to)), span)
  return (
    <span role="img" aria-label={label} className="meter relative block h-2.5 min-w-[90px] bg-well-2">
      {projected !== undefined && (
        <span className="hatch absolute inset-y-0 left-0" style={{ width: upTo(projected) }} />
      )}
      <span className="absolute inset-y-0 left-0 bg-d-1" style={{ width: upTo(done) }} />
      <span className="absolute -inset-y-1 w-0.5 bg-ink" style={{ left: upTo(goal) }} />
      {today && (
        <span
          className="absolute -top-px size-3 -translate-x-1/2 rounded-[50%] bg-accent outline-2 outline-paper"
          style={{ left: upTo(done) }}
        />
      )}
    </span>
  )
}
