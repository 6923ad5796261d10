import { expect, test, type Page } from '@playwright/test'
import { becomeAttending, openAccount, watchConsole } from '../support/visitor'

/** Kept for everyone, and made on request. */
const PAGES = ['/cpt-codes/surgery/47562', '/calculator']
const stranger = (page: Page) => page.getByRole('banner').getByRole('link', { name: 'Sign in' })
const member = (page: Page) => page.getByRole('banner').getByRole('link', { name: 'Dashboard' })

test('public pages lead who is signed in to their log, and everyone else to sign in', async ({ page }) => {
  test.setTimeout(120_000)
  const faults = watchConsole(page)
  for (const address of PAGES) {
    await page.goto(address)
    await expect(stranger(page)).toBeVisible()
    await expect(member(page)).toBeHidden()
  }
  await openAccount(page)
  await becomeAttending(page)
  for (const address of PAGES) {
    await page.goto(address)
    await expect(member(page)).toBeVisible()
    await expect(page.getByRole('banner').getByRole('link', { name: 'Log a case' })).toBeVisible()
    await expect(stranger(page)).toBeHidden()
  }
  await page.setViewportSize({ width: 390, height: 800 })
  await page.getByText('Menu', { exact: true }).click()
  await expect(member(page)).toBeVisible()
  await page.setViewportSize({ width: 1280, height: 800 })

  await page.goto('/dashboard')
  await page.getByLabel('Account').click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')
  for (const address of PAGES) {
    await page.goto(address)
    await expect(stranger(page)).toBeVisible()
    await expect(member(page)).toBeHidden()
  }
  expect(faults).toEqual([])
})

test('a page that is kept for everyone is the same whoever asks, and sets no cookie', async ({ request }) => {
  const [address = ''] = PAGES
  const plain = await request.get(address)
  const signedIn = await request.get(address, { headers: { cookie: 'next-auth.session-token=x; signed-in=yes' } })
  expect(await signedIn.text()).toBe(await plain.text())
  expect(signedIn.headers()['set-cookie']).toBeUndefined()
})

test('a session that is over is not taken for one that is open', async ({ page }) => {
  await page.context().addCookies([{ name: 'next-auth.session-token', value: 'over', domain: '127.0.0.1', path: '/' }])
  await page.goto('/dashboard')
  await page.waitForURL('**/sign-in?next=**')
  await page.goto('/cpt-codes/surgery/47562')
  await expect(stranger(page)).toBeVisible()
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('both ways start at signing in, as for a stranger', async ({ page }) => {
    await page.goto('/cpt-codes/surgery/47562')
    await expect(stranger(page)).toBeVisible()
    await expect(member(page)).toBeHidden()
  })
})
