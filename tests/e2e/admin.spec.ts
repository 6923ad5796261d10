import fs from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { faultsInBothThemes } from '../support/look'
import { limitCsv } from '../support/unit-limit-fixtures'
import { become, openAccount } from '../support/visitor'

/** Written beside the data by the start of a server that nobody runs yet. */
const TOKEN_FILE = '.test-data/e2e/setup.token'

test('the printed link makes one administrator, who sees the releases; nobody else does', async ({ browser }) => {
  test.setTimeout(120_000)
  const token = await writtenToken()
  const someone = await (await browser.newContext()).newPage()
  await openAccount(someone)
  await become(someone, 'Attending')
  expect((await someone.goto('/admin/releases'))?.status()).toBe(404)

  const admin = await (await browser.newContext()).newPage()
  await openAccount(admin)
  await admin.goto('/setup?token=not-the-one-that-was-printed')
  await admin.getByRole('button', { name: 'Run this platform' }).click()
  await expect(admin.getByText('This is not the token that the last start printed')).toBeVisible()
  await admin.goto(`/setup?token=${token}`)
  await admin.getByRole('button', { name: 'Run this platform' }).click()
  await admin.waitForURL('**/admin/releases')
  await expect(admin.getByText('23 releases installed')).toBeVisible()
  const table = admin.getByRole('table').filter({ hasText: 'RVU26C' })
  await expect(table.getByRole('row').filter({ hasText: 'RVU26C' })).toContainText('Built-in catalog')
  await expect(table.getByRole('row').filter({ hasText: 'RVU20A' })).toBeVisible()
  expect(await faultsInBothThemes(admin, 'releases')).toEqual([])

  await sendsUnitLimits(admin)
  await seesJobs(someone, admin)
  await reportArrives(someone, admin)

  await someone.goto(`/setup?token=${token}`)
  await someone.getByRole('button', { name: 'Run this platform' }).click()
  await expect(someone.getByText('it was used already')).toBeVisible()
  expect((await someone.goto('/admin/releases'))?.status()).toBe(404)
  await someone.context().close()
  await admin.context().close()
})

/** The site answers while the start is still writing it. */
async function writtenToken(): Promise<string> {
  const read = () => (fs.existsSync(TOKEN_FILE) ? fs.readFileSync(TOKEN_FILE, 'utf8').trim() : '')
  await expect.poll(read, { timeout: 30_000 }).not.toBe('')
  return read()
}

/** A table that begins long after every date of these tests: it changes no other page. */
async function sendsUnitLimits(admin: Page): Promise<void> {
  const choose = (name: string) =>
    admin
      .getByLabel('Zip of a release, or table of unit limits')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(limitCsv(), 'latin1') })
  const send = admin.getByRole('button', { name: 'Send and install' })
  await choose('mue.csv')
  await send.click()
  await expect(admin.getByText('mue.csv does not say from which day its limits count.')).toBeVisible()
  await admin.getByLabel('Release or first day').fill('2036-10-01')
  await send.click()
  await expect(admin.getByText('Received: Unit limits of Oct 1, 2036.')).toBeVisible()
  const job = admin.getByRole('listitem').filter({ hasText: 'Unit limits of Oct 1, 2036 from a file' })
  await expect(job).toContainText('from Oct 1, 2036, version 1: 4 codes installed.', { timeout: 30_000 })
  const row = admin.getByRole('table', { name: 'Installed unit limits' }).getByRole('row', { name: /Oct 1, 2036/ })
  await expect(row).toContainText('Official file mue.csv')
  expect(await faultsInBothThemes(admin, 'unit limits')).toEqual([])
}

async function seesJobs(someone: Page, admin: Page): Promise<void> {
  expect((await someone.goto('/admin/jobs'))?.status()).toBe(404)
  await admin.goto('/admin/jobs')
  await expect(admin.getByRole('heading', { name: 'No job has failed' })).toBeVisible()
  expect(await faultsInBothThemes(admin, 'jobs')).toEqual([])
}

/** What one thinks is wrong waits for the administrator, and opens the case again. */
async function reportArrives(someone: Page, admin: Page): Promise<void> {
  const address = '/calculator?case=47562@22,49505&date=2026-08-03&policy=cms_adjusted~80*0.2'
  await someone.goto(address)
  await someone.getByText('Report a wrong number').click()
  await someone.getByLabel('What is wrong').fill('I expected 7.76 for the hernia: our plan does not halve it.')
  await someone.getByRole('button', { name: 'Send the report' }).click()
  await expect(someone.getByText('the report is here')).toBeVisible()
  expect((await someone.goto('/admin/reports'))?.status()).toBe(404)

  await admin.goto('/admin/reports')
  const report = admin.getByRole('listitem').filter({ hasText: 'our plan does not halve it' })
  await expect(report).toContainText('47562, 49505: credited 14.09')
  await expect(report).toContainText('Custom, as CMS adjusted, except factor of 80: 20%')
  expect(await faultsInBothThemes(admin, 'reports')).toEqual([])
  await report.getByRole('button', { name: 'Mark as answered' }).click()
  await expect(report).toContainText('Answered')
  await admin.getByRole('button', { name: 'Undo' }).click()
  await expect(report).toContainText('Open the case')
  await expect(report.getByText('Open', { exact: true })).toBeVisible()
  await report.getByRole('link', { name: 'Open the case' }).click()
  await expect(admin).toHaveURL(address)
}
