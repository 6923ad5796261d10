const KEPT = new Set(['NYC', 'NJ', 'DC', 'MD', 'VA'])
const WRITTEN: Readonly<Record<string, string>> = {
  CNTY: 'County',
  CNTYS: 'counties',
  'SURR.': 'surrounding',
  OF: 'of',
}

/** A word of capitals in ordinary letters. */
function word(text: string): string {
  const [bare = ''] = /[^()]+/.exec(text) ?? []
  if (KEPT.has(bare)) return text
  const written = WRITTEN[bare] ?? bare.charAt(0) + bare.slice(1).toLowerCase()
  return text.replace(bare, written)
}

/** `REST OF CALIFORNIA*` of a CMS file as `Rest of California`; a name in ordinary letters stays. */
export function localityName(text: string): string {
  const name = text.replaceAll('*', '')
  if (name !== name.toUpperCase()) return name
  return name
    .split(/([-/ ])/)
    .map(word)
    .join('')
}

type Named = { readonly name: string; readonly state: string; readonly carrier: string; readonly locality: string }

/** The name in a list of localities: `NY Manhattan (13202-01)`. */
export const localityLabel = ({ name, state, carrier, locality }: Named): string =>
  `${state} ${localityName(name)} (${carrier}-${locality})`
