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
