import type { Page } from '@playwright/test'
import { expect, test } from './helpers/fixtures.ts'

const exampleButton = (page: Page) => page.getByRole('button', { name: /Explore the example/ })

test('opens with the token of its address, which then leaves the address', async ({
  page,
  served,
}) => {
  await page.goto(served.url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page).not.toHaveURL(/token/)
})

test('keeps the token over a reload', async ({ page, served }) => {
  await page.goto(served.url)
  await page
    .getByRole('button', { name: /example/i })
    .first()
    .waitFor()
  await page.reload()
  await expect(page.getByRole('button', { name: /example/i }).first()).toBeVisible()
})

test.describe('the address that the program starts a browser with', () => {
  test.use({ provoked: /401/ })

  test('opens the workbook in one tab, which keeps it, and in no other', async ({
    page,
    context,
    served,
  }) => {
    const address = served.openingUrl()
    await page.goto(address)
    await expect(exampleButton(page)).toBeVisible()
    expect(page.url()).not.toContain('open=')
    await page.reload()
    await expect(exampleButton(page)).toBeVisible()

    const other = await context.newPage()
    await other.goto(address)
    await expect(other.getByRole('heading', { name: /needs its full address/ })).toBeVisible()
    await expect(other.getByText(/Open the one that was printed/)).toBeVisible()
    await expect(exampleButton(other)).toHaveCount(0)
  })
})

test.describe('a page that was open when the program was killed', () => {
  test.use({ provoked: /WebSocket|ERR_CONNECTION_(REFUSED|RESET)|401/ })

  test('goes on by itself once it is started by the same command', async ({ page, program }) => {
    await page.goto(program.url)
    await program.kill()
    await expect(page.getByText('Not connected just now')).toBeVisible()
    expect(await program.startAgain()).toBe(program.url)
    await expect(page.getByText('Not connected just now')).toBeHidden()
    await exampleButton(page).click()
    await expect(
      page.getByRole('heading', { level: 1, name: 'Framework', exact: true }),
    ).toBeVisible()
  })

  test('is shut out by --new-token, says what to do, and goes on with the new address', {
    tag: '@long',
  }, async ({ page, program }) => {
    await page.goto(program.url)
    await program.kill()
    const url = await program.startAgain('--new-token')
    await expect(page.getByText('The program has a new address')).toBeVisible()
    await expect(page.getByText(/open the address that it printed/)).toBeVisible()
    await page.goto(url)
    await exampleButton(page).click()
    await expect(
      page.getByRole('heading', { level: 1, name: 'Framework', exact: true }),
    ).toBeVisible()
    await expect(page.getByText('The program has a new address')).toBeHidden()
  })
})

test.describe('the policy of the page', () => {
  test.use({ provoked: /Content Security Policy/ })

  test('runs no script that is not its own file', async ({ page, served }) => {
    await page.goto(served.url)
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'window.intruder = true'
      const violation = new Promise<string>(resolve =>
        document.addEventListener('securitypolicyviolation', event =>
          resolve(event.violatedDirective),
        ),
      )
      document.body.append(script)
      return { intruder: 'intruder' in window, violated: await violation }
    })
    expect(ran).toEqual({ intruder: false, violated: 'script-src-elem' })
  })
})
