import { findFaults } from '../helpers/axe.ts'
import { expect, test } from '../helpers/fixtures.ts'
import {
  choose,
  joinAs,
  nextParticipant,
  prepareRoom,
  radio,
  saved,
  useful,
  type WorkshopRoom,
} from '../helpers/workshop-room.ts'

let room: WorkshopRoom

test.beforeEach(async ({ page, served }) => {
  room = await prepareRoom(served)
  await nextParticipant(page, served, room)
})

test('half an answer counts as such, and the minutes left follow the pace', async ({ page }) => {
  await joinAs(page, 'ADCS')
  const finish = page.getByRole('button', { name: 'Finish', exact: true })
  await choose(useful(page), 'Useful')
  await expect(saved(page)).toBeVisible()
  await finish.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You half rated 1 of 106')
  await page.getByRole('button', { name: 'Look at the open ones' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Indicator 1 of 106')
  for (const key of ['4', '3', '2', '1', '5', '4']) await page.keyboard.press(key)
  await expect(page.getByText(/^about \d+ minutes? left$/)).toBeVisible()
  await finish.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You rated 3 of 106')
  await expect(page.getByText('Of one more you answered one of the two questions.')).toBeVisible()
})

test('shows a person’s own answers by section, each to be changed, and prints them alone', {
  tag: '@long',
}, async ({ page }) => {
  await joinAs(page, 'ADCS')
  const [first] = room.indicators
  for (const key of ['4', 'd']) await page.keyboard.press(key)
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await page.getByRole('button', { name: /^Context.* 1 of 11$/ }).click()
  const own = page.getByRole('region', { name: 'Your answers' })
  const entry = own.getByRole('listitem').first()
  await expect(entry).toContainText('Useful?4, useful')
  await expect(entry).toContainText('Easy to use?I don’t know')
  expect(await findFaults(page)).toEqual([])

  await page.emulateMedia({ media: 'print' })
  await expect(
    page.getByRole('heading', { name: /^Answers of [A-Z]{3}-01, ADCS, round 1$/ }),
  ).toBeVisible()
  await expect(page.getByRole('heading', { name: first?.title ?? '' })).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
  await page.emulateMedia({ media: 'screen' })

  await own.getByRole('button', { name: `Change ${first?.title}` }).click()
  await expect(radio(useful(page), 'Useful')).toBeChecked()
  await page.keyboard.press('5')
  await expect(saved(page)).toBeVisible()
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await page.getByRole('button', { name: /^Context.* 1 of 11$/ }).click()
  await expect(entry).toContainText('Useful?5, very useful')
})

test('something that is missing can be said from anywhere', { tag: '@long' }, async ({ page }) => {
  await joinAs(page, 'ADCS')
  await page.getByRole('button', { name: 'All indicators' }).click()
  await page.getByRole('button', { name: 'Something is missing' }).click()
  await page.getByRole('textbox', { name: 'Is something missing?' }).fill('Housing')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Is something missing?' })).toHaveValue('Housing')
})
