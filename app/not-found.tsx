import type { Metadata } from 'next'
import { connection } from 'next/server'
import { SiteFrame } from '@/components/site/site-frame'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'

export const metadata: Metadata = { title: 'Page not found', robots: { index: false } }

export default async function NotFound() {
  // Made for the request, so that its scripts carry the nonce of the request.
  await connection()
  return (
    <SiteFrame>
      <div className="wrap py-s-7">
        <Empty
          title="There is no page at this address"
          level={1}
          actions={
            <>
              <ButtonLink href="/cpt-codes">Search the codes</ButtonLink>
              <ButtonLink href="/" look="outline">
                Home
              </ButtonLink>
            </>
          }
        >
          It may have moved, or the address has a slip in it. Codes are found by number or by name.
        </Empty>
      </div>
    </SiteFrame>
  )
}
