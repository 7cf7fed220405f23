import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DRAFT_FRAMEWORK, expect, test } from './helpers/fixtures.ts'
import { chooseFile, exploreExample, loadDraft, openLibrary } from './helpers/steps.ts'

test('says that there are no workbooks yet, and offers the two ways to begin', async ({
  page,
  served,
}) => {
  await openLibrary(page, served)
  await expect(page.getByText('Everything stays on this laptop')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Load a framework' })).toBeVisible()
  await expect(
    page.getByRole('button', { name: 'Explore the example, with made-up ratings' }),
  ).toBeVisible()
})

test('lists a workbook with what is in it, and marks made-up ratings', async ({ page, served }) => {
  await exploreExample(page, served)
  await page.getByRole('link', { name: 'Framework Workbook' }).click()
  const row = page.getByRole('row', { name: /Example workbook/ })
  await expect(row.getByText('106 indicators')).toBeVisible()
  await expect(row.getByText('Made-up ratings')).toBeVisible()
  const figures = await row.getByRole('cell').allInnerTexts()
  expect(figures.slice(0, 3).every(figure => Number(figure.replace(/\D/g, '')) > 0)).toBe(true)
  // It depends on the machine what can be said, and something is.
  await expect(page.getByText(/the disk of these workbooks is/i)).toBeVisible()
})

test('makes a second example beside the first', { tag: '@long' }, async ({ page, served }) => {
  await exploreExample(page, served)
  await page.getByRole('link', { name: 'Framework Workbook' }).click()
  await page.getByRole('button', { name: 'Explore the example' }).click()
  await expect(page.getByRole('link', { name: 'Example workbook 2' })).toBeVisible()
})

test('names a file that cannot be read, and says what to do', async ({ page, served }) => {
  mkdirSync(served.libraryFolder, { recursive: true })
  writeFileSync(join(served.libraryFolder, 'spring.workbook.sqlite'), 'not a database at all')
  await openLibrary(page, served)
  await expect(page.getByText('One file of the library could not be read')).toBeVisible()
  await expect(page.getByText('spring.workbook.sqlite', { exact: true })).toBeVisible()
  await expect(page.getByText(/It was left as it is/)).toBeVisible()
})

test('shows what was understood of a framework before anything is stored', async ({
  page,
  served,
}) => {
  await openLibrary(page, served)
  await page.getByRole('link', { name: 'Load a framework' }).click()
  await chooseFile(page, DRAFT_FRAMEWORK)
  await expect(page.getByText('This framework can be loaded')).toBeVisible()
  const ready = page.getByRole('definition').first()
  await expect(ready).toHaveText('106')
  await expect(page.getByRole('button', { name: /Column F, data_type/ })).toBeVisible()
  await page.getByRole('link', { name: 'Framework Workbook' }).click()
  await expect(page.getByText('Everything stays on this laptop')).toBeVisible()
})

test('lists each problem of a framework with its cell, and loads nothing', async ({
  page,
  served,
}, info) => {
  const file = info.outputPath('faulty.csv')
  writeFileSync(
    file,
    'code,section,outcome,indicator,definition,data_type,status\n' +
      'A1,Safety,,Children feel safe,,proxy,new\n' +
      'A1,Safety,,Children are safe,,proxy,existing\n' +
      'A3,Safety,,,,proxy,existing\n',
  )
  await openLibrary(page, served)
  await page.getByRole('link', { name: 'Load a framework' }).click()
  await chooseFile(page, file)
  await expect(page.getByText('This framework cannot be loaded yet')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Show cell A3' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create the workbook' })).toHaveCount(0)
})

test('refuses what is no spreadsheet in one sentence', async ({ page, served }, info) => {
  const file = info.outputPath('picture.xlsx')
  writeFileSync(file, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]))
  await openLibrary(page, served)
  await page.getByRole('link', { name: 'Load a framework' }).click()
  await chooseFile(page, file)
  await expect(page.getByRole('alert')).toContainText('This file cannot be loaded')
  await expect(page.getByRole('alert')).toContainText('picture.xlsx')
})

test('takes a file that is dropped on the page', { tag: '@long' }, async ({ page, served }) => {
  await openLibrary(page, served)
  await page.getByRole('link', { name: 'Load a framework' }).click()
  const area = page.getByRole('region', { name: 'Framework file' })
  const carried = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    const rows = 'code,section,indicator\nA1,Safety,Children feel safe\n'
    transfer.items.add(new File([rows], 'dropped.csv', { type: 'text/csv' }))
    return transfer
  })
  await area.dispatchEvent('drop', { dataTransfer: carried })
  await expect(page.getByRole('heading', { name: 'dropped.csv' })).toBeVisible()
})

test('creates a workbook with the chosen title and scale', async ({ page, served }) => {
  await openLibrary(page, served)
  await page.getByRole('link', { name: 'Load a framework' }).click()
  await chooseFile(page, DRAFT_FRAMEWORK)
  const title = page.getByRole('textbox', { name: 'Title' })
  await title.fill('   ')
  await page.getByRole('button', { name: 'Create the workbook' }).click()
  await expect(page.getByText('Give the workbook a title.')).toBeVisible()
  await title.fill('Spring tests')
  await page.getByText('9 levels').click()
  await page.getByRole('button', { name: 'Create the workbook' }).click()
  await expect(page.getByRole('link', { name: 'Spring tests' })).toBeVisible()
})

test('opens a workbook again after the page is loaded anew', { tag: '@long' }, async ({
  page,
  served,
}) => {
  await loadDraft(page, served)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'At a glance' })).toBeVisible()
})

test('says what to do when it is opened without its token', async ({ page, served }) => {
  await page.goto(served.url.replace(/#.*/, ''))
  await expect(
    page.getByRole('heading', { name: 'This page needs its full address' }),
  ).toBeVisible()
})

test('opens the library when its whole address is pasted once more', { tag: '@long' }, async ({
  page,
  served,
}) => {
  await exploreExample(page, served)
  await page.goto(served.url)
  await expect(page.getByRole('heading', { level: 1, name: 'Workbooks' })).toBeVisible()
  await expect(page).not.toHaveURL(/token/)
})

test('says so when a workbook of the address is not in the library', { tag: '@long' }, async ({
  page,
  served,
}) => {
  await openLibrary(page, served)
  await page.evaluate(() => {
    location.hash = '/workbook/00000000-0000-7000-8000-000000000000/framework'
  })
  await expect(page.getByText('This workbook is no longer in the library.')).toBeVisible()
  await page.getByRole('link', { name: 'Back to the library' }).click()
  await expect(page.getByText('Everything stays on this laptop')).toBeVisible()
})
