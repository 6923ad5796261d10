import { describe, expect, it } from 'vitest'
import { allowedOf, calculate, creditedOf, line, only } from '@/tests/support/case-lines'

describe('roles (domain C4)', () => {
  it.each(['resident', 'student', 'observer', 'fellow'] as const)('%s: counted as training only', (role) => {
    const result = calculate(['69436-50'], { role })
    expect(result.lines[0]).toMatchObject({
      allowed: '0.00',
      creditedWorkRvu: '0.0000',
      trainingWorkRvu: '3.0150',
      payable: false,
      feeSchedule: '142.09',
    })
    expect(result.totals).toMatchObject({ allowed: '0.00', workRvu: '2.01', creditedWorkRvu: '0.0000' })
  })

  it('has no training where CMS sets no value, and none for an attending', () => {
    expect(only('0652T', { role: 'resident' })).toMatchObject({
      allowed: '0.00',
      creditedWorkRvu: '0.0000',
      trainingWorkRvu: null,
    })
    expect(only('44140').trainingWorkRvu).toBeNull()
    expect(only('99999', { role: 'resident' })).toMatchObject({
      allowed: null,
      creditedWorkRvu: null,
      trainingWorkRvu: null,
    })
  })
})

describe('another clinician', () => {
  it('is priced alone, takes no rank, and is in no total', () => {
    const other = line('44140', 1, { provider: 'other' })
    const result = calculate(['38100', other], { practitioner: 'np' })
    // 38100 at 85%: 1012.22 x 0.85 = 860.387 -> 860.39; the other in full
    expect(allowedOf(result)).toEqual(['860.39', '1180.65'])
    expect(creditedOf(result)).toEqual(['19.5500', '0.0000'])
    expect(result.totals).toMatchObject({ allowed: '860.39', workRvu: '19.55', creditedWorkRvu: '19.5500' })
  })
})
