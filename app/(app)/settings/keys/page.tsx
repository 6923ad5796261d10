import type { Metadata } from 'next'
import { KeyForm } from '@/components/account/key-form'
import { KeyTable } from '@/components/account/key-table'
import { SettingsSection } from '@/components/account/settings-section'
import { createKeyAction, revokeKeyAction } from '@/lib/features/keys/actions'
import { loadKeys } from '@/lib/features/keys/loaders'
import { SCOPE_CHOICES } from '@/lib/features/keys/schema'
import { requireMe } from '../../require-me'

export const metadata: Metadata = { title: 'API keys' }

export default async function KeysPage() {
  const me = await requireMe('/settings/keys')
  const keys = await loadKeys()
  return (
    <>
      <SettingsSection
        title={keys.length === 0 ? 'No key yet' : 'Keys in use'}
        lead="A key lets a program of yours reach your log. Whoever has it can do what it allows, until you revoke it."
      >
        {keys.length > 0 && <KeyTable keys={keys} timeZone={me.timeZone} revokeKey={revokeKeyAction} />}
      </SettingsSection>
      <SettingsSection title="Make a key">
        <KeyForm createKey={createKeyAction} scopes={SCOPE_CHOICES} />
      </SettingsSection>
    </>
  )
}
