import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { exploreExample, goTo, loadDraft } from './steps.ts'

const BODY = '#main table tbody'

/** The words of a column, row by row; `column` counts the row's heading as 0. */
const columnOf = (page: Page, column: number): Promise<string[]> =>
  page
    .locator(`${BODY} tr > :nth-child(${column + 1})`)
    .evaluateAll(cells => cells.map(cell => cell.lastChild?.textContent ?? ''))

test('says that nobody has rated yet, and where to begin', async ({ page, served }) => {
  await loadDraft(page, served)
  await goTo(page, 'Results')
  await expect(page.getByRole('heading', { name: 'No ratings yet' })).toBeVisible()
  await page.getByRole('link', { name: 'Go to the workshops' }).click()
  await expect(page).toHaveURL(/workshops$/)
})

test('shows every indicator with bars that can be heard, and says that ratings are made up', async ({
  page,
  served,
}) => {
  await exploreExample(page, served)
  await goTo(page, 'Results')
  await expect(page.getByText('These ratings are made up')).toBeVisible()
  await expect(page.locator(`${BODY} tr`)).toHaveCount(106)
  const bar = page.getByRole('img', { name: /^Usefulness of CTX-01: / })
  await expect(bar).toHaveAttribute('aria-label', /\d+ Very useful/)
})

test('sorts by a figure, both ways', async ({ page, served }) => {
  await exploreExample(page, served)
  await goTo(page, 'Results')
  const mean = page.getByRole('columnheader', { name: 'Mean, Usefulness' })
  await mean.getByRole('button').click()
  await expect(mean).toHaveAttribute('aria-sort', 'ascending')
  const up = (await columnOf(page, 4)).map(Number)
  expect(up).toEqual(up.toSorted((a, b) => a - b))
  await mean.getByRole('button').click()
  await expect(mean).toHaveAttribute('aria-sort', 'descending')
  const down = (await columnOf(page, 4)).map(Number)
  expect(down).toEqual(up.toReversed())
})

test('counts only the chosen group, and lists only the chosen section', async ({
  page,
  served,
}) => {
  await exploreExample(page, served)
  await goTo(page, 'Results')
  const counted = page.getByRole('status').filter({ hasText: '106 indicators' })
  const everyone = await counted.innerText()
  const scope = page.getByRole('search')
  await scope.getByRole('button', { name: /Group/ }).click()
  await page.getByRole('option', { name: 'Young people' }).click()
  await expect(counted).not.toHaveText(everyone)
  await scope.getByRole('button', { name: /Section/ }).click()
  await page.getByRole('option', { name: /^Context/ }).click()
  await expect(page.locator(`${BODY} tr`)).toHaveCount(11)
})

test('shows one indicator in full, whose groups add up to everyone', async ({ page, served }) => {
  await exploreExample(page, served)
  await goTo(page, 'Results')
  await page.getByRole('link', { name: /CTX-03/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  const table = page.getByRole('table', { name: 'Usefulness of CTX-03: figures for each group' })
  const counts = await table
    .locator('tbody tr > :nth-child(3)')
    .evaluateAll(cells => cells.map(cell => Number(cell.lastChild?.textContent)))
  const [everyone, ...groups] = counts
  expect(groups.length).toBeGreaterThan(1)
  expect(groups.reduce((sum, n) => sum + n, 0)).toBe(everyone)
  await page.getByRole('button', { name: 'How many gave each answer' }).first().click()
  await expect(
    page.getByRole('table', { name: 'Usefulness of CTX-03: how many gave each answer' }),
  ).toBeVisible()
})

test.describe('export', () => {
  test('downloads a spreadsheet under the name of the workbook', async ({ page, served }) => {
    await exploreExample(page, served)
    await goTo(page, 'Export')
    const downloaded = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the file' }).click()
    const download = await downloaded
    expect(download.suggestedFilename()).toMatch(/^Example workbook \d{4}-\d{2}-\d{2}\.xlsx$/)
    const zip = readFileSync(await download.path())
    expect(zip.subarray(0, 2).toString()).toBe('PK')
    await expect(page.getByText(/is ready$/)).toBeVisible()
  })

  test('downloads one long table that Excel reads as UTF-8', async ({ page, served }) => {
    await exploreExample(page, served)
    await goTo(page, 'Export')
    await page.getByText('One long table (.csv)').click()
    const downloaded = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the file' }).click()
    const csv = readFileSync(await (await downloaded).path(), 'utf8')
    expect(csv.startsWith('\uFEFF')).toBe(true)
    expect(csv.split('\n').length).toBeGreaterThan(8000)
  })
})
