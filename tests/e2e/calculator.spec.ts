import { expect, test, type Page } from '@playwright/test'
import { faultsInBothThemes } from '../support/look'
import { watchConsole } from '../support/visitor'

/** Two operations of one session in an outpatient hospital, in the third quarter of 2026. */
const CASE = '/calculator?case=47562@22,49505&date=2026-08-03'

const result = (page: Page) => page.getByRole('region', { name: 'Result' })
const rowOf = (page: Page, code: string) => result(page).getByRole('row').filter({ hasText: code })

test('a case of two lines is typed, answered, and in the address', async ({ page }) => {
  const faults = watchConsole(page)
  await page.goto('/calculator')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Price a whole case/)
  await page.getByLabel('Date of service').fill('2026-08-03')
  await page.getByLabel('Code or words').fill('lap chole')
  await page.getByRole('option', { name: /47562/ }).click()
  await expect(page.getByLabel('Place')).toHaveValue('22')
  await page.getByRole('button', { name: 'Add a line' }).click()
  await page.getByLabel('Code or words of line 2').fill('49505')
  // RVU26C: 10.21 in full, the second procedure half: 7.76 x 0.5 = 3.88; 14.09 together, of 17.97 listed.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^Listed at 17\.97 work RVUs\. Credited at 14\.09\. Medicare would allow \$[\d,.]+\.$/,
  )
  await expect(rowOf(page, '49505').getByRole('button', { name: /^3\.88, credited/ })).toBeVisible()
  await expect(page).toHaveURL(CASE)
  // Under Partial every procedure counts in full: 10.21 + 7.76.
  await page.getByLabel('Partial').check()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Credited at 17.97')
  await expect(page).toHaveURL(`${CASE}&policy=partial`)
  expect(faults).toEqual([])
})

test('each number opens to its steps, and a modifier says what it would do', async ({ page }) => {
  await page.goto(CASE)
  await rowOf(page, '49505')
    .getByRole('button', { name: /^3\.88, credited/ })
    .click()
  const working = result(page).getByRole('table', { name: 'Why 3.88' })
  await expect(working).toContainText('× 0.50')
  await expect(working).toContainText('7.76 becomes 3.88')
  await expect(working).toContainText('Medicare Claims Processing Manual, chapter 12')
  await rowOf(page, '49505')
    .getByRole('button', { name: /allowed/ })
    .click()
  await expect(working).toHaveCount(0)
  await expect(
    result(page)
      .getByText(/dollars per RVU/)
      .first(),
  ).toBeVisible()

  await page.getByRole('button', { name: 'Modifiers, date of line 2' }).click()
  // Both sides of an inguinal hernia: 7.76 x 1.5 = 11.64, which then ranks first. There is no reading to split off.
  await expect(page.getByLabel(/^50, both sides/)).toHaveAccessibleName(/With it: credited 11\.64/)
  await expect(page.getByLabel(/^26, /)).toHaveCount(0)
  await page.getByLabel(/^50, both sides/).check()
  await expect(page).toHaveURL(/49505-50/)
  // 11.64 and half of 10.21, which is 5.105: 16.745, shown as 16.75.
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Credited at 16.75')
})

test('a line that is removed comes back, and a pasted case is read', async ({ page }) => {
  await page.goto(CASE)
  await page.getByRole('button', { name: 'Remove line 1' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Credited at 7.76')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page).toHaveURL(CASE)
  await page.getByRole('button', { name: 'Paste or type a whole case' }).click()
  await page.getByLabel('Codes, modifiers, units or words').fill('99214-25 zzgrmpf')
  await page.getByRole('button', { name: 'Add these lines' }).click()
  await expect(page).toHaveURL('/calculator?case=47562@22,49505,99214-25&date=2026-08-03')
  await expect(page.getByText('“zzgrmpf” was not understood')).toBeVisible()
})

test('two releases and two cases stand side by side', async ({ page }) => {
  await page.goto(`${CASE}&release=RVU25D`)
  await page.getByText('Another release').click()
  await page.getByLabel('Beside it').selectOption('RVU26C')
  // 10.47 and 7.96 / 2 in RVU25D (content/codes), 10.21 and 7.76 / 2 in RVU26C: 14.45 and 14.09.
  await expect(page.getByRole('heading', { name: 'RVU26C credits 0.36 less than RVU25D' })).toBeVisible()
  // Of earlier releases the built-in catalog holds work only: there are no dollars to set beside those of RVU26C.
  await expect(page.getByText('Medicare’s amounts cannot be set side by side')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('No Medicare amount is held here')
  await expect(page).toHaveURL(/release=RVU25D&and=RVU26C/)
  await page.getByText('Another case').click()
  await expect(page.getByRole('heading', { name: /^The second case credits the same/ })).toBeVisible()
  await page.getByRole('button', { name: 'Remove line 2' }).nth(1).click()
  await expect(page).toHaveURL(/and=47562@22/)
  await expect(page.getByRole('heading', { name: /^The second case credits 3\.98 less/ })).toBeVisible()
})

test('the case is there again on the way back, and gone where the address is empty', async ({ page }) => {
  await page.goto('/calculator')
  await page.getByLabel('Date of service').fill('2026-08-03')
  await page.getByLabel('Partial').check()
  await page.getByLabel('Code or words').fill('49505')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Credited at 7.76')
  await result(page).getByRole('link', { name: '49505' }).click()
  await page.waitForURL('**/cpt-codes/surgery/49505')
  await page.goBack()
  await expect(page).toHaveURL('/calculator?case=49505@22&date=2026-08-03&policy=partial')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Credited at 7.76')
  await expect(page.getByLabel('Code or words')).toHaveValue('49505')
  await expect(page.getByLabel('Partial')).toBeChecked()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Calculator' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Price a whole case/)
  await expect(page.getByLabel('CMS adjusted')).toBeChecked()
  await page.getByRole('link', { name: 'See a case of two operations and a visit' }).click()
  await expect(page.getByLabel('Code or words').first()).toHaveValue('47562')
})

test('a line that was not understood is told, and the rest stands', async ({ page }) => {
  await page.goto('/calculator?case=47562@22,4756,49505&date=2026-08-03&by=wizard')
  await expect(page.getByText('2nd line was not understood: “4756”.')).toBeVisible()
  await expect(page.getByText('The practitioner of this address was not understood: “wizard”.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Credited at 14.09')
})

test('everything can be done with the keyboard alone', async ({ page }) => {
  await page.goto('/calculator')
  const code = page.getByLabel('Code or words').first()
  await code.focus()
  await page.keyboard.type('lap chole')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(code).toHaveValue('47562')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Code or words of line 2')).toBeFocused()
  await page.keyboard.type('49505-50')
  await expect(page.getByRole('button', { name: 'Remove modifier 50 of 49505' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Credited at')
  const number = rowOf(page, '47562').getByRole('button', { name: /credited/ })
  for (let stop = 0; stop < 60; stop++) {
    if (await number.evaluate((each) => each === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(number).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(number).toHaveAttribute('aria-expanded', 'true')
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a shared address shows the same numbers', async ({ page }) => {
    await page.goto(CASE)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^Listed at 17\.97 work RVUs\. Credited at 14\.09\./,
    )
    await expect(rowOf(page, '47562')).toContainText('10.21')
    await expect(rowOf(page, '49505')).toContainText('3.88')
    await page.getByText('Every step of every line').click()
    const steps = page.getByRole('region', { name: 'Steps of 49505' })
    await expect(steps).toContainText('49505, step by step')
    await expect(steps).toContainText('7.76 becomes 3.88')
    // Playwright leaves noscript out of what it finds.
    const form = await page.locator('noscript').first().innerHTML()
    expect(form).toContain('name="case"')
    expect(form).toContain('name="date"')
  })
})

test('only the empty calculator is to be found by search engines', async ({ request }) => {
  const [empty, shared] = [await (await request.get('/calculator')).text(), await (await request.get(CASE)).text()]
  expect(empty).not.toContain('noindex')
  expect(shared).toMatch(/<meta name="robots" content="noindex/)
  for (const html of [empty, shared]) expect(html).toMatch(/<link rel="canonical" href="http[^"]+\/calculator"/)
  expect(await (await request.get('/sitemaps/pages.xml')).text()).toContain('/calculator</loc>')
})

test('the calculator of a code goes on in the whole one', async ({ page }) => {
  await page.goto('/cpt-codes/surgery/47562')
  await page.locator('#calculator').getByLabel('Modifier').selectOption('80')
  await page.getByRole('link', { name: 'Open in the full calculator' }).click()
  await expect(page).toHaveURL('/calculator?case=47562-80@22')
  await expect(rowOf(page, '47562')).toContainText('1.63')
})

test('it is accessible in both themes, printed on one page, and fits a phone', async ({ page }) => {
  test.setTimeout(120_000)
  const faults = watchConsole(page)
  await page.goto(`${CASE}&and=RVU25D`)
  await page.getByRole('button', { name: 'Modifiers, date' }).first().click()
  await rowOf(page, '49505')
    .getByRole('button', { name: /credited/ })
    .click()
  await expect(page.getByLabel(/^22, /)).toHaveAccessibleName(/Changes no amount/)
  expect(await faultsInBothThemes(page, 'calculator')).toEqual([])
  for (const width of [390, 360]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  await page.goto(CASE)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(/Case of Aug 3, 2026\. http.*\/calculator\?case=47562@22,49505/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add a line' })).toBeHidden()
  const sheets = (await page.pdf({ format: 'Letter' })).toString('latin1').match(/\/Type\s*\/Page\b/g)
  expect(sheets).toHaveLength(1)
  expect(faults).toEqual([])
})

test('a wrong number is reported, without anything of a patient', async ({ page }) => {
  await page.goto(CASE)
  await page.getByText('Report a wrong number').click()
  await page.getByLabel('What is wrong').fill('Patient MRN 1234567 is credited wrong')
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(page.getByText('Looks like a record number')).toBeVisible()
  await expect(page.getByLabel('What is wrong')).toBeFocused()
  await page.getByLabel('What is wrong').fill('The hernia should not be halved under our plan.')
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(page.getByText('the report is here')).toBeVisible()
})
