/** The letters of HCPCS Level II. */
const HCPCS_LETTERS = 'ABCDEGHJKLMPQRSTUV'

/** The categories of the catalog: slug, name, and the order in which they are listed. Slugs are fixed public addresses. */
export const CATEGORIES = [
  { slug: 'evaluation-management', name: 'Evaluation and management' },
  { slug: 'anesthesia', name: 'Anesthesia' },
  { slug: 'surgery', name: 'Surgery' },
  { slug: 'radiology', name: 'Radiology' },
  { slug: 'pathology-laboratory', name: 'Pathology and laboratory' },
  { slug: 'medicine', name: 'Medicine' },
  { slug: 'category-ii', name: 'Category II' },
  { slug: 'category-iii', name: 'Category III' },
  { slug: 'other-cpt', name: 'Other CPT' },
  ...[...HCPCS_LETTERS].map((letter) => ({
    slug: `${letter.toLowerCase()}-codes`,
    name: `${letter} codes`,
  })),
] as const

/** The sections of surgery, hubs under `surgery`; a code's page stays at `/cpt-codes/surgery/CODE`. Ranges are inclusive. */
export const SURGERY_SECTIONS = [
  { slug: 'integumentary', name: 'Skin and breast', from: 10000, to: 19499 },
  { slug: 'musculoskeletal', name: 'Bones, joints and muscles', from: 20000, to: 29999 },
  { slug: 'respiratory', name: 'Airway and lungs', from: 30000, to: 32999 },
  { slug: 'cardiovascular', name: 'Heart and vessels', from: 33000, to: 37799 },
  { slug: 'hemic-lymphatic', name: 'Blood and lymph', from: 38100, to: 38999 },
  { slug: 'mediastinum-diaphragm', name: 'Mediastinum and diaphragm', from: 39000, to: 39599 },
  { slug: 'digestive', name: 'Digestive tract', from: 40490, to: 49999 },
  { slug: 'urinary', name: 'Urinary tract', from: 50010, to: 53899 },
  { slug: 'male-genital', name: 'Male genital', from: 54000, to: 55899 },
  { slug: 'female-genital', name: 'Female genital', from: 56405, to: 58999 },
  { slug: 'maternity', name: 'Maternity', from: 59000, to: 59899 },
  { slug: 'endocrine', name: 'Endocrine', from: 60000, to: 60699 },
  { slug: 'nervous', name: 'Nervous system', from: 61000, to: 64999 },
  { slug: 'eye', name: 'Eye', from: 65091, to: 68899 },
  { slug: 'auditory', name: 'Ear', from: 69000, to: 69979 },
] as const

export type SurgerySection = (typeof SURGERY_SECTIONS)[number]['slug']
export type CodeKind = 'cpt' | 'hcpcs'

/** CPT is five digits, or four digits and A, F, M, T or U; a letter and four digits is HCPCS Level II. Null: neither. */
export function kindOf(code: string): CodeKind | null {
  if (/^\d{5}$/.test(code) || /^\d{4}[AFMTU]$/.test(code)) return 'cpt'
  return /^[A-Z]\d{4}$/.test(code) && HCPCS_LETTERS.includes(code.charAt(0)) ? 'hcpcs' : null
}

/** The category slug of a code, from its shape and number alone. Null when it is not a code. */
export function categoryOf(code: string): string | null {
  const kind = kindOf(code)
  if (kind === null) return null
  if (kind === 'hcpcs') return `${code.charAt(0).toLowerCase()}-codes`
  if (code.endsWith('F')) return 'category-ii'
  if (code.endsWith('T')) return 'category-iii'
  if (!/^\d{5}$/.test(code)) return 'other-cpt'
  return numericCategory(Number(code))
}

/**
 * First match wins. The last five divide all numbers, so that a code of an old or future release has a category too; the
 * first three are the islands among the 9xxxx codes. 99201 ended in 2021; the 98000s, visits by telehealth, began in 2025.
 */
const NUMBER_RANGES: readonly (readonly [from: number, to: number, slug: string])[] = [
  [98000, 98016, 'evaluation-management'],
  [99201, 99499, 'evaluation-management'],
  [99100, 99140, 'anesthesia'],
  [0, 9999, 'anesthesia'],
  [10000, 69999, 'surgery'],
  [70000, 79999, 'radiology'],
  [80000, 89999, 'pathology-laboratory'],
  [90000, 99999, 'medicine'],
]

function numericCategory(number: number): string {
  return NUMBER_RANGES.find(([from, to]) => number >= from && number <= to)?.[2] ?? 'medicine'
}

/** The hub under `surgery` that a surgical code is listed in; null for any other code. */
export function surgerySectionOf(code: string): SurgerySection | null {
  if (categoryOf(code) !== 'surgery') return null
  const number = Number(code)
  return SURGERY_SECTIONS.find((section) => number >= section.from && number <= section.to)?.slug ?? null
}

export const categoryName = (slug: string): string =>
  CATEGORIES.find((category) => category.slug === slug)?.name ?? slug

/** The one address of a code's page. */
export const codeUrl = (code: string): string => `/cpt-codes/${categoryOf(code) ?? 'other-cpt'}/${code}`
