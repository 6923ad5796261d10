import { Area, Line, ReferenceDot, ReferenceLine } from 'recharts'
import type { TrendProjection } from './trend-rows'

/* Functions that return elements rather than components: the chart reads its marks from its own children. */

export function yourLine() {
  return (
    <Line
      dataKey="you"
      type="linear"
      stroke="var(--accent)"
      strokeWidth={2.5}
      strokeLinejoin="round"
      dot={{ r: 2.5, fill: 'var(--accent)', strokeWidth: 0 }}
      activeDot={false}
      isAnimationActive={false}
    />
  )
}

export function fan() {
  return (
    <Area
      dataKey="fan"
      type="linear"
      stroke="none"
      fill="var(--fan)"
      fillOpacity={1}
      activeDot={false}
      isAnimationActive={false}
    />
  )
}

interface PaceProps {
  readonly value: number
  readonly text: string
  readonly short?: string
  readonly solid?: boolean
}

export function paceLine({ value, text, short, solid = false }: PaceProps, narrow: boolean) {
  return (
    <ReferenceLine
      y={value}
      stroke={solid ? 'var(--control)' : 'var(--ref)'}
      strokeWidth={solid ? 1 : 1.5}
      {...(solid ? {} : { strokeDasharray: '4 4' })}
      label={{
        value: narrow ? (short ?? text) : text,
        position: solid ? 'insideTopRight' : 'insideTopLeft',
        offset: 8,
        className: 'faint halo',
      }}
    />
  )
}

/** The dotted line to the likely end, and the three ends named, at least `apart` from each other so that they can be read. */
export function fanEnds(projection: TrendProjection, narrow: boolean, apart: number) {
  const { at, low, likely, high, lowText, likelyText, highText } = projection
  const named = (text: string, word: string) => (narrow ? text : `${text} ${word}`)
  return (
    <>
      <Line
        dataKey="likely"
        type="linear"
        stroke="var(--accent)"
        strokeWidth={2.5}
        strokeDasharray="2 5"
        strokeLinecap="round"
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      <End x={at} y={Math.max(high, likely + apart)} text={named(highText, 'high')} look="faint" />
      <End x={at} y={likely} text={named(likelyText, 'likely')} look="you-text" />
      <End x={at} y={Math.min(low, likely - apart)} text={named(lowText, 'low')} look="faint" />
    </>
  )
}

interface EndProps {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly look: string
}

function End({ x, y, text, look }: EndProps) {
  return (
    <ReferenceDot
      x={x}
      y={y}
      r={0}
      ifOverflow="visible"
      label={{ value: text, position: 'right', offset: 8, className: look }}
    />
  )
}
