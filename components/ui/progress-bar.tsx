interface ProgressBarProps {
  /** Said aloud: "Cases re-priced". */
  readonly label: string
  readonly done: number
  readonly all: number
}

/** How far long work is. The sentence above it says the same in words. */
export function ProgressBar({ label, done, all }: ProgressBarProps) {
  return <progress className="progress" aria-label={label} value={Math.min(done, all)} max={Math.max(all, 1)} />
}
