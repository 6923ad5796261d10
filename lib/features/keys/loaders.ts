import { sessionGrant } from '../../server/session'
import type { KeyRow } from './schema'
import { listKeys } from './service'

/** The person's keys in use, the newest first. */
export async function loadKeys(): Promise<readonly KeyRow[]> {
  const granted = await sessionGrant('key:manage')
  const page = granted.ok ? await listKeys(granted.value, { limit: 100 }) : granted
  return page.ok ? page.value.items : []
}
