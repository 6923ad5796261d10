import { expect, test, type Page } from '@playwright/test'
import { tabTo } from '../support/keyboard'
import { faultsInBothThemes } from '../support/look'
import { watchConsole } from '../support/visitor'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

/** Assisting at two operations of one session. */
const CASE = '/calculator?case=44140-80@21,38100-80&date=2026-08-03'
const SAID = 'Credited under Custom, as CMS adjusted, except multiple procedures: off; factor of 80: 20%.'

const result = (page: Page) => page.getByRole('region', { name: 'Result' })
const finding = (page: Page) => page.getByRole('heading', { level: 1 })

test('a plan of one’s own is written by keyboard, credits the case, and goes along wherever the case does', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const faults = watchConsole(page)
  await page.goto(CASE)
  // RVU26C: 44140 22.03 x 0.16 = 3.5248 and 38100 19.06 x 0.16 x 0.5 = 1.5248: 5.0496.
  await expect(finding(page)).toContainText('Credited at 5.05')
  const allowed = /Medicare would allow \$[\d,.]+/.exec((await finding(page).textContent()) ?? '')?.[0] ?? 'nothing'
  await expect(page.getByRole('group', { name: 'Your own plan' })).toHaveCount(0)

  await page.getByLabel('CMS adjusted').focus()
  for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('Custom')).toBeChecked()
  // It begins as what the address said, whatever the arrows passed.
  await expect(page.getByLabel('Base')).toHaveValue('cms_adjusted')
  await tabTo(page, 'Reduce second and further procedures of a session')
  await page.keyboard.press('Space')
  await tabTo(page, 'Add a factor')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Modifier', { exact: true })).toBeFocused()
  await page.keyboard.type('80')
  await page.keyboard.press('Tab')
  await page.keyboard.type('9')
  await expect(page.getByText(/Enter 0 to 3 with at most four decimals/)).toBeVisible()
  await page.keyboard.press('Backspace')
  await page.keyboard.type('.2')
  // 22.03 x 0.2 = 4.406 and 19.06 x 0.2 = 3.812: 8.218. What Medicare allows is as before.
  await expect(finding(page)).toContainText('Credited at 8.22')
  await expect(finding(page)).toContainText(allowed)
  await expect(page).toHaveURL(`${CASE}&policy=cms_adjusted~multiple-off~80*0.2`)
  await expect(result(page).getByText(SAID)).toBeVisible()

  await page.getByRole('button', { name: 'Copy as text' }).click()
  await expect(page.getByText('The case is copied as text.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(SAID)
  // A preset for a moment: what was written is kept.
  await page.getByLabel('Partial').check()
  await expect(page).toHaveURL(`${CASE}&policy=partial`)
  await page.getByLabel('Custom').check()
  await expect(page.getByLabel('Factor', { exact: true })).toHaveValue('.2')
  await expect(finding(page)).toContainText('Credited at 8.22')
  await page.reload()
  await expect(page.getByLabel('Factor', { exact: true })).toHaveValue('0.2')
  await expect(page.getByLabel('Reduce second and further procedures of a session')).not.toBeChecked()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(SAID)).toBeVisible()
  expect(faults).toEqual([])
})

test('it is accessible in both themes, fits a phone, and says what of an address is no plan', async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto(`${CASE}&policy=partial~split-half~RVU24A~80*0.2~AS*0`)
  await page.getByRole('button', { name: 'Add a factor' }).click()
  await page.getByLabel('Modifier', { exact: true }).last().fill('ZZ')
  await expect(page.getByText(/There is no such modifier/)).toBeVisible()
  expect(await faultsInBothThemes(page, 'own plan')).toEqual([])
  for (const width of [390, 360]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  await page.goto(`${CASE}&policy=partial~80*9`)
  await expect(
    page.getByText('The plan of this address was not understood at “80*9”, so CMS adjusted counts.'),
  ).toBeVisible()
  await expect(page.getByLabel('CMS adjusted')).toBeChecked()
  await expect(finding(page)).toContainText('Credited at 5.05')
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a shared plan credits the same', async ({ page }) => {
    await page.goto(`${CASE}&policy=cms_adjusted~multiple-off~80*0.2`)
    await expect(finding(page)).toContainText('Credited at 8.22')
    await expect(page.getByText(SAID)).toBeVisible()
    expect(await page.locator('noscript').first().innerHTML()).toContain('value="cms_adjusted~multiple-off~80*0.2"')
  })
})
