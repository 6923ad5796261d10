import type { answeredPages } from '@/lib/server/answered-pages'
import type { PageCache } from '@/lib/server/page-cache'

type Process = {
  rvuEdgePageCache?: (build: string) => PageCache
  rvuEdgeAnswered?: ReturnType<typeof answeredPages>
}

/** Once, when a server starts: gives it its caches of pages and its share of the jobs. */
export async function register(): Promise<void> {
  // Next bundles this file for a runtime without Node as well, and leaves out only what stands inside these very words.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { pageCache } = await import('@/lib/server/page-cache')
    const { isServing } = await import('@/lib/server/env')
    const { startJobs } = await import('@/lib/server/jobs')
    const { INSTALL_RELEASE } = await import('@/lib/features/installing/schema')
    const { runInstall } = await import('@/lib/features/installing/service')
    const { answeredPages } = await import('@/lib/server/answered-pages')
    provideCaches(pageCache, answeredPages())
    const { REPRICE } = await import('@/lib/features/repricing/schema')
    const { afterFailedRepricing, runRepricing } = await import('@/lib/features/repricing/service')
    const handlers = { [INSTALL_RELEASE]: runInstall, [REPRICE]: runRepricing }
    const { removeOldReports } = await import('@/lib/features/reports/service')
    const afterFailure = { [REPRICE]: afterFailedRepricing }
    if (isServing()) startJobs({ handlers, afterFailure, removals: { reports: removeOldReports } })
  }
}

/** Where lib/server/cache-handler.mjs and scripts/serve.mjs find them. */
function provideCaches(
  pageCache: (build: string) => PageCache,
  rvuEdgeAnswered: NonNullable<Process['rvuEdgeAnswered']>,
): void {
  const caches = new Map<string, PageCache>()
  Object.assign(globalThis, {
    rvuEdgePageCache: (build) => {
      const cache = caches.get(build) ?? pageCache(build)
      caches.set(build, cache)
      return cache
    },
    rvuEdgeAnswered,
  } satisfies Process)
}
