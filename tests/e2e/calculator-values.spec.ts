import { expect, test, type Page } from '@playwright/test'
import { faultsInBothThemes } from '../support/look'
import { watchConsole } from '../support/visitor'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const DAY = 'date=2026-08-03'
const result = (page: Page) => page.getByRole('region', { name: 'Result' })
const rowOf = (page: Page, code: string) => result(page).getByRole('row').filter({ hasText: code })
const finding = (page: Page) => page.getByRole('heading', { level: 1 })
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

test('anesthesia is priced by its minutes, and says its units step by step', async ({ page }) => {
  const faults = watchConsole(page)
  await page.goto(`/calculator?${DAY}`)
  await page.getByLabel('Code or words').fill('00790')
  await expect(finding(page)).toContainText('see what each line wants')
  await expect(rowOf(page, '00790')).toContainText('enter its minutes')
  // Nothing else is asked of it: no value of one's own, no days.
  await expect(page.getByLabel('Or like code')).toHaveCount(0)
  await expect(page.getByLabel('Days held')).toHaveCount(0)
  await page.getByLabel('Minutes of anesthesia').fill('95')
  // Base 7 and 95 / 15 = 6.33, rounded to 6.3: 13.3 units x 20.4976 = 272.618.
  await expect(finding(page)).toHaveText('13.3 anesthesia units. Medicare would allow $272.62.')
  await expect(page).toHaveURL(`/calculator?case=00790~95min&${DAY}`)
  await page.getByRole('button', { name: 'Modifiers, date of line 1' }).click()
  // Medically directed: half, 136.309.
  await expect(page.getByLabel(/^QK, /)).toHaveAccessibleName(/With it: .*Medicare \$136\.31/)
  await page.getByLabel(/^AA, /).check()
  await expect(page).toHaveURL(`/calculator?case=00790-AA~95min&${DAY}`)
  await rowOf(page, '00790')
    .getByRole('button', { name: /^\$272\.62, allowed/ })
    .click()
  await expect(result(page).getByRole('table', { name: 'Why $272.62' })).toContainText('Base 7 and time 6.3')
  await result(page)
    .getByRole('button', { name: /^13\.3, anesthesia units/ })
    .click()
  await expect(result(page).getByRole('table', { name: 'Why 13.3' })).toContainText('00790: base 7 and time 6.3')
  await page.getByLabel('Minutes of anesthesia').fill('6001')
  await expect(page.getByText('Whole minutes, at most 6,000: 95.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Code or words')).toHaveValue('')
  expect(faults).toEqual([])
})

test('an unlisted code has a comparable code, apart from the total', async ({ page }) => {
  await page.goto(`/calculator?case=47562@22&${DAY}`)
  await expect(page.getByLabel('Or like code')).toHaveCount(0)
  await page.getByRole('button', { name: 'Add a line' }).click()
  await page.getByLabel('Code or words of line 2').fill('47379')
  await page.getByLabel('Or like code').fill('4950')
  await expect(page.getByText('A code has five characters: 47562, G0105, 0075T.')).toBeVisible()
  await page.getByLabel('Or like code').fill('49505')
  // 49505 ranks second: 7.76 x 0.5 = 3.88, which is in no total: 10.21 is credited.
  await expect(finding(page)).toContainText('Credited at 10.21.')
  await expect(finding(page)).toContainText('By 1 value of your own, apart: 3.88 credited')
  await expect(rowOf(page, '47379')).toContainText('As comparable code 49505: its work RVU of one unit, from RVU26C.')
  await expect(result(page).getByRole('row', { name: /1 of 2 lines/ })).toContainText('10.21')
  await expect(page).toHaveURL(`/calculator?case=47562@22,47379~like49505&${DAY}`)
  await rowOf(page, '47379')
    .getByRole('button', { name: /^3\.88, credited/ })
    .click()
  await expect(result(page).getByRole('table', { name: 'Why 3.88' })).toContainText('7.76 becomes 3.88')
})

test('a contractor-priced code has a value of one’s own, typed and told apart', async ({ page }) => {
  test.setTimeout(120_000)
  const faults = watchConsole(page)
  await page.goto(`/calculator?case=0652T&${DAY}`)
  await page.getByLabel('Work RVU of one unit').fill('12.5')
  await page.getByLabel('Allowed by the payer, $').fill('1,250')
  await expect(page.getByText('Dollars of at most two decimals, without commas: 1250.00.')).toBeVisible()
  await page.getByLabel('Allowed by the payer, $').fill('1250')
  await expect(page).toHaveURL(`/calculator?case=0652T~work12.5~allowed1250&${DAY}`)
  await expect(finding(page)).toHaveText('By 1 value of your own, apart: 12.50 credited, $1,250 allowed.')
  await result(page)
    .getByRole('button', { name: /^12\.50, credited by values entered by hand/ })
    .click()
  await expect(result(page).getByRole('table', { name: 'Why 12.50' })).toContainText('0652T')
  await rowOf(page, '0652T')
    .getByRole('button', { name: /^\$1,250\.00, allowed/ })
    .click()
  await expect(result(page).getByRole('table', { name: 'Why $1,250.00' }).first()).toContainText(
    'what the payer allowed',
  )
  expect(await faultsInBothThemes(page, 'calculator with values')).toEqual([])
  await page.reload()
  await expect(page.getByLabel('Work RVU of one unit')).toHaveValue('12.5')
  await expect(finding(page)).toContainText('12.50 credited, $1,250 allowed')
  await page.goto(`/calculator?case=99291~95min,97110~20min,97140~18min,44140-55~30days,00790-AD~induction&${DAY}`)
  expect(await faultsInBothThemes(page, 'calculator with minutes')).toEqual([])
  expect(faults).toEqual([])
})

test('critical care is counted by the rule that one chooses, with the keyboard alone', async ({ page }) => {
  await page.goto(`/calculator?case=99291@21&${DAY}`)
  await page.getByLabel('Minutes of critical care').focus()
  await page.keyboard.type('95')
  const rules = page.getByRole('radiogroup', { name: 'By whose rule 95 minutes are counted' })
  // CMS counts 99292 from minute 104, CPT from minute 75.
  await expect(rules.getByLabel('CMS, 99291 ×1')).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  await expect(rules.getByLabel('CPT, 99291 ×1, 99292 ×1')).toBeChecked()
  await expect(page).toHaveURL(`/calculator?case=99291@21~95min,99292&${DAY}`)
  // 4.50 + 2.25.
  await expect(finding(page)).toContainText('Credited at 6.75')
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(`/calculator?case=99291@21~95min&${DAY}`)
})

test('copying and reporting carry both cases, and both releases', async ({ page }) => {
  await page.goto(`/calculator?case=47562@22&and=47562@22,00790-AA~95min&${DAY}`)
  await page.getByRole('button', { name: 'Copy as text' }).click()
  await expect(page.getByText('The case is copied as text.')).toBeVisible()
  const cases = await copied(page)
  expect(cases).toMatch(/\n\nFirst case\nCode[^]*\n47562 [^]*\nTotal +10\.21 +10\.21 [^]*\n\nSecond case\nCode/)
  expect(cases).toMatch(/\n00790-AA [^]*\$272\.62 +Anesthesia[^\n]*; 13\.3 anesthesia units\n/)
  expect(cases).toContain('The second case credits the same and allows $272.62 more than the first case.')
  expect(cases).toMatch(/\/calculator\?case=47562@22&date=2026-08-03&and=47562@22,00790-AA~95min\n$/)

  await page.getByText('Report a wrong number').click()
  await page.getByLabel('What is wrong').fill('The anesthesia of the second case should be more.')
  const [request] = await Promise.all([
    page.waitForRequest('**/api/v1/reports'),
    page.getByRole('button', { name: 'Send the report' }).click(),
  ])
  const sent = request.postDataJSON() as Record<'address' | 'answer' | 'beside', unknown>
  expect(sent.address).toContain('&and=47562@22,00790-AA~95min')
  expect(sent.answer).toMatchObject({ lines: [{ code: '47562' }] })
  expect(sent.beside).toMatchObject({ lines: [{ code: '47562' }, { code: '00790', allowed: '272.62' }] })
  await expect(page.getByText('the report is here, with both answers')).toBeVisible()

  await page.goto(`/calculator?case=47562@22&release=RVU25D&and=RVU26C&${DAY}`)
  await page.getByRole('button', { name: 'Copy as text' }).click()
  await expect(page.getByText('The case is copied as text.')).toBeVisible()
  // 10.47 in RVU25D and 10.21 in RVU26C (content/codes).
  expect(await copied(page)).toMatch(
    /\n\nRVU25D\nCode[^]* 10\.47 [^]*\n\nRVU26C\nCode[^]* 10\.21 [^]*RVU26C credits 0\.26 less/,
  )
})

test('what of an address cannot be read is told, and how to write it', async ({ page }) => {
  await page.goto(`/calculator?case=00790~9000min,47379~like4756,0652T~work1.234,47562@22&${DAY}`)
  await expect(page.getByText('Write its minutes as ~95min, at most 6,000.')).toBeVisible()
  await expect(page.getByText('Write the comparable code as ~like47562.')).toBeVisible()
  await expect(page.getByText('Write a work RVU of at most two decimals as ~work12.00.')).toBeVisible()
  await expect(finding(page)).toContainText('Credited at 10.21')
})

test('on a phone the sums stay in sight and lead to the ledger', async ({ page }) => {
  for (const width of [390, 360]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(`/calculator?case=47562@22,47379~like49505,99291~95min&${DAY}`)
    const bar = page.getByRole('link', { name: /Line by line/ })
    await expect(bar).toBeInViewport()
    await expect(bar).toContainText('credited')
    // What has the focus is never under the bar.
    await page.getByLabel('Minutes of critical care').focus()
    const [field, edge] = [await page.getByLabel('Minutes of critical care').boundingBox(), await bar.boundingBox()]
    expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(edge?.y ?? 0)
    await bar.press('Enter')
    await expect(result(page)).toBeFocused()
    await expect(rowOf(page, '47562')).toBeInViewport()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
})
