import type { Page } from '@playwright/test'
import { findFaults } from './helpers/axe.ts'
import { expect, test } from './helpers/fixtures.ts'
import { pressByKey, tabTo } from './helpers/keyboard.ts'
import {
  choose,
  joinAs,
  lookAtAnswersSoFar,
  nextParticipant,
  prepareRoom,
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

async function expectNoFaults(page: Page, where: string): Promise<void> {
  expect(await findFaults(page), where).toEqual([])
}

/** Rates the first indicator as somebody new, and stands on the page of the end. */
async function rateAndFinish(page: Page, answer: string): Promise<void> {
  await joinAs(page, 'ADCS')
  await choose(useful(page), answer)
  await expect(saved(page)).toBeVisible()
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Your four words' })).toBeVisible()
}

test('shows a participant four words, and finds and deletes them by these, by keyboard alone', async ({
  page,
}) => {
  await rateAndFinish(page, 'Useful')
  await expectNoFaults(page, 'end of rating')
  const words = page.getByRole('region', { name: 'Your four words' }).locator('p').first()
  const phrase = await words.innerText()
  expect(phrase.split(' ')).toHaveLength(4)
  await page.getByRole('button', { name: 'Finish and hand over' }).click()
  await expect(page.getByText(phrase)).toHaveCount(0)
  await unlock(page)

  await pressByKey(page, page.getByRole('button', { name: 'Find them…' }))
  const asked = page.getByRole('textbox', { name: 'Their four words, or their code' })
  await tabTo(page, asked)
  await page.keyboard.type('no such words here')
  await pressByKey(page, page.getByRole('button', { name: 'Find them', exact: true }))
  await expect(page.getByText(/Nobody has this code/)).toBeVisible()
  await expectNoFaults(page, 'finding')
  await asked.fill(phrase.toUpperCase())
  await pressByKey(page, page.getByRole('button', { name: 'Find them', exact: true }))

  const confirm = page.getByRole('dialog', { name: withCode('Delete what ', 1) })
  await expect(confirm.getByText('1 rating, changed ones included')).toBeVisible()
  await expectNoFaults(page, 'withdrawal')
  await pressByKey(page, confirm.getByRole('button', { name: 'Delete for good' }))
  await expect(confirm.getByText(/Nothing was deleted/)).toBeVisible()
  const typing = confirm.getByRole('textbox', { name: withCode('Type ', 1, ' to confirm') })
  await tabTo(page, typing)
  const code = /[A-Z]{3}-01/.exec(await confirm.getByRole('heading').innerText())?.[0] ?? ''
  await page.keyboard.type(code.toLowerCase())
  await pressByKey(page, confirm.getByRole('button', { name: 'Delete for good' }))

  const done = page.getByRole('dialog', { name: 'It is deleted' })
  await expect(done).toBeVisible()
  await expectNoFaults(page, 'deleted')
  const written = page.waitForEvent('download')
  await pressByKey(page, done.getByRole('button', { name: 'Save a page for the person…' }))
  expect((await written).suggestedFilename()).toBe('answers-deleted.html')
  await pressByKey(page, done.getByRole('button', { name: 'Done' }))
  await expect(page.getByRole('heading', { name: 'Nobody has rated yet' })).toBeVisible()
})

test('puts a wrong group and code right', { tag: '@long' }, async ({ page }) => {
  await rateAndFinish(page, 'Useful')
  await page.getByRole('button', { name: 'Finish and hand over' }).click()
  await unlock(page)
  await pressByKey(page, page.getByRole('button', { name: withCode('More about ', 1) }))
  await page.getByRole('menuitem', { name: 'Correct code or group…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: withCode('Correct ', 1) })
  await dialog.getByRole('textbox', { name: 'Code' }).fill('S-1')
  await dialog.getByText('Young people').click()
  await expectNoFaults(page, 'correction')
  await dialog.getByRole('button', { name: 'Save the correction' }).click()
  await expect(dialog).toHaveCount(0)
  const row = page.getByRole('row', { name: /S-1/ })
  await expect(row).toContainText('Young people')
})

test('counts two participants as one person when told so, and settles what they said twice', {
  tag: '@long',
}, async ({ page, served }) => {
  await rateAndFinish(page, 'Useful')
  await page.getByRole('button', { name: 'Finish and hand over' }).click()
  await nextParticipant(page, served, room)
  await rateAndFinish(page, 'Not very useful')
  await page.getByRole('button', { name: 'Finish and hand over' }).click()
  await unlock(page)
  const row = page.getByRole('row', { name: withCode('', 1) })
  const [first = ''] = (await row.innerText()).match(/[A-Z]{3}-01/) ?? []
  await pressByKey(page, page.getByRole('button', { name: withCode('More about ', 2) }))
  await page.getByRole('menuitem', { name: 'Same person as another…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: withCode('Is ', 2) })
  await dialog.getByRole('textbox', { name: /or their code/ }).fill(first)
  await page.keyboard.press('Enter')
  const other = dialog.getByRole('radio', { name: withCode('', 1) })
  await expect(dialog).toContainText(/rating/)
  await expect(other).toBeChecked()
  await expectNoFaults(page, 'linking')
  await pressByKey(page, dialog.getByRole('button', { name: 'They are one person' }))
  await expect(dialog).toHaveCount(0)

  await page.goto(room.at('workshops'))
  await expect(page.getByText('1 open conflict', { exact: true })).toBeVisible()
  await pressByKey(page, page.getByRole('link', { name: 'Look at both sides' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Conflicts' })).toBeFocused()
  await lookAtAnswersSoFar(page)
  await expect(page.getByText('4, useful')).toBeVisible()
  await expect(page.getByText('2, not very useful')).toBeVisible()
  await expectNoFaults(page, 'conflicts')
  await pressByKey(page, page.getByRole('button', { name: /answer 2 of 2/ }))
  await expect(page.getByText('No open conflicts')).toBeVisible()
  await pressByKey(page, page.getByRole('button', { name: /^Settled/ }))
  await pressByKey(page, page.getByRole('button', { name: /Take back/ }))
  await expect(page.getByRole('heading', { name: '1 open conflict' })).toBeVisible()
  await expectNoFaults(page, 'taken back')

  await page.goto(room.at('results'))
  await expect(
    page.getByText('2 participants joined. Those who are one person count once'),
  ).toBeVisible()
})

test('leaves a test out, marked, until it is taken back, and replaces lost words', {
  tag: '@long',
}, async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'Hello' })).toBeVisible()
  await page.getByText('ADCS', { exact: true }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  const card = page.getByRole('region', { name: 'Your four words' })
  const lost = await card.locator('p').first().innerText()
  await expectNoFaults(page, 'welcome with four words')
  await page.getByRole('button', { name: 'Start' }).click()
  await choose(useful(page), 'Useful')
  await expect(saved(page)).toBeVisible()
  await unlock(page)
  const act = async (name: string) => {
    await pressByKey(page, page.getByRole('button', { name: withCode('More about ', 1) }))
    await page.getByRole('menuitem', { name }).press('Enter')
  }

  await act('Only a test…')
  await expectNoFaults(page, 'marking a test')
  await pressByKey(page, page.getByRole('button', { name: 'It is only a test' }))
  const row = page.getByRole('row', { name: withCode('', 1) })
  await expect(row.getByText('Test', { exact: true })).toBeVisible()
  // The button that has the focus again says its name in a tooltip, which lies beside the landmarks.
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await expectNoFaults(page, 'a test in the list')
  await act('Not a test after all…')
  await pressByKey(page, page.getByRole('button', { name: 'Count them again' }))
  await expect(row.getByText('Test', { exact: true })).toHaveCount(0)

  await act('They lost their four words…')
  await expectNoFaults(page, 'replacing words')
  await pressByKey(page, page.getByRole('button', { name: 'Show new words' }))
  const shown = page.getByRole('dialog', { name: /your new four words/ })
  const found = await shown.locator('p').first().innerText()
  expect(found.split(' ')).toHaveLength(4)
  expect(found).not.toBe(lost)
  await expectNoFaults(page, 'new words')
  await pressByKey(page, shown.getByRole('button', { name: 'I have written them down' }))

  await pressByKey(page, page.getByRole('button', { name: 'Find them…' }))
  const asked = page.getByRole('textbox', { name: 'Their four words, or their code' })
  await asked.fill(lost)
  await pressByKey(page, page.getByRole('button', { name: 'Find them', exact: true }))
  await expect(page.getByText(/Nobody has this code/)).toBeVisible()
  await asked.fill(found)
  await pressByKey(page, page.getByRole('button', { name: 'Find them', exact: true }))
  await expect(page.getByRole('dialog', { name: withCode('Delete what ', 1) })).toBeVisible()
})
