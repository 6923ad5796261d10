import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Grant } from '@/lib/domain/access/grant'
import type { CalculatedCase, Role } from '@/lib/domain/crediting/case'
import { readDate, type CalendarDate } from '@/lib/domain/shared/date'
import { ok, refuse, type Result } from '@/lib/domain/shared/result'
import { recordAudit } from '@/lib/server/audit'
import { reading, transaction, type Tx } from '@/lib/server/db'
import { valueEntry, wrongField, type Entered } from '../entries/service'
import { readLogger } from '../entries/store'
import {
  CaseById,
  type CaseIds,
  type CaseItem,
  type CasePage,
  type ChangeCase,
  type DeleteCase,
  type ListCases,
  type LogCase,
  type LogCases,
} from './schema'
import { idsInUse, insertCases, markDeleted, readCasePage, readCases, replaceCase } from './store'
import type { CaseKey } from './store'
import type { CaseToKeep } from '../entries/schema'

type Write = Grant<'case:write'>

/** Logs one case. The same id again changes nothing and answers what is there. */
export async function logCase(grant: Write, input: LogCase): Promise<Result<CaseItem>> {
  const saved = await log(grant, [input], () => '')
  if (!saved.ok) return saved
  const [item] = saved.value
  return item ? ok(item) : deletedBefore()
}

/** Logs up to 500 cases: all of them, or none. */
export async function logCases(grant: Write, input: LogCases): Promise<Result<{ items: readonly CaseItem[] }>> {
  const saved = await log(grant, input.cases, (index) => `cases.${index}.`)
  return saved.ok ? ok({ items: saved.value }) : saved
}

function log(
  grant: Write,
  inputs: readonly LogCase[],
  pathOf: (index: number) => string,
): Promise<Result<readonly CaseItem[]>> {
  return transaction(grant, async (tx) => {
    const logger = await readLogger(tx, grant)
    const entries = inputs.map((input) => ({ ...input, id: input.id ?? randomUUID() }))
    const cases: CaseToKeep[] = []
    for (const [index, entry] of entries.entries()) {
      const kept = await valueEntry(logger, entry, pathOf(index))
      if (kept.ok) cases.push(kept.value)
      // What is there already stays as it is, whatever the schedule of today says of it.
      else if ((await idsInUse(tx, grant, [entry.id])).size === 0) return kept
    }
    const fresh = await insertCases(tx, grant, cases)
    if (fresh.size > 0)
      recordAudit(tx, grant, {
        action: 'case.logged',
        subject: [...fresh.keys()].join(' '),
        detail: { count: fresh.size },
      })
    const older = await readCases(
      tx,
      grant,
      entries.flatMap(({ id }) => (fresh.has(id) ? [] : [id])),
    )
    const items = new Map([...older.map((item) => [item.id, item] as const), ...fresh])
    return ok(entries.flatMap(({ id }) => items.get(id) ?? []))
  })
}

const deletedBefore = () => refuse('CONFLICT', 'A case of this id was deleted. Restore it, or log with a new id.')

const notFound = () => refuse('NOT_FOUND', 'There is no such case among yours.')

export function getCase(grant: Grant<'case:read'>, input: CaseById): Promise<Result<CaseItem>> {
  return reading(grant, async (tx) => {
    const [found] = await readCases(tx, grant, [input.id])
    return found ? ok(found) : notFound()
  })
}

/** Changes what is given of a case and calculates it anew; refuses when it changed since it was read. */
export function changeCase(grant: Write, input: ChangeCase): Promise<Result<CaseItem>> {
  return transaction(grant, async (tx) => {
    const [before] = await readCases(tx, grant, [input.id])
    if (!before) return notFound()
    if (before.version !== input.version) return changedMeanwhile(before.version)
    const kept = await valueEntry(await readLogger(tx, grant), merged(before, input), '')
    if (!kept.ok) return kept
    if (!(await replaceCase(tx, grant, kept.value, input.version))) return changedMeanwhile(before.version)
    recordAudit(tx, grant, { action: 'case.changed', subject: input.id, detail: { before: summary(before) } })
    return one(tx, grant, input.id)
  })
}

const changedMeanwhile = (version: number) =>
  refuse('VERSION_MISMATCH', `This case was changed since you read it; it is at version ${version} now. Read it again.`)

const summary = (item: CaseItem) => ({
  dateOfService: item.dateOfService,
  lines: item.lines.map(({ code, modifiers, units }) => ({ code, modifiers, units })),
  creditedWorkRvu: item.totals.creditedWorkRvu,
})

/** A saved case as it was entered, to be valued anew. */
export const enteredOf = (item: CaseItem): Entered => ({
  id: item.id,
  dateOfService: item.dateOfService as CalendarDate,
  placeOfService: item.placeOfService,
  role: item.role as Role,
  workplaceId: item.workplaceId,
  payer: item.payer as 'medicare' | 'other',
  label: item.label,
  minutes: item.minutes,
  lines: item.lines.map(({ code, modifiers, units, postoperativeDays, manual }) => ({
    code,
    modifiers: [...modifiers],
    units,
    postoperativeDays,
    manual,
  })),
})

/** Sums that the log does not keep. */
const NOT_KEPT = { limitingCharge: null, asaUnits: '0.0', postoperativeVisits: 0 }

/** A saved case as it was calculated. Its lines are of one day, and so of one release. */
export const answerOf = ({ lines, totals, warnings, policy }: CaseItem): CalculatedCase => ({
  release: lines[0]?.release ?? null,
  conversionFactor: lines[0]?.conversionFactor ?? null,
  policy,
  lines,
  totals: { ...NOT_KEPT, ...totals },
  warnings,
})

function merged(before: CaseItem, input: ChangeCase): Entered {
  const { dateOfService, placeOfService, role, workplaceId, payer, label, minutes, lines: changed } = input
  const change = { dateOfService, placeOfService, role, workplaceId, payer, label, minutes, lines: changed }
  return { ...enteredOf(before), ...defined(change) }
}

const defined = <T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as never

async function one(tx: Tx, grant: Write, id: string): Promise<Result<CaseItem>> {
  const [item] = await readCases(tx, grant, [id])
  return item ? ok(item) : notFound()
}

export function deleteCase(grant: Write, input: DeleteCase): Promise<Result<undefined>> {
  return transaction(grant, async (tx) => {
    const [before] = await readCases(tx, grant, [input.id])
    if (!before) return notFound()
    const count = await markDeleted(tx, grant, { ids: [input.id], version: input.version }, true)
    if (count === 0) return changedMeanwhile(before.version)
    recordAudit(tx, grant, { action: 'case.deleted', subject: input.id, detail: { before: summary(before) } })
    return ok(undefined)
  })
}

/** Deletes what was just logged, or any cases chosen in the list. */
export function deleteCases(grant: Write, input: CaseIds): Promise<Result<{ deleted: number }>> {
  return transaction(grant, async (tx) => {
    const deleted = await markDeleted(tx, grant, { ids: input.ids }, true)
    if (deleted !== input.ids.length) return notFound()
    recordAudit(tx, grant, { action: 'case.deleted', subject: input.ids.join(' '), detail: { count: deleted } })
    return ok({ deleted })
  })
}

/** Brings deleted cases back, unchanged. */
export function restoreCases(grant: Write, input: CaseIds): Promise<Result<{ restored: number }>> {
  return transaction(grant, async (tx) => {
    const restored = await markDeleted(tx, grant, { ids: input.ids }, false)
    if (restored !== input.ids.length) return notFound()
    recordAudit(tx, grant, { action: 'case.restored', subject: input.ids.join(' '), detail: { count: restored } })
    return ok({ restored })
  })
}

export async function listCases(grant: Grant<'case:read'>, input: ListCases): Promise<Result<CasePage>> {
  const after = input.cursor === undefined ? null : readCursor(input.cursor)
  if (after === undefined)
    return wrongField('cursor', 'unknown', 'This cursor is not one of ours. Start again without one.')
  return reading(grant, async (tx) => {
    const found = await readCasePage(tx, grant, input, after)
    const items = found.slice(0, input.limit)
    const last = items.at(-1)
    return ok({ items, nextCursor: found.length > input.limit && last ? writeCursor(last) : null })
  })
}

const writeCursor = ({ dateOfService, loggedAt, id }: CaseKey): string =>
  Buffer.from(`${dateOfService} ${loggedAt} ${id}`).toString('base64url')

function readCursor(text: string): CaseKey | undefined {
  const [date = '', loggedAt = '', id = ''] = Buffer.from(text, 'base64url').toString('utf8').split(' ')
  const dateOfService = readDate(date)
  const exists = INSTANT.safeParse(loggedAt).success && CaseById.safeParse({ id }).success
  return dateOfService !== null && exists ? { dateOfService, loggedAt, id } : undefined
}

const INSTANT = z.iso.datetime()
