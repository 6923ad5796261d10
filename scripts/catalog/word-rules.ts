import { kindOf } from '../../lib/domain/catalog/category'
import { allWords } from '../../lib/domain/catalog/search-words'
import type { AuthoredCode } from '../../lib/features/catalog/schema'
import { SPECIALTIES } from '../../lib/features/profile/schema'
import { sentencesOf, textsOf } from './content'
import { eachEntry, sharedBy, type Rule } from './finding'

/** Fields that say many things say so many, at least and at most. */
const COUNTS = {
  synonyms: [2, 10],
  billingNotes: [2, 6],
  specialties: [1, 5],
  faq: [2, 4],
  related: [2, 8],
} as const

const counts = eachEntry((entry) =>
  Object.entries(COUNTS).flatMap(([field, [least, most]]) => {
    const { length } = entry[field as keyof typeof COUNTS]
    return length < least || length > most ? [`has ${length} ${field}: ${least} to ${most} are right`] : []
  }),
)

const names = new Set(SPECIALTIES.map(({ label }) => label))
const specialties = eachEntry((entry) =>
  entry.specialties.filter((name) => !names.has(name)).map((name) => `names ${name}, which specialties.json does not`),
)

/** Of four words and more; "No." may answer two questions. */
const telling = (entry: AuthoredCode): readonly string[] =>
  sentencesOf(entry)
    .map((sentence) => sentence.toLowerCase())
    .filter((sentence) => sentence.split(' ').length > 3)

const LEAST_MASKED = 8
/**
 * A note or an answer with each of its words left out in turn: two that share one differ by one word. What a code is may
 * differ from its neighbor by no more.
 */
const masked = ({ billingNotes, faq }: AuthoredCode): readonly string[] =>
  [...billingNotes, ...faq.map(({ answer }) => answer)].flatMap((text) => {
    const words = text.toLowerCase().split(' ')
    return words.length < LEAST_MASKED ? [] : words.map((_, at) => words.with(at, '…').join(' '))
  })

const looseRvu = eachEntry((entry) =>
  textsOf(entry)
    .filter((text) => /(?<!work |total )\bRVUs?\b/i.test(text))
    .map((text) => `says RVU without saying which: ${text}`),
)

const marks = eachEntry((entry) =>
  [...textsOf(entry), ...entry.synonyms, ...entry.related.map(({ reason }) => reason)]
    .filter((text) => /[\u2013\u2014\u2018\u2019\u201c\u201d!]/.test(text))
    .map((text) => `has a dash, a curly quotation mark or an exclamation mark: ${text}`),
)

/** HCPCS Level II is never called CPT. */
const kinds = eachEntry((entry) => {
  if (kindOf(entry.code) !== 'hcpcs') return []
  const { code, title, description, plainLanguage, synonyms } = entry
  const own = [title, description, plainLanguage, ...synonyms].join('\n')
  const called = new RegExp(`CPT (code )?${code}|this CPT|CPT codes?\\b`, 'i').test(JSON.stringify(entry))
  return /\bCPT\b/.test(own) || called ? ['is a HCPCS code and is called CPT'] : []
})

const sameName = (a: string, b: string): boolean => allWords(a).join(' ') === allWords(b).join(' ')
const synonyms = eachEntry(({ title, synonyms: said }) => [
  ...said.filter((text) => sameName(text, title)).map((text) => `has its title among its synonyms: ${text}`),
  ...said.filter((text) => /\b[A-Z]?\d{4,5}[A-Z]?\b/.test(text)).map((text) => `has a code in a synonym: ${text}`),
])

export const WORD_RULES: readonly Rule[] = [
  counts,
  specialties,
  sharedBy('its code', ({ code }) => [code]),
  sharedBy('a title', ({ title }) => [title.toLowerCase()]),
  sharedBy('a synonym', (entry) => entry.synonyms.map((text) => text.toLowerCase())),
  sharedBy('a sentence', telling),
  sharedBy('a note but for one word', masked),
  looseRvu,
  marks,
  kinds,
  synonyms,
]
