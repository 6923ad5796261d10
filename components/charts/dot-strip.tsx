'use client'

// Drawn on the server all the same; as a part of the browser's, a page sends its numbers a second time, not its marks.
import { across, shareOf, type Span } from './scale'

interface DotStripProps {
  readonly label: string
  /** Every member of the group, in any order. */
  readonly values: readonly number[]
  readonly you: { readonly value: number; readonly text: string }
  readonly median?: { readonly value: number; readonly text: string }
  /** The scale: from the first tick to the last. */
  readonly ticks: readonly { readonly value: number; readonly label: string }[]
}

const base = 74
const step = 8
const bins = 64

/** Each member of a group as a dot, stacked where they meet, so that one sees how many stand where. */
export function DotStrip({ label, values, you, median, ticks }: DotStripProps) {
  const span: Span = { from: ticks[0]?.value ?? 0, to: ticks.at(-1)?.value ?? 1 }
  const onLeft = shareOf(you.value, span) > 0.6
  return (
    <div className="px-2">
      <svg width="100%" height="98" role="img" aria-label={label}>
        {ticks.map((tick) => (
          <g key={tick.value}>
            <line x1={across(tick.value, span)} x2={across(tick.value, span)} y1="30" y2={base} className="gridline" />
            <text x={across(tick.value, span)} y="92" textAnchor="middle">
              {tick.label}
            </text>
          </g>
        ))}
        <line x1="0" x2="100%" y1={base} y2={base} className="baseline" />
        {median && (
          <line
            x1={across(median.value, span)}
            x2={across(median.value, span)}
            y1="26"
            y2={base}
            className="reference"
          />
        )}
        {stacked(values, span).map((dot, at) => (
          <circle key={at} cx={`${dot.at}%`} cy={base - 5 - dot.level * step} r="3" fill="var(--d-2)" />
        ))}
        <line x1={across(you.value, span)} x2={across(you.value, span)} y1="16" y2={base} className="series you" />
        <circle cx={across(you.value, span)} cy={base - 5} r="5" className="point you" />
        {/* Over your marker, which its halo interrupts: the two may stand close. */}
        {median && (
          <text
            x={across(median.value, span)}
            dx={onLeft ? -6 : 6}
            y="30"
            textAnchor={onLeft ? 'end' : 'start'}
            className="faint halo"
          >
            {median.text}
          </text>
        )}
        <YouText text={you.text} share={shareOf(you.value, span)} />
      </svg>
    </div>
  )
}

/** Beside the marker; where the drawing is narrow and the marker near an edge, at that edge. */
function YouText({ text, share }: { readonly text: string; readonly share: number }) {
  // Right of the marker where there is room; the words of the median stand a line lower, so the two never meet.
  const room = share < 0.8
  const nearEdge = share < 0.35 || share > 0.65
  return (
    <>
      <text
        x={`${share * 100}%`}
        dx={room ? 6 : -6}
        y="14"
        textAnchor={room ? 'start' : 'end'}
        className={`you-text halo ${nearEdge ? 'only-wide' : ''}`}
      >
        {text}
      </text>
      {nearEdge && (
        <text
          x={share > 0.5 ? '100%' : '0'}
          y="12"
          textAnchor={share > 0.5 ? 'end' : 'start'}
          className="you-text halo only-narrow"
        >
          {text}
        </text>
      )}
    </>
  )
}

interface Dot {
  readonly at: number
  readonly level: number
}

/** Dots that fall into the same sixty-fourth of the width stand on each other. */
function stacked(values: readonly number[], span: Span): readonly Dot[] {
  const tall = new Map<number, number>()
  return [...values]
    .sort((one, other) => one - other)
    .map((value) => {
      const bin = Math.round(shareOf(value, span) * bins)
      const level = tall.get(bin) ?? 0
      tall.set(bin, level + 1)
      return { at: Math.round((bin / bins) * 10_000) / 100, level }
    })
}
