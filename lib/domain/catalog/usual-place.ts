import type { ScheduleRow } from '../schedule/row'

/** Where a code is counted unless somebody says: 22 Hospital outpatient for what is done in facilities, else 11 Office. */
export const usualPlace = (row: ScheduleRow): string =>
  row.rarelyNonFacility || (row.globalPeriod === '090' && !row.rarelyFacility) ? '22' : '11'
