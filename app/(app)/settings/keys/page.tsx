import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { KeyForm } from '@/components/account/key-form'
import { PressForm } from '@/components/account/press-form'
import { SettingsSection } from '@/components/account/settings-section'
import { PlainTable } from '@/components/ui/plain-table'
import { dateIn } from '@/lib/domain/shared/date'
import { loadMe } from '@/lib/features/accounts/loaders'
import { createKeyAction, revokeKeyAction } from '@/lib/features/keys/actions'
import { loadKeys } from '@/lib/features/keys/loaders'
import { SCOPE_CHOICES, type KeyRow } from '@/lib/features/keys/schema'
import { formatDate } from '@/lib/format/date'

export const metadata: Metadata = { title: 'API keys' }

export default async function KeysPage() {
  const me = await loadMe()
  if (!me) redirect('/sign-in?next=/settings/keys')
  const keys = await loadKeys()
  return (
    <>
      <SettingsSection
        title={keys.length === 0 ? 'No key yet' : 'Keys in use'}
        lead="A key lets a program of yours reach your log. Whoever has it can do what it allows, until you revoke it."
      >
        {keys.length > 0 && <KeyTable keys={keys} timeZone={me.timeZone} />}
      </SettingsSection>
      <SettingsSection title="Make a key">
        <KeyForm createKey={createKeyAction} scopes={SCOPE_CHOICES} />
      </SettingsSection>
    </>
  )
}

function KeyTable({ keys, timeZone }: { readonly keys: readonly KeyRow[]; readonly timeZone: string }) {
  const rows = keys.map(({ id, name, prefix, scopes, createdAt }) => [
    name,
    <code key="prefix">{prefix}…</code>,
    scopes.join(', '),
    formatDate(dateIn(timeZone, new Date(createdAt))),
    <PressForm
      key="revoke"
      press={revokeKeyAction}
      fields={{ id }}
      label="Revoke"
      spoken={`Revoke the key ${name}`}
      look="danger"
    />,
  ])
  const columns = [
    'Name',
    'Begins with',
    'May',
    'Made',
    <span key="revoke" className="sr-only">
      Revoke
    </span>,
  ]
  return <PlainTable caption="Your keys" columns={columns.map((head) => ({ head }))} rows={rows} />
}
