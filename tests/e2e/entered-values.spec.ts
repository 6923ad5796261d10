import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { becomeAttending, openAccount, watchConsole } from '../support/visitor'

test('a code that no release has is logged with a value of one’s own, apart from the total', async ({ page }) => {
  const faults = watchConsole(page)
  await openAccount(page)
  await becomeAttending(page)
  await page.getByLabel('Codes, modifiers, units, words or a date').fill('77777')
  await page.getByRole('link', { name: 'Log 77777 with a value of your own' }).click()
  await page.getByLabel('Work RVU of one unit').fill('12.00')
  await page.getByLabel('Allowed by the payer, $').fill('850')
  const found = await new AxeBuilder({ page }).analyze()
  expect(found.violations.map(({ id }) => id)).toEqual([])
  await page.getByRole('button', { name: 'Log this case' }).click()
  await expect(page.getByText('A value entered by you: summed apart from the rest.')).toBeVisible()
  await expect(page.getByText('12.00 credited and $850.00 allowed, apart from the total')).toBeVisible()
  await page.getByRole('link', { name: 'Cases', exact: true }).first().click()
  await expect(page.getByRole('heading', { name: 'Cases' })).toBeVisible()
  // 12.00 is in no total.
  await expect(page.getByText('1 case, 12.00 entered by you, apart', { exact: true })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: /, 12\.00 entered by you, apart$/ })).toBeVisible()
  await page.goto('/dashboard')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^0\.00 work RVUs credited/)
  await expect(
    page.getByText('1 line with a value entered by you: 12.00 credited, apart from every number here.'),
  ).toBeVisible()
  expect(faults).toEqual([])
})
