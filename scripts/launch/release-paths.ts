import fs from 'node:fs'
import path from 'node:path'

/** One thing to import: a zip, a folder, a table of unit limits, a workbook of codes, or the loose CSV files of a release. */
export type ReleasePath = string | readonly string[]

const isZip = (name: string): boolean => /\.zip$/i.test(name)
const isUnitLimits = (name: string): boolean => /MUE[^\\/]*\.csv(\.gz)?$/i.test(name)
const isWorkbook = (name: string): boolean => /ANWEB[^\\/]*\.xlsx$/i.test(name)
const isCsv = (name: string): boolean => /\.csv$/i.test(name) && !isUnitLimits(name)

/**
 * Loose CSV files are one release; a folder full of zips is as many as it has, by name; a table of unit limits or
 * of HCPCS codes is taken by itself; anything else is one.
 */
export function releasesAmong(paths: readonly string[]): readonly ReleasePath[] {
  const loose = paths.filter((each) => isCsv(each) && !isFolder(each))
  const others = paths.filter((each) => !loose.includes(each)).flatMap(releasesIn)
  return loose.length > 0 ? [...others, loose] : others
}

export function releasesIn(given: string): readonly string[] {
  if (!isFolder(given)) return [given]
  const names = fs.readdirSync(given).sort()
  const zips = names.filter(isZip)
  const unpacked = names.some((name) => isCsv(name) && /^PPRRVU/i.test(name))
  const tables = names.filter((name) => isUnitLimits(name) || isWorkbook(name)).map((name) => path.join(given, name))
  if (unpacked) return [given, ...tables]
  const several = [...zips.map((name) => path.join(given, name)), ...tables]
  return several.length === 0 ? [given] : several
}

export const nameOf = (each: ReleasePath): string =>
  typeof each === 'string' ? path.basename(each) : each.map((name) => path.basename(name)).join(', ')

const isFolder = (name: string): boolean => fs.statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false
