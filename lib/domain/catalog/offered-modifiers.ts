import { allowsModifier } from '../crediting/allowed-modifier'
import { GIVEN_BY } from '../crediting/anesthesia'
import { modifierFact } from '../crediting/modifier'
import { listedWork, standingOf } from '../crediting/status'
import { hasPackage } from '../crediting/surgical-package'
import type { ScheduleRow } from '../schedule/row'
import { ownRow } from './own-row'
import { isVisit } from './visit'

type Condition = (row: ScheduleRow, code: string) => boolean

const among =
  (column: 'bilateral' | 'assistant' | 'coSurgeon', values: string): Condition =>
  (row) =>
    values.includes(row[column])
const surgical: Condition = (row) => ['000', '010', '090'].includes(row.globalPeriod)
const always: Condition = () => true

/** In the order in which a calculator shows them. */
const CONDITIONS: readonly (readonly [modifier: string, applies: Condition])[] = [
  ['22', surgical],
  ['25', (_row, code) => isVisit(code)],
  ['26', always],
  ['TC', always],
  ['50', among('bilateral', '13')],
  ['54', hasPackage],
  ['55', hasPackage],
  ['62', among('coSurgeon', '12')],
  ['78', hasPackage],
  ['80', among('assistant', '02')],
  ['AS', among('assistant', '02')],
]

/** The modifiers that change what a code pays or credits, by its own rows and indicators; at most one is chosen. */
export function offeredModifiers(
  rows: readonly ScheduleRow[],
): readonly { readonly code: string; readonly meaning: string }[] {
  const row = ownRow(rows)
  if (row === null) return []
  // Anesthesia is paid by who gave it.
  if (row.status === 'J') return GIVEN_BY.map(named)
  // Where Medicare does not use the row, its indicators decide nothing.
  if (listedWork(row) === 0n && standingOf(row) !== 'priced') return []
  return CONDITIONS.flatMap(([code, applies]) =>
    allowsModifier(rows, code) && applies(row, row.code) ? [named(code)] : [],
  )
}

const named = (code: string) => ({ code, meaning: modifierFact(code)?.meaning ?? '' })
