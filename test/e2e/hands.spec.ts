import type { Page } from '@playwright/test'
import { findFaults } from './helpers/axe.ts'
import { expect, test } from './helpers/fixtures.ts'
import { pressByKey } from './helpers/keyboard.ts'
import { expectNothingSideways } from './helpers/sideways.ts'
import { prepareRoom, type WorkshopRoom } from './helpers/workshop-room.ts'

const SIZES = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const

/** The questions how useful an indicator is. */
const linesOf = (page: Page) => page.getByRole('group', { name: /How useful\?$/ })

/** Keys in the first line for twelve people in the room: a number of hands for each level. */
async function keyInFirst(page: Page, room: WorkshopRoom): Promise<void> {
  await page.goto(room.at('workshops', room.workshop))
  await pressByKey(page, page.getByRole('link', { name: 'Show of hands' }))
  await page.getByLabel('People in the room').fill('12')
  await page.getByLabel('Keyed in by').fill('AB')
  await linesOf(page).first().getByRole('textbox').first().focus()
  for (const key of ['0', 'Tab', '1', 'Tab', '2', 'Tab', '3', 'Tab', '4', 'Tab', '1', 'Enter']) {
    await page.keyboard.press(key)
  }
  await expect(linesOf(page).first().getByText('11 of 12, saved')).toBeVisible()
}

test('hands are counted by keyboard alone, and are in the results', async ({ page, served }) => {
  const room = await prepareRoom(served)
  await page.goto(served.url)
  await keyInFirst(page, room)
  await expect(page.getByRole('row', { name: /ADCS 1 1 12 AB/ })).toBeVisible()
  await page.goto(room.at('results'))
  await expect(page.getByText('12 people in rooms that showed hands')).toBeVisible()
})

test('hands are corrected, taken back and found again at every size @long', async ({
  page,
  served,
}) => {
  const room = await prepareRoom(served)
  await page.goto(served.url)
  await page.goto(room.at('workshops', room.workshop))
  await pressByKey(page, page.getByRole('link', { name: 'Show of hands' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Show of hands' })).toBeVisible()
  await expect(page.getByText('No hands were counted yet')).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await keyInFirst(page, room)
  const first = linesOf(page).first()
  await first.getByRole('textbox').nth(4).focus()
  for (const key of ['9', 'Enter']) await page.keyboard.press(key)
  await expect(first.getByText('16 hands, and only 12 in the room.')).toBeVisible()
  await first.getByRole('textbox').nth(4).focus()
  for (const key of ['4', 'Enter']) await page.keyboard.press(key)
  await expect(first.getByText('11 of 12, saved')).toBeVisible()
  for (const key of ['5', 'Enter']) await page.keyboard.press(key)
  await expect(page.getByText('5 of 12, saved')).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Taken back', { exact: true })).toBeVisible()
  // The other lines are like the first.
  expect(await findFaults(page, { part: '[data-hands] > :first-child' })).toEqual([])
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await expectNothingSideways(page, `the page at ${size.width}`)
    await page.screenshot({ path: test.info().outputPath(`hands-${size.width}.png`) })
  }
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.reload()
  await pressByKey(page, page.getByRole('button', { name: 'Open ADCS' }))
  await page.getByLabel('Keyed in by').fill('CD')
  await expect(first.getByRole('textbox').nth(4)).toHaveValue('4')

  await page.goto(room.at('workshops', room.workshop))
  await expect(page.getByRole('link', { name: 'Show of hands, 1 group' })).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('workshop.png'), fullPage: true })
  await page.goto(room.at('results'))
  await expect(page.getByText('12 people in rooms that showed hands')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('results.png') })
  await page.goto(room.at('results', room.indicators[0]?.code ?? ''))
  await expect(page.getByText('10 of the 10 answers are hands').first()).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await page.screenshot({ path: test.info().outputPath('indicator.png'), fullPage: true })
})
