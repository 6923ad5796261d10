/** A job that ended without doing what it was asked for, as who runs the platform sees it. */
export type FailedJob = {
  readonly id: string
  readonly kind: string
  /** What is wrong, in a sentence. */
  readonly reason: string
  readonly attempts: number
  /** ISO instants. */
  readonly createdAt: string
  readonly finishedAt: string
}
