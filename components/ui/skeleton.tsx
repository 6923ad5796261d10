/* Uneven, as titles are. */
const widths = ['55%', '42%', '49%', '36%', '52%']

interface SkeletonProps {
  readonly rows?: number
  /** Where a finding will stand above the rows. */
  readonly withFinding?: boolean
  /** Said once to a screen reader: "Loading your cases". */
  readonly label: string
}

/** The shape of rows to come; nothing shimmers. */
export function Skeleton({ rows = 5, withFinding = false, label }: SkeletonProps) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      <div aria-hidden>
        {withFinding && (
          <div className="mb-3">
            <Bar width="34%" height={26} />
          </div>
        )}
        {Array.from({ length: rows }, (_, at) => (
          <div key={at} className="flex items-center gap-5 border-b border-rule py-3.5">
            <Bar width="60px" />
            <div className="min-w-0 flex-1">
              <Bar width={widths[at % widths.length] ?? '50%'} />
            </div>
            <Bar width="48px" />
          </div>
        ))}
      </div>
    </div>
  )
}

function Bar({ width, height = 12 }: { readonly width: string; readonly height?: number }) {
  return <span className="block rounded-1 bg-skeleton" style={{ width, height }} />
}
