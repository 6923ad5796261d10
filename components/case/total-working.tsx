import { formatWorkRvu } from '@/lib/format/number'
import { Working } from '../ui/working'

interface TotalWorkingProps {
  /** Each line's code and credited amount, decimal text. */
  readonly parts: readonly { readonly code: string; readonly credited: string }[]
  readonly total: string
  readonly policy: string
}

/** The sum of a case or of what is being typed, line by line. */
export function TotalWorking({ parts, total, policy }: TotalWorkingProps) {
  return (
    <Working
      title={`Why ${total}`}
      steps={parts.map(({ code, credited }, at) => ({
        amount: `${at === 0 ? '' : '+ '}${formatWorkRvu(credited)}`,
        source: code,
      }))}
      result={{ amount: total, source: `credited under ${policy}, each line at four decimals, shown at two` }}
    />
  )
}
