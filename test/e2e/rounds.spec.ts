import type { Page } from '@playwright/test'
import { findFaults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { pressByKey } from './keyboard.ts'
import {
  choose,
  joinAs,
  nextParticipant,
  prepareRoom,
  saved,
  usable,
  useful,
  withCode,
} from './workshop-room.ts'

const finish = async (page: Page) => {
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await page.getByRole('button', { name: 'Finish and hand over' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
}

test('a person rates again after talking, sees nothing of their earlier answers, and both rounds are kept', async ({
  page,
  served,
}) => {
  const room = await prepareRoom(served)
  const [first, second] = room.indicators
  if (!first || !second) throw new Error('The example has too few indicators.')
  await nextParticipant(page, served, room)
  await joinAs(page, 'ADCS')
  await choose(useful(page), 'Not useful at all')
  await choose(usable(page), 'Hard to use')
  await page.getByRole('button', { name: 'Suggest better words' }).click()
  await page.keyboard.type('Children referred for help')
  await expect(saved(page)).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await page.getByText('I am done. Please do not ask me again about the 105 that are open').click()
  expect(await findFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Finish and hand over' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()

  await page.goto(room.at('workshops', room.workshop))
  await expect(page.getByText('all indicators; 1 person has rated')).toBeVisible()
  await pressByKey(page, page.getByRole('button', { name: 'Rate some again' }))
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Find an indicator').fill(first.code)
  await sheet.getByText(first.title).click()
  expect(await findFaults(page)).toEqual([])
  await pressByKey(page, sheet.getByRole('button', { name: 'Rate this again' }))
  await expect(page.getByText('1 indicator; nobody has rated yet')).toBeVisible()
  expect(await findFaults(page)).toEqual([])

  await page.getByRole('button', { name: withCode('Continue as ', 1) }).click()
  await expect(page.getByRole('button', { name: /Round 2: 1 indicator/ })).toBeVisible()
  await page.getByRole('button', { name: withCode('Open as ', 1) }).click()
  await expect(page.getByText('Please rate it once more')).toBeVisible()
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByText('Indicator 1 of 1', { exact: true })).toBeVisible()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(page.getByText('Children referred for help')).toBeHidden()
  await choose(useful(page), 'Very useful')
  await choose(usable(page), 'Hard to use')
  await expect(saved(page)).toBeVisible()
  await finish(page)

  await page.goto(room.at('workshops', room.workshop))
  await expect(page.getByText('1 indicator; 1 person has rated')).toBeVisible()
  await expect(page.getByText('1 of 1')).toBeVisible()
  await page.getByRole('button', { name: 'Close round 2' }).click()
  await expect(page.getByText('1 of 106')).toBeVisible()
  await page.goto(room.at('results', first.code))
  await expect(page.getByText('Not useful at all').first()).toBeVisible()
})

test('the next person sees nothing of what somebody suggested, and a suggestion is there again for its writer', async ({
  page,
  served,
}) => {
  const room = await prepareRoom(served)
  await nextParticipant(page, served, room)
  await joinAs(page, 'Young people')
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await page.getByLabel('Is something missing?').fill('Whether we feel safe')
  await expect(saved(page)).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Finish and hand over' }).click()
  await page.getByRole('link', { name: 'I’m the next person' }).click()
  await joinAs(page, 'Young people')
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await expect(page.getByLabel('Is something missing?')).toHaveValue('')
  await page.getByRole('button', { name: 'Finish and hand over' }).click()
  await page.goto(room.at('workshops', room.workshop))
  await page.getByRole('button', { name: withCode('Continue as ', 1) }).click()
  await page.getByRole('button', { name: withCode('Open as ', 1) }).click()
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await expect(page.getByLabel('Is something missing?')).toHaveValue('Whether we feel safe')
})

test('another scale is chosen before the first rating, and not after it', async ({
  page,
  served,
}) => {
  const room = await prepareRoom(served)
  await page.goto(served.url)
  await page.goto(room.at('workshops'))
  await pressByKey(page, page.getByRole('button', { name: 'Choose another scale' }))
  await page.getByText('9 levels', { exact: true }).click()
  expect(await findFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Use 9 levels' }).click()
  await expect(page.getByText('on a scale of 9 levels')).toBeVisible()
  await page.goto(room.at('join', room.workshop))
  await joinAs(page, 'ADCS')
  await choose(useful(page), 'Just above the middle')
  await expect(saved(page)).toBeVisible()
  await page.goto(room.at('workshops'))
  await expect(page.getByRole('link', { name: 'Directors and data leads' })).toBeVisible()
  await expect(page.getByText('on a scale of')).toBeHidden()
})
