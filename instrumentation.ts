import type { PageCache } from '@/lib/server/page-cache'

type Process = { rvuEdgePageCache?: (build: string) => PageCache }

/** Once, when a server starts: sets up the cache of pages where lib/server/cache-handler.mjs finds it. */
export async function register(): Promise<void> {
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
