import { down, type Span } from './scale'

export interface ComparisonGroup {
  readonly label: string
  readonly you: { readonly value: number; readonly text: string }
  readonly others: { readonly value: number; readonly text: string }
}

interface ComparisonBarsProps {
  readonly label: string
  readonly groups: readonly ComparisonGroup[]
  /** From zero; the last tick is the top of the drawing. */
  readonly ticks: readonly { readonly value: number; readonly label: string }[]
}

const height = 220
const top = 26
const base = 196

/** You in solid orange beside a nation or a group in outline. */
export function ComparisonBars({ label, groups, ticks }: ComparisonBarsProps) {
  const highest = Math.max(
    ...ticks.map((tick) => tick.value),
    ...groups.flatMap((group) => [group.you.value, group.others.value]),
  )
  const scale: Span = { from: 0, to: highest }
  const slot = 100 / Math.max(1, groups.length)
  return (
    <svg width="100%" height={height} role="img" aria-label={label}>
      {ticks
        .filter((tick) => tick.value > 0)
        .map((tick) => (
          <g key={tick.value}>
            <line
              x1="0"
              x2="100%"
              y1={down(tick.value, scale, top, base)}
              y2={down(tick.value, scale, top, base)}
              className="gridline"
            />
            <text x="0" y={down(tick.value, scale, top, base) - 4} className="faint">
              {tick.label}
            </text>
          </g>
        ))}
      <line x1="0" x2="100%" y1={base} y2={base} className="baseline" />
      {groups.map((group, at) => (
        <Pair key={group.label} group={group} center={slot * (at + 0.5)} width={slot * 0.29} scale={scale} />
      ))}
    </svg>
  )
}

interface PairProps {
  readonly group: ComparisonGroup
  /** Both in hundredths of the width. */
  readonly center: number
  readonly width: number
  readonly scale: Span
}

function Pair({ group, center, width, scale }: PairProps) {
  const yours = down(group.you.value, scale, top, base)
  const theirs = down(group.others.value, scale, top, base)
  const gap = width * 0.06
  return (
    <>
      <rect x={`${center - width - gap}%`} y={yours} width={`${width}%`} height={base - yours} fill="var(--accent)" />
      <rect
        x={`${center + gap}%`}
        y={theirs}
        width={`${width}%`}
        height={base - theirs}
        fill="none"
        stroke="var(--ref)"
        strokeWidth="1.5"
      />
      <text x={`${center - width / 2 - gap}%`} y={yours - 6} textAnchor="middle" className="you-text halo">
        {group.you.text}
      </text>
      <text x={`${center + width / 2 + gap}%`} y={theirs - 6} textAnchor="middle" className="halo">
        {group.others.text}
      </text>
      <text x={`${center}%`} y={base + 18} textAnchor="middle" className="strong">
        {group.label}
      </text>
    </>
  )
}
