import { isFirstName } from './first-name'
import { isOrdinaryWord } from './ordinary-word'

export type IdentifierKind = 'mrn' | 'ssn' | 'phone' | 'date-of-birth' | 'age' | 'email' | 'name' | 'address' | 'number'

/** UTF-16 offsets; `end` is exclusive. `message` says what it looks like and what to write instead. */
export type Identifier = {
  readonly kind: IdentifierKind
  readonly start: number
  readonly end: number
  readonly message: string
}

const MESSAGE: Readonly<Record<IdentifierKind, string>> = {
  mrn: 'Looks like a record number. Leave it out; use a label that only you can read.',
  ssn: 'Looks like a Social Security number. Leave it out.',
  phone: 'Looks like a phone number. Leave it out.',
  'date-of-birth': 'Looks like a date of birth or of a visit. Leave it out; the date of service has its own field.',
  age: 'An age of 90 or more can identify a patient. Leave it out.',
  email: 'Looks like an email address. Leave it out.',
  name: 'Looks like a name. Leave it out; use a label that only you can read.',
  address: 'Looks like an address. Leave it out.',
  number: 'A number of six or more digits looks like a record number. Leave it out.',
}

/** `accepts` looks at the match where its shape alone is not enough. */
type Pattern = {
  readonly kind: IdentifierKind
  readonly shape: RegExp
  readonly accepts?: (match: RegExpExecArray) => boolean
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}'
const STREET = '(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|parkway|pkwy|highway|hwy|terrace)'

const group = (match: RegExpExecArray, at: number): string => match[at] ?? ''
const isCapitalized = (word: string): boolean => /^[A-Z]/.test(word) && /[a-z]/.test(word)

/** After `pt`: a word that is not ordinary there. All capitals of up to three letters are a room or an abbreviation. */
function isNameAfterPatient(match: RegExpExecArray): boolean {
  const word = group(match, 1)
  return !/^[A-Z]{1,3}$/.test(word) && !isOrdinaryWord(word)
}

const bothNames = (match: RegExpExecArray, first: number, last: number): boolean =>
  isFirstName(group(match, first)) && isCapitalized(group(match, last)) && !isOrdinaryWord(group(match, last))

/** The 18 kinds of the safe harbor that fit in a short text (45 CFR 164.514(b)(2)). Earlier patterns win. */
const PATTERNS: readonly Pattern[] = [
  { kind: 'email', shape: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g },
  { kind: 'ssn', shape: /(?<![\d-])\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])/g },
  { kind: 'ssn', shape: /\bssn?\b[\s:#]{0,3}[\d-]{4,11}/gi, accepts: (match) => /\d{4}/.test(match[0]) },
  { kind: 'mrn', shape: /\b(?:mrn|med(?:ical)? rec(?:ord)?|chart|acct|account|fin|csn|har)\b[\s.:#]{0,3}(?:n(?:o|umber|um)\b)?[\s.:#]{0,3}[a-z]{0,3}-?\d[\d-]{2,15}/gi },
  { kind: 'phone', shape: /(?<!\d)(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?!\d)/g },
  { kind: 'phone', shape: /(?<![\d-])\d{3}-\d{4}(?![\d-])/g },
  { kind: 'date-of-birth', shape: /\b(?:dob|d\.o\.b\.?|born|birth ?date|birthday)[\s:]{0,3}\w{0,9}[\s:]?\d[\d/.-]{0,9}/gi },
  { kind: 'date-of-birth', shape: /(?<![\d/.-])\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}(?![\d/.-])/g },
  { kind: 'date-of-birth', shape: /(?<![\d/.-])(?:19|20)\d{2}[/.-]\d{1,2}[/.-]\d{1,2}(?![\d/.-])/g },
  { kind: 'date-of-birth', shape: new RegExp(`\\b${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d{2}\\b`, 'gi') },
  { kind: 'date-of-birth', shape: new RegExp(`\\b\\d{1,2} ${MONTH}\\.?,? (?:19|20)\\d{2}\\b`, 'gi') },
  { kind: 'age', shape: /(?<!\d)(?:9\d|1[0-2]\d) ?-?(?:yo|y\/o|y\.o\.|yr|yrs|year|years)(?![a-z])/gi },
  { kind: 'age', shape: /\bage[d:]? (?:9\d|1[0-2]\d)\b/gi },
  { kind: 'address', shape: new RegExp(`(?<![\\w-])\\d{1,6} (?:[NSEW]\\.? )?(?:[a-z]{2,20}|\\d{1,3}(?:st|nd|rd|th))(?: [a-z]{2,20})? ${STREET}\\b\\.?`, 'gi'), accepts: (match) => !/\b(?:min|hr|am|pm|view|in|on|at|for)\b/i.test(match[0]) },
  { kind: 'address', shape: /(?<![\d-])\d{5}-\d{4}(?![\d-])/g },
  { kind: 'name', shape: /\b(?:[Mm](?:iss|ister|rs|r|s)|MRS?)\b\.? +([A-Za-z][A-Za-z'’-]+)(?: [A-Z][a-z'’-]+)?/g, accepts: (match) => !isOrdinaryWord(group(match, 1)) },
  { kind: 'name', shape: /\b(?:[Pp]atient|PATIENT|[Pp]t|PT|[Nn]ame)(?:['’]s)?(?: name)?[\s:.#]{1,3}([A-Za-z][A-Za-z'’-]+)(?: [A-Z][a-z'’-]+)?/g, accepts: isNameAfterPatient },
  { kind: 'name', shape: /\b([A-Z][a-z'’]+),? (?:[A-Z]\.? )?([A-Z][a-z'’-]+)\b/g, accepts: (match) => bothNames(match, 1, 2) || (match[0].includes(',') && bothNames(match, 2, 1)) },
  { kind: 'number', shape: /\d(?:\d|[- ](?=\d\d)){4,200}\d/g, accepts: (match) => match[0].replace(/\D/g, '').length >= 6 && !isCodes(match[0]) },
] // prettier-ignore

/** Codes, one after another with spaces or hyphens and two-digit modifiers: `47562-22 49505`. Never one unbroken run. */
function isCodes(text: string): boolean {
  return /^\d{5}(?:-\d{2})*(?:[- ]\d{5}(?:-\d{2})*)*$/.test(text)
}

function* matchesOf(text: string, { shape, accepts, kind }: Pattern): Generator<Identifier> {
  for (const match of text.matchAll(shape)) {
    if (accepts && !accepts(match)) continue
    yield { kind, start: match.index, end: match.index + match[0].length, message: MESSAGE[kind] }
  }
}

const overlaps = (a: Identifier, b: Identifier): boolean => a.start < b.end && b.start < a.end

/**
 * What in a text looks like a patient identifier: for the clinician's own label of a case, which must be opaque. In order,
 * without overlaps; empty when the text may be kept. It looks for shapes, so it can miss a name and can doubt a harmless
 * number: it warns before saving, and does not replace care.
 * Source: HIPAA safe harbor, 45 CFR 164.514(b)(2).
 */
export function findIdentifiers(text: string): readonly Identifier[] {
  const found: Identifier[] = []
  for (const pattern of PATTERNS) {
    for (const match of matchesOf(text, pattern)) {
      if (!found.some((other) => overlaps(other, match))) found.push(match)
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
