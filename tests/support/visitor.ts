import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'

export const PASSWORD = 'seven quiet herons'

/** An address that no other test has. */
export const newAddress = (): string => `e2e-${randomUUID().slice(0, 8)}@example.org`

/** Fails the test on any console error or uncaught exception of the page. */
export function watchConsole(page: Page): string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => faults.push(error.message))
  return faults
}

/** Opens an account, confirms it through the outbox and signs in; ends on the three questions. */
export async function openAccount(page: Page, email = newAddress()): Promise<string> {
  await page.goto('/sign-up')
  await page.getByLabel('Mail address').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Open the account' }).click()
  await expect(page.getByText(email)).toBeVisible()
  await confirmAddress(page, email)
  await page.goto('/sign-in')
  await page.getByLabel('Mail address').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/onboarding')
  return email
}

/** Follows the link of the newest message to this address. */
export async function confirmAddress(page: Page, email: string): Promise<void> {
  const message = page.getByRole('article').filter({ hasText: email }).first()
  // Mail is written after the answer: on a busy machine the page may be quicker.
  await expect(async () => {
    await page.goto('/outbox')
    await expect(message).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  const link = await message.getByRole('link').first().getAttribute('href')
  await page.goto(link ?? '')
  await page.getByRole('button', { name: 'Confirm this address' }).click()
  await page.waitForURL(/sign-in|dashboard|onboarding/)
}

/** As the first of the three questions names them. */
export type Stage = 'Medical student' | 'Resident or fellow' | 'Attending'

/** Answers the three questions in general surgery; a resident is in the third year. */
export async function become(page: Page, stage: Stage): Promise<void> {
  await page.getByLabel(stage).check()
  await page.getByLabel('Specialty').selectOption({ label: 'General Surgery' })
  if (stage === 'Resident or fellow') await page.getByLabel('Year of training').selectOption('3')
  await page.getByRole('button', { name: 'Start' }).click()
  await page.waitForURL(/\/(log|dashboard)$/)
}

/** Ends on the log. */
export async function becomeAttending(page: Page): Promise<void> {
  await become(page, 'Attending')
  await page.waitForURL('**/log')
}
