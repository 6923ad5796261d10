/** `Colon and rectal surgery` is `colon-and-rectal-surgery` in an address. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
