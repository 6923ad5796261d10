import type { CaseLine } from '../crediting/case'
import { readLine } from './sample-case'

/** A made-up case on which the effect of a policy is shown: codes that every install knows, and the rules they meet. */
export type PolicySample = {
  readonly id: (typeof POLICY_SAMPLE_IDS)[number]
  readonly name: string
  readonly lines: readonly Pick<CaseLine, 'id' | 'code' | 'modifiers' | 'units' | 'placeOfService'>[]
}

export const POLICY_SAMPLE_IDS = ['operation', 'assistant', 'endoscopy'] as const

const INPATIENT = '21'
const OUTPATIENT = '22'

const linesIn = (place: string, written: readonly string[]): PolicySample['lines'] =>
  written.map((each, at) => {
    return { id: String(at + 1), ...readLine(each), units: 1, placeOfService: place }
  })

export const POLICY_SAMPLES: readonly PolicySample[] = [
  {
    id: 'operation',
    name: 'Open operations and a visit',
    lines: linesIn(INPATIENT, ['44140-22', '38100', '49505-50', '99223-57-FS']),
  },
  {
    id: 'assistant',
    name: 'Assistant, with a shared visit',
    lines: linesIn(INPATIENT, ['44140-80', '38100-80', '99223-57-FS']),
  },
  {
    id: 'endoscopy',
    name: 'Three endoscopies',
    lines: linesIn(OUTPATIENT, ['45385', '45380-59', '43239']),
  },
]
