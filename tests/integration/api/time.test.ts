import { describe, expect, it } from 'vitest'
import { POST } from '@/app/api/v1/time/route'
import { TimeReply } from '@/lib/features/openapi/schema'
import { call } from './call'

const ask = (body: unknown) => call(POST, { path: '/time', body })
const ANESTHESIA = { service: 'anesthesia', baseUnits: 6, minutes: 95, modifiers: ['AA'], conversionFactor: '19.31' }

describe('POST /api/v1/time', () => {
  it.each([
    // Domain E2: CMS counts 99292 from minute 104, CPT from 75.
    [
      { service: 'critical-care', minutes: 29 },
      { cms: { '99291': 0, '99292': 0 }, cpt: { '99291': 0, '99292': 0 } },
    ],
    [
      { service: 'critical-care', minutes: 103 },
      { cms: { '99291': 1, '99292': 0 }, cpt: { '99291': 1, '99292': 1 } },
    ],
    [
      { service: 'critical-care', minutes: 134 },
      { cms: { '99291': 1, '99292': 2 }, cpt: { '99291': 1, '99292': 2 } },
    ],
    // Domain E3: G2212 from minute 89, 99417 from 75 and each 15 more.
    [
      { service: 'prolonged-office', code: '99205', minutes: 90 },
      { cms: { G2212: 1 }, cpt: { '99417': 2 } },
    ],
    [
      { service: 'prolonged-office', code: '99215', minutes: 54 },
      { cms: { G2212: 0 }, cpt: { '99417': 0 } },
    ],
    [
      { service: 'prolonged-office', code: '99223', minutes: 105 },
      { cms: { G0316: 2 }, cpt: {} },
    ],
    // Domain E4: 38 to 52 minutes are three. 24 and 23 are 47 together, three by CMS, the odd one where more time is
    // left (9 of 24 before 8 of 23); each by itself is two (manual, chapter 5, section 20.2).
    [
      { service: 'therapy', minutes: 38 },
      { cms: { units: 3 }, cpt: { units: 3 } },
    ],
    [
      { service: 'therapy', codes: { '97112': 24, '97110': 23 } },
      { cms: { '97112': 2, '97110': 1 }, cpt: { '97112': 2, '97110': 2 } },
    ],
    // Domain B5: 95 / 15 = 6.3; 12.3 x 19.31 = 237.513; half of it 118.7565; AD 4 x 19.31.
    [ANESTHESIA, { timeUnits: '6.3', units: '12.3', allowed: '237.51' }],
    [
      { ...ANESTHESIA, modifiers: ['qk'] },
      { timeUnits: '6.3', units: '12.3', allowed: '118.76' },
    ],
    [
      { ...ANESTHESIA, modifiers: ['AD'], presentAtInduction: true },
      { timeUnits: '0.0', units: '4.0', allowed: '77.24' },
    ],
  ])('answers %j', async (body, expected) => {
    const answer = await ask(body)
    expect(answer).toMatchObject({ status: 200, body: expected })
    expect(TimeReply.parse(answer.body)).toEqual(expected)
  })

  it.each([
    [{ service: 'surgery', minutes: 30 }, 'service', /critical-care, prolonged-office, anesthesia/],
    [{ minutes: 30 }, 'service', /critical-care/],
    [{ service: 'critical-care' }, 'minutes', /whole number from 0 to 1,440/],
    [{ service: 'critical-care', minutes: -1 }, 'minutes', /from 0/],
    [{ service: 'critical-care', minutes: 30.5 }, 'minutes', /whole number/],
    [{ service: 'critical-care', minutes: '30' }, 'minutes', /whole number/],
    [{ service: 'critical-care', minutes: 30, code: '99291' }, 'code', /no field "code"/],
    [{ service: 'prolonged-office', code: '99213', minutes: 90 }, 'code', /99205/],
    [{ service: 'therapy' }, '', /minutes of each/],
    [{ service: 'therapy', minutes: 38, codes: { '97110': 38 } }, '', /minutes of each/],
    [{ service: 'therapy', codes: { '97110': 8.5 } }, 'codes.97110', /whole number/],
    [{ ...ANESTHESIA, conversionFactor: 19.31 }, 'conversionFactor', /in quotes/],
    [{ ...ANESTHESIA, conversionFactor: '19,31' }, 'conversionFactor', /in quotes/],
    [{ ...ANESTHESIA, modifiers: ['QK', 'AA'] }, 'modifiers', /one of AA/],
    [{ ...ANESTHESIA, baseUnits: 6.5 }, 'baseUnits', /whole number/],
  ])('refuses %j and says how to mend it', async (body, path, message) => {
    const answer = await ask(body)
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path, message: expect.stringMatching(message) }] } })
  })
})
