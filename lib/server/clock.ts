/** The one clock. */
export const now = (): Date => new Date()

/** An instant some seconds from now. */
export const inSeconds = (seconds: number): Date => new Date(Date.now() + seconds * 1000)
