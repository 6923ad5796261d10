import fs from 'node:fs'
import path from 'node:path'
import { csvLines } from '../../lib/domain/schedule/csv-lines'
import type { CsvRecord } from '../../lib/domain/schedule/file'
import { SPECIALTIES } from '../../lib/features/profile/schema'
import type { CodeUse, SpecialtyUse } from '../../lib/features/use/schema'
import { sha256 } from '../../lib/server/secret'
import { Sentence } from '../launch/sentence'

/** Specialties that Medicare's files call otherwise than content/specialties.json. The rest of them are no clinicians. */
const NAMES: Readonly<Record<string, string>> = {
  'Advanced Heart Failure and Transplant Cardiology': 'Advanced Heart Failure & Transplant Cardiology',
  'Allergy/ Immunology': 'Allergy & Immunology',
  'Certified Clinical Nurse Specialist': 'Clinical Nurse Specialist',
  'Certified Registered Nurse Anesthetist (CRNA)': 'Certified Registered Nurse Anesthetist',
  'Clinical Cardiac Electrophysiology': 'Cardiac Electrophysiology',
  'Colorectal Surgery (Proctology)': 'Colorectal Surgery',
  'Critical Care (Intensivists)': 'Critical Care',
  'Family Practice': 'Family Medicine',
  'Gynecological Oncology': 'Gynecologic Oncology',
  'Hematopoietic Cell Transplantation and Cellular Therapy': 'Hematopoietic Cell Transplantation & Cellular Therapy',
  'Hospice and Palliative Care': 'Hospice & Palliative Care',
  'Licensed Clinical Social Worker': 'Clinical Social Worker',
  'Medical Genetics and Genomics': 'Medical Genetics & Genomics',
  'Occupational Therapist in Private Practice': 'Occupational Therapist',
  'Oral Surgery (Dentist only)': 'Oral Surgery (Dentist)',
  'Orthopedic Surgery': 'Orthopaedic Surgery',
  'Pediatric Medicine': 'Pediatrics',
  'Physical Medicine and Rehabilitation': 'Physical Medicine & Rehabilitation',
  'Physical Therapist in Private Practice': 'Physical Therapist',
  'Plastic and Reconstructive Surgery': 'Plastic & Reconstructive Surgery',
  'Psychologist, Clinical': 'Clinical Psychologist',
  'Registered Dietitian or Nutrition Professional': 'Dietitian',
  'Speech Language Pathologist': 'Speech-Language Pathologist',
  'Undefined Physician type': 'Physician of Undefined Type',
  'Undersea and Hyperbaric Medicine': 'Undersea & Hyperbaric Medicine',
}

const TOTALS = 'procedures_2014_2023_totals.csv'
const BY_SPECIALTY = 'specialty_top50_procedures.csv'

export type MedicareUse = {
  readonly files: readonly { readonly fileName: string; readonly sha256: string }[]
  readonly codes: readonly CodeUse[]
  readonly specialties: readonly SpecialtyUse[]
}

/** Reads the folder of aggregates from Medicare's public use files: services by code, and by specialty and code. */
export function readMedicareUse(folder: string): MedicareUse {
  const files = [TOTALS, BY_SPECIALTY].map((fileName) => ({ fileName, text: textIn(folder, fileName) }))
  const [totals = '', bySpecialty = ''] = files.map(({ text }) => text)
  const codes = columns(TOTALS, totals, ['code', 'total_services']).map(([code = '', services = '']): CodeUse => [
    code,
    whole(services),
  ])
  const known = new Set(SPECIALTIES.map(({ label }) => label))
  const found = new Map<string, CodeUse[]>()
  const rows = columns(BY_SPECIALTY, bySpecialty, ['specialty', 'code', 'services'])
  for (const [published = '', code = '', services = ''] of rows) {
    const name = NAMES[published] ?? published
    if (!known.has(name)) continue
    found.set(name, [...(found.get(name) ?? []), [code, whole(services)]])
  }
  return {
    files: files.map(({ fileName, text }) => ({ fileName, sha256: sha256(text) })),
    codes: byServices(codes),
    specialties: [...found].map(([name, used]) => ({ name, codes: byServices(used) })),
  }
}

function textIn(folder: string, name: string): string {
  const file = path.join(folder, name)
  if (!fs.existsSync(file)) throw new Sentence(`${folder} has no ${name}.`)
  return fs.readFileSync(file, 'utf8')
}

function columns(name: string, text: string, titles: readonly string[]): readonly CsvRecord[] {
  const lines = csvLines(name)
  const taken = lines.take(text)
  const rest = lines.end()
  if (!taken.ok || !rest.ok) throw new Sentence(`${name} is not a whole CSV file.`)
  const [header = [], ...records] = [...taken.value, ...rest.value]
  const places = titles.map((title) => header.indexOf(title))
  if (places.includes(-1)) throw new Sentence(`${name} has not the columns ${titles.join(', ')}.`)
  return records.map((record) => places.map((place) => record[place] ?? ''))
}

/** Services are whole but for some drugs, whose units are parts. */
const whole = (services: string): number => Math.round(Number(services))

const byServices = (used: readonly CodeUse[]): CodeUse[] =>
  used.toSorted(([a, most], [b, least]) => least - most || (a < b ? -1 : 1))
