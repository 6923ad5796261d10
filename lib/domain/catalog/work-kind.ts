import { categoryName, categoryOf, SURGERY_SECTIONS, surgerySectionOf } from './category'

/** What kind of work a code is: its category, and for surgery the section, since "surgery" tells a surgeon nothing. */
export function workKindOf(code: string): { readonly slug: string; readonly name: string } {
  const section = SURGERY_SECTIONS.find(({ slug }) => slug === surgerySectionOf(code))
  if (section) return section
  const slug = categoryOf(code) ?? 'other-cpt'
  return { slug, name: categoryName(slug) }
}
