/** The year of the anesthesia base units held, the last that was at hand. They change rarely: say the year beside them. */
export const ANESTHESIA_BASE_YEAR = 2022

/** What an answer cites for base units. */
export const ANESTHESIA_BASE_CITATION = `CMS anesthesia base units by code, calendar year ${String(ANESTHESIA_BASE_YEAR)}`
