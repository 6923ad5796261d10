import type { ReactNode } from 'react'
import { releaseWords } from '@/components/code/release-words'
import { SiteFrame } from '@/components/site/site-frame'
import { loadRelease } from '@/lib/features/hubs/loaders'

export default async function SiteLayout({ children }: { readonly children: ReactNode }) {
  const release = await loadRelease()
  return <SiteFrame release={release ? `release ${releaseWords(release)}` : undefined}>{children}</SiteFrame>
}
