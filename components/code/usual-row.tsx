import type { CodeRow } from '@/lib/features/catalog/schema'
import type { CodePage } from '@/lib/features/code-pages/schema'
import { formatDollarsAndCents } from '@/lib/format/number'
import { Working } from '../ui/working'
import { releaseWords } from './release-words'

/** The code's own row in the setting where it is usually done. */
export type UsualRow = {
  readonly row: CodeRow
  readonly setting: 'facility' | 'non-facility'
  readonly expense: string | null
  readonly total: string | null
  readonly payment: string | null
}

export function usualRow(page: CodePage): UsualRow | null {
  const row = page.detail.rows.find(({ modifier }) => modifier === '') ?? page.detail.rows[0]
  if (!row) return null
  return page.place === '22'
    ? { row, setting: 'facility', expense: row.facilityPe, total: row.facilityTotal, payment: row.payment.facility }
    : {
        row,
        setting: 'non-facility',
        expense: row.nonFacilityPe,
        total: row.nonFacilityTotal,
        payment: row.payment.nonFacility,
      }
}

/** (work + practice expense + malpractice) x conversion factor, open to its sources. */
export function priceWorking({ release, detail }: CodePage, usual: UsualRow) {
  if (!release || !usual.payment) return null
  return (
    <Working
      title={`Why ${usual.payment}`}
      steps={[
        { amount: usual.row.workRvu, source: 'work' },
        { amount: `+ ${usual.expense ?? ''}`, source: `practice expense, ${usual.setting}` },
        { amount: `+ ${usual.row.malpractice ?? ''}`, source: 'malpractice' },
        { amount: `× ${release.standard}`, source: 'dollars per RVU, the standard conversion factor' },
      ]}
      result={{
        amount: formatDollarsAndCents(usual.payment),
        source: 'national: every geographic index 1, one rounding',
      }}
      cite={`Row ${detail.code}${usual.row.modifier && `-${usual.row.modifier}`}, release ${releaseWords(release)}. Medicare Claims Processing Manual, chapter 12, section 20.1.`}
    />
  )
}
