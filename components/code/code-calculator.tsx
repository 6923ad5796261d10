'use client'

import Link from 'next/link'
import { useRef, useState } from 'react'
import { callApi } from '@/lib/client/api'
import { calculatorUrl } from '@/lib/domain/calculator/address'
import { EMPTY_CALCULATOR, PLAIN_LINE, type CalculatorLine, type CalculatorState } from '@/lib/domain/calculator/state'
import type { CalculatedCase, CalculatedLine } from '@/lib/domain/crediting/case'
import { PLACES_OF_SERVICE } from '@/lib/domain/schedule/place-of-service'
import type { LocalityItem } from '@/lib/features/schedule/schema'
import { localityLabel } from '@/lib/format/locality'
import { formatWorkRvu } from '@/lib/format/number'
import { NumberField, SelectField } from '../ui/field'
import { CalculatorResult } from './calculator-result'

interface CodeCalculatorProps {
  readonly code: string
  readonly place: string
  readonly modifiers: readonly { readonly code: string; readonly meaning: string }[]
  /** The plain line, computed on the server: shown before anyone touches anything, and where no script runs. */
  readonly plain: CalculatedLine
}

interface Choice {
  readonly modifier: string
  readonly units: string
  readonly place: string
  /** `13202-01`; empty for national. */
  readonly locality: string
}

const PLACES = PLACES_OF_SERVICE.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))
const NATIONAL = { value: '', label: 'National average' }

/** One line of one code, answered by the same interface as everything else. */
export function CodeCalculator({ code, place, modifiers, plain }: CodeCalculatorProps) {
  const [choice, setChoice] = useState<Choice>({ modifier: '', units: '1', place, locality: '' })
  const [line, setLine] = useState(plain)
  const [problem, setProblem] = useState<string | null>(null)
  const { localities, load } = useLocalities(setProblem)
  const latest = useRef(0)

  async function choose(change: Partial<Choice>) {
    const next = { ...choice, ...change }
    setChoice(next)
    const turn = ++latest.current
    const answer = await calculate(code, next)
    // An answer that comes after a newer question is of no use.
    if (turn !== latest.current) return
    if (answer.line) setLine(answer.line)
    setProblem(answer.problem)
  }

  const locality = localities.find((each) => keyOf(each) === choice.locality) ?? null
  return (
    <div>
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-4">
        <div className="sm:col-span-3">
          <SelectField
            label="Modifier"
            value={choice.modifier}
            onChange={(event) => void choose({ modifier: event.target.value })}
            options={[
              { value: '', label: 'None' },
              ...modifiers.map((each) => ({ value: each.code, label: `${each.code}, ${each.meaning}` })),
            ]}
          />
        </div>
        <NumberField
          label="Units"
          value={choice.units}
          inputMode="numeric"
          maxLength={3}
          onChange={(event) => void choose({ units: event.target.value })}
        />
        <PlaceField value={choice.place} onChoose={(place) => void choose({ place })} />
        <div className="sm:col-span-2">
          <SelectField
            label="Locality"
            value={choice.locality}
            onFocus={() => void load()}
            onPointerDown={() => void load()}
            onChange={(event) => void choose({ locality: event.target.value })}
            options={[NATIONAL, ...localities.map((each) => ({ value: keyOf(each), label: localityLabel(each) }))]}
          />
        </div>
      </div>
      <FullCalculator state={stateOf(code, choice)} />
      <p role="status" className="mt-3 text-13 leading-note text-ink-2">
        {problem ?? creditWords(line)}
      </p>
      <div className="mt-4">
        <CalculatorResult line={line} gpci={locality?.gpci ?? null} />
      </div>
    </div>
  )
}

function PlaceField({ value, onChoose }: { readonly value: string; readonly onChoose: (place: string) => void }) {
  return (
    <div className="sm:col-span-2">
      <SelectField label="Place" value={value} onChange={(event) => onChoose(event.target.value)} options={PLACES} />
    </div>
  )
}

const creditWords = (line: CalculatedLine): string =>
  line.creditedWorkRvu === null
    ? 'CMS sets no work RVU for this line: it is priced by report.'
    : `Credited work RVU: ${formatWorkRvu(line.creditedWorkRvu)}. Place and locality change payment, never work.`

const keyOf = (locality: LocalityItem): string => `${locality.carrier}-${locality.locality}`

function useLocalities(setProblem: (words: string | null) => void) {
  const [localities, setLocalities] = useState<readonly LocalityItem[]>([])
  const asked = useRef(false)
  async function load() {
    if (asked.current) return
    asked.current = true
    const answer = await callApi<{ items: readonly LocalityItem[] }>('GET', '/api/v1/localities')
    if (answer.ok) setLocalities(answer.value.items)
    else {
      asked.current = false
      setProblem(answer.error.message)
    }
  }
  return { localities, load }
}

function FullCalculator({ state }: { readonly state: CalculatorState }) {
  return (
    <p className="mt-3 text-14">
      <Link href={calculatorUrl(state)} prefetch={false} className="thumb">
        Open in the full calculator
      </Link>
    </p>
  )
}

/** The same choice in the calculator of whole cases. */
function stateOf(code: string, { modifier, units, place, locality }: Choice): CalculatorState {
  const [carrier = '', number = ''] = locality.split('-')
  const line: CalculatorLine = {
    ...PLAIN_LINE,
    code,
    modifiers: modifier === '' ? [] : [modifier],
    units: areUnits(units) ? Number(units) : 1,
    placeOfService: place,
  }
  return {
    ...EMPTY_CALCULATOR,
    lines: [line],
    locality: locality === '' ? null : { carrier, locality: number },
    practitioner: practitionerOf(modifier),
  }
}

const areUnits = (text: string): boolean => /^[1-9]\d{0,2}$/.test(text)
/** AS is the modifier of those who are no physicians. */
const practitionerOf = (modifier: string) => (modifier === 'AS' ? 'pa' : 'physician')

type Answer = { readonly line: CalculatedLine | null; readonly problem: string | null }

async function calculate(code: string, choice: Choice): Promise<Answer> {
  const units = Number(choice.units)
  if (!/^\d{1,3}$/.test(choice.units) || units < 1)
    return { line: null, problem: 'Units are a whole number from 1 to 999.' }
  const [carrier = '', locality = ''] = choice.locality.split('-')
  const body = {
    locality: choice.locality === '' ? null : { carrier, locality },
    practitioner: practitionerOf(choice.modifier),
    lines: [{ code, units, placeOfService: choice.place, modifiers: choice.modifier === '' ? [] : [choice.modifier] }],
  }
  const answer = await callApi<CalculatedCase>('POST', '/api/v1/calculate', { body })
  if (!answer.ok) return { line: null, problem: answer.error.message }
  return { line: answer.value.lines[0] ?? null, problem: null }
}
