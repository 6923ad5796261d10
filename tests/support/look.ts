import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds on the page as it stands, in both themes, each with its place; empty where it finds nothing. */
export async function faultsInBothThemes(page: Page, name: string): Promise<string[]> {
  const faults: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).analyze()
    faults.push(...violations.map(({ id, nodes }) => `${name}, ${colorScheme}: ${id} ${nodes[0]?.html ?? ''}`))
  }
  return faults
}

const WIDTHS = [390, 1440] as const

/** The same on a phone and on a wide screen, and whether the page scrolls sideways there. */
export async function faultsAtBothWidths(page: Page, name: string): Promise<string[]> {
  const before = page.viewportSize()
  const faults: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    faults.push(...(await faultsInBothThemes(page, `${name}, ${width}`)))
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    if (wide > width) faults.push(`${name}, ${width}: ${wide} wide`)
  }
  if (before) await page.setViewportSize(before)
  return faults
}
