import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type MergeDay, mergeDay } from '../helpers/merge-day.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { findFaults } from './helpers/axe.ts'
import { expect, type ServedWorkbook, test } from './helpers/fixtures.ts'
import { openLibrary } from './helpers/steps.ts'

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Workbook' }).getByRole('link', { name, exact: true })

/** Opens the team's workbook in the library of a served program, on the page of the study. */
async function openTeam(page: Page, served: ServedWorkbook, day: MergeDay): Promise<void> {
  mkdirSync(served.libraryFolder, { recursive: true })
  copyFileSync(day.team, join(served.libraryFolder, 'Study.sqlite'))
  await openLibrary(page, served)
  await page.getByRole('link', { name: 'Study' }).first().click()
  await tab(page, 'Study').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Study' })).toBeVisible()
}

/** Brings packages in, whatever is asked stays as it is. */
async function bringIn(page: Page, files: readonly string[]): Promise<void> {
  await tab(page, 'Merge').click()
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose packages' }).click()
  await (await asked).setFiles([...files])
  await page.getByRole('button', { name: /^Bring in \d+ packages?$/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Receipt' })).toBeVisible()
}

test('the page of the study names who is outstanding, and has everybody once they are back', {
  tag: '@long',
}, async ({ page, served }) => {
  test.slow()
  using folder = tempFolder()
  const size = { workshops: 8, laptops: 5, people: 2, indicators: 6 }
  const day = await mergeDay(folder.file('day'), size)
  await openTeam(page, served, day)
  const bradford = page.getByRole('row', { name: /^Bradford/ })
  await expect(bradford).toContainText('0 of 5 laptops')
  const late = day.packages.get('Bradford 2') ?? ''
  await bringIn(
    page,
    [...day.packages.values()].filter(path => path !== late),
  )
  await tab(page, 'Study').click()
  await expect(bradford).toContainText('4 of 5 laptops, outstanding: Bradford 2')
  const rows = page.getByRole('table', { name: 'Workshops of the study' }).getByRole('row')
  await expect(rows).toHaveCount(9)
  await expect(rows.last()).toBeInViewport({ ratio: 1 })
  await expect(page.getByText(`${day.conflicts} conflicts to settle`)).toBeVisible()
  await expect(page.getByText('1 framework version set aside')).toBeVisible()
  expect(await findFaults(page), 'the page of the study').toEqual([])
  await bringIn(page, [late])
  await tab(page, 'Study').click()
  await expect(bradford).toContainText('5 of 5 laptops')
  await expect(bradford).not.toContainText('outstanding')
})
