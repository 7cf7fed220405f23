import type { Page } from '@playwright/test'
import { findFaults } from './helpers/axe.ts'
import { expect, test } from './helpers/fixtures.ts'
import { exploreExample, goTo } from './helpers/steps.ts'

const pin = (page: Page) => page.getByLabel('PIN', { exact: true })
const again = (page: Page) => page.getByLabel('The same PIN again')
const hello = (page: Page) => page.getByRole('heading', { level: 1, name: 'Hello' })
const workshop = (page: Page) => page.getByRole('heading', { name: 'How to hand the laptop round' })

/** From a library without a PIN, presses Start and stands on the page that asks for one. */
async function startWithoutPin(page: Page): Promise<void> {
  await goTo(page, 'Workshops')
  await page.getByRole('link', { name: 'Directors and data leads' }).click()
  await page.getByRole('button', { name: 'Start with the next participant' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A PIN for this laptop')
}

test.beforeEach(async ({ page, served }) => {
  await exploreExample(page, served)
  await startWithoutPin(page)
})

test('a PIN is set once, and its six words open the laptop when it is forgotten', async ({
  page,
}) => {
  expect(await findFaults(page)).toEqual([])
  const set = page.getByRole('button', { name: 'Set the PIN' })
  for (const [typed, repeated, said] of [
    ['123', '123', 'Choose 4 to 8 digits.'],
    ['1234', '1234', 'not in a row'],
    ['7391', '7392', 'Type the same twice.'],
  ] as const) {
    await pin(page).fill(typed)
    await again(page).fill(repeated)
    await set.click()
    await expect(page.getByText(said)).toBeVisible()
  }
  expect(await findFaults(page)).toEqual([])
  await again(page).fill('7391')
  await set.click()
  const words = page.getByText(/^[a-z]+( [a-z]+){5}$/)
  const phrase = await words.innerText()
  expect(await findFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'I have written them down' }).click()
  await expect(page.getByText(phrase)).toHaveCount(0)

  await page.getByRole('button', { name: 'Start with the next participant' }).click()
  await expect(hello(page)).toBeVisible()
  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog', { name: 'How to rate' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Facilitator' }).click()
  await page.getByRole('button', { name: 'I forgot the PIN' }).click()
  await page.getByRole('textbox', { name: 'The six words' }).fill(phrase.toUpperCase())
  await page.keyboard.press('Enter')
  await expect(workshop(page)).toBeVisible()

  await page.getByRole('link', { name: 'The PIN of this laptop' }).click()
  await page.getByLabel('Present PIN').fill('7391')
  await page.getByLabel('New PIN').fill('24680')
  await again(page).fill('24680')
  await page.getByRole('button', { name: 'Change the PIN' }).click()
  await expect(words).not.toHaveText(phrase)
})

test('going without a PIN says what it leaves open, and the room is the same', {
  tag: '@long',
}, async ({ page }) => {
  await expect(page.getByText(/press Facilitator and read what everybody answered/)).toBeVisible()
  await page.getByRole('button', { name: 'Go without a PIN' }).click()
  await page.getByRole('button', { name: 'Start with the next participant' }).click()
  await expect(hello(page)).toBeVisible()
  await page.getByRole('button', { name: 'Facilitator' }).click()
  expect(await findFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(workshop(page)).toBeVisible()
})
