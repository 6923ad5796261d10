import type { Role } from '../crediting/case'
import { COST, type Edge, type Setting } from './piece'
import type { Payer } from './reading'
import { endsWord, matchAt, startsWord, wordAt } from './scan'

/** Short words for places of service (CMS place of service code set). Telehealth is 10: the patient is at home. */
const PLACES: Readonly<Record<string, string>> = {
  office: '11', clinic: '11', home: '12', inpatient: '21', inpt: '21', outpatient: '22', outpt: '22', hopd: '22',
  er: '23', ed: '23', asc: '24', snf: '31', telehealth: '10', tele: '10',
} // prettier-ignore

const ROLES: Readonly<Record<string, Role>> = {
  attending: 'attending', fellow: 'fellow', resident: 'resident', assist: 'assistant', assistant: 'assistant',
  assisted: 'assistant', assisting: 'assistant', asst: 'assistant', student: 'student', observer: 'observer',
  observed: 'observer', observing: 'observer',
} // prettier-ignore

const PAYERS: Readonly<Record<string, Payer>> = { medicare: 'medicare', mcr: 'medicare', other: 'other' }

const own = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined

function settingOf(word: string): Setting | null {
  const place = own(PLACES, word)
  if (place !== undefined) return { field: 'placeOfService', value: place }
  const role = own(ROLES, word)
  if (role !== undefined) return { field: 'role', value: role }
  const payer = own(PAYERS, word)
  return payer === undefined ? null : { field: 'payer', value: payer }
}

const POS = /pos[^\S\r\n]*[:#-]?[^\S\r\n]*(\d{2})/iy

const edge = (setting: Setting, start: number, end: number): Edge => ({
  piece: { kind: 'setting', setting, start, end },
  cost: COST.setting,
})

/** A place (`pos22`, `office`), role (`assist`) or payer (`medicare`) at a position. */
export function readSettingToken(text: string, at: number): Edge | null {
  if (!startsWord(text, at)) return null
  const pos = matchAt(POS, text, at)
  if (pos && endsWord(text, POS.lastIndex)) {
    return edge({ field: 'placeOfService', value: pos[1] ?? '' }, at, POS.lastIndex)
  }
  const found = wordAt(text, at)
  const setting = found ? settingOf(found.word) : null
  return found && setting ? edge(setting, at, found.end) : null
}

const JOINERS: ReadonlySet<string> = new Set(['and', 'plus'])
const BULLET = /(?:\d{1,2}[.)]|[-–*•])(?=\s)/y
/** A dot before a digit is a decimal, which this grammar does not read. */
const MARK = /,|[-–—+&|•/()[\]"]|[.:](?!\d)/y

/** Punctuation and words that only join codes; at the start of a line also a bullet or the number of a list. */
export function readMark(text: string, at: number, lineStart: boolean): Edge | null {
  const mark = (end: number, cost: number): Edge => ({ piece: { kind: 'mark', start: at, end }, cost })
  if (lineStart && matchAt(BULLET, text, at)) return mark(BULLET.lastIndex, 0)
  if (matchAt(MARK, text, at)) return mark(MARK.lastIndex, text.charAt(at) === ',' ? 0 : COST.mark)
  const found = wordAt(text, at)
  return found && JOINERS.has(found.word) ? mark(found.end, COST.mark) : null
}
