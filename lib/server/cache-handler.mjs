import fs from 'node:fs'
import path from 'node:path'

/**
 * What Next asks for its cache of pages. Next loads this file by itself, outside the build, so it only hands on to the
 * cache that instrumentation.ts set up in this process. Without one (while building, in development) nothing is kept.
 */
export default class CacheHandler {
  constructor({ serverDistDir, dev }) {
    this.build = dev || !serverDistDir ? null : buildOf(serverDistDir)
  }

  get cache() {
    return this.build === null ? undefined : globalThis.rvuEdgePageCache?.(this.build)
  }

  get(key, { kind }) {
    return kind === 'APP_PAGE' ? (this.cache?.get(key) ?? null) : null
  }

  async set(key, value, { cacheControl } = {}) {
    if (value?.kind !== 'APP_PAGE' || value.status >= 400) return
    await this.cache?.set(key, { value, lastModified: Date.now(), cacheControl })
  }

  // A page is valid for a revision of what it shows; nothing is ever revalidated by tag.
  async revalidateTag() {}

  resetRequestCache() {}
}

/** Next makes a handler or two for each request: the file is read once. */
const builds = new Map()

function buildOf(serverDistDir) {
  if (!builds.has(serverDistDir)) builds.set(serverDistDir, readBuild(serverDistDir))
  return builds.get(serverDistDir)
}

function readBuild(serverDistDir) {
  try {
    return fs.readFileSync(path.join(serverDistDir, '..', 'BUILD_ID'), 'utf8').trim()
  } catch {
    return null
  }
}
