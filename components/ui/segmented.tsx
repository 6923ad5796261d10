export interface Segment {
  readonly value: string
  readonly label: string
}

interface SegmentedProps {
  /** What is being chosen, for a screen reader. */
  readonly legend: string
  readonly name: string
  readonly segments: readonly Segment[]
  readonly chosen: string
  /** Left out, the browser keeps the choice and a form sends it. */
  readonly onChoose?: (value: string) => void
  /** Fills its column at the height of a field. */
  readonly wide?: boolean
}

/** Two to six answers side by side: radios, so arrows move among them and no script is needed. */
export function Segmented({ legend, name, segments, chosen, onChoose, wide = false }: SegmentedProps) {
  return (
    <div role="radiogroup" aria-label={legend} className="seg" data-wide={wide || undefined}>
      {segments.map((segment) => {
        const on = segment.value === chosen
        const state = onChoose ? { checked: on, onChange: () => onChoose(segment.value) } : { defaultChecked: on }
        return (
          <label key={segment.value}>
            <input {...state} type="radio" name={name} value={segment.value} data-view={segment.value} />
            {segment.label}
          </label>
        )
      })}
    </div>
  )
}
