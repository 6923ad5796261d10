import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { eachEntry } from './finding'

const MOST_GRADE = 8

/** The grade of school that a text takes to read, by Flesch and Kincaid: words a sentence and syllables a word. */
export function gradeOf(text: string): number {
  const words = text.split(/[^\p{L}\p{N}'-]+/u).filter((word) => word !== '')
  const sentence = text.split(/[.?!]+(?:\s|$)/).filter((part) => part !== '').length
  return fleschKincaid({ sentence, word: words.length, syllable: syllable(words.join(' ')) })
}

export const plainLanguage = eachEntry((entry) => {
  const grade = gradeOf(entry.plainLanguage)
  return grade > MOST_GRADE ? [`takes grade ${grade.toFixed(1)} to read: ${entry.plainLanguage}`] : []
})
