import type { Grant } from '@/lib/domain/access/grant'
import { namedCodes } from '@/lib/domain/catalog/named-codes'
import { isVisit } from '@/lib/domain/catalog/visit'
import { allowsModifier } from '@/lib/domain/crediting/allowed-modifier'
import { policyLabel } from '@/lib/domain/crediting/credit-case'
import { casesOf, type QuickLogCase } from '@/lib/domain/quick-log/cases'
import { parseQuickLog } from '@/lib/domain/quick-log/parse'
import type { QuickLogReading } from '@/lib/domain/quick-log/reading'
import { dateIn, type CalendarDate } from '@/lib/domain/shared/date'
import { credit as creditText, printCredit, printRvu, rvu } from '@/lib/domain/shared/exact'
import { ok, type Result } from '@/lib/domain/shared/result'
import { now } from '@/lib/server/clock'
import { reading } from '@/lib/server/db'
import { onceARevision } from '@/lib/server/revision'
import { readCatalog } from '../catalog/service'
import { creditOf, policyFor, roleOn, trainingTotal, workplaceOf } from '../entries/service'
import { readLogger, type Logger } from '../entries/store'
import { today } from '../schedule/service'
import type { RowsByCode } from '../schedule/store'
import type { Known, ParseAnswer, ParseInput, Preview, PreviewCase, PreviewInput } from './schema'

/** What the parser must know before it reads: every code there is, the rows in force, and the names of codes. */
type CodeBook = {
  readonly codes: ReadonlySet<string>
  readonly rows: RowsByCode
  readonly titles: ReadonlyMap<string, string>
  readonly find: (words: string) => readonly string[]
  readonly known: Known
}

const codeBook = onceARevision(async (): Promise<CodeBook> => {
  const { releases, rows, authored, codes, index } = await readCatalog()
  return {
    codes,
    rows,
    titles: new Map([...authored.values()].map((each) => [each.code, each.title])),
    find: namedCodes(index),
    known: {
      codes: codes.size,
      official: releases.some((each) => each.source === 'official'),
      newest: releases.at(-1)?.id ?? null,
    },
  }
})

function read(book: CodeBook, text: string, day: CalendarDate): QuickLogReading {
  return parseQuickLog(text, {
    today: day,
    knows: (code) => book.codes.has(code),
    // A code that only earlier releases have is checked when it is valued.
    allows: (code, modifier) => allowsModifier(book.rows.get(code) ?? [], modifier),
    find: book.find,
  })
}

/** `POST /api/v1/parse`. */
export async function parse(input: ParseInput): Promise<Result<ParseAnswer>> {
  const { lines, unparsed } = read(await codeBook(), input.text, input.today ?? today())
  return ok({ lines, unparsed })
}

/** What a line of typing would be saved as: cases, credited lines with their reasons, and what stands in the way. */
export async function preview(grant: Grant<'case:write'>, input: PreviewInput): Promise<Result<Preview>> {
  const book = await codeBook()
  return reading(grant, async (tx) => {
    const logger = await readLogger(tx, grant)
    const workplace = workplaceOf(logger, input.workplaceId)
    const day = dateIn(logger.timeZone, now())
    const result = read(book, input.text, day)
    const place = input.placeOfService ?? workplace?.placeOfService ?? '22'
    const cases: PreviewCase[] = []
    for (const each of casesOf(result, isVisit)) {
      cases.push(await previewCase({ book, logger, workplace, place, role: input.role }, each))
    }
    return ok({
      ...result,
      cases,
      totals: totalsOf(cases),
      policy: policyLabel(policyFor(workplace, day)),
      workplaceId: workplace?.id ?? '',
      known: book.known,
    })
  })
}

type Setting = {
  readonly book: CodeBook
  readonly logger: Logger
  readonly workplace: ReturnType<typeof workplaceOf>
  readonly place: string
  readonly role: PreviewInput['role']
}

async function previewCase(
  { book, logger, workplace, place, role }: Setting,
  each: QuickLogCase,
): Promise<PreviewCase> {
  const situated = {
    dateOfService: each.dateOfService,
    placeOfService: each.placeOfService ?? place,
    role: each.role ?? role ?? roleOn(logger, each.dateOfService),
    minutes: null,
    lines: each.lines.map(({ code, modifiers, units }) => ({
      code,
      modifiers: [...modifiers],
      units,
      postoperativeDays: null,
      manual: null,
    })),
  }
  const { dateOfService, placeOfService } = situated
  const policy = policyFor(workplace, dateOfService)
  const payer = each.payer ?? ('other' as const)
  const head = { dateOfService, placeOfService, role: situated.role, payer, policy: policyLabel(policy) }
  const doubts = each.lines.flatMap((line) => line.issues).filter((issue) => issue.code !== 'AMBIGUOUS')
  const problems = [...new Set(doubts.map((issue) => issue.message))]
  const valued = await creditOf(logger, situated, policy)
  if (!valued.ok) {
    const nothing = { lines: [], creditedWorkRvu: '0.0000', workRvu: '0.00', warnings: [] }
    return { ...head, ...nothing, problems: [...problems, valued.error.message] }
  }
  const { lines, totals, warnings } = valued.value.answer
  const invalid =
    problems.length > 0 ? [] : lines.filter((line) => !line.valid).map((line) => line.steps.at(-1)?.reason ?? '')
  return {
    ...head,
    lines: lines.map((line, index) => ({
      ...line,
      title: book.titles.get(line.code) ?? null,
      start: each.lines[index]?.text.start ?? 0,
    })),
    creditedWorkRvu: totals.creditedWorkRvu,
    workRvu: totals.workRvu,
    warnings,
    problems: [...problems, ...invalid],
  }
}

function totalsOf(cases: readonly PreviewCase[]): Preview['totals'] {
  const credited = cases.reduce((sum, each) => sum + creditText(each.creditedWorkRvu), 0n)
  const work = cases.reduce((sum, each) => sum + rvu(each.workRvu), 0n)
  const training = cases.reduce((sum, each) => sum + creditText(trainingTotal(each.lines)), 0n)
  return {
    workRvu: printRvu(work as ReturnType<typeof rvu>),
    creditedWorkRvu: printCredit(credited as ReturnType<typeof creditText>),
    trainingWorkRvu: printCredit(training as ReturnType<typeof creditText>),
  }
}

/** The title of a code in our own words, for pages that show lines; null where nobody described it. */
export async function titlesOf(codes: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const { titles } = await codeBook()
  return Object.fromEntries(codes.flatMap((code) => (titles.has(code) ? [[code, titles.get(code) ?? '']] : [])))
}

/** How many codes are known here, and from where. */
export const knownCodes = async (): Promise<Known> => (await codeBook()).known
