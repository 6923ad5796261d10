import { enteredValue, takesValue, type EnteredText } from '@/lib/domain/crediting/entered-value'
import type { CaseItem } from '@/lib/features/cases/schema'

/** A line as its fields hold it. */
export type LineText = EnteredText & {
  readonly code: string
  readonly modifiers: string
  readonly units: string
  readonly days: string
  /** Whether a value may be entered: CMS sets none, or no release has the code. */
  readonly open: boolean
}

export const NEW_LINE: LineText = {
  code: '',
  modifiers: '',
  units: '1',
  days: '',
  open: false,
  workRvu: '',
  allowed: '',
  comparator: '',
}

export const asText = (line: CaseItem['lines'][number]): LineText => ({
  code: line.code,
  modifiers: line.modifiers.join(' '),
  units: String(line.units),
  days: line.postoperativeDays === null ? '' : String(line.postoperativeDays),
  open: line.manual !== null || takesValue(line),
  workRvu: line.manual?.workRvu ?? '',
  allowed: line.manual?.allowed ?? '',
  comparator: line.manual?.comparator ?? '',
})

/** `22, 50` or `22-50`: two-character codes, however they are parted. */
export const codesOf = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[\s,-]+/)
    .filter(Boolean)

/** A line as the interface takes it. */
export const asInput = (line: LineText) => ({
  code: line.code,
  modifiers: codesOf(line.modifiers),
  units: Number(line.units),
  postoperativeDays: line.days === '' ? null : Number(line.days),
  manual: line.open ? enteredValue(line) : null,
})
