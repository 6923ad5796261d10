import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { env } from 'node:process'

/** The folder of official CMS releases, where one was given; tests that need whole releases are skipped without it. */
export const officialFolder = env.CMS_RELEASES_DIR ? resolve(env.CMS_RELEASES_DIR) : null

/** Paths of every release zip of that folder, by name. */
export function officialReleases(): readonly string[] {
  if (officialFolder === null) return []
  const names = readdirSync(officialFolder).filter((name) => /^rvu\d{2}.*\.zip$/i.test(name))
  return names.sort().map((name) => join(officialFolder, name))
}
