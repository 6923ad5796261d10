import { kindOf } from '../../lib/domain/catalog/category'
import { sentencesOf } from './content'
import { eachEntry, type Rule } from './finding'

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[a-z0-9]+/g) ?? [])

/** As many words in common as this, of all words of both, is close. */
const CLOSE = 0.8

const plain = (text: string): string => [...wordsOf(text)].join(' ')

function isClose(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const common = [...words].filter((word) => others.has(word)).length
  return common >= CLOSE * (words.size + others.size - common)
}

/**
 * No title or name of a CPT code is close to the descriptor of its own, and no sentence is the descriptor of any: those
 * are the AMA's. `descriptors`: by code, from the official files; they are looked at here and never kept.
 */
export function ownWords(descriptors: ReadonlyMap<string, string>): Rule {
  const all = new Set([...descriptors].filter(([code]) => kindOf(code) === 'cpt').map(([, text]) => plain(text)))
  return eachEntry((entry) => {
    if (kindOf(entry.code) !== 'cpt') return []
    const official = wordsOf(descriptors.get(entry.code) ?? '')
    const close =
      official.size === 0 ? [] : [entry.title, ...entry.synonyms].filter((text) => isClose(wordsOf(text), official))
    return [
      ...close.map((text) => `is too close to the descriptor of the AMA: ${text}`),
      ...sentencesOf(entry)
        .filter((text) => all.has(plain(text)))
        .map((text) => `says a descriptor of the AMA: ${text}`),
    ]
  })
}
