import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectPath } from '../../build/project.ts'
import type { MergeReceipt } from '../../shared/model/packages.ts'
import { runCli } from '../cli/run-cli.ts'
import { frameworkOfCells, MOST_CELLS, tooManyCells } from '../helpers/many-cells.ts'
import { threeLaptops } from '../helpers/three-laptops.ts'
import { type Desktop, expect, test } from './desktop.ts'
import { answerDialogs, dropFile } from './steps.ts'

const DRAFT_FRAMEWORK = projectPath('engine/frameworks/example/draft-framework.csv')

test('a framework file that is dropped on the page is read', async ({ laptop }) => {
  const { page } = await laptop.open()
  await page.getByRole('link', { name: 'Load a framework' }).click()
  await dropFile(page, 'Framework file', DRAFT_FRAMEWORK)
  await expect(page.getByText('This framework can be loaded')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'draft-framework.csv' })).toBeVisible()
})

test('a folder that is dropped on the page is refused in words', async ({ laptop }) => {
  const { page } = await laptop.open()
  await page.getByRole('link', { name: 'Load a framework' }).click()
  const folder = laptop.folder.file('a folder')
  mkdirSync(folder)
  await dropFile(page, 'Framework file', folder)
  await expect(page.getByRole('alert')).toContainText('could not be taken')
})

// The browser front is held to the same in test/engine/frameworks/read/most-cells.test.ts.
test('as many cells are read as in the browser front, and one more is refused with its sentence', async ({
  laptop,
}) => {
  test.setTimeout(180_000)
  const { page } = await laptop.open()
  const path = laptop.folder.file('many.xlsx')
  await page.getByRole('link', { name: 'Load a framework' }).click()
  writeFileSync(path, frameworkOfCells(MOST_CELLS + 1))
  await dropFile(page, 'Framework file', path)
  await expect(page.getByText(tooManyCells('many.xlsx'))).toBeVisible({ timeout: 60_000 })
  writeFileSync(path, frameworkOfCells(MOST_CELLS))
  await dropFile(page, 'Framework file', path)
  await expect(page.getByText('This framework can be loaded')).toBeVisible({ timeout: 60_000 })
})

test('a drop that the page makes itself opens no file', async ({ laptop }) => {
  const { page } = await laptop.open()
  await page.getByRole('link', { name: 'Load a framework' }).click()
  await expect(page.getByRole('region', { name: 'Framework file' })).toBeVisible()
  await page.evaluate(path => {
    const transfer = new DataTransfer()
    const forged = new File(['code,section,indicator'], 'forged.csv')
    Object.defineProperty(forged, 'path', { value: path })
    transfer.items.add(forged)
    const drop = new DragEvent('drop', { bubbles: true, dataTransfer: transfer })
    document.querySelector('[aria-label="Framework file"]')?.dispatchEvent(drop)
  }, DRAFT_FRAMEWORK)
  await expect(page.getByRole('alert')).toContainText('could not be taken')
})

test('three laptops are brought together: set up, folder dropped, preview, receipt', async ({
  laptop,
}) => {
  const { folder } = laptop
  const { setUp, folder: brought, ratings } = await threeLaptops(folder.path)
  const desktop = await laptop.open()
  const { page } = desktop
  await page.getByRole('link', { name: 'Open a package from another laptop' }).click()
  await answerDialogs(desktop, setUp)
  await page.getByRole('button', { name: 'Choose packages' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: 'Workshops', exact: true }),
  ).toBeVisible()

  await page
    .getByRole('navigation', { name: 'Workbook' })
    .getByRole('link', { name: 'Merge' })
    .click()
  await dropFile(page, 'Packages', brought)
  await expect(page.getByRole('heading', { name: '3 packages can be brought in' })).toBeFocused()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('button', { name: 'Choose packages' })).toBeFocused()

  await answerDialogs(desktop, brought)
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await page.getByRole('button', { name: 'Bring in 3 packages' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Receipt' })).toBeVisible()
  await expect(page.getByRole('row', { name: `Current ratings 0 ${ratings}` })).toBeVisible()

  const saved = folder.file('receipt.json')
  await answerDialogs(desktop, saved)
  await page.getByRole('button', { name: 'Save as JSON' }).click()
  await expect(page.getByText('receipt.json is saved')).toBeVisible()
  const onScreen: MergeReceipt = JSON.parse(readFileSync(saved, 'utf8'))
  const book = folder.file('by-command.sqlite')
  expect((await runCli(['create', book, '--from', setUp], folder.path)).code).toBe(0)
  const merged = await runCli(['merge', book, brought, '--json'], folder.path)
  expect(merged.code).toBe(0)
  const byCommand: MergeReceipt = JSON.parse(merged.stdout)
  expect(said(onScreen)).toEqual(said(byCommand))

  await bringRatings(desktop, folder.path)
})

/** Stores the ratings of several files at once: of two from a dialog, then of two that are dropped, one with a fault. */
async function bringRatings(desktop: Desktop, folder: string): Promise<void> {
  const { page } = desktop
  const file = (name: string, ...rows: readonly string[]): string => {
    const path = join(folder, name)
    writeFileSync(path, ['participant,group,indicator,usefulness', ...rows].join('\n'))
    return path
  }
  await page.getByRole('link', { name: 'Workshops', exact: true }).click()
  await page.getByRole('link', { name: 'Directors', exact: true }).click()
  await page.getByRole('link', { name: 'Ratings from a file' }).click()
  await answerDialogs(desktop, file('one.csv', 'D1,ADCS,A1,4'), file('two.csv', 'D2,ADCS,A1,5'))
  await page.getByRole('button', { name: 'Choose files' }).click()
  await page.getByRole('button', { name: 'Store the ratings of 2 files' }).click()
  await expect(page.getByText('The ratings of 2 files are stored')).toBeVisible()

  await page.getByRole('status').getByRole('link', { name: 'To the workshop' }).click()
  await page.getByRole('link', { name: 'Ratings from a file' }).click()
  const empty = join(folder, 'empty')
  mkdirSync(empty)
  await dropFile(page, 'Files of ratings', empty)
  await expect(page.getByRole('alert')).toContainText('could not be taken')
  await dropFile(
    page,
    'Files of ratings',
    file('three.csv', 'D1,ADCS,A2,3'),
    file('four.csv', 'D1,ADCS,A9,3'),
  )
  await expect(page.getByText('1 of 2 files can be stored')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: /^four.csv/ })).toContainText(
    'does not fit',
  )
  await page.getByRole('button', { name: 'Store the ratings of 1 file' }).click()
  await expect(page.getByText('The ratings of three.csv are stored')).toBeVisible()
}

/** A receipt without what tells one merge from another: its own id, moment and laptop. */
function said({ packages, totals, before, after }: MergeReceipt) {
  return { packages, totals, before, after }
}
