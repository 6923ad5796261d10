import { readdirSync, readFileSync } from 'node:fs'
import { AuthoredFile, type AuthoredCode } from '../../lib/features/catalog/schema'
import { CodeFactsFile, type CodeFacts } from '../../lib/features/releases/schema'

export const readContent = (name: string): unknown => JSON.parse(readFileSync(`content/${name}`, 'utf8'))

const names = readdirSync('content/codes').filter((name) => name.endsWith('.json'))

/** Names of the files of content/codes: what people wrote, and what the releases say. */
export const authoredFiles = names.filter((name) => !name.endsWith('.facts.json'))
export const factsFiles = names.filter((name) => name.endsWith('.facts.json'))

export const authoredIn = (file: string): readonly AuthoredCode[] => AuthoredFile.parse(readContent(`codes/${file}`))
export const factsIn = (file: string): readonly CodeFacts[] => CodeFactsFile.parse(readContent(`codes/${file}`))

export const authoredCodes = (): readonly AuthoredCode[] => authoredFiles.flatMap(authoredIn)
export const allFacts = (): readonly CodeFacts[] => factsFiles.flatMap(factsIn)

/** The texts of a code that say something of it: all but synonyms, specialties and the reasons of related codes. */
export const textsOf = (entry: AuthoredCode): readonly string[] => [
  entry.title,
  entry.description,
  entry.plainLanguage,
  entry.clinicalContext,
  ...entry.billingNotes,
  ...entry.faq.flatMap(({ question, answer }) => [question, answer]),
]

export const sentencesOf = (entry: AuthoredCode): readonly string[] =>
  textsOf(entry).flatMap((text) => text.split(/(?<=[.?!;])\s+/))
