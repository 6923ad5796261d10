import { buildSearchIndex, type SearchEntry } from '@/lib/domain/catalog/search-index'
import { categoryOf } from '@/lib/domain/catalog/category'

const entry = (code: string, title: string, weight: number, more: Partial<SearchEntry> = {}): SearchEntry => ({
  code,
  title,
  synonyms: [],
  category: categoryOf(code) ?? '',
  weight,
  ...more,
})

/** A few codes in our own words; weights are made up. */
export const CATALOG: readonly SearchEntry[] = [
  entry('47562', 'Gallbladder removal through a scope', 900, {
    synonyms: ['lap chole', 'laparoscopic cholecystectomy'],
    plainLanguage: 'Taking out the gallbladder through small cuts.',
    specialties: ['general-surgery'],
  }),
  entry('47563', 'Gallbladder removal through a scope, with bile duct x-ray', 500, {
    synonyms: ['lap chole with cholangiogram', 'lap chole with IOC'],
    specialties: ['general-surgery'],
  }),
  entry('47600', 'Gallbladder removal, open', 100, { synonyms: ['open chole', 'cholecystectomy'] }),
  entry('44950', 'Appendectomy, open', 80, { synonyms: ['open appy'] }),
  entry('44970', 'Appendectomy through a scope', 300, { synonyms: ['lap appy', 'laparoscopic appendectomy'] }),
  entry('27447', 'Total knee replacement', 950, {
    synonyms: ['TKA', 'TKR', 'total knee arthroplasty'],
    plainLanguage: 'A worn knee joint is replaced with metal and plastic.',
    specialties: ['orthopedics'],
  }),
  entry('27130', 'Total hip replacement', 800, { synonyms: ['THA', 'THR', 'total hip'], specialties: ['orthopedics'] }),
  entry('49505', 'Groin hernia repair, open', 400, { synonyms: ['inguinal hernia repair', 'hernia repair'] }),
  entry('49650', 'Groin hernia repair through a scope', 450, { synonyms: ['lap inguinal hernia', 'hernia repair'] }),
  entry('71046', 'Chest x-ray, two views', 5000, { synonyms: ['CXR', 'chest xray 2 views'] }),
  entry('99213', 'Office visit, established patient, low complexity', 9000, { synonyms: ['level 3 visit'] }),
  entry('99214', 'Office visit, established patient, moderate complexity', 9500, { synonyms: ['level 4 visit'] }),
  entry('S9451', 'Exercise class', 1, {
    synonyms: ['fitness class'],
    plainLanguage: 'A class of exercises, by session.',
  }),
  entry('J1100', 'Dexamethasone injection', 700, { synonyms: ['decadron'], description: 'Steroid given by needle.' }),
]

export const INDEX = buildSearchIndex(CATALOG)
