import { expect, test, type Page } from '@playwright/test'
import { faultsInBothThemes } from '../support/look'
import { become, openAccount, watchConsole, type Stage } from '../support/visitor'

/** What each stage's page finds in the sample, and parts that it must have. */
const STAGES: readonly { readonly stage: Stage; readonly finding: RegExp; readonly parts: readonly string[] }[] = [
  {
    stage: 'Attending',
    finding: /^You are \d+\.\d% (ahead of|behind) the pace for [\d,]+, and heading for about [\d,]+\.$/,
    parts: ['Projected for', 'Medicare percentile', 'Rates'],
  },
  {
    stage: 'Resident or fellow',
    // ACGME, Defined Category Minimum Numbers: General Surgery, 2017: 850 major cases.
    finding: /^\d+ of 850 total major cases, the number published for general surgery in 2017\.$/,
    parts: ['Published minimum', 'Training work RVUs', 'categories begun'],
  },
  {
    stage: 'Medical student',
    finding: /^You have seen \d+ cases of \d+ codes; /,
    parts: ['Seen most often', 'Different codes', 'Training work RVUs'],
  },
]

const tag = (page: Page) => page.getByRole('button', { name: 'Sample data, clear' })

for (const { stage, finding, parts } of STAGES) {
  test(`${stage}: sample data comes in one click, is labeled on every screen, and goes in one click`, async ({
    page,
  }) => {
    test.setTimeout(180_000)
    const faults = watchConsole(page)
    const violations: string[] = []
    const look = async (name: string) => violations.push(...(await faultsInBothThemes(page, name)))
    await openAccount(page)
    await become(page, stage)

    await page.goto('/dashboard')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing logged yet')
    await look('empty dashboard')
    await page.goto('/cases')
    await expect(page.getByRole('heading', { name: 'No case yet' })).toBeVisible()
    await look('no cases')

    await page.goto('/dashboard')
    await page.getByRole('button', { name: 'Show sample data' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(finding)
    await expect(tag(page)).toBeVisible()
    for (const part of parts) await expect(page.locator('main').getByText(part).first()).toBeVisible()
    await look('sample dashboard')
    await page.goto('/log')
    await expect(tag(page)).toBeVisible()
    await page.goto('/cases')
    await expect(tag(page)).toBeVisible()
    await page.locator('main tbody').getByRole('link').first().click()
    await expect(page.getByRole('heading', { name: /^Case of / })).toBeVisible()
    await expect(page.locator('main').getByText('Sample data', { exact: true })).toBeVisible()
    await look('sample case')

    await page.goto('/dashboard')
    await tag(page).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing logged yet')
    await expect(tag(page)).toHaveCount(0)
    await page.goto('/cases')
    await expect(page.getByText('0 cases', { exact: true })).toBeVisible()
    expect(violations).toEqual([])
    expect(faults).toEqual([])
  })
}

test('one case of one’s own puts the sample aside, and says so', async ({ page }) => {
  await openAccount(page)
  await become(page, 'Attending')
  await page.goto('/dashboard')
  await page.getByRole('button', { name: 'Show sample data' }).click()
  await expect(tag(page)).toBeVisible()
  await page.goto('/log', { waitUntil: 'networkidle' })
  await page.keyboard.type('47562')
  // RVU26C: 10.21 (CMS), alone and so in full.
  await page.getByRole('button', { name: 'Log 10.21' }).click()
  await expect(page.getByText('1 case logged, 10.21 wRVU')).toBeVisible()
  await page.goto('/dashboard')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^10\.21 work RVUs credited/)
  await expect(page.getByText('Your own cases alone; sample cases are left out')).toBeVisible()
  await tag(page).click()
  await expect(tag(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^10\.21 work RVUs credited/)
})
