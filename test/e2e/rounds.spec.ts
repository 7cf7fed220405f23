import type { Page } from '@playwright/test'
import { CRITERIA } from '../../shared/model/vocabulary.ts'
import { findFaults } from './helpers/axe.ts'
import { connect, expect, test } from './helpers/fixtures.ts'
import { pressByKey } from './helpers/keyboard.ts'
import { expectNothingSideways } from './helpers/sideways.ts'
import {
  choose,
  giveToRoom,
  joinAs,
  nextParticipant,
  peopleElsewhere,
  prepareRoom,
  saved,
  stayPut,
  unlock,
  usable,
  useful,
  withCode,
} from './helpers/workshop-room.ts'

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
  await stayPut(page)
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

  await unlock(page)
  await expect(page.getByText('all indicators; 1 person has rated')).toBeVisible()
  await expect(page.getByText('Round 1, finished')).toBeVisible()
  await pressByKey(page, page.getByRole('button', { name: 'Note who facilitates round 1' }))
  await page.getByLabel('Who facilitates (optional)').fill('A. B.')
  expect(await findFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('1 person has rated · facilitated by A. B.')).toBeVisible()
  await pressByKey(page, page.getByRole('button', { name: 'Open a round' }))
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByText('Round 1: The one person has finished.')).toBeVisible()
  await sheet.getByLabel('Find an indicator').fill(first.code)
  await sheet.getByText(first.title).click()
  expect(await findFaults(page)).toEqual([])
  await pressByKey(page, sheet.getByRole('button', { name: 'Open round 2 for 1 indicator' }))
  await expect(page.getByText('1 indicator; nobody has rated yet')).toBeVisible()
  expect(await findFaults(page)).toEqual([])

  await page.getByRole('button', { name: withCode('Continue as ', 1) }).click()
  await expect(page.getByRole('button', { name: /Round 2: 1 indicator/ })).toBeVisible()
  await page.getByRole('button', { name: withCode('Open as ', 1) }).click()
  await expect(page.getByText('Please rate it once more')).toBeVisible()
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Indicator 1 of 1:')
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(page.getByText('Children referred for help')).toBeHidden()
  await choose(useful(page), 'Very useful')
  await choose(usable(page), 'Hard to use')
  await expect(saved(page)).toBeVisible()
  await finish(page)

  await unlock(page)
  await expect(page.getByText('1 indicator; 1 person has rated')).toBeVisible()
  await expect(page.getByText('Round 2, finished')).toBeVisible()
  await page.goto(room.at('results', first.code))
  await expect(page.getByText('Round 2 is being rated')).toBeVisible()
  await expect(page.getByText('Not useful at all')).toHaveCount(0)
  expect(await findFaults(page)).toEqual([])
  await pressByKey(page, page.getByRole('button', { name: 'Close round 2' }))
  await expect(page.getByText('Everyone who was asked has finished.')).toBeVisible()
  await pressByKey(page, page.getByRole('dialog').getByRole('button', { name: 'Close round 2' }))
  await expect(page.getByText('Not useful at all').first()).toBeVisible()
})

test('who is in the middle ends round 1 first, a latecomer begins with it, and one can be moved on', {
  tag: '@long',
}, async ({ page, served }) => {
  const room = await prepareRoom(served)
  await using people = peopleElsewhere(served, room)
  await people.joinAndRate()
  await people.joinAndRate(45)
  await page.goto(served.url)
  await page.goto(room.at('workshops', room.workshop, 'discuss'))
  await expect(page.getByText('1 of 2 has finished; 1 is in the middle.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Look at the answers' })).toHaveCount(0)
  expect(await findFaults(page)).toEqual([])
  await page.goto(room.at('workshops', room.workshop))
  await page.getByRole('button', { name: 'Open a round' }).click()
  await page.getByText('All indicators', { exact: true }).click()
  await page.getByRole('button', { name: 'Open round 2 for all indicators' }).click()
  await expect(page.getByText('For those who have not finished it')).toBeVisible()
  await people.join()
  await expect(page.getByText('Round 1, in the middle')).toBeVisible()
  await expect(page.getByText('Round 1, not begun')).toBeVisible()
  await expect(page.getByText('Round 2, not begun')).toBeVisible()
  expect(await findFaults(page)).toEqual([])

  await page.getByRole('link', { name: 'Show the room' }).click()
  const tiles = page.getByRole('list', { name: 'The people of this workshop' })
  await expect(tiles.getByRole('listitem')).toHaveText([
    withCode('', 1, 'here, round 2'),
    withCode('', 2, 'rating'),
    withCode('', 3, 'here'),
  ])
  expect(await findFaults(page)).toEqual([])
  await expect(page.getByRole('button', { name: 'Close round 2' })).toBeVisible()
  for (const [width, height] of [
    [320, 640],
    [683, 384],
    [1366, 768],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expectNothingSideways(page, `at ${width}`)
  }
  await page.getByRole('link', { name: 'The workshop' }).click()

  await page.getByRole('button', { name: withCode('Continue as ', 3) }).click()
  await page.getByRole('button', { name: withCode('Open as ', 3) }).click()
  await expect(page.getByText('You will see 106 indicators, one at a time')).toBeVisible()
  await unlock(page)
  await page.getByRole('button', { name: withCode('Continue as ', 2) }).click()
  await page.getByRole('button', { name: withCode('Open as ', 2) }).click()
  await expect(page.getByRole('heading', { name: 'Indicator 46 of 106' })).toBeVisible()
  await unlock(page)
  await pressByKey(
    page,
    page.getByRole('button', { name: withCode('Move on ', 2, ' to the next round') }),
  )
  await page.getByRole('button', { name: withCode('Continue as ', 2) }).click()
  await page.getByRole('button', { name: withCode('Open as ', 2) }).click()
  await expect(page.getByText('Please rate 106 indicators once more')).toBeVisible()
})

test('forty people who rate elsewhere are followed live, and every answer of theirs is counted', {
  tag: '@long',
}, async ({ page, served }) => {
  test.setTimeout(600_000)
  const room = await prepareRoom(served)
  await using people = peopleElsewhere(served, room)
  await page.goto(served.url)
  await page.goto(room.at('workshops', room.workshop, 'room'))
  await expect(page.getByText('Nobody is in this workshop yet.')).toBeVisible()
  const tiles = page.getByRole('list', { name: 'The people of this workshop' })
  for (let number = 1; number <= 40; number++) {
    await people.joinAndRate()
    await expect(tiles.getByRole('listitem').filter({ hasText: 'done' })).toHaveCount(number)
  }
  await expect(page.getByText('All 40 have finished.')).toBeVisible()
  await page.getByRole('button', { name: 'Close round 1' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Close round 1' }).click()
  await page.getByRole('link', { name: 'Discuss the results' }).click()
  await page
    .getByRole('link', { name: /to the room$/ })
    .first()
    .click()
  await expect(page.getByText('40 people', { exact: true })).toHaveCount(2)
  await expect(page.getByRole('img').first()).toHaveAccessibleName(/: 40 Useful$/)
  const { websocket, client } = connect(served)
  const { workbook, workshop } = room
  const { indicators } = await client.results.get({ workbook, workshops: [workshop] })
  websocket.close()
  expect(indicators.flatMap(({ criteria }) => CRITERIA.map(one => criteria[one].n))).toEqual(
    Array.from({ length: 212 }, () => 40),
  )
})

test('a person who has finished is asked again by the facilitator, until they finish again', {
  tag: '@long',
}, async ({ page, served }) => {
  const room = await prepareRoom(served)
  await using people = peopleElsewhere(served, room)
  await people.joinAndRate()
  await page.goto(served.url)
  await page.goto(room.at('workshops', room.workshop))
  await expect(page.getByText('Round 1, finished')).toBeVisible()
  await pressByKey(page, page.getByRole('button', { name: withCode('More about ', 1) }))
  await page.getByRole('menuitem', { name: 'Ask them again…' }).press('Enter')
  await expect(page.getByText(/is open to [A-Z]{3}-01 once more/)).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await pressByKey(page, page.getByRole('button', { name: 'Ask for round 1 again' }))
  await expect(page.getByText('Round 1, in the middle')).toBeVisible()
  await page.getByRole('button', { name: withCode('Continue as ', 1) }).click()
  await page.getByRole('button', { name: withCode('Open as ', 1) }).click()
  await expect(page.getByRole('heading', { name: 'You rated all 106' })).toBeVisible()
  await page.getByRole('button', { name: 'Finish and hand over' }).click()
  await unlock(page)
  await expect(page.getByText('Round 1, finished')).toBeVisible()
})

test('who ends round 1 while round 2 is open goes straight on with it, or not now', {
  tag: '@long',
}, async ({ page, served }) => {
  const room = await prepareRoom(served)
  await using people = peopleElsewhere(served, room)
  await people.joinAndRate()
  await people.openRound()
  await nextParticipant(page, served, room)
  await joinAs(page, 'ADCS')
  await choose(useful(page), 'Useful')
  await expect(saved(page)).toBeVisible()
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Finish and hand over' })).toBeVisible()
  await page.getByText('I am done. Please do not ask me again').click()
  await pressByKey(page, page.getByRole('button', { name: 'Finish and go on to round 2' }))
  await expect(page.getByText('round 1 is done and saved. Now comes round 2.')).toBeVisible()
  await expect(page.getByText('Please rate 106 indicators once more')).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await pressByKey(page, page.getByRole('button', { name: 'Start' }))
  await expect(page.getByRole('heading', { name: 'Indicator 1 of 106' })).toBeVisible()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  await page.reload()
  await page.getByRole('button', { name: 'Not now' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
})

test('a closed round lets nobody in until it is opened again, and says so', {
  tag: '@long',
}, async ({ page, served }) => {
  const room = await prepareRoom(served)
  await using people = peopleElsewhere(served, room)
  const person = await people.join()
  await people.rate(person, room.indicators[0]?.id ?? '', 4)
  await page.goto(served.url)
  await page.goto(room.at('workshops', room.workshop))
  await page.getByRole('button', { name: 'Close round 1' }).click()
  await expect(page.getByText('1 person has not finished.')).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Close round 1' }).click()
  await expect(page.getByText('The round is closed, so nobody can start.')).toBeVisible()
  await page.getByRole('button', { name: withCode('Continue as ', 1) }).click()
  await expect(page.getByRole('button', { name: withCode('Open as ', 1) })).toBeDisabled()
  await page.keyboard.press('Escape')
  await giveToRoom(served, room)
  await expect(page.getByRole('heading', { name: 'Nothing can be rated right now' })).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await unlock(page)
  await page.getByRole('button', { name: 'Open round 1 again' }).click()
  await expect(page.getByText('Being rated now')).toBeVisible()
})

test('the next person sees nothing of what somebody suggested, and a suggestion is there again for its writer', {
  tag: '@long',
}, async ({ page, served }) => {
  const room = await prepareRoom(served)
  await nextParticipant(page, served, room)
  await joinAs(page, 'Young people')
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await page.getByLabel('Is something missing?').fill('Whether we feel safe')
  await expect(saved(page)).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Finish and hand over' }).click()
  await page.getByRole('button', { name: 'I’m the next person' }).click()
  await joinAs(page, 'Young people')
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await expect(page.getByLabel('Is something missing?')).toHaveValue('')
  await page.getByRole('button', { name: 'Finish and hand over' }).click()
  await unlock(page)
  await page.getByRole('button', { name: withCode('Continue as ', 1) }).click()
  await page.getByRole('button', { name: withCode('Open as ', 1) }).click()
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await expect(page.getByLabel('Is something missing?')).toHaveValue('Whether we feel safe')
})

test('another scale is chosen before the first rating, and not after it', { tag: '@long' }, async ({
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
  await nextParticipant(page, served, room)
  await joinAs(page, 'ADCS')
  await choose(useful(page), 'Just above the middle')
  await expect(saved(page)).toBeVisible()
  await unlock(page)
  await page.goto(room.at('workshops'))
  await expect(page.getByRole('link', { name: 'Directors and data leads' })).toBeVisible()
  await expect(page.getByText('on a scale of')).toBeHidden()
})
