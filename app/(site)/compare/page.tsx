import type { Metadata } from 'next'
import { ComparisonPage } from '@/components/comparison/comparison-page'
import { loadComparison } from '@/lib/features/comparison/loaders'

/** Made on request: which codes stand in the address. */
export const dynamic = 'force-dynamic'

type Props = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const asked = (await searchParams)['codes'] !== undefined
  return {
    title: 'Compare CPT and HCPCS codes: work RVU, payment and rules side by side',
    description: 'Up to six codes side by side: work RVU, totals, national payment, global period, rules and history.',
    alternates: { canonical: '/compare' },
    ...(asked ? { robots: { index: false, follow: true } } : {}),
  }
}

export default async function Compare({ searchParams }: Props) {
  const given = [(await searchParams)['codes']].flat().filter((each) => each !== undefined)
  return <ComparisonPage comparison={await loadComparison(given.join(','))} />
}
