import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OutboxMessage } from '@/components/account/outbox-message'
import { AccountLayout } from '@/components/shell/account-layout'
import { outboxIsShown, readOutbox } from '@/lib/server/mail'

export const metadata: Metadata = { title: 'Outbox' }
export const dynamic = 'force-dynamic'

export default async function OutboxPage() {
  if (!outboxIsShown()) notFound()
  const messages = await readOutbox()
  return (
    <AccountLayout
      title={messages.length === 0 ? 'No message was sent yet' : 'Messages kept here'}
      lead="No mail server is set (SMTP_URL), so messages stay on this machine. Only this machine can open this page."
    >
      {messages.map((message) => (
        <OutboxMessage key={message.id} {...message} />
      ))}
    </AccountLayout>
  )
}
