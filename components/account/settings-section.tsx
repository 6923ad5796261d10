import type { ReactNode } from 'react'
import { SectionTitle } from '../ui/finding'

interface SettingsSectionProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly children: ReactNode
}

export function SettingsSection({ title, lead, children }: SettingsSectionProps) {
  return (
    <section className="grid gap-s-4">
      <div>
        <SectionTitle>{title}</SectionTitle>
        {lead && <p className="mt-1 max-w-[62ch] text-14 leading-[1.5] text-ink-2">{lead}</p>}
      </div>
      {children}
    </section>
  )
}
