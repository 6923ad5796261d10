import { fewer } from '../shared/count'
import { factor, percent, type Factor } from '../shared/exact'
import type { Measure } from './case'
import { CITATION } from './citation'
import type { Note } from './explanation'
import { BARE_ROW, manualNote } from './manual'
import { statusMeaning } from './status'
import type { Placement, WorkingLine } from './working-line'

const fee = (setting: string, indices: string): Note => ({
  rule: 'fee-schedule',
  reason: `Fee of one unit: RVUs with ${setting} practice expense, each times ${indices}, times the conversion factor.`,
  citation: CITATION.fee,
})
const FEE_NOTES = {
  facility: { local: fee('facility', 'the index of the locality'), national: fee('facility', 'a national index of 1') },
  nonfacility: {
    local: fee('non-facility', 'the index of the locality'),
    national: fee('non-facility', 'a national index of 1'),
  },
}

export function feeNote(line: WorkingLine): Note {
  const { row, basis, standing, place, manual } = line
  if (row === BARE_ROW) return manualNote('It is not in the fee schedule of that day: no amount was entered.')
  if (manual?.comparator != null && line.price !== null) {
    return manualNote(`As comparable code ${manual.comparator}: its fee of one unit, under the same rules.`)
  }
  if (standing !== 'priced') return { rule: 'status', reason: statusMeaning(row), citation: CITATION.status }
  if (row.payment === null) {
    const reason = `${line.view.release.id} is held with work RVUs only. Install its official file to see payment.`
    return { rule: 'payment-needs-release', reason, citation: CITATION.release }
  }
  return FEE_NOTES[place.setting][basis.gpci === null ? 'national' : 'local']
}

export const CAP_NOTE: Note = {
  rule: 'outpatient-cap',
  reason: 'Imaging is paid no more than the hospital outpatient amount: the lower of the two.',
  citation: CITATION.imagingCap,
}

export const ENTERED_WORK = manualNote('Value entered by you: work RVUs of one unit.')
export const ENTERED_AMOUNT = manualNote('Value entered by you: what the payer allowed for one unit.')

export function workNote(line: WorkingLine): Note {
  const { row, creditWork, creditView, manual } = line
  if (manual?.comparator != null && creditWork !== null) {
    return manualNote(
      `As comparable code ${manual.comparator}: its work RVU of one unit, from ${creditView.release.id}.`,
    )
  }
  if (creditView !== line.view) {
    const release = creditView.release.id
    return creditWork === null
      ? {
          rule: 'work-rvu',
          reason: `${release}, the table this policy uses, sets no value for it. Enter one, or name a comparable code.`,
          citation: CITATION.policy,
        }
      : {
          rule: 'work-rvu',
          reason: `Work RVU of one unit in ${release}, the table this policy uses.`,
          citation: CITATION.policy,
        }
  }
  if (creditWork === null) {
    return {
      rule: 'work-rvu',
      reason: 'CMS sets no value. Enter one, or name a comparable code.',
      citation: CITATION.status,
    }
  }
  if (row.notUsedForPayment) {
    return {
      rule: 'work-rvu',
      reason: 'Listed work RVU of one unit: CMS lists it and does not pay on it.',
      citation: CITATION.status,
    }
  }
  const reason =
    line.standing === 'priced' ? 'Work RVU of one unit, as listed.' : `No work RVU counts. ${statusMeaning(row)}`
  return { rule: 'work-rvu', reason, citation: CITATION.status }
}

export const unitsNote = (units: number): Note => ({
  rule: 'units',
  reason: `${String(units)} units.`,
  citation: CITATION.units,
})

const ORDINALS = ['', 'First', 'Second', 'Third', 'Fourth', 'Fifth']

function rankWords(rank: number, measure: Measure): string {
  const by = measure === 'payment' ? 'fee' : 'work'
  if (rank === 1) return `Largest procedure of the session by ${by}: in full.`
  return `${ORDINALS[rank] ?? 'Sixth or later'} procedure of the session by ${by}`
}

const HALF = factor('0.5')
const isHalf = (share: Factor): boolean => share.numerator * 2n === share.denominator
const shareWords = (share: Factor): string => (isHalf(share) ? 'half' : percent(share))

const ranked = (reason: string): Note => ({ rule: 'multiple-procedures', reason, citation: CITATION.multiple })
const BEYOND = ranked('Sixth or later procedure of the session: priced by report, at least half.')
const EACH_UNIT = ranked('Each unit takes a rank of its own: the largest in full, the others reduced.')
const atRank = (rank: number, measure: Measure, share: Factor): Note =>
  ranked(rank === 1 ? rankWords(1, measure) : `${rankWords(rank, measure)}: ${shareWords(share)}.`)

/** By rank, for the ranks at half that nearly every line has. */
const ALL_RANKS = [1, 2, 3, 4, 5, 6]
const USUAL: Readonly<Record<Measure, readonly Note[]>> = {
  payment: ALL_RANKS.map((rank) => atRank(rank, 'payment', HALF)),
  credit: ALL_RANKS.map((rank) => atRank(rank, 'credit', HALF)),
}

function noteAt(rank: number, measure: Measure, share: Factor): Note {
  const usual = rank === 1 || isHalf(share) ? USUAL[measure][fewer(rank, ALL_RANKS.length) - 1] : undefined
  return usual ?? atRank(rank, measure, share)
}

/** Why a line has the factor of its rank. */
export function rankNote({ slices, family }: Placement, measure: Measure): Note {
  const first = slices[0]
  const last = slices.at(-1)
  if (last?.byReport) return BEYOND
  if (first === undefined || first.rank !== last?.rank) return EACH_UNIT
  const note = noteAt(first.rank, measure, first.rankFactor)
  return family === null ? note : ranked(`${note.reason} Its family on ${family} takes one rank.`)
}

/** Why a line of a family has the amount it has before its rank. */
export function familyNote({ slices, family }: Placement): Note {
  const base = family ?? ''
  const kinds = new Set(slices.map((slice) => slice.kind))
  const note = { rule: 'endoscopy-family', citation: CITATION.endoscopy }
  if (kinds.has('included'))
    return { ...note, rule: 'endoscopy-base', reason: 'The base endoscopy is included in the others of its family.' }
  if (!kinds.has('difference')) return { ...note, reason: `Highest of the family on ${base}: in full.` }
  const also = kinds.has('full') ? 'First unit in full, the others' : 'Same family as a higher endoscopy:'
  return { ...note, reason: `${also} less the base ${base}.` }
}

export const baseMissingNote = (base: string): Note => ({
  rule: 'endoscopy-family',
  reason: `The base ${base} has no national amount to subtract: priced by report.`,
  citation: CITATION.endoscopy,
})
