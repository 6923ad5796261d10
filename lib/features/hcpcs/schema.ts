/** What CMS says of a code of HCPCS Level II. Days are `YYYY-MM-DD`. */
export type Descriptor = {
  readonly code: string
  readonly short: string
  readonly long: string
  readonly addedOn: string | null
  /** The last day of a code that was ended; null while it is in use. */
  readonly endsOn: string | null
}

/** The file in use. */
export type DescriptorFile = {
  /** First day of the quarter that it is of. */
  readonly edition: string
  readonly fileName: string
  readonly sha256: string
  readonly codes: number
}
