import { expect, test } from './fixtures.ts'

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
