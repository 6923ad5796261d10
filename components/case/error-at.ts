/** The sentence that belongs to a field, by its dotted path. */
export type ErrorAt = (path: string) => string | undefined
