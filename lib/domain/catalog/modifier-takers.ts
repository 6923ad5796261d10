import { standingOf } from '../crediting/status'
import { hasPackage } from '../crediting/surgical-package'
import type { ScheduleRow } from '../schedule/row'

type Takes = { readonly rule: string; readonly takes: (rows: readonly ScheduleRow[]) => boolean }

const own =
  (test: (row: ScheduleRow) => boolean): Takes['takes'] =>
  (rows) => {
    const row = rows.find(({ modifier }) => modifier === '')
    return row !== undefined && standingOf(row) === 'priced' && test(row)
  }
const withRow =
  (modifier: string): Takes['takes'] =>
  (rows) =>
    rows.some((row) => row.modifier === modifier)

const ASSISTED: Takes = {
  rule: 'assistant indicator 2, or 0 with documentation',
  takes: own(({ assistant }) => '02'.includes(assistant)),
}
const PACKAGED: Takes = { rule: 'a global period of 10 or 90 days to divide', takes: own(hasPackage) }

/** The modifiers that a code takes or not by its own row (domain A3, A4, C2, C3, D1). */
const BY_ROW: Readonly<Record<string, Takes>> = {
  '26': { rule: 'a row of its own for the professional part', takes: withRow('26') },
  TC: { rule: 'a row of its own for the technical part', takes: withRow('TC') },
  '50': {
    rule: 'bilateral indicator 1, at 150%, or 3, at 200%',
    takes: own(({ bilateral }) => '13'.includes(bilateral)),
  },
  '51': {
    rule: 'multiple procedure indicator 2 or 3',
    takes: own(({ multipleProcedure }) => '23'.includes(multipleProcedure)),
  },
  '54': PACKAGED,
  '55': PACKAGED,
  '56': PACKAGED,
  '78': PACKAGED,
  '62': {
    rule: 'co-surgeon indicator 2, or 1 with documentation',
    takes: own(({ coSurgeon }) => '12'.includes(coSurgeon)),
  },
  '66': { rule: 'team indicator 2, or 1 with documentation', takes: own(({ team }) => '12'.includes(team)) },
  '80': ASSISTED,
  '81': ASSISTED,
  '82': ASSISTED,
  AS: ASSISTED,
}

/** What about its row lets a code take a modifier, and whether it does; null where no row decides. */
export const takersOf = (modifier: string): Takes | null => BY_ROW[modifier] ?? null
