import { mkdirSync, readFileSync } from 'node:fs'
import { projectPath } from '../../build/project.ts'
import type { MergeReceipt } from '../../shared/model/packages.ts'
import { runCli } from '../cli/run-cli.ts'
import { threeLaptops } from '../helpers/three-laptops.ts'
import { expect, test } from './desktop.ts'
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
})

/** A receipt without what tells one merge from another: its own id, moment and laptop. */
function said({ packages, totals, before, after }: MergeReceipt) {
  return { packages, totals, before, after }
}
