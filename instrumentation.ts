import { isServing } from '@/lib/server/env'
import type { PageCache } from '@/lib/server/page-cache'

type Process = { rvuEdgePageCache?: (build: string) => PageCache }

/** Once, when a server starts: gives it its cache of pages and its share of the jobs. */
export async function register(): Promise<void> {
  await provideCache()
  if (isServing()) await beginJobs()
}

/** Where lib/server/cache-handler.mjs finds it. */
async function provideCache(): Promise<void> {
  const { pageCache } = await import('@/lib/server/page-cache')
  const caches = new Map<string, PageCache>()
  Object.assign(globalThis, {
    rvuEdgePageCache: (build) => {
      const cache = caches.get(build) ?? pageCache(build)
      caches.set(build, cache)
      return cache
    },
  } satisfies Process)
}

async function beginJobs(): Promise<void> {
  const { startJobs } = await import('@/lib/server/jobs')
  const { INSTALL_RELEASE } = await import('@/lib/features/installing/schema')
  const { runInstall } = await import('@/lib/features/installing/service')
  startJobs({ [INSTALL_RELEASE]: runInstall })
}
