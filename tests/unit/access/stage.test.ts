import { expect, it } from 'vitest'
import { stageOn, USUAL_ROLE, type DatedStage } from '@/lib/domain/access/stage'
import { calendarDate as date } from '@/lib/domain/shared/date'

const stages: readonly DatedStage[] = [
  { from: date('2028-07-01'), stage: 'attending', trainingYear: null },
  { from: date('2023-07-01'), stage: 'resident', trainingYear: 1 },
]

it('keeps a case in the stage of its day, however the stages are listed', () => {
  expect(stageOn(stages, date('2023-06-30'))).toBeNull()
  expect(stageOn(stages, date('2023-07-01'))?.stage).toBe('resident')
  expect(stageOn(stages, date('2028-06-30'))?.trainingYear).toBe(1)
  expect(stageOn(stages, date('2028-07-01'))?.stage).toBe('attending')
})

it('gives each stage the role its cases start with', () => {
  expect(USUAL_ROLE).toEqual({ student: 'student', resident: 'resident', attending: 'attending' })
})
