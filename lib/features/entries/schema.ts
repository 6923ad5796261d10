import type { CalculatedCase, ManualValue } from '@/lib/domain/crediting/case'

/** One case as it is to be kept: entered values, and the calculation that goes with them. */
export type CaseToKeep = {
  readonly id: string
  readonly workplaceId: string
  readonly dateOfService: string
  readonly placeOfService: string
  readonly role: string
  readonly payer: string
  readonly label: string
  readonly minutes: number | null
  readonly sample: boolean
  readonly calculated: CalculatedCase
  /** The stored version of each release used, by its id. */
  readonly versions: ReadonlyMap<string, number>
  readonly postoperativeDays: readonly (number | null)[]
  /** The values entered by hand that count. */
  readonly manual: readonly (ManualValue | null)[]
  readonly trainingWorkRvu: string
}
