import { mkdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { projectPath } from '../../build/project.ts'
import { expect, test } from './desktop.ts'

const DRAFT_FRAMEWORK = projectPath('engine/frameworks/example/draft-framework.csv')

/** Drops a file as a person does, from outside the window. */
async function dropFile(page: Page, path: string): Promise<void> {
  const box = await page.getByRole('region', { name: 'Framework file' }).boundingBox()
  if (!box) throw new Error('There is no place to drop a file on.')
  const devtools = await page.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2, data }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, ...place })
  }
}

test('a framework file that is dropped on the page is read', async ({ laptop }) => {
  const { page } = await laptop.open()
  await page.getByRole('link', { name: 'Load a framework' }).click()
  await dropFile(page, DRAFT_FRAMEWORK)
  await expect(page.getByText('This framework can be loaded')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'draft-framework.csv' })).toBeVisible()
})

test('a folder that is dropped on the page is refused in words', async ({ laptop }) => {
  const { page } = await laptop.open()
  await page.getByRole('link', { name: 'Load a framework' }).click()
  const folder = laptop.folder.file('a folder')
  mkdirSync(folder)
  await dropFile(page, folder)
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
