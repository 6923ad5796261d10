import { z } from 'zod'
import { ROLES, type CalculatedLine, type Warning } from '@/lib/domain/crediting/case'
import type { QuickLogLine, UnparsedText } from '@/lib/domain/quick-log/reading'
import { DateOfService, PlaceOfService } from '../schedule/schema'

const Text = z.string().max(20_000, 'At most 20,000 characters at a time. Log them in parts.')

/** `POST /api/v1/parse`. */
export const ParseInput = z.strictObject({ text: Text, today: DateOfService.optional() })
export type ParseInput = z.output<typeof ParseInput>

/** `POST /api/v1/cases/preview`: what a line of typing would be saved as, with its numbers. */
export const PreviewInput = z.strictObject({
  text: Text,
  workplaceId: z.uuid().optional(),
  placeOfService: PlaceOfService.optional(),
  role: z.enum(ROLES).optional(),
})
export type PreviewInput = z.output<typeof PreviewInput>

export type ParseAnswer = { readonly lines: readonly QuickLogLine[]; readonly unparsed: readonly UnparsedText[] }

/** A valued line, its title, and where in the text the line it comes from starts. */
export type PreviewLine = CalculatedLine & { readonly title: string | null; readonly start: number }

/** One case as it would be saved. */
export type PreviewCase = {
  readonly dateOfService: string
  readonly placeOfService: string
  readonly role: string
  readonly payer: 'medicare' | 'other'
  /** What it would be credited under: the policy of its date of service. */
  readonly policy: string
  readonly lines: readonly PreviewLine[]
  readonly creditedWorkRvu: string
  readonly workRvu: string
  readonly warnings: readonly Warning[]
  /** Why this case cannot be saved as typed; empty when it can. */
  readonly problems: readonly string[]
}

/** How much of the schedule is known here, so that a missing code is no riddle. */
export type Known = { readonly codes: number; readonly official: boolean; readonly newest: string | null }

export type Preview = ParseAnswer & {
  readonly cases: readonly PreviewCase[]
  readonly totals: { readonly workRvu: string; readonly creditedWorkRvu: string; readonly trainingWorkRvu: string }
  /** That of today. */
  readonly policy: string
  readonly workplaceId: string
  readonly known: Known
}
