import fs from 'node:fs'

/** One entry a line, so that a difference can be read. */
export const linesOf = (entries: readonly unknown[]): string =>
  entries.map((entry) => JSON.stringify(entry)).join(',\n')

/** A file whose last member is a long list, one entry a line; what comes before it stands on the first. */
export function writeListed(file: string, head: object, key: string, entries: readonly unknown[]): void {
  fs.writeFileSync(file, `${JSON.stringify(head).slice(0, -1)},"${key}":[\n${linesOf(entries)}\n]}\n`)
}
