import type { LineReader } from './code-line'
import { readLines } from './code-line'
import { cover } from './coverage'
import { readDateToken } from './date-token'
import { govern, type GovernedLine, type Settings } from './govern'
import { issuesOf } from './issue'
import { bestReading } from './lattice'
import { phraseReader, wordsOf } from './phrase'
import type { Edge, Piece } from './piece'
import type { Circumstances, QuickLogContext, QuickLogLine, QuickLogReading, Span, UnparsedText } from './reading'
import { isBlank } from './scan'
import { readMark, readSettingToken } from './setting-token'

/** A new line or `;` starts the next patient; the `;` itself belongs to the stretch that it ends. */
function stretchesOf(text: string): readonly Span[] {
  const spans: Span[] = []
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !'\n\r;'.includes(text.charAt(at))) continue
    spans.push({ start, end: at })
    start = at + 1
  }
  return spans
}

function remember<T>(ask: (key: string) => T): (key: string) => T {
  const answers = new Map<string, T>()
  return (key) => {
    const answer = answers.has(key) ? (answers.get(key) as T) : ask(key)
    answers.set(key, answer)
    return answer
  }
}

function lineReader(text: string, context: QuickLogContext): LineReader {
  const allows = remember((key) => context.allows(key.slice(0, 5), key.slice(5)))
  return {
    text,
    knows: remember(context.knows),
    allows: (code, modifier) => allows(code + modifier),
    phrases: phraseReader(text, context.find),
  }
}

/** Every edge that starts at a position of a stretch and ends inside it. */
function edgesAt(reader: LineReader, context: QuickLogContext, at: number, lineStart: boolean): readonly Edge[] {
  const { text } = reader
  if (isBlank(text, at)) return [{ piece: { kind: 'blank', start: at, end: at + 1 }, cost: 0 }]
  const tokens = [readDateToken(text, at, context.today), readSettingToken(text, at), readMark(text, at, lineStart)]
  return [...readLines(reader, at), ...tokens.filter((edge) => edge !== null)]
}

type ReadStretch = { readonly pieces: readonly Piece[]; readonly others: ReadonlyMap<Piece, string> }

const NOTHING: ReadStretch = { pieces: [], others: new Map() }

function readStretch(reader: LineReader, context: QuickLogContext, span: Span): ReadStretch {
  const { text } = reader
  let lineStart = true
  const edges = Array.from({ length: span.end - span.start }, (_, index) => {
    const at = span.start + index
    const found = edgesAt(reader, context, at, lineStart)
    lineStart = lineStart && isBlank(text, at)
    return found
  })
  const { pieces, others } = lineStart ? NOTHING : bestReading({ text, span, edges })
  const semicolon: Piece[] = text.charAt(span.end) === ';' ? [{ kind: 'mark', start: span.end, end: span.end + 1 }] : []
  return { pieces: [...pieces, ...semicolon], others }
}

const circumstancesOf = (settings: Settings): Circumstances =>
  Object.fromEntries(
    [settings.placeOfService, settings.role, settings.payer].flatMap((piece) =>
      piece ? [[piece.setting.field, piece.setting.value]] : [],
    ),
  )

type Setup = { readonly text: string; readonly context: QuickLogContext; readonly others: ReadonlyMap<Piece, string> }

function lineOf(setup: Setup, line: GovernedLine, span: Span, caseIndex: number): QuickLogLine {
  const { piece, settings } = line
  const { today } = setup.context
  const dated = settings.dateOfService
  const date = dated?.setting.field === 'dateOfService' ? dated.setting.value : today
  const impossibleDate = dated && date === null ? setup.text.slice(dated.start, dated.end) : null
  const dateOfService = date ?? today
  const doubts = { line: piece, today, dateOfService, impossibleDate, other: setup.others.get(piece) }
  return {
    code: piece.code,
    modifiers: piece.modifiers,
    units: piece.units,
    dateOfService,
    known: piece.known,
    text: span,
    issues: issuesOf(doubts),
    caseIndex,
    ...circumstancesOf(settings),
  }
}

function unparsedOf({ text, context }: Setup, span: Span): UnparsedText {
  const unread = text.slice(span.start, span.end)
  const candidates = context.find?.(wordsOf(unread)) ?? []
  return candidates.length > 1 ? { text: unread, ...span, candidates } : { text: unread, ...span }
}

/**
 * Reads what a clinician types or pastes: codes with modifiers and units, dates, places, roles, payers and words, in any mix,
 * also run together (`99213524364451`). The best reading is the cheapest one of a small grammar, found by dynamic
 * programming; every character that is not blank lies in exactly one line or one piece of unparsed text.
 * Ranges are UTF-16 offsets, in order, and never overlap. Never refuses: doubts are `issues` of their line.
 * Source: Quick Log grammar of the product; shapes of codes: CPT and HCPCS Level II.
 */
export function parseQuickLog(text: string, context: QuickLogContext): QuickLogReading {
  const reader = lineReader(text, context)
  const stretches = stretchesOf(text).map((span) => readStretch(reader, context, span))
  const others = new Map(stretches.flatMap((stretch) => [...stretch.others]))
  const { lines, atoms } = govern(stretches.map((stretch) => stretch.pieces))
  const covered = cover(atoms)
  const setup = { text, context, others }
  const patients = [...new Set(lines.map((line) => line.stretch))]
  const caseOf = new Map(patients.map((stretch, index) => [stretch, index]))
  return {
    lines: lines.map((line, index) =>
      lineOf(setup, line, covered.lines[index] ?? line.piece, caseOf.get(line.stretch) ?? 0),
    ),
    unparsed: covered.unparsed.map((span) => unparsedOf(setup, span)),
  }
}
