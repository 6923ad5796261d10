import { expect, test } from '@playwright/test'

test('the home page answers and says nothing to the console', async ({ page }) => {
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  const answer = await page.goto('/')
  expect(answer?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(said).toEqual([])
})

test('the health check says that the database answers, and which version runs', async ({ request }) => {
  const answer = await request.get('/api/v1/health')
  expect(answer.status()).toBe(200)
  const body = await answer.json()
  expect(body).toMatchObject({ status: 'ok', database: 'ok' })
  expect(body.version).toMatch(/^\d+\.\d+\.\d+/)
  expect(body).toHaveProperty('release')
})

test('what the interface cannot take is a problem in words, never a fault', async ({ request }) => {
  for (const [method, path, status, detail] of [
    ['GET', '/api/v1/calculate', 405, 'This address takes POST, not GET.'],
    ['POST', '/api/v1/releases?x=1', 405, 'This address takes GET, not POST.'],
    ['GET', '/api/v1', 404, 'There is no such address. /api/v1/openapi.json lists those there are.'],
    ['PUT', '/api/v1/rates/2026', 404, 'There is no such address. /api/v1/openapi.json lists those there are.'],
    ['GET', '/api/v1/codes/%ff', 404, 'There is no such address: its percent signs spell no text.'],
    ['PROPFIND', '/api/v1/codes', 501, /^No address takes PROPFIND\. /],
  ] as const) {
    const answer = await request.fetch(path, { method })
    expect(answer.status(), path).toBe(status)
    expect(answer.headers()['content-type']).toBe('application/problem+json; charset=utf-8')
    const body = await answer.json()
    expect(body).toMatchObject({ status, detail: expect.stringMatching(detail), errors: [{ path: '' }] })
    if (status === 405) expect(answer.headers()['allow']).toMatch(/^(POST|GET, HEAD), OPTIONS$/)
  }
})
