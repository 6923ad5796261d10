import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { Document } from '@/components/shell/document'
import { siteOrigin } from '@/lib/server/env'
import './globals.css'

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(siteOrigin()),
    title: { default: 'RVU Edge: work RVUs with their working shown', template: '%s | RVU Edge' },
    description:
      'What clinical work adds up to: work RVUs and Medicare payment from the CMS schedule in force on the day of service, every number open to its source.',
    applicationName: 'RVU Edge',
    openGraph: { siteName: 'RVU Edge', type: 'website', locale: 'en_US' },
    formatDetection: { telephone: false },
  }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#0c1424' },
  ],
}

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return <Document>{children}</Document>
}
