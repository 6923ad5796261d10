import { describe, expect, it } from 'vitest'
import { localityRange } from '@/lib/domain/catalog/locality-range'
import { conversionFactor } from '@/lib/domain/shared/exact'
import { ALABAMA, MANHATTAN, rowOf } from '../../support/schedule-rows'

const FACTOR = conversionFactor('32.3465')

describe('what localities pay', () => {
  it('goes from the least to the most, each by its own indices', () => {
    const range = localityRange(rowOf('47562'), 'facility', FACTOR, [MANHATTAN, ALABAMA])
    // Work 10.47, practice expense 6.97, malpractice 2.62 with the indices of GPCI2025, times 32.3465.
    // Alabama 1.000, 0.869, 0.575: (10.47 + 6.05693 + 1.5065) x 32.3465 = 583.3183…; Manhattan 1.065, 1.166, 1.656:
    // (11.15055 + 8.12702 + 4.33872) x 32.3465 = 763.9049….
    expect(range).toMatchObject({ of: 2, least: { locality: ALABAMA, fee: 583_32n }, middle: { locality: ALABAMA }, most: { locality: MANHATTAN, fee: 763_90n } }) // prettier-ignore
  })

  it('is nothing where there is no national amount, or no locality is held', () => {
    expect(localityRange(rowOf('99024'), 'facility', FACTOR, [ALABAMA])).toBeNull()
    expect(localityRange(rowOf('47562'), 'facility', FACTOR, [])).toBeNull()
  })
})
