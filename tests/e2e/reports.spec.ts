import { expect, test, type Page } from '@playwright/test'
import { faultsAtBothWidths } from '../support/look'
import { askServer } from '../support/server-database'
import { becomeAttending, openAccount, watchConsole } from '../support/visitor'

type Kept = { readonly context: string; readonly address: string; readonly lines: { readonly code: string }[] }
const reportsOf = (message: string): Promise<Kept[]> =>
  askServer<Kept>(`select context, address, answer -> 'lines' as lines from reports where message = $1`, [message])

async function report(page: Page, message: string): Promise<Kept | undefined> {
  await page.getByLabel('What is wrong').fill(message)
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(page.getByText('the report is here')).toBeVisible()
  return (await reportsOf(message))[0]
}

test('a wrong number is reported from a case, which goes along as it was saved', async ({ page }) => {
  test.setTimeout(120_000)
  const faults = watchConsole(page)
  await openAccount(page)
  await becomeAttending(page)
  await page.getByLabel('Codes, modifiers, units, words or a date').fill('47562-22 2026-08-03')
  await page.getByRole('button', { name: 'Log 10.21' }).click()
  await expect(page.getByText('1 case logged')).toBeVisible()
  await page.goto('/cases')
  await page.locator('main tbody').getByRole('link', { name: '47562' }).click()
  await page.getByText('Report a wrong number').click()
  expect(await faultsAtBothWidths(page, 'case')).toEqual([])
  const kept = await report(page, 'Our contract pays 22 at a half more than this.')
  expect(kept).toMatchObject({ context: 'case', lines: [{ code: '47562', modifiers: ['22'], workRvu: '10.21' }] })
  // Whoever answers cannot open a person's case, and gets the same one in the calculator.
  expect(kept?.address).toBe('/calculator?case=47562-22@22&date=2026-08-03')
  await page.goto(kept?.address ?? '')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('10.21')
  expect(faults).toEqual([])
})

test('a wrong number is reported from the page of a code, on a page of its own', async ({ page }) => {
  const faults = watchConsole(page)
  await page.goto('/cpt-codes/surgery/47562')
  await page.getByRole('link', { name: 'Report a wrong number' }).click()
  await expect(page).toHaveURL('/report?code=47562')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Which number of 47562 is wrong?')
  await expect(page.getByText('Work RVU 10.21 and')).toBeVisible()
  expect(await faultsAtBothWidths(page, 'report')).toEqual([])
  await page.getByLabel('What is wrong').fill('MRN 1234567 was priced wrong')
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(page.getByText('Looks like a record number')).toBeVisible()
  const kept = await report(page, 'The work of this one was 10.47 until July.')
  expect(kept).toMatchObject({ context: 'code', address: '/cpt-codes/surgery/47562', lines: [{ code: '47562' }] })
  expect(faults).toEqual([])
})

test('a report of no code, or of one that is not there, says where to go', async ({ page }) => {
  expect((await page.goto('/report?code=ZZZZZ'))?.status()).toBe(404)
  await page.goto('/report')
  await expect(page.getByRole('link', { name: 'the case in the calculator' })).toBeVisible()
  expect(await faultsAtBothWidths(page, 'report of nothing')).toEqual([])
})
