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

/** `REST OF CALIFORNIA` of a CMS file as `Rest of California`; a name in ordinary letters stays. */
export const localityName = (name: string): string =>
  name === name.toUpperCase()
    ? name
        .split(/([-/ ])/)
        .map(word)
        .join('')
    : name
