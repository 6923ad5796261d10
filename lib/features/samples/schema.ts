import { z } from 'zod'

/** The buttons of the sample send nothing. */
export const NoInput = z.strictObject({})
