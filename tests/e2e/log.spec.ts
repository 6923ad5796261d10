import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { become, becomeAttending, openAccount, PASSWORD, watchConsole } from '../support/visitor'

test('sign up, confirm, log a day in one line, take it back, change and delete a case', async ({ page }) => {
  const faults = watchConsole(page)
  await openAccount(page)
  await becomeAttending(page)

  // RVU26C: 47562 10.21, 49505 7.76, 99223 3.50 (CMS). Credited 10.21 + 7.76 / 2 + 2 x 3.50 = 21.09.
  const field = page.getByLabel('Codes, modifiers, units, words or a date')
  await field.fill('47562-22 49505 99223x2')
  await expect(page.getByText('4 services in 3 cases')).toBeVisible()
  const ledger = page.getByRole('table', { name: 'What will be logged' })
  await expect(ledger.getByText('Second procedure of the session by work: half.')).toBeVisible()
  await expect(ledger.getByText('22 adds nothing until the payer agrees')).toBeVisible()
  await expect(ledger.getByText('2 patients: 2 cases of their own, 3.50 each.')).toBeVisible()
  await ledger.getByRole('button', { name: '3.88' }).click()
  await expect(page.getByText('chapter 12, section 40.6').first()).toBeVisible()
  await page.getByRole('button', { name: 'Log 21.09' }).click()
  await expect(page.getByText('3 cases logged, 21.09 wRVU')).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Today' }).getByText('21.09 credited')).toBeVisible()

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(field).toHaveValue('47562-22 49505 99223x2')
  await expect(page.getByText('Nothing logged for today yet.')).toBeVisible()
  await field.press('Enter')
  await expect(page.getByText('3 cases logged, 21.09 wRVU')).toBeVisible()

  await page.goto('/cases')
  await expect(page.getByText('3 cases, 21.09 credited')).toBeVisible()
  await page.getByRole('link', { name: '49505' }).click()
  await page.getByRole('button', { name: 'Remove line' }).first().click()
  await page.getByRole('button', { name: 'Save changes' }).click()
  // 49505 alone is credited in full.
  await expect(page.getByRole('button', { name: '7.76, credited for the total' })).toBeVisible()
  await page.getByRole('button', { name: 'Delete this case' }).click()
  await expect(page.getByText('This case is deleted.')).toBeVisible()
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await expect(page.getByRole('button', { name: 'Delete this case' })).toBeVisible()

  await page.goto('/dashboard')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(faults).toEqual([])
})

test('a code that does not exist, a future date and text that is not understood are said and not saved', async ({
  page,
}) => {
  await openAccount(page)
  await becomeAttending(page)
  const field = page.getByLabel('Codes, modifiers, units, words or a date')
  for (const [typed, said] of [
    ['00000', '00000'],
    ['99213x0', '999'],
    ['99213 2031-01-01', '2031'],
    ['99213 qwertyuiop', 'was not understood'],
  ] as const) {
    await field.fill(typed)
    await page.waitForTimeout(400)
    await field.press('Enter')
    await expect(page.locator('main').getByText(said).first()).toBeVisible()
    await expect(field).toHaveValue(typed)
  }
  await expect(page.getByText('Nothing logged for today yet.')).toBeVisible()
})

test('more units than CMS expects are said to need review, and can be logged all the same', async ({ page }) => {
  await openAccount(page)
  await becomeAttending(page)
  const field = page.getByLabel('Codes, modifiers, units, words or a date')
  // No 99396 at all, and one 47562 a day are expected (CMS, unit limits from April 1, 2026).
  await field.fill('99396')
  await expect(page.getByText(/^Needs review: CMS expects no unit of this code from a practitioner/)).toBeVisible()
  await field.fill('47562x3')
  const ledger = page.getByRole('table', { name: 'What will be logged' })
  await expect(ledger.getByText('Needs review: CMS expects at most 1 unit on a day: check the count.')).toBeVisible()
  await page.getByRole('button', { name: /^Log \d/ }).click()
  await expect(page.getByText(/^1 case logged/)).toBeVisible()
  await page.goto('/cases')
  await page.getByRole('link', { name: '47562' }).click()
  await expect(page.getByText('CMS expects at most 1 unit on a day: check the count.').first()).toBeVisible()
})

test('the page of a code starts the log, once, and keeps what was typed', async ({ page }) => {
  await openAccount(page)
  await becomeAttending(page)
  await page.goto('/cpt-codes/surgery/47562')
  await page.getByRole('link', { name: 'Track this code' }).click()
  const field = page.getByLabel('Codes, modifiers, units, words or a date')
  await expect(field).toHaveValue('47562')
  await expect(page.getByRole('button', { name: 'Log 10.21' })).toBeEnabled()
  await expect(page).toHaveURL(/\/log$/)
  await page.goto('/log?text=99213')
  await expect(field).toHaveValue('47562\n99213')
  await expect(page).toHaveURL(/\/log$/)
  // 10.21 for the one patient and 1.30 for the next (CMS, RVU26C).
  await page.getByRole('button', { name: 'Log 11.51' }).click()
  await expect(page.getByText('2 cases logged, 11.51 wRVU')).toBeVisible()
  await page.reload()
  await expect(field).toHaveValue('')
})

test('work in training is counted, not credited, and its working ends in the number shown', async ({ page }) => {
  await openAccount(page)
  await become(page, 'Resident or fellow')
  await page.goto('/log?text=47562+49505')
  // 7.76 / 2 = 3.88 (CMS, RVU26C): what it would be worth, with the step that credits nothing left out.
  await page.getByRole('table').getByRole('button', { name: '3.88' }).click()
  const working = page.locator('main')
  await expect(working.getByText('× 0.50')).toBeVisible()
  await expect(working.getByText('× 0.00')).toHaveCount(0)
  await expect(working.getByText('training work under CMS adjusted')).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Training' })).toBeVisible()
})

test('a stranger who tracks a code signs in first and finds it typed', async ({ page, browser }) => {
  const email = await openAccount(page)
  await becomeAttending(page)
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto('/log?text=47562')
  await expect(stranger).toHaveURL(/\/sign-in\?next=/)
  await stranger.getByLabel('Mail address').fill(email)
  await stranger.getByLabel('Password').fill(PASSWORD)
  await stranger.getByRole('button', { name: 'Sign in' }).click()
  await expect(stranger.getByLabel('Codes, modifiers, units, words or a date')).toHaveValue('47562')
  await stranger.context().close()
})

test('the log by keyboard alone', async ({ page }) => {
  await openAccount(page)
  await becomeAttending(page)
  await expect(page.getByLabel('Codes, modifiers, units, words or a date')).toBeFocused()
  await page.keyboard.type('47562-22 49505 99223x2')
  await expect(page.getByRole('button', { name: 'Log 21.09' })).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(page.getByText('3 cases logged, 21.09 wRVU')).toBeVisible()
  await page.keyboard.type('99213')
  await expect(page.getByRole('button', { name: 'Log 1.30' })).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 case logged, 1.30 wRVU')).toBeVisible()
})

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the application's pages, ${scheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme: scheme })
    const page = await context.newPage()
    const faults = watchConsole(page)
    await openAccount(page)
    await becomeAttending(page)
    await page.getByLabel('Codes, modifiers, units, words or a date').fill('47562-22 49505 99223x2')
    await expect(page.getByText('4 services in 3 cases')).toBeVisible()
    const violations: string[] = []
    const look = async (name: string) => {
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      const found = await new AxeBuilder({ page }).analyze()
      violations.push(...found.violations.map((each) => `${name}: ${each.id} ${each.nodes[0]?.target.join(' ') ?? ''}`))
    }
    await look('log')
    await page.getByRole('button', { name: 'Log 21.09' }).click()
    await expect(page.getByText('3 cases logged')).toBeVisible()
    for (const path of ['/cases', '/dashboard', '/settings', '/settings/keys']) {
      await page.goto(path)
      await look(path)
    }
    expect(violations).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })
}
