/* Drawn without the theme, into a picture for previews elsewhere: the colors of the light theme stand here as they are. */
const INK = '#101c38'
const QUIET = '#414e67'
const ORANGE = '#c24b07'

interface ShareImageProps {
  readonly code: string
  readonly title: string
  /** `10.21`; null where there is none to show. */
  readonly workRvu: string | null
  /** `$631.95 in a facility, national, RVU26C`. */
  readonly note: string
}

/** The picture of a code's page in a preview: what it is, and its number. */
export function ShareImage({ code, title, workRvu, note }: ShareImageProps) {
  return (
    <div
      style={{
        ...{ display: 'flex', flexDirection: 'column', justifyContent: 'space-between' },
        ...{ width: '100%', height: '100%', padding: 72, background: '#ffffff', color: INK },
      }}
    >
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <div style={{ display: 'flex', fontSize: 40, letterSpacing: 1 }}>{code}</div>
        <div style={{ display: 'flex', marginTop: 12, fontSize: title.length > 44 ? 56 : 68, lineHeight: 1.15 }}>
          {title}
        </div>
      </div>
      <div style={{ display: 'flex', alignItems: 'flex-end', justifyContent: 'space-between' }}>
        <div style={{ display: 'flex', flexDirection: 'column' }}>
          {workRvu !== null && <div style={{ display: 'flex', fontSize: 120, lineHeight: 1 }}>{workRvu}</div>}
          <div style={{ display: 'flex', marginTop: 16, fontSize: 30, color: QUIET }}>
            {workRvu === null ? note : `work RVU. ${note}`}
          </div>
        </div>
        <div style={{ display: 'flex', fontSize: 40 }}>
          RVU<span style={{ color: ORANGE }}>EDGE</span>
        </div>
      </div>
    </div>
  )
}
