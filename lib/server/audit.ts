import type { Actor, Grant, Permission } from '../domain/access/grant'
import { sql, tell, type Tx } from './db'

export type AuditNote = {
  /** What happened: `account.opened`. */
  readonly action: string
  /** What it happened to: an id, a name of a thing; never a mail address. */
  readonly subject: string
  /** Whose data it is about, where the grant does not say it. */
  readonly ownerId?: string
  readonly detail?: object
}

/** Writes what was done, in the transaction that does it: either both are kept or neither. */
export function recordAudit(tx: Tx, grant: Grant<Permission>, note: AuditNote): void {
  const ownerId = grant.reach.kind === 'own' ? grant.reach.owner : (note.ownerId ?? null)
  const { action, subject, detail = {} } = note
  const row = sql`
    insert into audit (owner_id, actor, action, subject, detail)
    values (${ownerId}::uuid, ${nameOf(grant.actor)}, ${action}, ${subject}, ${JSON.stringify(detail)}::jsonb)`
  tell(tx, row)
}

function nameOf(actor: Actor): string {
  switch (actor.kind) {
    case 'anonymous':
      return 'anonymous'
    case 'person':
      return `person:${actor.id}`
    case 'key':
      return `key:${actor.owner}`
    case 'mandate':
      return `job:${actor.owner}`
    case 'system':
      return `system:${actor.part}`
  }
}
