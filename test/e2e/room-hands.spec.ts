import type { Page } from '@playwright/test'
import { routes } from '../../renderer/app/routes.ts'
import { findFaults } from './helpers/axe.ts'
import { expect, test } from './helpers/fixtures.ts'
import { pressByKey } from './helpers/keyboard.ts'
import {
  choose,
  joinAs,
  nextParticipant,
  PIN,
  prepareRoom,
  radio,
  saved,
  unlock,
  useful,
  type WorkshopRoom,
  withCode,
} from './helpers/workshop-room.ts'

let room: WorkshopRoom

test.beforeEach(async ({ page, served }) => {
  room = await prepareRoom(served)
  await nextParticipant(page, served, room)
})

/** Every address of the program, with what stands in this workbook in the places of its parameters. */
const addresses = (): readonly string[] => {
  const values: Readonly<Record<string, string>> = {
    workbook: room.workbook,
    workshop: room.workshop,
    code: room.indicators[0]?.code ?? '',
    view: 'table',
  }
  return Object.values(routes).map(({ pattern }) =>
    pattern
      .replace('/*?', '')
      .replaceAll(/:(\w+)\??/g, (_, name: string) => values[name] ?? 'anything'),
  )
}

/** Expects nothing on the page but what people in a room see. */
async function expectRoomOnly(page: Page, heading: RegExp, where: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }), where).toHaveText(heading)
  await expect(page.getByRole('banner').getByRole('link'), where).toHaveCount(0)
  await expect(page.getByRole('navigation'), where).toHaveCount(0)
  await expect(page.getByRole('link'), where).toHaveCount(0)
}

test('whatever address is typed, only the room’s screen is there', async ({ page }) => {
  const { origin } = new URL(page.url())
  for (const address of addresses()) {
    await page.goto(`${origin}/#${address}`)
    await expectRoomOnly(page, /^Hello$/, address)
    expect(new URL(page.url()).hash, address).toBe('#/room')
  }
  await joinAs(page, 'ADCS')
  for (const address of addresses()) {
    await page.goto(`${origin}/#${address}`)
    await expectRoomOnly(page, /^Indicator 1 of 106/, address)
  }
})

test('Back goes to the indicator before, and harms nothing where there is none', {
  tag: '@long',
}, async ({ page }) => {
  const heading = page.getByRole('heading', { level: 1 })
  await page.goBack()
  await expect(heading).toHaveText('Hello')
  await page.getByText('ADCS', { exact: true }).click()
  await page.goBack()
  await expect(page.getByRole('radio', { name: 'ADCS' })).toBeChecked()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(heading).toHaveText(/Your code is/)
  await page.goBack()
  await expect(heading).toHaveText(/Your code is/)
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(heading).toContainText('Indicator 3 of 106')
  await page.goBack()
  await expect(heading).toContainText('Indicator 2 of 106')
  for (let times = 0; times < 4; times++) await page.goBack()
  await expect(heading).toContainText('Indicator 1 of 106')
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await page.getByRole('button', { name: 'Finish and hand over' }).click()
  await expect(heading).toHaveText('Thank you')
  for (let times = 0; times < 3; times++) await page.goBack()
  await expectRoomOnly(page, /^Thank you$/, 'after the hand-over')
})

test('whoever joins and goes back before a word leaves nobody behind', { tag: '@long' }, async ({
  page,
}) => {
  const heading = page.getByRole('heading', { level: 1 })
  await page.getByText('ADCS', { exact: true }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(heading).toHaveText(withCode('Your code is ', 1))
  expect(await findFaults(page)).toEqual([])
  await pressByKey(page, page.getByRole('button', { name: 'Go back' }))
  await expect(heading).toHaveText('Hello')
  await joinAs(page, 'Young people')
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await expect(page.getByText('You have not answered anything yet.')).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Finish and hand over' }).click()
  await page.getByRole('button', { name: 'I’m the next person' }).click()
  await page.getByText('ADCS', { exact: true }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(heading).toHaveText(withCode('Your code is ', 1))
  await unlock(page)
  await expect(page.getByText('Nobody has rated yet')).toBeVisible()
})

test('a wrong group is put right on the welcome page, and once more at the end', {
  tag: '@long',
}, async ({ page }) => {
  await page.getByText('ADCS', { exact: true }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('Your group: ADCS')).toBeVisible()
  await pressByKey(page, page.getByRole('button', { name: 'Change group' }))
  await page.getByRole('dialog').getByText('Young people', { exact: true }).click()
  expect(await findFaults(page)).toEqual([])
  await pressByKey(page, page.getByRole('button', { name: 'This is my group' }))
  await expect(page.getByText('Your group: Young people')).toBeVisible()
  await page.getByRole('button', { name: 'Start' }).click()
  await choose(useful(page), 'Useful')
  await expect(saved(page)).toBeVisible()
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await page.getByRole('button', { name: 'Change group' }).click()
  await page.getByRole('dialog').getByText('ADCS', { exact: true }).click()
  await page.getByRole('button', { name: 'This is my group' }).click()
  await expect(page.getByText('Your group: ADCS')).toBeVisible()
  await page.getByRole('button', { name: 'Finish and hand over' }).click()
  await unlock(page)
  await expect(page.getByRole('row', { name: withCode('', 1) })).toContainText('ADCS')
})

test('a reload and a second tab show the person who has the laptop, until they hand over', {
  tag: '@long',
}, async ({ page, context, served }) => {
  await joinAs(page, 'ADCS')
  await choose(useful(page), 'Useful')
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await expectRoomOnly(page, /^Indicator 1 of 106/, 'after a reload')
  await expect(radio(useful(page), 'Useful')).toBeChecked()
  const second = await context.newPage()
  await second.goto(served.url)
  await expectRoomOnly(second, /^Indicator 1 of 106/, 'in a second tab')
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await page.getByRole('button', { name: 'Finish and hand over' }).click()
  await expectRoomOnly(second, /^Thank you$/, 'in a second tab, after the hand-over')
  await second.reload()
  await expectRoomOnly(second, /^Hello$/, 'in a second tab, reloaded')
})

test('a wrong PIN opens nothing and says what to do; the right one leads to the workshop', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Facilitator' }).click()
  const sheet = page.getByRole('dialog', { name: 'For the facilitator' })
  for (const digit of '8642') await sheet.getByRole('button', { name: digit, exact: true }).click()
  await sheet.getByRole('button', { name: 'Delete the last digit' }).click()
  await expect(sheet.getByLabel('PIN', { exact: true })).toHaveValue('864')
  await sheet.getByRole('button', { name: '2', exact: true }).click()
  await sheet.getByRole('button', { name: 'Unlock' }).click()
  await expect(sheet.getByRole('alert')).toContainText('That is not the PIN')
  expect(await findFaults(page)).toEqual([])
  for (let wrong = 0; wrong < 4; wrong++)
    await sheet.getByRole('button', { name: 'Unlock' }).click()
  await expect(sheet.getByRole('alert')).toContainText(/next (try|one) can be made in \d+ seconds/)
  await sheet.getByLabel('PIN', { exact: true }).fill(PIN)
  await sheet.getByRole('button', { name: 'Unlock' }).click()
  await expect(sheet.getByRole('alert')).toContainText('too many wrong tries')
  await page.keyboard.press('Escape')
  await expectRoomOnly(page, /^Hello$/, 'after wrong tries')
})

test('the PIN gives the laptop back, in every tab', async ({ page, context, served }) => {
  const second = await context.newPage()
  await second.goto(served.url)
  await expectRoomOnly(second, /^Hello$/, 'in a second tab')
  await unlock(page)
  await expect(second.getByRole('heading', { name: 'How to hand the laptop round' })).toBeVisible()
  await page.getByRole('link', { name: 'The PIN of this laptop' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /facilitator’s PIN/ })).toBeVisible()
  expect(await findFaults(page)).toEqual([])
})

test('somebody who was here before comes back by code and words, by keyboard, and is nobody new', async ({
  page,
}) => {
  await page.getByText('ADCS', { exact: true }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  const code = (await page.getByRole('heading', { level: 1 }).innerText()).split(' ').at(-1) ?? ''
  const card = page.getByRole('region', { name: 'Your four words' })
  const words = await card.locator('p').first().innerText()
  await page.getByRole('button', { name: 'Start' }).click()
  await choose(useful(page), 'Useful')
  await expect(saved(page)).toBeVisible()
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await page.getByRole('button', { name: 'Finish and hand over' }).click()
  await page.getByRole('button', { name: 'I’m the next person' }).click()

  await page.getByRole('button', { name: 'I was here before' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  const theirs = page.getByRole('textbox', { name: 'Your four words' })
  await page.getByRole('textbox', { name: 'Your code' }).fill(code)
  await theirs.fill('none of these words')
  await theirs.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Nobody here has this code')
  await theirs.fill(words)
  await theirs.press('Enter')
  await expect(radio(useful(page), 'Useful')).toBeChecked()

  await unlock(page)
  await expect(page.getByText(code).first()).toBeVisible()
  await expect(page.getByText(code.replace('-01', '-02'))).toHaveCount(0)
})

test('who does not have their words is let in by the facilitator, and the room keeps the laptop', {
  tag: '@long',
}, async ({ page }) => {
  await joinAs(page, 'ADCS')
  await choose(useful(page), 'Useful')
  await expect(saved(page)).toBeVisible()
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await page.getByRole('button', { name: 'Finish and hand over' }).click()
  await page.getByRole('button', { name: 'I’m the next person' }).click()
  await page.getByRole('button', { name: 'I was here before' }).click()
  await pressByKey(page, page.getByRole('button', { name: 'I do not have my words' }))
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('PIN', { exact: true }).fill('8642')
  await page.keyboard.press('Enter')
  await expect(sheet.getByRole('alert')).toContainText('That is not the PIN')
  expect(await findFaults(page)).toEqual([])
  await sheet.getByLabel('PIN', { exact: true }).fill(PIN)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Who has the laptop?' })).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await pressByKey(page, page.getByRole('button', { name: withCode('Let ', 1, ' in') }))
  await expect(radio(useful(page), 'Useful')).toBeChecked()
  await page.reload()
  await expectRoomOnly(page, /^Indicator 1 of 106/, 'after a reload')
})
