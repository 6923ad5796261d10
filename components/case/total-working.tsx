import { formatWorkRvu } from '@/lib/format/number'
import { Working } from '../ui/working'

interface TotalWorkingProps {
  /** Each line's code and credited amount, decimal text. */
  readonly parts: readonly { readonly code: string; readonly credited: string }[]
  readonly total: string
  readonly policy: string
  /** Work in training: counted, not credited. */
  readonly training?: boolean
}

/** The sum of a case or of what is being typed, line by line. */
export function TotalWorking({ parts, total, policy, training = false }: TotalWorkingProps) {
  return (
    <Working
      title={`Why ${total}`}
      steps={parts.map(({ code, credited }, at) => ({
        amount: `${at === 0 ? '' : '+ '}${formatWorkRvu(credited)}`,
        source: code,
      }))}
      result={{
        amount: total,
        source: `${training ? 'training work' : 'credited'} under ${policy}, each line at four decimals, shown at two`,
      }}
    />
  )
}
