import type { ReactNode } from 'react'

/** What the payer allows, beside what is credited. */
export interface LedgerMoney {
  readonly value: string
  /** Without one the amount is not a button. */
  readonly working?: ReactNode
}

export interface LedgerLine {
  readonly id: string
  readonly code: string
  readonly href?: string
  /** Modifiers or units as printed: "-22", "×2". */
  readonly suffix?: string
  readonly title: ReactNode
  /** Why it is credited so; every reduction has one sentence. */
  readonly why?: ReactNode
  readonly flag?: ReactNode
  readonly listed: string
  readonly factor: string
  readonly credited: string
  /** Usually a `Working`. Without one the number is not a button. */
  readonly working?: ReactNode
  /** Shown where the ledger has a column for it. */
  readonly money?: LedgerMoney
}

export interface LedgerTotal {
  readonly label: ReactNode
  /** Struck out when it differs from what is credited. */
  readonly listed: string
  readonly credited: string
  readonly working?: ReactNode
  readonly money?: LedgerMoney
}
