import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Document } from '@/components/shell/document'
import { NothingHere } from '@/components/site/nothing-here'
import { SiteFrame } from '@/components/site/site-frame'
import './globals.css'

export const metadata: Metadata = { title: 'Page not found | RVU Edge', robots: { index: false } }

/** For an address that no route matches. */
export default async function GlobalNotFound() {
  // Made for the request, so that its scripts carry the nonce of the request.
  await connection()
  return (
    <Document>
      <SiteFrame>
        <NothingHere />
      </SiteFrame>
    </Document>
  )
}
