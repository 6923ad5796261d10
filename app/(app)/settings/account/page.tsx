import type { Metadata } from 'next'
import { ChangeEmailForm, ChangePasswordForm } from '@/components/account/credential-forms'
import { SettingsSection } from '@/components/account/settings-section'
import { SignOutButton } from '@/components/account/sign-out-button'
import { PASSWORD_HINT } from '@/lib/features/accounts/schema'
import { askEmailChangeAction, changePasswordAction } from '@/lib/features/credentials/actions'
import { outboxIsShown } from '@/lib/server/mail'
import { requireMe } from '../../require-me'

export const metadata: Metadata = { title: 'Signing in' }

export default async function AccountPage() {
  const me = await requireMe('/settings/account')
  return (
    <>
      <SettingsSection title="Password" lead="A change signs out every other device.">
        <ChangePasswordForm changePassword={changePasswordAction} email={me.email} passwordHint={PASSWORD_HINT} />
      </SettingsSection>
      <SettingsSection title="Mail address" lead={`You sign in with ${me.email}.`}>
        <ChangeEmailForm askEmailChange={askEmailChangeAction} outbox={outboxIsShown()} />
      </SettingsSection>
      <SettingsSection title="This device">
        <div>
          <SignOutButton look="outline" />
        </div>
      </SettingsSection>
    </>
  )
}
