import type { Role } from '../crediting/case'

/** What a trainee did in a case: chief and primary are both surgeons, `teaching` takes a junior through it. */
export const TRAINING_ROLES = ['chief', 'primary', 'teaching', 'assistant', 'observer'] as const
export type TrainingRole = (typeof TRAINING_ROLES)[number]

const ROLE_OF: Readonly<Record<Role, TrainingRole | null>> = {
  attending: null,
  fellow: 'primary',
  resident: 'primary',
  assistant: 'assistant',
  student: 'observer',
  observer: 'observer',
}

/** The training role that a case's own role stands for until the trainee says chief or teaching. Null: not training. */
export const trainingRoleOf = (role: Role): TrainingRole | null => ROLE_OF[role]

/** `read`: the number was read in the named source. `partly`: a copy of it was. `not-read`: nobody checked it. */
export type Verification = 'read' | 'partly' | 'not-read'

/** Whose number it is and how it is known (domain G). Being read is not being in force. */
export type RequirementSource = {
  readonly id: string
  /** Who sets the number: the accreditation council, a specialty board, federal law, or a program's own page. */
  readonly authority: string
  readonly title: string
  readonly url: string | null
  /** As published: the year of the source, or from which it takes effect. Null when undated. */
  readonly year: number | null
  /** For whom, in the words of the source. */
  readonly effective: string | null
  readonly superseded: boolean
  readonly verified: Verification
  readonly note: string | null
}

/**
 * How a category counts. `case`: cases credited to it. `managed`: patients managed, not operations.
 * `total`: every case credited to a category that is in totals, by role alone.
 */
export type CategoryKind = 'case' | 'managed' | 'total'

export type Category = {
  readonly slug: string
  readonly name: string
  /** 0 is not a goal. */
  readonly minimum: number
  /** The category that this one counts inside; the two are never added. */
  readonly parent: string | null
  readonly kind: CategoryKind
  /** Counts in a `total` of the specialty. Endoscopy, for one, does not. */
  readonly inTotals: boolean
  readonly roles: readonly TrainingRole[]
  /** Only for trainees of this pathway or program length; null for all. */
  readonly pathway: string | null
  readonly source: string
}

/** Codes that a category takes by default, both ends included. `primary` null: logged, but credited to nothing. */
export type CodeRange = {
  readonly from: string
  readonly to: string
  readonly primary: string | null
  /** Categories that count beside the primary one because they describe it (laparoscopic, for one). */
  readonly alongside: readonly string[]
}

export type Pathway = { readonly slug: string; readonly name: string; readonly kind: 'pathway' | 'program' }

/** The requirements of one specialty. */
export type Requirement = {
  /** The publisher's name; mapped to a slug by the list of specialties. */
  readonly specialty: string
  readonly program: 'residency' | 'fellowship'
  readonly roleRule: string | null
  /** True where one case may be credited to several categories by its several codes. */
  readonly severalCreditsPerCase: boolean
  readonly note: string | null
  readonly pathways: readonly Pathway[]
  readonly categories: readonly Category[]
  readonly codes: readonly CodeRange[]
  readonly codesVerified: Verification
}

export type RequirementFile = {
  readonly sources: readonly RequirementSource[]
  readonly requirements: readonly Requirement[]
}

/** A figure of what residents of the nation logged, exactly as published. Amounts are decimal text. */
export type NationalFigure = {
  readonly specialty: string
  readonly category: string
  /** The category of ours that it may stand beside; null where none matches. */
  readonly categorySlug: string | null
  readonly period: string
  readonly metric: 'mean' | 'median'
  readonly value: string
  readonly sd: string | null
  readonly p10: string | null
  readonly p30: string | null
  readonly p50: string | null
  readonly p70: string | null
  readonly p90: string | null
  readonly min: string | null
  readonly max: string | null
  readonly n: number | null
  readonly source: string
  readonly url: string | null
  readonly verified: Verification
}
