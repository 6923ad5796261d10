import type { ReactNode } from 'react'
import { SettingsNav } from '@/components/account/settings-nav'
import { PageHead } from '@/components/shell/page-head'
import { MetaLine } from '@/components/ui/meta-line'

export default function SettingsLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <PageHead>
        <MetaLine here="Settings" isHeading />
        <SettingsNav />
      </PageHead>
      <div className="grid gap-s-7 pb-s-8">{children}</div>
    </>
  )
}
