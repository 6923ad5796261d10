import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conversionFactor, printCents } from '@/lib/domain/shared/exact'
import { anesthesiaAllowed, printUnits } from '@/lib/domain/crediting/anesthesia'
import {
  criticalCareUnits,
  PROLONGED_VISITS,
  prolongedUnits,
  therapyUnits,
  therapyUnitsByCode,
} from '@/lib/domain/crediting/time'

describe('critical care (domain E2)', () => {
  it.each([
    [29, 0, 0, 0],
    [30, 1, 0, 0],
    [74, 1, 0, 0],
    [75, 1, 0, 1],
    [103, 1, 0, 1],
    [104, 1, 1, 1],
    [105, 1, 1, 2],
    [133, 1, 1, 2],
    [134, 1, 2, 2],
    [135, 1, 2, 3],
    [163, 1, 2, 3],
    [164, 1, 3, 3],
  ])('%d minutes: 99291 x %d, 99292 x %d for CMS and %d for CPT', (minutes, first, cms, cpt) => {
    expect(criticalCareUnits(minutes)).toEqual({
      cms: { '99291': first, '99292': cms },
      cpt: { '99291': first, '99292': cpt },
    })
  })

  it('is never less by CPT than by CMS, nor for more minutes', () => {
    fc.assert(
      fc.property(fc.nat(1000), (minutes) => {
        const { cms, cpt } = criticalCareUnits(minutes)
        expect(cpt['99292']).toBeGreaterThanOrEqual(cms['99292'] ?? 0)
        expect(criticalCareUnits(minutes + 1).cms['99292']).toBeGreaterThanOrEqual(cms['99292'] ?? 0)
      }),
    )
  })
})

describe('prolonged visits (domain E3)', () => {
  it.each([
    ['99205', 74, 0, 0],
    ['99205', 75, 0, 1],
    ['99205', 88, 0, 1],
    ['99205', 89, 1, 1],
    ['99205', 90, 1, 2],
    ['99205', 104, 2, 2],
    ['99215', 54, 0, 0],
    ['99215', 55, 0, 1],
    ['99215', 68, 0, 1],
    ['99215', 69, 1, 1],
    ['99215', 70, 1, 2],
    ['99215', 84, 2, 2],
  ])('%s for %d minutes: G2212 x %d, 99417 x %d', (visit, minutes, cms, cpt) => {
    expect(prolongedUnits(visit, minutes)).toEqual({ cms: { G2212: cms }, cpt: { '99417': cpt } })
  })

  it.each([
    ['99223', 'G0316', 90],
    ['99233', 'G0316', 65],
    ['99236', 'G0316', 110],
    ['99306', 'G0317', 95],
    ['99310', 'G0317', 85],
    ['99345', 'G0318', 140],
    ['99350', 'G0318', 110],
    ['99483', 'G2212', 100],
  ])('%s has %s from %d minutes', (visit, code, from) => {
    expect(prolongedUnits(visit, from - 1)?.cms).toEqual({ [code]: 0 })
    expect(prolongedUnits(visit, from)?.cms).toEqual({ [code]: 1 })
    expect(prolongedUnits(visit, from + 15)?.cms).toEqual({ [code]: 2 })
    expect(prolongedUnits(visit, from)?.cpt).toEqual({})
  })

  it('knows no other visit', () => {
    expect(prolongedUnits('99213', 500)).toBeNull()
    expect(PROLONGED_VISITS).toHaveLength(10)
  })
})

describe('timed therapy (domain E4)', () => {
  it.each([
    [7, 0],
    [8, 1],
    [22, 1],
    [23, 2],
    [37, 2],
    [38, 3],
    [52, 3],
    [53, 4],
  ])('%d minutes are %d units', (minutes, units) => {
    expect(therapyUnits(minutes)).toBe(units)
  })
})

describe('timed therapy of several codes (domain E4; manual, chapter 5, section 20.2)', () => {
  it.each([
    // The manual's own examples of minutes together: 47 are three units, the third to the code with more time.
    [{ '97112': 24, '97110': 23 }, { '97112': 2, '97110': 1 }, { '97112': 2, '97110': 2 }],
    [{ '97112': 20, '97110': 20 }, { '97110': 2, '97112': 1 }, { '97110': 1, '97112': 1 }],
    [{ '97110': 33, '97140': 7 }, { '97110': 2, '97140': 1 }, { '97110': 2, '97140': 0 }],
    [{ '97110': 18, '97116': 10, '97140': 13, '97035': 8 }, { '97110': 1, '97116': 1, '97140': 1, '97035': 0 }, { '97110': 1, '97116': 1, '97140': 1, '97035': 1 }],
    [{ '97112': 7, '97110': 7, '97140': 7 }, { '97110': 1, '97112': 0, '97140': 0 }, { '97110': 0, '97112': 0, '97140': 0 }],
  ] as const)('%j', (minutes, cms, cpt) => {
    expect(therapyUnitsByCode(minutes)).toEqual({ cms, cpt })
  }) // prettier-ignore

  it('gives as many CMS units as the minutes together have, and the same for one code', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { minLength: 1, maxLength: 5 }), (times) => {
        const minutes = Object.fromEntries(times.map((each, index) => [`9711${index}`, each]))
        const { cms } = therapyUnitsByCode(minutes)
        const total = Object.values(cms).reduce((sum, each) => sum + each, 0)
        expect(total).toBe(therapyUnits(times.reduce((sum, each) => sum + each, 0)))
        const alone = therapyUnitsByCode({ '97110': times[0] ?? 0 })
        expect(alone.cms).toEqual(alone.cpt)
      }),
    )
  })
})

describe('anesthesia (domain B5)', () => {
  const price = (baseUnits: number, minutes: number, modifiers: string[], presentAtInduction = false) => {
    const answer = anesthesiaAllowed({
      baseUnits,
      minutes,
      modifiers,
      conversionFactor: conversionFactor('19.31'),
      presentAtInduction,
    })
    return [printUnits(answer.timeTenths), printUnits(answer.unitTenths), printCents(answer.allowed)]
  }

  it('prices base and time at the local factor', () => {
    // 95 / 15 = 6.33 -> 6.3; 12.3 x 19.31 = 237.513 -> 237.51; half: 118.7565 -> 118.76
    for (const modifier of ['AA', 'QZ', 'GC']) expect(price(6, 95, [modifier])).toEqual(['6.3', '12.3', '237.51'])
    for (const modifier of ['QK', 'QX', 'QY']) expect(price(6, 95, [modifier])).toEqual(['6.3', '12.3', '118.76'])
  })

  it('rounds time half up to a tenth', () => {
    // 48 / 15 = 3.2; 0.75 minutes more would be a half: 51 / 15 = 3.4; 95 / 15 = 6.33; 100 / 15 = 6.67
    expect(price(3, 48, [])[0]).toBe('3.2')
    expect(price(3, 100, [])[0]).toBe('6.7')
  })

  it('pays supervision three base units, one more at induction, and no time', () => {
    // 3 x 19.31 = 57.93; 4 x 19.31 = 77.24
    expect(price(9, 200, ['AD'])).toEqual(['0.0', '3.0', '57.93'])
    expect(price(9, 200, ['AD'], true)).toEqual(['0.0', '4.0', '77.24'])
  })

  it('adds nothing for physical status', () => {
    expect(price(6, 95, ['AA', 'P4'])).toEqual(price(6, 95, ['AA']))
  })
})
