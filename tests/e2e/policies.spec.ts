import { expect, test, type Page } from '@playwright/test'
import { tabTo } from '../support/keyboard'
import { faultsInBothThemes } from '../support/look'
import { becomeAttending, openAccount, watchConsole } from '../support/visitor'

async function openPolicy(page: Page): Promise<void> {
  await page.goto('/settings/workplaces')
  await page.getByRole('link', { name: 'Open the crediting policy' }).click()
  await expect(page.getByRole('heading', { name: 'CMS adjusted counts today' })).toBeVisible()
}

const log = async (page: Page, text: string, button: string): Promise<void> => {
  await page.goto('/log')
  await page.getByLabel('Codes, modifiers, units, words or a date').fill(text)
  await page.getByRole('button', { name: button }).click()
  await expect(page.getByText('1 case logged')).toBeVisible()
}

test('a policy is written by keyboard beside its live effect, and credits cases from its day on', async ({ page }) => {
  test.setTimeout(120_000)
  const faults = watchConsole(page)
  await openAccount(page)
  await becomeAttending(page)
  await openPolicy(page)
  await page.getByRole('link', { name: 'Write a policy' }).click()
  await expect(page.getByRole('heading', { name: 'A policy for My practice' })).toBeVisible()

  // RVU26C: 45385 4.46, 45380 3.47, 43239 2.33, base 45378 3.18 (CMS).
  await tabTo(page, 'Name')
  await page.keyboard.type('Main contract')
  await tabTo(page, 'Add a factor')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Modifier')).toBeFocused()
  await page.keyboard.type('80')
  await page.keyboard.press('Tab')
  await page.keyboard.type('5')
  await expect(page.getByText('assistant surgeon; the base credits 16%')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Modifier')).toHaveCount(2)
  await tabTo(page, 'Remove the factor of this row')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Remove the factor of 80' })).toBeFocused()
  await tabTo(page, 'Save the policy')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Enter 0 to 3 with at most four decimals/)).toBeVisible()
  await expect(page.getByLabel('Factor', { exact: true })).toBeFocused()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('0')

  const effect = page.getByRole('region', { name: 'The effect on a sample case' })
  await effect.getByLabel('Sample case').selectOption('assistant')
  // 22.03 x 0.16 = 3.5248, 19.06 x 0.16 x 0.5 = 1.5248 and 99223 3.50: 8.5496; under the draft the visit alone.
  await expect(effect.getByRole('status')).toHaveText('Credited 3.50 instead of 8.55: −5.05')
  await effect.getByRole('button', { name: /^0\.00, credited for 44140 under Draft/ }).click()
  await expect(effect.getByText('Custom sets its own factor for 80: 0.')).toBeVisible()
  expect(await faultsInBothThemes(page, 'editor')).toEqual([])

  await page.getByLabel('Effective from').fill('2026-07-15')
  await expect(page.getByText('A day in the past: cases already saved keep their numbers')).toBeVisible()
  await tabTo(page, 'Save the policy')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Version 1 is saved and counts from Jul 15, 2026.')).toBeVisible()
  const versions = page.getByRole('table', { name: 'Versions of Main contract' })
  await expect(versions.getByText('Factor of 80: 16% to 0%.')).toBeVisible()
  expect(await faultsInBothThemes(page, 'versions')).toEqual([])

  // 10.21 x 0.16 = 1.6336 before the day, nothing from it on.
  await log(page, '47562-80 2026-07-14', 'Log 1.63')
  await log(page, '47562-80 2026-07-15', 'Log 0.00')
  await page.goto('/cases')
  await expect(page.getByRole('button', { name: '1.63, credited for 47562' })).toBeVisible()
  await page.getByRole('button', { name: '0.00, credited for 47562' }).click()
  await expect(page.getByText('credited under Main contract, version 1')).toBeVisible()
  await page.goto('/dashboard')
  await page.getByRole('button', { name: '1.63, credited work RVUs' }).first().click()
  await expect(
    page.getByText(/Policy: (CMS adjusted; )?Main contract, version 1(; CMS adjusted)?\./).first(),
  ).toBeVisible()
  expect(faults).toEqual([])
})

test('two versions are compared at an address of their own, and a policy is archived and brought back', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await openAccount(page)
  await becomeAttending(page)
  await openPolicy(page)
  await page.getByRole('link', { name: 'Write a policy' }).click()
  await page.getByLabel('Name').fill('Main contract')
  await page.getByLabel('Credit endoscopy families by their difference').uncheck()
  await page.getByLabel('Effective from').fill('2026-07-01')
  await page.getByRole('button', { name: 'Save the policy' }).click()
  await page.getByRole('link', { name: 'Write a new version' }).click()
  await expect(page.getByLabel('Credit endoscopy families by their difference')).not.toBeChecked()
  await page.getByLabel('Base').selectOption('unadjusted')
  await page.getByLabel('Effective from').fill('2026-10-01')
  await page.getByRole('button', { name: 'Save the version' }).click()
  await expect(page.getByRole('heading', { name: 'Main contract, version 2 counts today' })).toBeVisible()

  // Either version is tried on a case, by an address that says what it credits.
  await page.getByRole('link', { name: 'Try version 1 on a case' }).click()
  await expect(page).toHaveURL('/calculator?policy=cms_adjusted~endoscopy-off')
  await expect(page.getByLabel('Custom')).toBeChecked()
  await expect(page.getByLabel('Credit endoscopy families by their difference')).not.toBeChecked()
  await page.goBack()
  await expect(page.getByRole('link', { name: 'Try it on a case' })).toHaveAttribute(
    'href',
    '/calculator?policy=unadjusted',
  )

  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page).toHaveURL(/policy\/compare\?before=1&after=2$/)
  await expect(page.getByRole('row', { name: 'Base CMS adjusted Unadjusted' })).toBeVisible()
  await page.getByLabel('Sample case').selectOption('endoscopy')
  await page.getByLabel('Compare', { exact: true }).selectOption('0')
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page).toHaveURL(/before=0&after=2&sample=endoscopy$/)
  // 4.46 + (3.47 - 3.18) + 2.33 / 2 = 5.915 and 4.46 + 3.47 + 2.33 = 10.26 (CMS, RVU26C).
  const total = page.getByRole('row', { name: /^Total/ })
  await expect(total).toContainText('10.26')
  await expect(total).toContainText('5.92')
  expect(await faultsInBothThemes(page, 'comparison')).toEqual([])
  await page.goto(page.url().replace('after=2', 'after=9'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  await page.goto('/settings/workplaces')
  await page.getByRole('link', { name: 'Open the crediting policy' }).click()
  await page.getByRole('button', { name: 'Archive this policy' }).click()
  await expect(page.getByRole('heading', { name: 'CMS adjusted counts today' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { name: 'Main contract, version 2 counts today' })).toBeVisible()
})
