import { mkdirSync, readdirSync } from 'node:fs'
import { expect, test } from './desktop.ts'
import { answerDialogs, chooseInMenu, exploreExample } from './steps.ts'

test('another folder is chosen for the workbooks, at once and for the next start', async ({
  laptop,
}) => {
  const other = laptop.folder.file('other')
  mkdirSync(other)
  const desktop = await laptop.open({ isLibraryOwn: true })
  const { page } = desktop
  await exploreExample(page)
  await chooseInMenu(desktop, 'settings')
  await expect(page.getByText(laptop.folder.file('framework-workbook')).first()).toBeVisible()
  await answerDialogs(desktop)
  await page.getByRole('button', { name: 'Choose another folder' }).click()
  await expect(page.getByText(other)).toHaveCount(0)
  await answerDialogs(desktop, other)
  await page.getByRole('button', { name: 'Choose another folder' }).click()
  await expect(page.getByText(other, { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Framework Workbook', exact: true }).click()
  await exploreExample(page)
  expect(readdirSync(other).filter(name => name.endsWith('.sqlite'))).toHaveLength(1)
  await desktop.quit()

  const again = await laptop.open({ isLibraryOwn: true })
  await expect(again.page.getByRole('row', { name: /Example workbook/ })).toHaveCount(1)
  await chooseInMenu(again, 'about')
  await expect(again.page.getByText(other, { exact: true })).toBeVisible()
  await expect(again.page.getByRole('heading', { name: 'What it is made of' })).toBeVisible()
})

test('a folder that the start names is changed on no page', async ({ laptop }) => {
  const desktop = await laptop.open()
  await expect(desktop.page.getByRole('heading', { level: 1 })).toBeVisible()
  await chooseInMenu(desktop, 'settings')
  await expect(desktop.page.getByText(laptop.libraryFolder, { exact: true })).toBeVisible()
  await expect(desktop.page.getByRole('button', { name: 'Choose another folder' })).toHaveCount(0)
})
