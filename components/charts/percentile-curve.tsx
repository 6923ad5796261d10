import { across, between, down, fitClass, labelsThatFit, shareOf, type Span } from './scale'

export interface Anchor {
  /** As published: 10, 25, 50, 75, 90. */
  readonly percentile: number
  readonly value: number
  readonly valueLabel: string
  readonly percentileLabel: string
}

interface PercentileCurveProps {
  readonly label: string
  /** What is across: "Medicare wRVU a year by percentile of general surgeons". */
  readonly axisName: string
  /** The published points and no others; the line between them is straight, as the reading is. */
  readonly anchors: readonly Anchor[]
  /** Outside the published points the words say "<10" or ">90", and the marker stands on no line. */
  readonly you?: { readonly value: number; readonly text: string }
}

const height = 142
const top = 30
const base = 118

/** A percentile table as its known points, and where you stand. */
export function PercentileCurve({ label, axisName, anchors, you }: PercentileCurveProps) {
  const highest = Math.max(...anchors.map((anchor) => anchor.value), you?.value ?? 0)
  const span: Span = { from: 0, to: highest * 1.08 }
  const values = anchors.map((anchor) => ({ at: shareOf(anchor.value, span), text: anchor.valueLabel }))
  const wide = labelsThatFit(values, 700)
  const narrow = labelsThatFit(values, 330)
  const y = (percentile: number) => down(percentile, { from: 0, to: 100 }, top, base)
  return (
    <svg width="100%" height={height} role="img" aria-label={label}>
      <text x="0" y="12" className="faint">
        {axisName}
      </text>
      {[25, 50, 75].map((line) => (
        <line key={line} x1="0" x2="100%" y1={y(line)} y2={y(line)} className="gridline" />
      ))}
      <line x1="0" x2="100%" y1={base} y2={base} className="baseline" />
      {anchors.slice(1).map((anchor, at) => (
        <Segment key={anchor.percentile} from={anchors[at]} to={anchor} span={span} y={y} />
      ))}
      {anchors.map((anchor, at) => (
        <g key={anchor.percentile}>
          <circle cx={across(anchor.value, span)} cy={y(anchor.percentile)} r="3.5" className="point" />
          <text x={across(anchor.value, span)} y={base + 17} textAnchor="middle" className={fitClass(at, wide, narrow)}>
            {anchor.valueLabel}
          </text>
          <text
            x={across(anchor.value, span)}
            y={y(anchor.percentile) - 9}
            textAnchor="middle"
            className={`faint halo ${fitClass(at, wide, narrow)}`}
          >
            {anchor.percentileLabel}
          </text>
        </g>
      ))}
      {you && <You you={you} anchors={anchors} span={span} y={y} />}
    </svg>
  )
}

interface SegmentProps {
  readonly from: Anchor | undefined
  readonly to: Anchor
  readonly span: Span
  readonly y: (percentile: number) => number
}

function Segment({ from, to, span, y }: SegmentProps) {
  if (!from) return null
  return (
    <line
      x1={across(from.value, span)}
      x2={across(to.value, span)}
      y1={y(from.percentile)}
      y2={y(to.percentile)}
      className="series"
    />
  )
}

interface YouProps {
  readonly you: { readonly value: number; readonly text: string }
  readonly anchors: readonly Anchor[]
  readonly span: Span
  readonly y: (percentile: number) => number
}

function You({ you, anchors, span, y }: YouProps) {
  const known = between(
    you.value,
    anchors.map((anchor) => ({ x: anchor.value, y: anchor.percentile })),
  )
  const x = across(you.value, span)
  const onLeft = shareOf(you.value, span) > 0.66
  return (
    <>
      <line x1={x} x2={x} y1={known === undefined ? top + 18 : y(known)} y2={base} className="series you" />
      <circle cx={x} cy={known === undefined ? base : y(known)} r="5.5" className="point you" />
      <text x={x} dx={onLeft ? -9 : 9} y={base - 10} textAnchor={onLeft ? 'end' : 'start'} className="you-text halo">
        {you.text}
      </text>
    </>
  )
}
