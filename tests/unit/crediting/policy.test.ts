import { describe, expect, it } from 'vitest'
import { MODIFIERS } from '@/lib/domain/crediting/modifier'
import { POLICY_PRESETS, type Policy } from '@/lib/domain/crediting/policy'
import { PolicyObject } from '@/lib/features/schedule/schema'
import { calculate, line, only } from '@/tests/support/case-lines'
import { rowOf, view } from '@/tests/support/schedule-rows'

const custom = (change: Partial<Policy>): Policy => ({
  ...POLICY_PRESETS.cms_adjusted,
  name: 'Surgery 2026',
  ...change,
})
const credited = (text: string, policy: Policy, change = {}) => only(text, { policy, ...change }).creditedWorkRvu

describe('a policy of one’s own (domain C1)', () => {
  // A row that every modifier is allowed on and both sides of which count.
  const schedule = view({}, [
    rowOf('44140', '', { bilateral: '1', assistant: '2', coSurgeon: '2', team: '2' }),
    rowOf('44140', '', { modifier: '26' }),
    rowOf('44140', '', { modifier: 'TC' }),
  ])
  const elsewhere = ['51', '73', '74']

  it.each(MODIFIERS.map(({ code }) => code).filter((code) => !elsewhere.includes(code)))(
    'sets its own factor for %s',
    (code) => {
      // 22.59 x 0.3 = 6.7770, whatever the modifier does by itself; payment is not touched.
      const policy = custom({ factors: { [code]: '0.3' } })
      const given = only(`44140-${code}`, { policy }, schedule)
      expect(given.creditedWorkRvu).toBe('6.7770')
      expect(given.allowed).toBe(only(`44140-${code}`, {}, schedule).allowed)
      const step = given.steps.findLast((each) => each.measure === 'credit')
      expect(step?.factor).toBe('0.3')
    },
  )

  it('sets 51 for the ranks below the first, and nothing else', () => {
    // 22.59 + 19.55 x 0.3 = 5.8650
    const policy = custom({ factors: { '51': '0.3' } })
    expect(calculate(['44140-51', '38100'], { policy }).lines.map((each) => each.creditedWorkRvu)).toEqual([
      '22.5900',
      '5.8650',
    ])
  })

  it('adds to an operation of unusual effort', () => {
    // 22.59 x 1.2 = 27.1080
    expect(credited('44140-22', custom({ factors: { '22': '1.2' } }))).toBe('27.1080')
  })

  it('takes its factor of 55 for the days held', () => {
    // 22.59 x 0.3 x 30 / 90 = 2.2590
    const policy = custom({ factors: { '55': '0.3' } })
    expect(only(line('44140-55', 0, { postoperativeDays: 30 }), { policy }).creditedWorkRvu).toBe('2.2590')
  })

  it('keeps a pair one pair where a side has a factor', () => {
    // 142.09 and the rest of 213.14, as without the policy; 2.01 x 0.9 and 1.005 x 0.9
    const policy = custom({ factors: { LT: '0.9', RT: '0.9' } })
    const result = calculate(['69436-RT', '69436-LT'], { policy })
    expect(result.lines.map((each) => [each.allowed, each.creditedWorkRvu])).toEqual([
      ['142.09', '1.8090'],
      ['71.05', '0.9045'],
    ])
  })

  it('leaves the published work of a stopped colonoscopy', () => {
    expect(credited('45378-53', custom({ factors: { '53': '0.1' } }))).toBe('1.6300')
  })

  it('reduces several procedures and families apart from each other', () => {
    const lines = ['31628', '31625', '44140']
    const totalOf = (change: Partial<Policy>) => calculate(lines, { policy: custom(change) }).totals.creditedWorkRvu
    // 22.59 + (3.55 + 0.58) x 0.5 = 24.6550
    expect(totalOf({})).toBe('24.6550')
    // Ranks alone: 22.59 + (3.55 + 3.11) x 0.5 = 25.9200
    expect(totalOf({ endoscopy: false })).toBe('25.9200')
    // Families alone: 22.59 + 3.55 + 0.58
    expect(totalOf({ multipleProcedure: false })).toBe('26.7200')
    // Neither: 22.59 + 3.55 + 3.11
    expect(totalOf({ multipleProcedure: false, endoscopy: false })).toBe('29.2500')
  })
})

describe('assistants under a policy', () => {
  const none = custom({ assistants: false })

  it('credits none, by modifier or by role, and pays them all the same', () => {
    for (const modifier of ['80', '81', '82', 'AS']) {
      expect(only(`44140-${modifier}`, { policy: none, practitioner: 'pa' }).creditedWorkRvu).toBe('0.0000')
    }
    expect(only('44140-80', { policy: none }).allowed).toBe('188.90')
    expect(credited('44140', none, { role: 'assistant' })).toBe('0.0000')
    expect(credited('44140', custom({ assistants: false, factors: { '80': '0.2' } }), { role: 'assistant' })).toBe(
      '0.0000',
    )
    expect(credited('44140', none)).toBe('22.5900')
  })

  it('says so in a step of its own', () => {
    const step = only('44140-80', { policy: none }).steps.at(-1)
    expect(step).toMatchObject({ rule: 'policy-assistants', factor: '0', after: '0.0000' })
    expect(step?.reason).toContain('Surgery 2026')
  })
})

describe('split or shared visits (domain C4, E5)', () => {
  it('are of the biller alone, at the share of who bills', () => {
    // 3.50 + 1.39 x 0.869 (1.20791) + 0.28 x 0.575 (0.161) = 4.86891 x 32.3465 = 157.4922... -> 157.49; x 0.85 = 133.87
    expect(only('21:99223-FS')).toMatchObject({ allowed: '157.49', creditedWorkRvu: '3.5000', flags: [] })
    expect(only('21:99223-FS', { practitioner: 'np' })).toMatchObject({ allowed: '133.87', creditedWorkRvu: '3.5000' })
  })

  it('credit half where the policy divides them', () => {
    const policy = custom({ splitShared: 'half' })
    expect(credited('21:99223-FS', policy)).toBe('1.7500')
    expect(credited('21:99223', policy)).toBe('3.5000')
    expect(credited('21:99223-FS', custom({ splitShared: 'half', factors: { FS: '0.6' } }))).toBe('2.1000')
    expect(credited('21:99223-FS', { ...POLICY_PRESETS.unadjusted, splitShared: 'half' })).toBe('1.7500')
  })

  it('are of facilities only: an office is warned and priced as entered', () => {
    const reasonIn = (place: string) =>
      only(`${place}:99213-FS`).steps.find((step) => step.rule === 'split-or-shared')?.reason
    expect(reasonIn('11')).toMatch(/facilities only/)
    expect(reasonIn('21')).not.toMatch(/facilities only/)
    expect(only('11:99213-FS').allowed).toBe(only('11:99213').allowed)
  })
})

describe('a policy as it is sent', () => {
  it('takes the new members, and refuses others', () => {
    expect(PolicyObject.parse({ assistants: false, splitShared: 'half' })).toMatchObject({
      base: 'cms_adjusted',
      assistants: false,
      splitShared: 'half',
    })
    expect(PolicyObject.safeParse({ splitShared: 'both' }).success).toBe(false)
    expect(PolicyObject.safeParse({ assistant: false }).success).toBe(false)
  })

  it('is a plain value, presets too', () => {
    for (const preset of Object.values(POLICY_PRESETS)) {
      expect(JSON.parse(JSON.stringify(preset))).toEqual(preset)
      expect(preset).toMatchObject({ assistants: true, splitShared: 'biller' })
    }
  })
})
