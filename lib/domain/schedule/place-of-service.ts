/** Which practice expense column a place uses. */
export type Setting = 'facility' | 'nonfacility'

export type PlaceOfService = {
  readonly code: string
  readonly name: string
  readonly setting: Setting
  /** False where the rule is the contractor's and the setting is our reading (domain B2). */
  readonly certain: boolean
}

const place = (setting: Setting, code: string, name: string, certain = true): PlaceOfService => ({
  code,
  name,
  setting,
  certain,
})
const facility = (code: string, name: string): PlaceOfService => place('facility', code, name)
const office = (code: string, name: string): PlaceOfService => place('nonfacility', code, name)
const doubtful = (code: string, name: string): PlaceOfService => place('nonfacility', code, name, false)

/**
 * Places of service and the practice expense each one uses (domain B2; Medicare Claims Processing Manual, chapter 12,
 * section 20.4.2). 31 is facility and 32 is not; 02 is facility and 10 is not.
 */
export const PLACES_OF_SERVICE: readonly PlaceOfService[] = [
  office('01', 'Pharmacy'),
  facility('02', 'Telehealth, patient not at home'),
  office('03', 'School'),
  office('04', 'Homeless shelter'),
  doubtful('05', 'Indian Health Service, free-standing'),
  doubtful('06', 'Indian Health Service, hospital-based'),
  doubtful('07', 'Tribal clinic, free-standing'),
  doubtful('08', 'Tribal clinic, hospital-based'),
  office('09', 'Prison or jail'),
  office('10', 'Telehealth, patient at home'),
  office('11', 'Office'),
  office('12', 'Home'),
  office('13', 'Assisted living'),
  office('14', 'Group home'),
  office('15', 'Mobile unit'),
  office('16', 'Temporary lodging'),
  office('17', 'Walk-in retail clinic'),
  doubtful('18', 'Place of employment'),
  facility('19', 'Hospital outpatient, off campus'),
  office('20', 'Urgent care'),
  facility('21', 'Hospital inpatient'),
  facility('22', 'Hospital outpatient, on campus'),
  facility('23', 'Emergency department'),
  facility('24', 'Ambulatory surgery center'),
  office('25', 'Birthing center'),
  facility('26', 'Military treatment facility'),
  office('27', 'Street outreach'),
  facility('31', 'Skilled nursing, Part A stay'),
  office('32', 'Nursing facility'),
  office('33', 'Custodial care'),
  facility('34', 'Hospice'),
  facility('41', 'Ambulance, land'),
  facility('42', 'Ambulance, air or water'),
  office('49', 'Independent clinic'),
  office('50', 'Federally qualified health center'),
  facility('51', 'Psychiatric hospital, inpatient'),
  facility('52', 'Psychiatric hospital, day program'),
  facility('53', 'Community mental health center'),
  office('54', 'Intermediate care, intellectual disability'),
  office('55', 'Residential substance use treatment'),
  facility('56', 'Psychiatric residential treatment'),
  office('57', 'Substance use treatment, not residential'),
  office('58', 'Opioid treatment, not residential'),
  office('60', 'Mass immunization'),
  facility('61', 'Inpatient rehabilitation'),
  office('62', 'Outpatient rehabilitation'),
  office('65', 'Dialysis center'),
  doubtful('66', 'Program of all-inclusive care for the elderly'),
  office('71', 'Public health clinic'),
  office('72', 'Rural health clinic'),
  office('81', 'Independent laboratory'),
  office('99', 'Other place'),
]

const BY_CODE: ReadonlyMap<string, PlaceOfService> = new Map(PLACES_OF_SERVICE.map((each) => [each.code, each]))

/** A place of service; any code that is not in the table is priced outside a facility, and doubtful. */
export const placeOfService = (code: string): PlaceOfService =>
  BY_CODE.get(code) ?? doubtful(code, 'A place that is not in the table')
