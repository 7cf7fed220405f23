import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from './desktop.ts'
import { answerDialogs, exploreExample } from './steps.ts'

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
