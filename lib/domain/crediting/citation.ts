import { ANESTHESIA_BASE_CITATION } from '../schedule/base-units'

/** Where the rules are written, once each. Chapters are those of the Medicare Claims Processing Manual (Pub. 100-04). */
const manual = (chapter: number, section: string): string =>
  `Medicare Claims Processing Manual, chapter ${String(chapter)}, section ${section}`
const layout = (column: string): string => `Relative value file, record layout, ${column}`

export const CITATION = {
  fee: manual(12, '20.1'),
  setting: manual(12, '20.4.2'),
  imagingCap: 'Deficit Reduction Act of 2005, section 5102(b); relative value file, outpatient cap columns',
  status: layout('status code'),
  pcTc: layout('PC/TC indicator'),
  units: manual(12, '30'),
  bilateral: manual(12, '40.7'),
  multiple: manual(12, '40.6'),
  endoscopy: manual(12, '40.6.C'),
  imaging: 'Physician Fee Schedule final rule for 2007; relative value file, multiple procedure indicator 4, family 88',
  diagnostic: layout('multiple procedure indicators 6 and 7'),
  therapy: manual(5, '10.7'),
  assistant: manual(12, '20.4.3'),
  assistantApp: manual(12, '110.2 and 120.1'),
  coSurgeon: manual(12, '40.8'),
  package: manual(12, '40.2 and 40.4'),
  returnToRoom: manual(12, '40.4.C'),
  reduced: manual(12, '20.4.6'),
  effort: manual(12, '40.2.A.10'),
  globalPeriod: manual(12, '40.1 and 40.2'),
  practitioner: '42 CFR 414.52, 414.54 and 414.56',
  participation: manual(12, '20.4.1'),
  teaching: manual(12, '100'),
  split: manual(12, '30.6.18'),
  therapyAssistant: manual(5, '20.1'),
  unitLimit: 'National Correct Coding Initiative, medically unlikely edits, practitioner services',
  addOn: 'National Correct Coding Initiative Policy Manual, chapter 1, section R',
  complexity: 'Physician Fee Schedule final rules for 2024, 2025 and 2026, visit complexity add-on',
  prolonged: manual(12, '30.6.15'),
  notCovered: manual(1, '60'),
  anesthesia: `42 CFR 414.46; ${manual(12, '50')}; ${ANESTHESIA_BASE_CITATION}`,
  modifiers: manual(12, '20.6 and 40'),
  release: 'Relative value file release for the date of service',
  entered: 'Value entered with this line; the fee schedule sets none',
  policy: 'Crediting policy of this calculation',
} as const
