import { existsSync, readdirSync } from 'node:fs'
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

/** An official file that lies beside the folder of releases, in a folder of its own; null where it is not there. */
export function officialBeside(folder: string, name: string): string | null {
  const path = officialFolder === null ? null : join(officialFolder, '..', folder, name)
  return path !== null && existsSync(path) ? path : null
}
