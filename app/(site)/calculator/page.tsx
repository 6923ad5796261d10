import type { Metadata } from 'next'
import { Calculator } from '@/components/calculator/calculator'
import { TypedCase } from '@/components/calculator/typed-case'
import { PreferredSpecialty } from '@/components/code/preferred-specialty'
import { besideTheCase, CALCULATOR_PATH } from '@/lib/domain/calculator/address'
import { loadMe } from '@/lib/features/accounts/loaders'
import { loadCalculator } from '@/lib/features/calculator/loaders'
import { PRACTITIONERS } from '@/lib/features/profile/schema'
import { siteOrigin } from '@/lib/server/env'

/** Made on request: its answer is of the address, and its layout reads the database, which a build has none of. */
export const dynamic = 'force-dynamic'

type Props = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The first value of each parameter. */
const firsts = (given: Awaited<Props['searchParams']>): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, [value].flat()[0]]))

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const asked = Object.keys(await searchParams).length > 0
  return {
    title: 'RVU calculator: a whole case, with the reason for every number',
    description:
      'Price a case of many lines as Medicare would and credit it under your plan: modifiers, multiple procedures, assistants, any release since 2020, with each step cited.',
    alternates: { canonical: CALCULATOR_PATH },
    // A case is somebody's: only the empty calculator is to be found.
    ...(asked ? { robots: { index: false, follow: true } } : {}),
  }
}

export default async function CalculatorPage({ searchParams }: Props) {
  const query = firsts(await searchParams)
  const [page, me] = await Promise.all([loadCalculator(query), loadMe()])
  return (
    <PreferredSpecialty slug={me?.specialty ?? null}>
      <noscript>
        <TypedCase text={query['case'] ?? ''} rest={besideTheCase(query)} />
      </noscript>
      <Calculator page={page} practitioners={PRACTITIONERS} origin={siteOrigin()} />
    </PreferredSpecialty>
  )
}
