import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { DRAFT_FRAMEWORK, expect, test } from './helpers/fixtures.ts'
import { pressByKey, tabTo } from './helpers/keyboard.ts'
import { saved } from './helpers/workshop-room.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Workbook' }).getByRole('link', { name })

const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views of the results' }).getByRole('link', { name })

async function loadFramework(page: Page): Promise<void> {
  // Asked for well ahead: the browser takes a moment until it hands its dialogs to the test.
  const chooser = page.waitForEvent('filechooser')
  await pressByKey(page, link(page, 'Load a framework'))
  await pressByKey(page, button(page, 'Choose a file'))
  await (await chooser).setFiles(DRAFT_FRAMEWORK)
  await pressByKey(page, button(page, 'Create the workbook'))
  await expect(page).toHaveURL(/\/framework/)
}

async function addWorkshop(page: Page): Promise<void> {
  await pressByKey(page, tab(page, 'Workshops'))
  await pressByKey(page, link(page, 'New workshop'))
  await tabTo(page, page.getByRole('textbox', { name: 'Title' }))
  await page.keyboard.type('Spring workshop')
  await pressByKey(page, button(page, 'Add the workshop'))
  await setPin(page)
  await expect(page.getByRole('heading', { name: 'Spring workshop' })).toBeVisible()
}

/** Sets the PIN that the first workshop asks for. */
async function setPin(page: Page): Promise<void> {
  for (const label of ['PIN', 'The same PIN again']) {
    await tabTo(page, page.getByLabel(label, { exact: true }))
    await page.keyboard.type('7391')
  }
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^[a-z]+( [a-z]+){5}$/)).toBeVisible()
  await pressByKey(page, button(page, 'I have written them down'))
}

async function join(page: Page, group: string): Promise<void> {
  await tabTo(page, page.getByRole('radio').first())
  await page.keyboard.press('Space')
  const wanted = page.getByRole('radio', { name: group, exact: true })
  while (!(await wanted.isChecked())) await page.keyboard.press('ArrowDown')
  await pressByKey(page, button(page, 'Continue'))
  await pressByKey(page, button(page, 'Start'))
}

/** Rates the next three indicators with these levels for usefulness and usability. */
async function rateThree(page: Page, levels: readonly [string, string]): Promise<void> {
  for (const position of [1, 2, 3]) {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`${position} of 106`)
    for (const level of levels) await page.keyboard.press(level)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`${position + 1} of 106`)
  }
  await expect(saved(page)).toBeVisible()
}

async function handOver(page: Page): Promise<void> {
  // The way to the end stands before the indicator, so it is reached backwards.
  const finish = button(page, 'Finish')
  await tabTo(page, finish, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await pressByKey(page, button(page, 'Finish and hand over'))
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
}

async function exportCsv(page: Page): Promise<string> {
  await pressByKey(page, page.getByRole('main').getByRole('link', { name: 'Export' }))
  await tabTo(page, page.getByRole('radio', { name: /xlsx/ }))
  await page.keyboard.press('ArrowDown')
  await tabTo(page, button(page, 'Save the file'))
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  return readFile(await (await download).path(), 'utf8')
}

test('a whole workshop by keyboard alone, from the draft framework to the file', async ({
  page,
  served,
}) => {
  await page.goto(served.url)
  await loadFramework(page)
  await addWorkshop(page)

  await pressByKey(page, button(page, 'Start with the first participant'))
  await join(page, 'DfE')
  await rateThree(page, ['5', '2'])
  await handOver(page)
  await pressByKey(page, button(page, 'I’m the next person'))
  await join(page, 'Young people')
  await rateThree(page, ['4', '1'])
  await handOver(page)
  await pressByKey(page, button(page, 'Facilitator'))
  await page.keyboard.type('7391')
  await page.keyboard.press('Enter')
  await expect(page.getByText('3 of 106')).toHaveCount(2)
  await pressByKey(page, button(page, 'Close round 1'))
  const sheet = page.getByRole('dialog')
  await pressByKey(page, sheet.getByRole('button', { name: 'Close round 1' }))
  await expect(sheet).toHaveCount(0)

  await pressByKey(page, tab(page, 'Results'))
  await pressByKey(page, view(page, 'Table'))
  await expect(page.getByRole('img', { name: /CTX-01.*1 Useful, 1 Very useful/ })).toBeVisible()

  const csv = await exportCsv(page)
  const rows = csv.trim().split('\r\n')
  expect(rows).toHaveLength(1 + 2 * 3 * 2)
  expect(rows.filter(row => /,[A-Z]{3}-02,Young people,/.test(row))).toHaveLength(6)
})
