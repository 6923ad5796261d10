import { describe, expect, it } from 'vitest'
import { AddVersion, CreatePolicy } from '@/lib/features/policies/schema'
import { check } from '@/lib/server/input'

const TERMS = {
  note: '',
  base: 'cms_adjusted',
  multipleProcedure: true,
  endoscopy: true,
  assistants: true,
  splitShared: 'biller',
  schedule: 'by-date',
  factors: [{ modifier: '80', factor: '0' }],
}

describe('a version as it is sent', () => {
  it.each([
    ['name', '', 'Name the policy.'],
    ['name', 'x'.repeat(61), /at most 60/],
    ['name', 'Contract of Mrs. Smith', /Looks like a name/],
    ['note', 'MRN 12345678', /record number/],
    ['note', 'x'.repeat(201), /at most 200/],
    ['from', '2025-02-30', /a day that exists/],
    ['base', 'generous', /base/],
    ['splitShared', 'third', /one of the two/],
    ['assistants', 'yes', /one of the two/],
    ['schedule', 'last year', /release that is installed/],
    ['factors.0.factor', '3.0001', /0 to 3 with at most four decimals/],
    ['factors.0.factor', '0.12345', /credit is kept to four decimals/],
    ['factors.0.factor', '-1', /Enter 0 to 3/],
    ['factors.0.factor', '16%', /Enter 0 to 3/],
    ['factors.0.modifier', 'ZZ', /no such modifier/],
  ])('%s "%s"', (path, value, message) => {
    const [field = '', , part] = path.split('.')
    const change = part ? { factors: [{ modifier: '80', factor: '0', [part]: value }] } : { [field]: value }
    const given = { workplaceId: crypto.randomUUID(), name: 'Main', from: '2025-11-01', ...TERMS, ...change }
    expect(check(CreatePolicy, given)).toMatchObject({
      error: { fields: [{ path, message: typeof message === 'string' ? message : expect.stringMatching(message) }] },
    })
  })

  it('a modifier twice, more than 50 factors, and a field that there is not', () => {
    const given = { id: crypto.randomUUID(), from: '2025-11-01', ...TERMS }
    const row = (modifier: string) => ({ modifier, factor: '1' })
    expect(check(AddVersion, { ...given, factors: [row('80'), row('62'), row('80')] })).toMatchObject({
      error: { fields: [{ path: 'factors.2.modifier', message: '80 is listed twice. Keep one of the two.' }] },
    })
    const many = Array.from({ length: 51 }, () => row('80'))
    expect(check(AddVersion, { ...given, factors: many })).toMatchObject({ error: { fields: [{ path: 'factors' }] } })
    expect(check(AddVersion, { ...given, organizationId: 'x' }).ok).toBe(false)
  })

  it.each(['0', '0.16', '.16', '1', '2.9999', '3', '3.0000'])('but not the factor %s', (factor) => {
    const given = { id: crypto.randomUUID(), from: '2025-11-01', ...TERMS, factors: [{ modifier: 'as', factor }] }
    const kept = factor === '.16' ? '0.16' : factor
    expect(check(AddVersion, given)).toMatchObject({ ok: true, value: { factors: { AS: kept } } })
  })
})
