'use client'

// Drawn on the server all the same; as a part of the browser's, a page sends its numbers a second time, not its marks.
import { across, down, fitClass, labelsThatFit, type Span } from './scale'

export interface Step {
  /** Any number that grows with time: days, or years with decimals. The value holds until the next step. */
  readonly at: number
  readonly value: number
}

export interface Tick {
  readonly at: number
  readonly label: string
  /** For narrow drawings: "’20" instead of "2020". */
  readonly short?: string
}

export interface StepsPanel {
  readonly name: string
  /** "scale starts at 10.0": required, because a line chart that does not start at zero says so. Empty when it does. */
  readonly scaleNote: string
  readonly steps: readonly Step[]
  readonly firstLabel: string
  readonly lastLabel: string
  readonly scale: Span
  readonly ticks: readonly Tick[]
}

interface StepsChartProps {
  /** What a reader of the screen hears in place of the drawing; the table has the numbers. */
  readonly label: string
  readonly panels: readonly StepsPanel[]
  readonly time: Span
  readonly ticks: readonly Tick[]
  /** One dot for each release held. Without dots, the steps alone. */
  readonly dots?: boolean
}

const top = 20
const bottom = 118

/** Values that hold until they change: steps, not slopes. The last one, in force, is orange. */
export function StepsChart({ label, panels, time, ticks, dots = true }: StepsChartProps) {
  return (
    <div role="img" aria-label={label}>
      {panels.map((panel) => (
        <div key={panel.name} className="grid grid-cols-[minmax(0,1fr)_54px] pt-1">
          <p className="col-span-2 text-12 leading-[1.5] text-ink-3">
            <span className="mr-3 font-strong text-ink">{panel.name}</span>
            {panel.scaleNote}
          </p>
          <svg width="100%" height={bottom + 12} aria-hidden>
            <PanelDrawing panel={panel} time={time} dots={dots} />
          </svg>
          <svg width="54" height={bottom + 12} aria-hidden>
            {panel.ticks.map((tick) => (
              <text
                key={tick.at}
                x="54"
                y={down(tick.at, panel.scale, top, bottom) + 4}
                textAnchor="end"
                className="faint"
              >
                {tick.label}
              </text>
            ))}
          </svg>
        </div>
      ))}
      <TimeAxis time={time} ticks={ticks} />
    </div>
  )
}

interface DrawingProps {
  readonly panel: StepsPanel
  readonly time: Span
  readonly dots: boolean
}

function PanelDrawing({ panel, time, dots }: DrawingProps) {
  const { steps, scale, ticks } = panel
  const y = (value: number) => down(value, scale, top, bottom)
  const first = steps[0]
  const last = steps.at(-1)
  if (!first || !last) return null
  return (
    <>
      {ticks.map((tick) => (
        <line key={tick.at} x1="0" x2="100%" y1={y(tick.at)} y2={y(tick.at)} className="gridline" />
      ))}
      {drawn(steps).map((step, at, all) => (
        <StepLines key={step.at} step={step} next={all[at + 1]} before={all[at - 1]} time={time} y={y} />
      ))}
      {dots &&
        steps
          .slice(0, -1)
          .map((step) => (
            <circle key={step.at} cx={across(step.at, time)} cy={y(step.value)} r="2.5" className="point" />
          ))}
      {dots && <circle cx={across(last.at, time)} cy={y(last.value)} r="5" className="point you" />}
      <text x={across(first.at, time)} y={y(first.value) - 9} className="strong halo">
        {panel.firstLabel}
      </text>
      {steps.length > 1 && (
        <text
          x={across((last.at + time.to) / 2, time)}
          y={y(last.value) + (fell(steps) ? 20 : -10)}
          textAnchor="middle"
          className="you-text halo"
        >
          {panel.lastLabel}
        </text>
      )}
    </>
  )
}

/** One line for as long as a value holds; the last step has its own, in its color. */
const drawn = (steps: readonly Step[]): readonly Step[] =>
  steps.filter((step, at) => at === steps.length - 1 || step.value !== steps[at - 1]?.value)

/** Whether the last change went down; its label then stands under the line, clear of the steps that led to it. */
function fell(steps: readonly Step[]): boolean {
  const last = steps.at(-1)
  const earlier = steps.findLast((step) => step.value !== last?.value)
  return last !== undefined && earlier !== undefined && last.value < earlier.value
}

interface StepLinesProps {
  readonly step: Step
  readonly next: Step | undefined
  readonly before: Step | undefined
  readonly time: Span
  readonly y: (value: number) => number
}

function StepLines({ step, next, before, time, y }: StepLinesProps) {
  const look = next ? 'series' : 'series you'
  const x = across(step.at, time)
  return (
    <>
      {before && before.value !== step.value && (
        <line x1={x} x2={x} y1={y(before.value)} y2={y(step.value)} className={look} />
      )}
      <line x1={x} x2={across(next?.at ?? time.to, time)} y1={y(step.value)} y2={y(step.value)} className={look} />
    </>
  )
}

function TimeAxis({ time, ticks }: { readonly time: Span; readonly ticks: readonly Tick[] }) {
  const labels = ticks.map((tick) => ({ at: (tick.at - time.from) / (time.to - time.from), text: tick.label }))
  const short = ticks.map((tick, at) => ({ at: labels[at]?.at ?? 0, text: tick.short ?? tick.label }))
  const wide = labelsThatFit(labels, 640)
  const narrow = labelsThatFit(short, 280)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_54px]">
      <svg width="100%" height="22" aria-hidden>
        <line x1="0" x2="100%" y1="0.5" y2="0.5" className="baseline" />
        {ticks.map((tick, at) => (
          <g key={tick.at}>
            {wide.has(at) && (
              <text
                x={across(tick.at, time)}
                y="18"
                textAnchor="middle"
                className={tick.short ? 'only-wide' : fitClass(at, wide, narrow)}
              >
                {tick.label}
              </text>
            )}
            {tick.short && narrow.has(at) && (
              <text x={across(tick.at, time)} y="18" textAnchor="middle" className="only-narrow">
                {tick.short}
              </text>
            )}
          </g>
        ))}
      </svg>
    </div>
  )
}
