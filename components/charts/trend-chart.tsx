'use client'

import { useState } from 'react'
import { CartesianGrid, ComposedChart, ReferenceDot, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { fan, fanEnds, paceLine, yourLine } from './trend-marks'
import { trendRows, type TrendPoint, type TrendProjection } from './trend-rows'

export interface TrendTick {
  readonly value: number
  readonly label: string
  /** For narrow drawings: "J" instead of "Jan". Empty leaves it out. */
  readonly short?: string
}

export interface TrendReference {
  readonly value: number
  readonly text: string
  /** For narrow drawings. */
  readonly short?: string
  /** A base line of its own (pace at zero) is solid; a level to reach is dashed. */
  readonly solid?: boolean
}

export interface TrendChartProps {
  /** What a reader of the screen hears in place of the drawing; the table has the numbers. */
  readonly label: string
  /** Your line, in order of time. */
  readonly points: readonly TrendPoint[]
  /** Beside the last point: "+176.62 on Sep 14". */
  readonly todayText: string
  readonly projection?: TrendProjection
  /** The pace or the minimum, named on its line. */
  readonly reference?: TrendReference
  /** A few words beside a point that needs them; wide drawings only. */
  readonly notes?: readonly { readonly at: number; readonly value: number; readonly text: string }[]
  readonly timeTicks: readonly TrendTick[]
  readonly valueTicks: readonly TrendTick[]
  readonly timeStart: number
  readonly timeEnd: number
}

const height = 310
const narrowest = 520

/** Your line over the year, the pace beside it, and where it is heading as dots and a fan. */
export function TrendChart(props: TrendChartProps) {
  const [narrow, setNarrow] = useState(false)
  return (
    <div role="img" aria-label={props.label}>
      <div aria-hidden>
        <ResponsiveContainer
          width="100%"
          height={height}
          initialDimension={{ width: 720, height }}
          onResize={(width) => setNarrow(width <= narrowest)}
        >
          {drawing(props, narrow)}
        </ResponsiveContainer>
      </div>
    </div>
  )
}

function drawing(props: TrendChartProps, narrow: boolean) {
  const { points, projection, reference, timeTicks, valueTicks, timeStart, timeEnd } = props
  return (
    <ComposedChart
      data={trendRows(points, projection)}
      margin={{ top: 18, right: projection ? endsWidth(narrow) : 16, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--grid)" />
      <XAxis
        type="number"
        dataKey="at"
        domain={[timeStart, timeEnd]}
        ticks={timeTicks.map((tick) => tick.value)}
        tickFormatter={naming(timeTicks, narrow)}
        tick={{ fontSize: 12, fill: 'var(--ink-2)' }}
        tickLine={false}
        axisLine={false}
        interval={0}
      />
      <YAxis
        domain={reach(valueTicks)}
        ticks={valueTicks.map((tick) => tick.value)}
        tickFormatter={naming(valueTicks, narrow)}
        tick={{ fontSize: 12, fill: 'var(--ink-3)' }}
        tickLine={false}
        axisLine={false}
        width={44}
        interval={0}
      />
      {projection && fan()}
      {reference && paceLine(reference, narrow)}
      {yourLine()}
      {projection && fanEnds(projection, narrow, lineOfText(valueTicks))}
      {today(props, narrow)}
      {!narrow && remarks(props)}
    </ComposedChart>
  )
}

/* Room for the ends of the fan, which are named outside of the drawing. */
function endsWidth(narrow: boolean): number {
  return narrow ? 44 : 92
}

function reach(ticks: readonly TrendTick[]): [number, number] {
  return [ticks[0]?.value ?? 0, ticks.at(-1)?.value ?? 1]
}

/* What a line of 12 pixel text takes up, in values of the axis. */
function lineOfText(valueTicks: readonly TrendTick[]): number {
  const [from, to] = reach(valueTicks)
  return ((to - from) / (height - 48)) * 16
}

function today({ points, todayText, timeStart, timeEnd }: TrendChartProps, narrow: boolean) {
  const last = points.at(-1)
  if (!last) return null
  // On the side that the line does not come from.
  const falling = last.value < (points.at(-2)?.value ?? 0)
  // Early in the period there is no room at the left.
  const side = last.at - timeStart < (timeEnd - timeStart) / 4 ? 'Left' : 'Right'
  return (
    <ReferenceDot
      x={last.at}
      y={last.value}
      r={5}
      fill="var(--accent)"
      stroke="none"
      ifOverflow="visible"
      label={{
        value: todayText,
        position: falling ? `insideTop${side}` : `insideBottom${side}`,
        dx: narrow ? 2 : 0,
        dy: falling ? 14 : -14,
        className: 'you-text halo',
      }}
    />
  )
}

function remarks({ notes = [] }: TrendChartProps) {
  return notes.map((note) => (
    <ReferenceDot
      key={note.at}
      x={note.at}
      y={note.value}
      r={0}
      label={{ value: note.text, position: 'bottom', offset: 14, className: 'halo' }}
    />
  ))
}

function naming(ticks: readonly TrendTick[], narrow: boolean) {
  return (value: number) => {
    const tick = ticks.find((one) => one.value === value)
    return (narrow ? (tick?.short ?? tick?.label) : tick?.label) ?? ''
  }
}
