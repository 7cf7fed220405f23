import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { exampleFramework } from '../../engine/frameworks/example/example-framework.ts'
import { currentFramework } from '../../engine/frameworks/versions/current-version.ts'
import { recordHands } from '../../engine/hands/record-hands.ts'
import { mergeInOneGo } from '../../engine/packages/merge/in-one-go.ts'
import { writePackage } from '../../engine/packages/write/write-package.ts'
import { createWorkbook } from '../../engine/workbooks/open.ts'
import { addWorkshop } from '../../engine/workshops/workshops.ts'
import { readerWithin } from '../helpers/reader-within.ts'
import { program } from '../helpers/sample-workbook.ts'
import { findFaults } from './helpers/axe.ts'
import { expect, type ServedWorkbook, test } from './helpers/fixtures.ts'
import { pressByKey, tabTo } from './helpers/keyboard.ts'
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

/** Chooses a file of hands with these lines by keyboard. */
async function chooseHands(page: Page, ...lines: readonly string[]): Promise<void> {
  const path = test.info().outputPath('hands.csv')
  writeFileSync(path, lines.join('\n'))
  const chooser = page.waitForEvent('filechooser')
  await tabTo(page, page.getByRole('button', { name: 'Choose a file of hands' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await (await chooser).setFiles(path)
}

test('hands are counted by keyboard alone, and are in the results', async ({ page, served }) => {
  const room = await prepareRoom(served)
  await page.goto(served.url)
  await keyInFirst(page, room)
  await expect(page.getByRole('row', { name: /ADCS 1 1 12 AB/ })).toBeVisible()

  await chooseHands(
    page,
    'indicator,criterion,1,2,3,4,5',
    'CTX-01,useful,0,1,2,3,5',
    'CTX-02,useful,,,,,9',
  )
  await expect(page.getByText('4 things do not fit, so nothing can be loaded yet')).toBeVisible()
  await page.getByLabel('In the room, of all rows').fill('12')
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 things do not fit')).toBeVisible()
  await page.getByRole('button', { name: /Group of all rows/ }).click()
  await page.getByRole('option', { name: 'ADCS' }).click()
  await expect(page.getByText('2 lines with 20 hands: 1 new, 1 counted anew.')).toBeVisible()
  await pressByKey(page, page.getByRole('button', { name: /The lines as they will be recorded/ }))
  await expect(
    page.getByRole('row', { name: /CTX-01 counted anew .* 0 1 2 3 5 0 0 12/ }),
  ).toBeVisible()
  await page.getByLabel('Who keyed the file in').fill('CD')
  await pressByKey(page, page.getByRole('button', { name: 'Load these hands' }))
  await expect(page.getByText('The hands of hands.csv are recorded')).toBeVisible()
  await expect(page.getByRole('row', { name: /ADCS 1 2 12 CD/ })).toBeVisible()
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

/** Puts a study into the library of which two laptops counted the first indicator differently; gives its id. */
async function placeDisputed({ libraryFolder }: ServedWorkbook): Promise<string> {
  mkdirSync(libraryFolder, { recursive: true })
  const elsewhere = (name: string) => ({ path: test.info().outputPath(name), name })
  const [here, there] = [join(libraryFolder, 'Study.sqlite'), elsewhere('there.sqlite').path].map(
    path =>
      createWorkbook(
        path,
        { title: 'Spring', scale: 5, madeUp: false, framework: exampleFramework() },
        program,
      ),
  )
  if (!here || !there) throw new Error('There are two laptops.')
  const about = { title: 'Day', date: '2026-03-09', venue: '', groups: ['ADCS', 'Ofsted'] }
  const { id: workshop } = addWorkshop(here, about)
  const setUp = elsewhere('set-up.workbook')
  await writePackage(readerWithin, here, { setup: true }, setUp)
  await mergeInOneGo(readerWithin, there, [setUp])
  const [indicator] = currentFramework(here.store).indicators
  const line = { workshop, group: 'Ofsted', round: 1, indicator: indicator?.id ?? '' }
  const hands = { ...line, criterion: 'usefulness', present: 12, dontKnow: 0 } as const
  recordHands(here, { ...hands, counts: [0, 1, 2, 3, 4], notApplicable: 0, by: 'AB' })
  recordHands(there, { ...hands, counts: [0, 1, 2, 4, 3], notApplicable: 0, by: 'CD' })
  const theirs = elsewhere('theirs.workbook')
  await writePackage(readerWithin, there, {}, theirs)
  await mergeInOneGo(readerWithin, here, [theirs])
  const { id } = here
  here.close()
  there.close()
  return id
}

test('hands that two laptops counted differently are found, looked at side by side, and counted again @long', async ({
  page,
  served,
}) => {
  const workbook = await placeDisputed(served)
  await page.goto(served.url)
  await page.goto(`${new URL(served.url).origin}/#/workbook/${workbook}/study`)
  await expect(page.getByText('1 workshop, 0 people and 12 by show of hands')).toBeVisible()
  await pressByKey(page, page.getByRole('link', { name: /^See which/ }))
  await pressByKey(page, page.getByRole('link', { name: 'Count the hands of Ofsted, Day, again' }))
  await expect(page.getByRole('heading', { name: 'Key in the counts' })).toBeFocused()
  await expect(page.getByLabel('People in the room')).toHaveValue('12')
  await page.getByLabel('Keyed in by').fill('EF')
  await expect(page.getByLabel(/^Only the 1 line that two laptops/)).toBeChecked()
  const line = page.locator('[data-hands]').getByRole('group')
  await expect(line).toHaveCount(1)
  await expect(line).toContainText('AB: Not useful at all 0')
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await expectNothingSideways(page, `both counts at ${size.width}`)
  }
  expect(await findFaults(page)).toEqual([])
  await line.getByRole('textbox').first().focus()
  for (const key of ['0', 'Tab', '1', 'Tab', '2', 'Tab', '3', 'Tab', '5', 'Enter']) {
    await page.keyboard.press(key)
  }
  await expect(line).toContainText('11 of 12, saved')
  await expect(line).not.toContainText('differently')
  await page.goto(`${new URL(served.url).origin}/#/workbook/${workbook}/conflicts`)
  await expect(page.getByRole('heading', { name: 'No open conflicts' })).toBeVisible()
})
