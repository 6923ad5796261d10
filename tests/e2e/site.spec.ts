import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'

const PAGES = [
  '/',
  '/cpt-codes',
  '/cpt-codes?q=lap+chole',
  '/cpt-codes/surgery',
  '/cpt-codes/digestive',
  '/cpt-codes/s-codes',
  '/cpt-codes/surgery/47562',
  '/cpt-codes/s-codes/S9451',
  '/cpt-codes/surgery/47652',
  '/specialties',
  '/specialties/general-surgery',
  '/modifiers',
  '/modifiers/62',
  '/places-of-service',
  '/releases',
  '/releases/RVU26C',
  '/compare?codes=47562,47563,47600',
  '/calculator',
  '/data-sources',
  '/nowhere-at-all',
]

/** Collects what the console and the page complain of. The one answer that is meant to be 404 is no complaint. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    const missing = message.text().includes('status of 404') && message.location().url === page.url()
    if (message.type() === 'error' && !missing) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

for (const theme of ['light', 'dark'] as const) {
  test(`every public page is accessible and quiet, ${theme}`, async ({ page, context, baseURL }) => {
    test.setTimeout(300_000)
    await context.addCookies([{ name: 'theme', value: theme, url: baseURL ?? '' }])
    const complaints = complaintsOf(page)
    for (const address of PAGES) {
      await page.goto(address, { waitUntil: 'networkidle' })
      await expect(page.locator('html'), address).toHaveAttribute('data-theme', theme)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${address} ${id} ${nodes[0]?.html ?? ''}`)).toEqual([])
    }
    expect(complaints).toEqual([])
  })
}

test('home finds something out with the engine, and its form searches', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^Listed at \d+\.\d\d work RVUs\. Credited at \d+\.\d\d\./,
  )
  await page.getByRole('combobox', { name: 'Code or words' }).fill('lap chole')
  await page.getByRole('combobox', { name: 'Code or words' }).press('Enter')
  await expect(page).toHaveURL(/\/cpt-codes\?q=lap\+chole/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('47562')
})

test('what is typed is answered at once, by keyboard, and a whole code leads to its page', async ({ page }) => {
  await page.goto('/cpt-codes')
  const field = page.getByRole('combobox', { name: 'Code or words' })
  await field.fill('lap chole')
  await expect(page.getByRole('option').first()).toContainText('47562')
  await field.press('ArrowDown')
  await expect(field).toHaveAttribute('aria-activedescendant', /-0$/)
  await field.press('Enter')
  await expect(page).toHaveURL(/\/cpt-codes\/surgery\/47562$/)
  await page.goto('/cpt-codes')
  await field.fill('s9451')
  await field.press('Enter')
  await expect(page).toHaveURL(/\/cpt-codes\/s-codes\/S9451$/)
})

test('the page of a code has its parts in order, and a calculator that answers', async ({ page }) => {
  await page.goto('/cpt-codes/surgery/47562')
  const order = ['names', 'covers', 'plain', 'context', 'rvu', 'rules', 'history', 'category', 'calculator', 'billing', 'specialties', 'faq', 'related', 'track'] // prettier-ignore
  const found = await page.locator('main section[id]').evaluateAll((parts) => parts.map((part) => part.id))
  expect(found.filter((id) => order.includes(id))).toEqual(order)
  const calculator = page.locator('#calculator')
  // 16 % of the work for an assistant at surgery: 10.21 x 0.16 = 1.6336.
  await calculator.getByLabel('Modifier').selectOption('80')
  await expect(calculator.getByRole('status')).toContainText('1.63')
  await calculator.getByLabel('Units').fill('0')
  await expect(calculator.getByRole('status')).toContainText('whole number from 1 to 999')
})

test('S9451 is never called CPT, repeats nothing, and has the reason of its own status', async ({ request }) => {
  const html = await (await request.get('/cpt-codes/s-codes/S9451')).text()
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
  const words = main.replace(/<script[\s\S]*?<\/script>/g, ' ').replace(/<[^>]+>/g, '\n')
  expect(words).not.toMatch(/S9451[^.]{0,40} CPT code|CPT code S9451|CPT S9451/)
  expect(words).toContain('HCPCS Level II')
  expect(words).toContain('Medicare does not accept them')
  expect(words).not.toMatch(/drug/i)
  const sentences = words.split(/\n|(?<=[.?!]) /).map((text) => text.trim()).filter((text) => text.length > 40) // prettier-ignore
  expect(sentences.filter((text, at) => sentences.indexOf(text) !== at)).toEqual([])
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a code page is complete', async ({ page }) => {
    await page.goto('/cpt-codes/surgery/47562')
    await expect(page.locator('#rvu')).toContainText('10.21')
    await expect(page.locator('#history svg').first()).toBeVisible()
    // Playwright leaves noscript out of an element's text.
    expect(await page.locator('#calculator noscript').innerHTML()).toContain('Choosing needs JavaScript')
  })

  test('an unknown code is a 404 with near matches', async ({ page }) => {
    const answer = await page.goto('/cpt-codes/surgery/47652')
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No code 47652 is known here')
    await expect(page.getByRole('link', { name: '47562' })).toBeVisible()
  })
})

test('what the map of the site lists is there, and the subjects have one address', async ({ request }) => {
  test.setTimeout(180_000)
  const map = await (await request.get('/sitemaps/pages.xml')).text()
  const paths = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url ?? '').pathname)
  expect(paths.length).toBeGreaterThan(200)
  for (const path of paths) expect((await request.get(path, { maxRedirects: 0 })).status(), path).toBe(200)
  for (const [from, to] of [
    ['/modifiers/lt', '/modifiers/LT'],
    ['/releases/rvu26c', '/releases/RVU26C'],
    ['/specialties/General-Surgery', '/specialties/general-surgery'],
  ] as const) {
    const answer = await request.get(from, { maxRedirects: 0 })
    expect([answer.status(), new URL(answer.headers()['location'] ?? '', answer.url()).pathname]).toEqual([308, to])
  }
  for (const path of ['/modifiers/ZZ', '/releases/RVU99A', '/specialties/magic'])
    expect((await request.get(path)).status(), path).toBe(404)
})

test('codes are compared by what is typed, and one is taken away', async ({ page }) => {
  await page.goto('/compare')
  await page.getByLabel('Codes').fill('47562 47600')
  await page.getByLabel('Codes').press('Enter')
  // 17.04 - 10.21 = 6.83 in RVU26C.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('47600 carries 6.83 more work RVU than 47562')
  await page.getByRole('link', { name: 'Remove 47600' }).click()
  await expect(page).toHaveURL(/\/compare\?codes=47562$/)
  await page.getByLabel('Codes').fill('47562, 99999')
  await page.getByLabel('Codes').press('Enter')
  await expect(page.getByText('99999 is no code known here. Change or remove it.')).toBeVisible()
})

test('every spelling of an address goes to the one it has, for good', async ({ request }) => {
  const cases = {
    '/cpt-codes/S9451': '/cpt-codes/s-codes/S9451',
    '/cpt-codes/s9451': '/cpt-codes/s-codes/S9451',
    '/cpt-codes/s-codes/s9451': '/cpt-codes/s-codes/S9451',
    '/cpt-codes/medicine/47562': '/cpt-codes/surgery/47562',
    '/cpt-codes/Surgery': '/cpt-codes/surgery',
  }
  for (const [from, to] of Object.entries(cases)) {
    const answer = await request.get(from, { maxRedirects: 0 })
    expect([answer.status(), new URL(answer.headers()['location'] ?? '', answer.url()).pathname], from).toEqual([
      308,
      to,
    ])
  }
})

test('hubs name their columns, and on a phone every link is as tall as a thumb', async ({ page }) => {
  await page.goto('/cpt-codes')
  // Three columns on a wide page, each with its head; one on a phone.
  const heads = page.getByText('Median work RVU', { exact: true })
  await expect(heads.and(page.locator(':visible'))).toHaveCount(6)
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(heads.and(page.locator(':visible'))).toHaveCount(2)
  for (const path of ['/cpt-codes', '/cpt-codes/surgery', '/cpt-codes/digestive', '/cpt-codes/j-codes']) {
    await page.goto(path)
    const low = await page
      .locator('main')
      .locator('li a, td a, th a')
      .evaluateAll((links) =>
        links.flatMap((link) => {
          // What reaches beyond a small link takes the touch for it.
          const reach = Number.parseFloat(getComputedStyle(link, '::before').height) || 0
          const height = Math.max(link.getBoundingClientRect().height, reach)
          return height < 44 ? [`${link.textContent} ${height}`] : []
        }),
      )
    expect(low, path).toEqual([])
  }
})

test('search engines get canonical addresses, structured facts and a map', async ({ request }) => {
  const html = await (await request.get('/cpt-codes/surgery/47562')).text()
  expect(html).toMatch(/<link rel="canonical" href="http[^"]+\/cpt-codes\/surgery\/47562"/)
  const facts = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(
    ([, text]) => (JSON.parse(text ?? '') as { '@type': string })['@type'],
  )
  expect(facts).toEqual(['BreadcrumbList', 'MedicalCode', 'FAQPage'])
  const index = await (await request.get('/sitemap.xml')).text()
  const shards = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url ?? '').pathname)
  expect(shards).toEqual(expect.arrayContaining(['/sitemaps/pages.xml', '/sitemaps/s-codes.xml']))
  expect(await (await request.get('/sitemaps/s-codes.xml')).text()).toContain('/cpt-codes/s-codes/S9451</loc>')
  expect((await request.get('/sitemaps/none.xml')).status()).toBe(404)
  const [picture] = /og:image" content="http[^"]+(\/og\/47562\.png[^"]*)"/.exec(html)?.slice(1) ?? []
  const drawn = await request.get(picture ?? '')
  expect([drawn.status(), drawn.headers()['content-type']]).toEqual([200, 'image/png'])
  // The width and the height stand in the first block of a PNG.
  expect([(await drawn.body()).readUInt32BE(16), (await drawn.body()).readUInt32BE(20)]).toEqual([1200, 630])
  expect(await (await request.get('/robots.txt')).text()).toContain('/sitemap.xml')
})

test('pages that are kept have no nonce and show nothing typed; the others trust only their nonce', async ({
  request,
}) => {
  const kept = (await request.get('/cpt-codes/surgery/47562')).headers()['content-security-policy'] ?? ''
  expect(kept).toContain("script-src 'self' 'unsafe-inline'")
  const typed = await request.get('/cpt-codes?q=%3Cscript%3Ealert(1)%3C/script%3E')
  expect(typed.headers()['content-security-policy']).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic'/)
  expect(await typed.text()).not.toContain('<script>alert(1)')
})
