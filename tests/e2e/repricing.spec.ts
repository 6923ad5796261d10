import { randomUUID } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { faultsAtBothWidths, faultsInBothThemes } from '../support/look'
import { askServer } from '../support/server-database'
import { becomeAttending, openAccount, watchConsole } from '../support/visitor'

/*
 * RVU26C (CMS): 47562 10.21, 49505 7.76. CMS adjusted: 10.21 + 7.76 / 2 = 14.09 a case; unadjusted 17.97, 3.88 more.
 * 240 cases of August: 3,381.60 and 4,312.80, 931.20 more; with the one of July, which stays, 3,395.69 and 4,326.89.
 */
const AUGUST = 240
const SAVED = '3395.6900'
const REPRICED = '4326.8900'

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** As many cases as it takes for the work to be seen on its way, and one of a day that the policy does not reach. */
async function logCases(page: Page, august: number): Promise<void> {
  const lines = [{ code: '47562' }, { code: '49505' }]
  const on = (dateOfService: string) => ({ id: randomUUID(), dateOfService, placeOfService: '22', lines })
  const cases = [on('2026-07-15'), ...Array.from({ length: august }, () => on('2026-08-03'))]
  const status = await page.evaluate(async (body) => {
    const headers = { 'Content-Type': 'application/json' }
    return (await fetch('/api/v1/cases/batch', { method: 'POST', headers, body })).status
  }, JSON.stringify({ cases }))
  expect(status).toBeLessThan(300)
}

async function writePolicy(page: Page): Promise<void> {
  await page.goto('/settings/workplaces')
  await page.getByRole('link', { name: 'Open the crediting policy' }).click()
  await page.getByRole('link', { name: 'Write a policy' }).click()
  await page.getByLabel('Name').fill('Whole contract')
  await page.getByLabel('Base').selectOption('unadjusted')
  await page.getByLabel('Effective from').fill('2026-08-01')
  await press(page, 'Save the policy')
  await expect(page.getByRole('heading', { name: 'Whole contract, version 1 counts today' })).toBeVisible()
}

const credited = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const answer = (await (await fetch('/api/v1/summary')).json()) as { totals: { creditedWorkRvu: string } }
    return answer.totals.creditedWorkRvu
  })

/** Cases, dashboard and interface say the same; all of them were saved. */
async function expectEverywhere(page: Page, total: string, shown: string): Promise<void> {
  expect(await credited(page)).toBe(total)
  await page.goto('/cases')
  await expect(page.getByText(`${AUGUST + 1} cases, ${shown} credited`, { exact: true })).toBeVisible()
  await page.goto('/dashboard')
  await expect(page.getByRole('button', { name: `${shown}, credited work RVUs` })).toBeVisible()
}

const hint = (page: Page) =>
  page.getByText(`${AUGUST} cases were saved before Whole contract, version 1 came into use.`)

/** Keeps the page as it stands while `work` looks at it: what it would read anew waits. */
async function held(page: Page, work: () => Promise<void>): Promise<void> {
  const waiting: (() => Promise<void>)[] = []
  const address = /\/cases\/repricing\?_rsc/
  await page.route(address, (route) => void waiting.push(() => route.continue()))
  await work()
  for (const go of waiting) await go()
  await page.unroute(address)
}

type Entry = { readonly action: string; readonly detail: { readonly before: object; readonly after: object } }
const auditOf = (email: string): Promise<Entry[]> =>
  askServer<Entry>(
    `select a.action, a.detail from audit a join users u on u.id = a.owner_id
      where u.email = $1 and a.action like 'repricing.%' order by a.id`,
    [email],
  )

test('a policy with effect in the past moves nothing until its owner agrees, and then all that it said', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const faults = watchConsole(page)
  const seen: string[] = []
  const look = async (name: string) => void seen.push(...(await faultsAtBothWidths(page, name)))
  const email = await openAccount(page)
  await becomeAttending(page)
  await logCases(page, AUGUST)

  await page.goto('/cases/repricing')
  await expect(title(page)).toHaveText('Every case has the value of the schedule in force on its date')
  await look('nothing to re-price')
  await press(page, 'Compare with today')
  await expect(page.getByText('241 cases compared: nothing would change.')).toBeVisible({ timeout: 30_000 })
  await page.goto('/cases')
  await expect(page.getByRole('link', { name: 'See what it would change' })).toHaveCount(0)

  await writePolicy(page)
  await expectEverywhere(page, SAVED, '3,395.69')
  await expect(hint(page)).toBeVisible()
  seen.push(...(await faultsInBothThemes(page, 'dashboard with the hint')))
  await page.goto('/cases')
  await expect(hint(page)).toBeVisible()
  seen.push(...(await faultsInBothThemes(page, 'cases with the hint')))
  await page.getByRole('link', { name: 'See what it would change' }).click()
  await page.waitForURL('**/cases/repricing')
  await expect(title(page)).toHaveText(/^240 cases were saved before Whole contract/)

  await press(page, 'Compare with today')
  await expect(title(page)).toHaveText(/^Comparing: \d+ cases so far$/)
  await held(page, () => look('comparing'))
  await expect(title(page)).toHaveText('Re-pricing 240 cases would change your credited work by +931.20', {
    timeout: 30_000,
  })
  const sums = page.getByRole('table', { name: 'Sums of 240 cases' })
  await expect(sums.getByRole('row', { name: 'Credited work RVU 3,381.60 4,312.80 +931.20' })).toBeVisible()
  await expect(page.getByText('Whole contract, version 1 for CMS adjusted.').first()).toBeVisible()
  await look('offer')
  expect(await credited(page)).toBe(SAVED)

  await press(page, 'Keep them as they are')
  await expect(title(page)).toHaveText('You kept 240 cases as saved')
  await look('declined')
  await expectEverywhere(page, SAVED, '3,395.69')
  await expect(hint(page)).toHaveCount(0)

  await page.goto('/cases/repricing')
  await press(page, 'Compare with today')
  await page.getByRole('button', { name: 'Re-price 240 cases' }).click({ timeout: 30_000 })
  await expect(title(page)).toHaveText(/^Re-pricing: \d+ of 240 cases$/)
  await held(page, async () => {
    await expect(page.getByRole('progressbar', { name: 'Cases re-priced' })).toBeVisible()
    await look('re-pricing')
  })
  await expect(title(page)).toHaveText('240 cases re-priced: +931.20 credited work', { timeout: 60_000 })
  await look('done')
  await expectEverywhere(page, REPRICED, '4,326.89')
  await expect(hint(page)).toHaveCount(0)
  const done = (await auditOf(email)).at(-1)
  expect(done).toMatchObject({
    action: 'repricing.done',
    detail: { before: { creditedWorkRvu: '3381.6000' }, after: { creditedWorkRvu: '4312.8000' } },
  })

  await page.goto('/cases/repricing')
  await press(page, 'Take it back')
  await expect(page.getByText('The last re-pricing was taken back.')).toBeVisible({ timeout: 60_000 })
  await expectEverywhere(page, SAVED, '3,395.69')
  expect((await auditOf(email)).map(({ action }) => action)).toEqual([
    'repricing.declined',
    'repricing.agreed',
    'repricing.done',
    'repricing.take-back-asked',
    'repricing.taken-back',
  ])
  expect(seen).toEqual([])
  expect(faults).toEqual([])
})

test('where writing fails it stops, says so, and goes on when asked', async ({ page }) => {
  test.setTimeout(180_000)
  const faults = watchConsole(page)
  const email = await openAccount(page)
  await becomeAttending(page)
  await logCases(page, 2)
  await writePolicy(page)
  await page.goto('/cases/repricing')
  await press(page, 'Compare with today')
  await page.getByRole('button', { name: 'Re-price 2 cases' }).waitFor({ timeout: 30_000 })
  const [owner] = await askServer<{ id: string }>('select id from users where email = $1', [email])
  // The database refuses this person's lines, and nobody else's.
  await askServer(`
    create function refuse_lines() returns trigger language plpgsql as $$ begin
      if new.owner_id = '${owner?.id}' then raise exception 'refused by the test'; end if; return new; end $$;
    create trigger refuse_lines before insert on case_lines for each row execute function refuse_lines()`)
  try {
    await press(page, 'Re-price 2 cases')
    await expect(title(page)).toHaveText('Re-pricing stopped after 0 of 2 cases', { timeout: 30_000 })
    expect(await faultsAtBothWidths(page, 'stopped')).toEqual([])
  } finally {
    await askServer('drop trigger refuse_lines on case_lines; drop function refuse_lines()')
  }
  // Three cases at 14.09.
  expect(await credited(page)).toBe('42.2700')
  await press(page, 'Go on')
  await expect(title(page)).toHaveText('2 cases re-priced: +7.76 credited work', { timeout: 30_000 })
  // 14.09 and twice 17.97.
  expect(await credited(page)).toBe('50.0300')
  expect(faults).toEqual([])
})
