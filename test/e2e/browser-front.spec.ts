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

test('keeps the token over a reload', { tag: '@long' }, async ({ page, served }) => {
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
    await expect(exampleButton(page)).toBeVisible()
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
    await expect(exampleButton(page)).toBeVisible()
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
  test.use({ provoked: /Content Security Policy|Trusted/ })

  test('runs no script that is not its own file, and takes no text as script, markup or style', async ({
    page,
    served,
  }) => {
    await page.goto(served.url)
    const tried = await page.evaluate(async () => {
      const violated: string[] = []
      document.addEventListener('securitypolicyviolation', event =>
        violated.push(event.violatedDirective),
      )
      const refused = (put: () => void) => {
        try {
          put()
          return false
        } catch {
          return true
        }
      }
      const script = document.createElement('script')
      const place = document.createElement('p')
      document.body.append(place)
      const attempts = {
        script: refused(() => {
          script.textContent = 'window.intruder = true'
        }),
        markup: refused(() => {
          place.innerHTML = '<img src="x" onerror="window.intruder = true">'
        }),
      }
      script.append('window.intruder = true')
      document.body.append(script)
      place.setAttribute('style', 'color: rgb(1, 2, 3)')
      await new Promise(resolve => setTimeout(resolve, 100))
      const { color } = getComputedStyle(place)
      return { ...attempts, intruder: 'intruder' in window, color, violated }
    })
    expect(tried).toMatchObject({ script: true, markup: true, intruder: false })
    expect(tried.color).not.toBe('rgb(1, 2, 3)')
    expect(tried.violated).toEqual(
      expect.arrayContaining(['require-trusted-types-for', 'style-src-attr']),
    )
  })
})
