import { across, down, type Span } from './scale'

interface HistogramProps {
  readonly label: string
  readonly values: readonly number[]
  readonly you: { readonly value: number; readonly text: string }
  readonly median: { readonly value: number; readonly text: string }
  /** The scale: from the first tick to the last. */
  readonly ticks: readonly { readonly value: number; readonly label: string }[]
}

const top = 34
const base = 112
const bins = 48

/** How many of a group stand where, when they are too many for a dot each. */
export function Histogram({ label, values, you, median, ticks }: HistogramProps) {
  const span: Span = { from: ticks[0]?.value ?? 0, to: ticks.at(-1)?.value ?? 1 }
  const counts = countBins(values, span)
  const tall: Span = { from: 0, to: Math.max(1, ...counts) }
  const onLeft = you.value > (span.from + span.to) / 2
  return (
    <div className="px-2">
      <svg width="100%" height="136" role="img" aria-label={label}>
        {ticks.map((tick) => (
          <text key={tick.value} x={across(tick.value, span)} y="130" textAnchor="middle">
            {tick.label}
          </text>
        ))}
        {counts.map((count, at) => {
          const y = down(count, tall, top, base)
          return (
            count > 0 && (
              <rect
                key={at}
                x={`${(at / bins) * 100}%`}
                width={`${100 / bins - 0.3}%`}
                y={y}
                height={base - y}
                fill="var(--d-3)"
              />
            )
          )
        })}
        <line x1="0" x2="100%" y1={base} y2={base} className="baseline" />
        <line x1={across(median.value, span)} x2={across(median.value, span)} y1="30" y2={base} className="reference" />
        <text x={across(median.value, span)} dx="6" y="30" className="faint halo">
          {median.text}
        </text>
        <line x1={across(you.value, span)} x2={across(you.value, span)} y1="16" y2={base} className="series you" />
        <circle cx={across(you.value, span)} cy={base} r="5" className="point you" />
        <text
          x={across(you.value, span)}
          dx={onLeft ? -6 : 6}
          y="13"
          textAnchor={onLeft ? 'end' : 'start'}
          className="you-text halo"
        >
          {you.text}
        </text>
      </svg>
    </div>
  )
}

function countBins(values: readonly number[], span: Span): readonly number[] {
  const counts = Array.from({ length: bins }, () => 0)
  for (const value of values) {
    const at = Math.min(bins - 1, Math.floor(((value - span.from) / (span.to - span.from)) * bins))
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}
