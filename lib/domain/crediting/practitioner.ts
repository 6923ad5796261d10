import { factor, type Factor } from '../shared/exact'
import type { Practitioner, Role } from './case'
import { CITATION } from './citation'
import type { Note } from './explanation'

const EIGHTY_FIVE = factor('0.85')
const SEVENTY_FIVE = factor('0.75')

/** Share of the fee by who bills (domain B1); absent: the whole fee. It never touches work. */
const SHARES: Partial<Record<Practitioner, Factor>> = {
  np: EIGHTY_FIVE,
  pa: EIGHTY_FIVE,
  cns: EIGHTY_FIVE,
  dietitian: EIGHTY_FIVE,
  csw: SEVENTY_FIVE,
  mft: SEVENTY_FIVE,
  mhc: SEVENTY_FIVE,
}

export const practitionerFactor = (practitioner: Practitioner): Factor | null => SHARES[practitioner] ?? null

export const practitionerNote = (share: Factor): Note => ({
  rule: 'practitioner',
  reason: `This kind of practitioner is paid ${share === EIGHTY_FIVE ? '85%' : '75%'} of the physician fee.`,
  citation: CITATION.practitioner,
})

/** Medicare allows 95% to those who do not take part in the program (domain B1). */
export const NON_PARTICIPATING = factor('0.95')

export const NON_PARTICIPATING_NOTE: Note = {
  rule: 'non-participating',
  reason: 'Not participating: 95% of the fee.',
  citation: CITATION.participation,
}

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
