import { CATEGORIES, codeUrl, kindOf, SURGERY_SECTIONS } from './category'

const ROOT = 'cpt-codes'

/** What an address of the catalog asks for. `url` is the one address of it: any other spelling is sent there. */
export type CatalogAddress =
  | { readonly kind: 'search' }
  /** A page about a specialty, a modifier or a release; it says itself where there is none. */
  | { readonly kind: 'subject'; readonly url: string }
  | { readonly kind: 'hub'; readonly slug: string; readonly url: string }
  | { readonly kind: 'code'; readonly code: string; readonly url: string }
  | { readonly kind: 'unknown'; readonly asked: string }

const HUBS: ReadonlySet<string> = new Set([...CATEGORIES, ...SURGERY_SECTIONS].map(({ slug }) => slug))

/** A part of an address in plain text; as it came where it is not well formed. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function readCode(text: string): CatalogAddress | null {
  const code = text.trim().toUpperCase()
  return kindOf(code) === null ? null : { kind: 'code', code, url: codeUrl(code) }
}

function readHub(text: string): CatalogAddress | null {
  const slug = text.toLowerCase()
  return HUBS.has(slug) ? { kind: 'hub', slug, url: `/${ROOT}/${slug}` } : null
}

/** What else has a page of its own, and how its part of the address is written. */
const SUBJECTS: Readonly<Record<string, (part: string) => string>> = {
  specialties: (slug) => slug.toLowerCase(),
  modifiers: (modifier) => modifier.toUpperCase(),
  releases: (release) => release.toUpperCase(),
}

function readSubject(root: string, [part, ...more]: readonly string[]): CatalogAddress | null {
  const written = Object.hasOwn(SUBJECTS, root) ? SUBJECTS[root] : undefined
  if (!written || part === undefined || more.length > 0) return null
  return { kind: 'subject', url: `/${root}/${encodeURIComponent(written(part))}` }
}

/**
 * Reads the path of an address: `/cpt-codes/S9451`, `/cpt-codes/surgery/47562`, a lower-case code and a wrong category
 * all name a code. Null for a path outside of the catalog. Whether what it names exists is not asked here.
 */
export function readAddress(path: string): CatalogAddress | null {
  const [root = '', ...parts] = path.split('/').filter(Boolean).map(decoded)
  return root === ROOT ? readInCodes(parts) : readSubject(root, parts)
}

function readInCodes([first, second, ...more]: readonly string[]): CatalogAddress {
  if (first === undefined) return { kind: 'search' }
  if (second === undefined) return readCode(first) ?? readHub(first) ?? { kind: 'unknown', asked: first }
  return (more.length === 0 ? readCode(second) : null) ?? { kind: 'unknown', asked: more.at(-1) ?? second }
}
