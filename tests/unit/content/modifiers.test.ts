import { describe, expect, it } from 'vitest'
import { calendarDate } from '@/lib/domain/shared/date'
import { creditCase } from '@/lib/domain/crediting/credit-case'
import { MODIFIERS } from '@/lib/domain/crediting/modifier'
import { newestRows } from '@/lib/features/facts/service'
import { ModifiersFile, type ModifierWords } from '@/lib/features/modifiers/schema'
import { allFacts, readContent } from '@/scripts/catalog/content'
import { caseOf, line } from '../../support/case-lines'
import { view } from '../../support/schedule-rows'

const words = ModifiersFile.parse(readContent('modifiers.json'))
const rows = new Map(allFacts().map((facts) => [facts.code, newestRows(facts)]))

const textsOf = ({ use, payment, credit, notes }: ModifierWords): readonly string[] => [use, payment, credit, ...notes]
const sentencesOf = (text: string): readonly string[] => text.split(/(?<=\.) (?=[A-Z0-9])/)

const repeated = (all: readonly string[]): readonly string[] => [
  ...new Set(all.filter((each, at) => all.indexOf(each) !== at)),
]

describe('the words about modifiers', () => {
  it('are there for each one that the rules know, once, in their order', () => {
    expect(words.map(({ modifier }) => modifier)).toEqual(MODIFIERS.map(({ code }) => code))
  })

  it('say nothing twice, and name each modifier by itself', () => {
    expect(repeated(words.map(({ title }) => title.toLowerCase()))).toEqual([])
    expect(repeated(words.flatMap(textsOf).flatMap(sentencesOf))).toEqual([])
  })

  it('lead to others that are there, and never to themselves', () => {
    const known = new Set(words.map(({ modifier }) => modifier))
    const astray = words.flatMap(({ modifier, related }) =>
      related.filter((each) => each === modifier || !known.has(each)).map((each) => `${modifier} to ${each}`),
    )
    expect(astray).toEqual([])
  })

  it('are worked on a line that the engine takes, of a code of the built-in catalog', () => {
    const schedule = view({ rowsOf: (code) => rows.get(code) ?? [], isKnown: (code) => rows.has(code) })
    const refused = words.flatMap(({ modifier, example }) => {
      if (!example) return []
      const { code, modifiers, placeOfService, practitioner, minutes } = example
      const asked = { ...line(code), modifiers, placeOfService, minutes, dateOfService: calendarDate('2026-07-01') }
      const [answer] = creditCase(caseOf([asked], { practitioner }), () => schedule).lines
      return modifiers.includes(modifier) && answer?.valid ? [] : [`${modifier} on ${code}: ${answer?.flags.join()}`]
    })
    expect(refused).toEqual([])
    // Only what stops in a facility's own books is on no line of a physician.
    expect(words.filter(({ example }) => example === null).map(({ modifier }) => modifier)).toEqual(['73', '74'])
  })
})
