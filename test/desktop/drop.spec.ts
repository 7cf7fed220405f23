import { mkdirSync } from 'node:fs'
import { projectPath } from '../../build/project.ts'
import { expect, test } from './desktop.ts'
import { dropFile } from './drop-file.ts'

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
