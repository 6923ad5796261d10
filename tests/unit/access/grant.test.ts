import { describe, expect, expectTypeOf, it } from 'vitest'
import { decide, ownerOf, type Actor, type Grant } from '@/lib/domain/access/grant'
import { API_SCOPES, PERMISSIONS, type Permission } from '@/lib/domain/access/permission'
import type { UserId } from '@/lib/domain/shared/id'

const owner = '3f0c2f4e-0000-4000-8000-000000000001' as UserId
const person = (change: { verified?: boolean; platformAdmin?: boolean } = {}): Actor => ({
  kind: 'person',
  id: owner,
  verified: true,
  platformAdmin: false,
  ...change,
})
const every = Object.keys(PERMISSIONS) as Permission[]
const allowed = (actor: Actor) => every.filter((permission) => decide(actor, permission).ok).toSorted()

function granted<P extends Permission>(actor: Actor, permission: P): Grant<P> {
  const result = decide(actor, permission)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

describe('decide', () => {
  it('grants nothing to nobody', () => {
    expect(allowed({ kind: 'anonymous' })).toEqual([])
    expect(decide({ kind: 'anonymous' }, 'case:read')).toMatchObject({ error: { code: 'NOT_SIGNED_IN' } })
  })

  it('grants a person their own work, and an administrator the platform besides', () => {
    const own = [
      'case:read',
      'case:write',
      'key:manage',
      'platform:claim',
      'profile:read',
      'profile:write',
      'training:write',
      'workplace:write',
    ]
    expect(allowed(person())).toEqual(own)
    expect(allowed(person({ platformAdmin: true }))).toEqual([...own, 'platform:admin', 'release:install'].toSorted())
  })

  it('asks for a confirmed address before any case', () => {
    expect(decide(person({ verified: false }), 'case:write')).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
    expect(allowed(person({ verified: false }))).toEqual(['profile:read', 'profile:write'])
  })

  it('grants a job that a person asked for their cases and nothing else', () => {
    expect(allowed({ kind: 'mandate', owner })).toEqual(['case:write'])
    const mandate = granted({ kind: 'mandate', owner }, 'case:write')
    expect(ownerOf(mandate)).toBe(owner)
    expect(mandate.databaseRole).toBe('rvu_edge_app')
  })

  it('grants a key its scopes and no more, whatever its owner may do', () => {
    expect(allowed({ kind: 'key', owner, scopes: [] })).toEqual([])
    expect(allowed({ kind: 'key', owner, scopes: ['cases:read'] })).toEqual(['case:read'])
    expect(allowed({ kind: 'key', owner, scopes: [...API_SCOPES] })).toEqual([
      'case:read',
      'case:write',
      'profile:read',
    ])
    expect(decide({ kind: 'key', owner, scopes: ['cases:read'] }, 'case:write')).toMatchObject({
      error: { code: 'NOT_ALLOWED', message: expect.stringContaining('cases:write') },
    })
  })

  it.each([
    ['auth', ['account:open', 'report:send']],
    ['import', ['schedule:import']],
    ['job', ['job:run']],
    ['backup', ['backup:run']],
  ] as const)('grants the %s part of the system %s alone, in a database role of its own', (part, permissions) => {
    expect(allowed({ kind: 'system', part })).toEqual(permissions)
    for (const permission of permissions) {
      expect(granted({ kind: 'system', part }, permission).databaseRole).toBe(`rvu_edge_${part}`)
    }
  })

  it('reaches the rows of the person who asks, or of the owner of the key', () => {
    const grant = granted(person(), 'case:write')
    expect(grant).toMatchObject({ reach: { kind: 'own', owner }, databaseRole: 'rvu_edge_app' })
    expect(ownerOf(grant)).toBe(owner)
    expect(ownerOf(granted({ kind: 'key', owner, scopes: ['cases:read'] }, 'case:read'))).toBe(owner)
    expect(() => ownerOf(granted({ kind: 'system', part: 'job' }, 'job:run'))).toThrow('no owner')
  })
})

describe('a grant', () => {
  it('of reading does not allow writing: it does not compile', () => {
    const read = granted(person(), 'case:read')
    // @ts-expect-error a read grant does not allow writing
    const wrong: Grant<'case:write'> = read
    expect(wrong).toBe(read)
    expectTypeOf(read).toEqualTypeOf<Grant<'case:read'>>()
  })

  it('cannot be written by hand: it does not compile', () => {
    const actor = person()
    // @ts-expect-error the proof is missing, and nothing outside decide() can name it
    const forged: Grant<'case:read'> = { actor, reach: { kind: 'own', owner }, databaseRole: 'rvu_edge_app' }
    expect(forged.actor).toBe(actor)
  })

  it('satisfies what asks for either of two permissions', () => {
    const either: Grant<'case:read' | 'case:write'> = granted(person(), 'case:write')
    expect(ownerOf(either)).toBe(owner)
  })
})
