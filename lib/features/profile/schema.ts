import { z } from 'zod'
import specialtyList from '../../../content/specialties.json'
import type { CareerStage } from '../../domain/access/stage'
import type { Practitioner } from '../../domain/crediting/case'
import { POLICY_PRESETS, type PolicyBase } from '../../domain/crediting/policy'
import { FTE_ERROR, readClinicalFte } from '../../domain/pace/pace'
import { PLACES_OF_SERVICE } from '../../domain/schedule/place-of-service'
import { calendarDate, readDate, type CalendarDate } from '../../domain/shared/date'

type Choice = { readonly value: string; readonly label: string }

export const SPECIALTIES: readonly Choice[] = specialtyList.specialties
  .map(({ slug, name }) => ({ value: slug, label: name }))
  .toSorted((a, b) => (a.label < b.label ? -1 : 1))

export const STAGE_NAMES: Readonly<Record<CareerStage, string>> = {
  student: 'Medical student',
  resident: 'Resident or fellow',
  attending: 'Attending',
}

const PRACTITIONER_NAMES: Readonly<Record<Practitioner, string>> = {
  physician: 'Physician',
  np: 'Nurse practitioner',
  pa: 'Physician assistant',
  cns: 'Clinical nurse specialist',
  cnm: 'Certified nurse-midwife',
  crna: 'Nurse anesthetist (CRNA)',
  psychologist: 'Clinical psychologist',
  csw: 'Clinical social worker',
  mft: 'Marriage and family therapist',
  mhc: 'Mental health counselor',
  therapist: 'Physical, occupational or speech therapist',
  dietitian: 'Dietitian',
}
const PRACTITIONER_KINDS = Object.keys(PRACTITIONER_NAMES) as [Practitioner, ...Practitioner[]]
export const PRACTITIONERS: readonly Choice[] = PRACTITIONER_KINDS.map((value) => ({
  value,
  label: PRACTITIONER_NAMES[value],
}))

const POLICY_BASES = Object.keys(POLICY_PRESETS) as [PolicyBase, ...PolicyBase[]]
export const POLICIES: readonly Choice[] = POLICY_BASES.map((value) => ({ value, label: POLICY_PRESETS[value].name }))

export const PLACES: readonly Choice[] = PLACES_OF_SERVICE.map(({ code, name }) => ({
  value: code,
  label: `${code} ${name}`,
}))

const TIME_ZONES: readonly Choice[] = [
  { value: 'America/New_York', label: 'Eastern' },
  { value: 'America/Chicago', label: 'Central' },
  { value: 'America/Denver', label: 'Mountain' },
  { value: 'America/Phoenix', label: 'Arizona' },
  { value: 'America/Los_Angeles', label: 'Pacific' },
  { value: 'America/Anchorage', label: 'Alaska' },
  { value: 'Pacific/Honolulu', label: 'Hawaii' },
  { value: 'America/Puerto_Rico', label: 'Puerto Rico and the Virgin Islands' },
  { value: 'Pacific/Guam', label: 'Guam' },
]

/** The zones of the states and territories, and the person's own where it is another. */
export const timeZonesWith = (own: string): readonly Choice[] =>
  TIME_ZONES.some(({ value }) => value === own)
    ? TIME_ZONES
    : [...TIME_ZONES, { value: own, label: own.replaceAll('_', ' ') }]

/** The first stage holds for every earlier day too: nothing else is known of them until the person says it. */
export const FIRST_DAY = calendarDate('2000-01-01')

const emptyIsNull = <T>(schema: z.ZodType<T, string>) =>
  z.union([z.literal('').transform(() => null), schema], { error: 'Choose one of the list.' })

const slugs = new Set(SPECIALTIES.map(({ value }) => value))
const Specialty = z.string({ error: 'Choose a specialty.' }).refine((slug) => slugs.has(slug), 'Choose a specialty.')

/** `13282-01`: carrier and locality. Whether the release has it is looked up. */
const Place = z
  .string({ error: 'Choose where you practice.' })
  .regex(/^(\d{5}-\d{2})?$/, 'Choose a locality of the list.')
  .transform((text) => (text ? { carrier: text.slice(0, 5), locality: text.slice(6) } : null))

const ClinicalFte = z
  .string({ error: FTE_ERROR })
  .trim()
  .refine((text) => readClinicalFte(text) !== null, FTE_ERROR)
  .refine((text) => !/\.\d{3}/.test(text), 'Use at most two decimals, such as 0.85.')

const TrainingYear = z
  .string({ error: 'Choose your year.' })
  .regex(/^([1-9]|10)$/, 'Choose a year from 1 to 10.')
  .transform(Number)

const AnnualTarget = z
  .string()
  .transform((text) => text.replaceAll(',', '').trim())
  .refine((text) => /^(\d{1,7}(\.\d{1,2})?)?$/.test(text) && !/^[0.]+$/.test(text), {
    error: 'Enter work RVUs for a full year, such as 7000, or leave it empty.',
  })
  .transform((text) => text || null)

const MedicareShare = z
  .string()
  .trim()
  .regex(/^((100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?))?$/, 'Enter a percentage from 0 to 100, or leave it empty.')
  .transform((text) => text || null)

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}
const TimeZone = z
  .string({ error: 'Choose a time zone.' })
  .max(64)
  .refine(isTimeZone, 'Choose a time zone of the list.')

const DateText = z
  .string({ error: 'Enter a date.' })
  .refine((text) => readDate(text) !== null, 'Enter a date such as 2026-07-01.')
  .transform((text) => text as CalendarDate)

const timeZone = TimeZone.optional()

/** Three questions; the third depends on the first. */
export const Onboarding = z.discriminatedUnion(
  'stage',
  [
    z.strictObject({ stage: z.literal('student'), specialty: emptyIsNull(Specialty), timeZone }),
    z.strictObject({ stage: z.literal('resident'), specialty: Specialty, trainingYear: TrainingYear, timeZone }),
    z.strictObject({
      stage: z.literal('attending'),
      specialty: Specialty,
      place: Place,
      clinicalFte: ClinicalFte,
      timeZone,
    }),
  ],
  { error: 'Choose what you are.' },
)
export type Onboarding = z.output<typeof Onboarding>

export const SaveProfile = z.strictObject({
  name: z.string().trim().max(100, 'Use at most 100 characters.'),
  specialty: emptyIsNull(Specialty),
  place: Place,
  practitioner: z.enum(PRACTITIONER_KINDS, { error: 'Choose one of the list.' }),
  /** A checkbox: there or not. */
  qualifyingApm: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
  timeZone: TimeZone,
  medicareShare: MedicareShare,
})
export type SaveProfile = z.output<typeof SaveProfile>

/** The year of training belongs to residents alone. */
export const SaveStage = z.discriminatedUnion(
  'stage',
  [
    z.strictObject({ stage: z.literal('student'), from: DateText }),
    z.strictObject({ stage: z.literal('resident'), from: DateText, trainingYear: TrainingYear }),
    z.strictObject({ stage: z.literal('attending'), from: DateText }),
  ],
  { error: 'Choose what you are.' },
)
export type SaveStage = z.output<typeof SaveStage>

export const RemoveStage = z.strictObject({ from: DateText })
export type RemoveStage = z.output<typeof RemoveStage>

const workplace = {
  name: z.string({ error: 'Name it.' }).trim().min(1, 'Name it.').max(80, 'Use at most 80 characters.'),
  policy: z.enum(POLICY_BASES, { error: 'Choose a policy.' }),
  clinicalFte: ClinicalFte,
  annualTarget: AnnualTarget,
  placeOfService: z
    .string()
    .refine((code) => PLACES_OF_SERVICE.some((place) => place.code === code), 'Choose a place of the list.'),
}
const WorkplaceId = z.uuid('There is no such workplace.')

export const AddWorkplace = z.strictObject(workplace)
export type AddWorkplace = z.output<typeof AddWorkplace>

export const SaveWorkplace = z.strictObject({ id: WorkplaceId, ...workplace })
export type SaveWorkplace = z.output<typeof SaveWorkplace>

export const NameWorkplace = z.strictObject({ id: WorkplaceId })
export type NameWorkplace = z.output<typeof NameWorkplace>

/** A workplace as pages show it; amounts are exact text. */
export type WorkplaceRow = {
  readonly id: string
  readonly name: string
  readonly policy: PolicyBase
  readonly clinicalFte: string
  readonly annualTarget: string | null
  readonly placeOfService: string
  readonly isDefault: boolean
}
