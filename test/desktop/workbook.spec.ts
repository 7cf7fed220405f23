import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { projectPath } from '../../build/project.ts'
import { expect, test } from './desktop.ts'
import {
  answerDialogs,
  exploreExample,
  goToWorkshop,
  joinNextParticipant,
  unlock,
} from './steps.ts'

const DRAFT_FRAMEWORK = projectPath('engine/frameworks/example/draft-framework.csv')

const usefulness = (page: Page) => page.getByRole('group', { name: /How useful/ })

test('a rating in a workbook made from the example is still there after a restart', async ({
  laptop,
}) => {
  const first = await laptop.open()
  await exploreExample(first.page)
  const code = await joinNextParticipant(first.page)
  await first.page.getByRole('button', { name: 'Start' }).click()
  await usefulness(first.page).getByText('Very useful', { exact: true }).click()
  await expect(first.page.getByText('Saved', { exact: true })).toBeVisible()
  await unlock(first.page)
  await first.quit()

  const { page } = await laptop.open()
  await page.getByRole('link', { name: 'Example workbook' }).click()
  await goToWorkshop(page)
  await page.getByRole('button', { name: `Continue as ${code}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: /Open/ }).click()
  await expect(usefulness(page).getByRole('radio', { name: '5 of 5, Very useful' })).toBeChecked()
  await expect(usefulness(page).getByRole('radio', { name: '4 of 5, Useful' })).not.toBeChecked()
  await unlock(page)
})

test('a framework file chosen in the open dialog becomes a workbook', async ({ laptop }) => {
  const desktop = await laptop.open()
  const { page } = desktop
  await answerDialogs(desktop, DRAFT_FRAMEWORK)
  await page.getByRole('link', { name: 'Load a framework' }).click()
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await expect(page.getByText('draft-framework.csv').first()).toBeVisible()
  await page.getByLabel('Title').fill('Spring round')
  await page.getByRole('button', { name: 'Create the workbook' }).click()
  await expect(page.getByText('106 indicators, loaded from').first()).toBeVisible()
  expect(readdirSync(laptop.libraryFolder).length).toBeGreaterThan(0)
})

test('an open dialog that is cancelled leaves everything as it was', async ({ laptop }) => {
  const desktop = await laptop.open()
  const { page } = desktop
  await answerDialogs(desktop)
  await page.getByRole('link', { name: 'Load a framework' }).click()
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeEnabled()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('results are exported to the place chosen in the save dialog, with the ending they need', async ({
  laptop,
}) => {
  const desktop = await laptop.open()
  const { page } = desktop
  await exploreExample(page)
  await answerDialogs(desktop, laptop.folder.file('for the team'))
  await page.getByRole('link', { name: 'Export', exact: true }).click()
  await page.getByRole('button', { name: 'Save the file' }).click()
  // The file with its pictures is seconds of work, on a busy machine many.
  await expect(page.getByText(/for the team\.xlsx/).first()).toBeVisible({ timeout: 60_000 })
  const written = readFileSync(laptop.folder.file('for the team.xlsx'))
  expect(written.subarray(0, 2).toString()).toBe('PK')
  expect(existsSync(laptop.folder.file('for the team'))).toBe(false)
})

test('a file that the ending would overwrite unasked is asked for once more', async ({
  laptop,
}) => {
  const desktop = await laptop.open()
  const { app, page } = desktop
  await exploreExample(page)
  const taken = laptop.folder.file('taken.csv')
  writeFileSync(taken, 'precious')
  await app.evaluate(
    ({ dialog }, answers) => {
      const suggested: string[] = []
      Object.assign(globalThis, { suggested })
      dialog.showSaveDialog = async (_window: unknown, options?: { defaultPath?: string }) => {
        suggested.push(options?.defaultPath ?? '')
        return { canceled: false, filePath: answers[suggested.length - 1] ?? '' }
      }
    },
    [laptop.folder.file('taken'), laptop.folder.file('free.csv')],
  )
  await page.getByRole('link', { name: 'Export', exact: true }).click()
  await page.getByText('One long table (.csv)').click()
  await page.getByRole('button', { name: 'Save the file' }).click()
  await expect(page.getByText(/free\.csv/).first()).toBeVisible()
  expect(readFileSync(taken, 'utf8')).toBe('precious')
  const suggested = await app.evaluate(() => Reflect.get(globalThis, 'suggested'))
  expect(suggested.at(1)).toBe(taken)
})

test('a chart is copied as an image, and saved where the save dialog says', async ({ laptop }) => {
  const desktop = await laptop.open()
  const { page } = desktop
  await exploreExample(page)
  await page.getByRole('link', { name: 'Results', exact: true }).click()
  await page.getByRole('button', { name: 'Copy or save' }).click()
  await page.getByRole('menuitem', { name: 'Copy as an image (PNG)' }).click()
  await expect(page.getByText('Copied as an image.')).toBeVisible()

  const chosen = laptop.folder.file('map')
  await answerDialogs(desktop, chosen)
  await page.getByRole('button', { name: 'Copy or save' }).click()
  await page.getByRole('menuitem', { name: 'Save as a drawing (SVG)' }).click()
  await expect(page.getByText('map.svg is saved.')).toBeVisible()
  expect(existsSync(chosen)).toBe(false)
  expect(readFileSync(`${chosen}.svg`, 'utf8')).toMatch(/^<svg /)
})
