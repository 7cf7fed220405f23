import type { Page } from '@playwright/test'
import { findFaults } from '../helpers/axe.ts'
import { expect, test } from '../helpers/fixtures.ts'
import {
  choose,
  joinAs,
  nextParticipant,
  prepareRoom,
  radio,
  saved,
  unlock,
  useful,
} from '../helpers/workshop-room.ts'

const question = (page: Page) => page.getByRole('alertdialog', { name: 'Still there?' })
const cover = (page: Page) => page.getByRole('heading', { name: 'This screen is covered' })

/** Joins, and finds the first of the four words at the end. */
async function rateWithWords(page: Page): Promise<string> {
  await joinAs(page, 'ADCS')
  await choose(useful(page), 'Useful')
  await expect(saved(page)).toBeVisible()
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  const words = page.getByRole('region', { name: 'Your four words' }).locator('p').first()
  const phrase = await words.innerText()
  await page.getByRole('button', { name: 'Look at the open ones' }).click()
  return phrase.split(' ')[0] ?? ''
}

test.beforeEach(async ({ page, served }) => {
  const room = await prepareRoom(served)
  await page.clock.install()
  await nextParticipant(page, served, room)
})

test('nobody there for three minutes: it asks, covers itself, and goes on by a word', async ({
  page,
}) => {
  const word = await rateWithWords(page)
  await page.clock.runFor('02:58')
  await expect(question(page)).toHaveCount(0)
  await page.clock.runFor(3_000)
  await expect(question(page)).toBeVisible()
  await page.clock.runFor(17_000)
  await expect(cover(page)).toHaveCount(0)
  await page.clock.runFor(4_000)
  await expect(cover(page)).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
  expect(await findFaults(page)).toEqual([])
  await page.reload()
  await expect(cover(page)).toBeVisible()

  await page.getByRole('button', { name: 'I was rating' }).click()
  const field = page.getByRole('textbox', { name: 'The first of your four words' })
  await expect(field).toBeFocused()
  expect(await findFaults(page)).toEqual([])
  await page.keyboard.type('nothing')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('That is not the word')
  await field.fill(word)
  await page.keyboard.press('Enter')
  await expect(radio(useful(page), 'Useful')).toBeChecked()
})

test('a key is enough to be still there, and typing is never interrupted', {
  tag: '@long',
}, async ({ page }) => {
  await joinAs(page, 'ADCS')
  await page.clock.runFor('03:01')
  await expect(question(page).getByRole('button', { name: 'I’m still here' })).toBeFocused()
  // Here, as the clock goes on meanwhile, and the question is not counted to the second.
  expect(await findFaults(page)).toEqual([])
  await page.keyboard.press('Space')
  await expect(question(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Add a comment' }).first().click()
  for (const letter of 'slow') {
    await page.clock.runFor('02:30')
    await page.keyboard.type(letter)
    await expect(question(page)).toHaveCount(0)
  }
  await expect(page.getByRole('textbox')).toHaveValue('slow')
})

test('a covered screen lets the next person begin, and the facilitator open it', {
  tag: '@long',
}, async ({ page }) => {
  await joinAs(page, 'ADCS')
  await choose(useful(page), 'Useful')
  await expect(saved(page)).toBeVisible()
  await page.clock.runFor('03:01')
  await page.clock.runFor(21_000)
  await expect(cover(page)).toBeVisible()
  await page.getByRole('button', { name: 'I’m the next person' }).click()
  await expect(page.getByRole('heading', { name: 'Hello' })).toBeVisible()
  await unlock(page)
  await expect(page.getByRole('row', { name: /-01/ })).toBeVisible()
})

test('who pauses has the screen covered at once, and goes on by a word', { tag: '@long' }, async ({
  page,
}) => {
  const word = await rateWithWords(page)
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('dialog', { name: 'Take a break?' })).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Cover the screen' }).click()
  await expect(cover(page)).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
  await page.getByRole('button', { name: 'I was rating' }).click()
  await page.getByRole('textbox', { name: 'The first of your four words' }).fill(word)
  await page.keyboard.press('Enter')
  await expect(radio(useful(page), 'Useful')).toBeChecked()
})
