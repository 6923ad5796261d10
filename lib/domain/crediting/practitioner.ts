import { factor, percent, type Factor } from '../shared/exact'
import type { Practitioner, Role } from './case'
import { CITATION } from './citation'
import type { Note } from './explanation'
import type { Settings } from './settings'

const EIGHTY_FIVE = factor('0.85')

const AT_EIGHTY_FIVE: readonly Practitioner[] = ['np', 'pa', 'cns', 'dietitian']
const COUNSELORS: readonly Practitioner[] = ['csw', 'mft', 'mhc']

/** Share of the fee by who bills (domain B1); null: the whole fee. It never touches work. */
export function practitionerFactor(practitioner: Practitioner, { counselorShare }: Settings): Factor | null {
  if (AT_EIGHTY_FIVE.includes(practitioner)) return EIGHTY_FIVE
  return COUNSELORS.includes(practitioner) ? factor(counselorShare) : null
}

export const practitionerNote = (share: Factor): Note => ({
  rule: 'practitioner',
  reason: `This kind of practitioner is paid ${percent(share)} of the physician fee.`,
  citation: CITATION.practitioner,
})

/** Medicare allows 95% to those who do not take part in the program (domain B1). */
export const NON_PARTICIPATING = factor('0.95')

export const NON_PARTICIPATING_NOTE: Note = {
  rule: 'non-participating',
  reason: 'Not participating: 95% of the fee.',
  citation: CITATION.participation,
}

/** The most that one who does not participate may charge, of the reduced fee: 109.25% of the whole fee (domain B1). */
export const LIMITING_CHARGE = factor('1.15')

const TRAINEES: readonly Role[] = ['resident', 'fellow', 'student', 'observer']

/** Whoever is in training, or only looks on, is paid and credited nothing: what they did is counted apart (domain C4). */
export const isTrainee = (role: Role): boolean => TRAINEES.includes(role)

export const traineeNote = (role: Role): Note => ({
  rule: 'training',
  reason: `Logged as ${role}: Medicare pays the attending, and this work is counted as training only.`,
  citation: CITATION.teaching,
})

export const OTHER_CLINICIAN: Note = {
  rule: 'other-clinician',
  reason: 'Work of another clinician, here for context: credited to them.',
  citation: CITATION.policy,
}
