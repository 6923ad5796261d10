import type { UserId } from '../shared/id'
import { ok, refuse, type Result } from '../shared/result'
import { PERMISSIONS, type ApiScope, type Permission, type SystemPart } from './permission'

export type { Permission } from './permission'

/** Who asks. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'person'; readonly id: UserId; readonly verified: boolean; readonly platformAdmin: boolean }
  | { readonly kind: 'key'; readonly owner: UserId; readonly scopes: readonly ApiScope[] }
  | { readonly kind: 'system'; readonly part: SystemPart }
  /** A job that a person asked for: it acts for them and reaches nobody else's rows. */
  | { readonly kind: 'mandate'; readonly owner: UserId }

/** Whose rows a grant reaches. Row-level security enforces the same a second time. */
export type Reach = { readonly kind: 'own'; readonly owner: UserId } | { readonly kind: 'system' }

export type DatabaseRole = 'rvu_edge_app' | `rvu_edge_${SystemPart}`

declare const proof: unique symbol

/** Proof that a permission was decided. Stores ask for one; only decide() makes one. */
export type Grant<P extends Permission> = {
  readonly actor: Actor
  readonly reach: Reach
  readonly databaseRole: DatabaseRole
  readonly [proof]: P
}

/** Grants `permission` to the actor, or says what is missing: sign in, confirm the address, or it is not theirs. */
export function decide<P extends Permission>(actor: Actor, permission: P): Result<Grant<P>> {
  const holders = PERMISSIONS[permission]
  switch (actor.kind) {
    case 'anonymous':
      return refuse('NOT_SIGNED_IN', 'Sign in, or send an API key in the Authorization header.')
    case 'system':
      if (holders.system !== actor.part) return notAllowed()
      return ok(grant(actor, { kind: 'system' }, `rvu_edge_${actor.part}`))
    case 'key':
      if (holders.scope === null) return refuse('NOT_ALLOWED', 'An API key cannot do this. Sign in instead.')
      if (!actor.scopes.includes(holders.scope)) {
        return refuse('NOT_ALLOWED', `This API key lacks the scope ${holders.scope}. Make one that has it in Settings.`)
      }
      return ok(grant(actor, { kind: 'own', owner: actor.owner }, 'rvu_edge_app'))
    case 'mandate':
      if (!holders.mandate) return notAllowed()
      return ok(grant(actor, { kind: 'own', owner: actor.owner }, 'rvu_edge_app'))
    case 'person':
      return forPerson(actor, permission)
  }
}

function forPerson<P extends Permission>(actor: Extract<Actor, { kind: 'person' }>, permission: P): Result<Grant<P>> {
  const { person } = PERMISSIONS[permission]
  if (person === 'nobody') return notAllowed()
  if (person === 'admin' && !actor.platformAdmin) return notAllowed()
  if (person === 'verified' && !actor.verified) {
    return refuse('NOT_ALLOWED', 'Confirm your mail address first: open the link in the message we sent.')
  }
  return ok(grant(actor, { kind: 'own', owner: actor.id }, 'rvu_edge_app'))
}

const notAllowed = () => refuse('NOT_ALLOWED', 'You may not do this.')

const grant = <P extends Permission>(actor: Actor, reach: Reach, databaseRole: DatabaseRole): Grant<P> =>
  ({ actor, reach, databaseRole }) as Grant<P>

/** The owner whose rows the grant reaches. Throws for a system grant: that would be a bug. */
export function ownerOf(grant: Grant<Permission>): UserId {
  if (grant.reach.kind !== 'own') throw new Error('a system grant has no owner')
  return grant.reach.owner
}
