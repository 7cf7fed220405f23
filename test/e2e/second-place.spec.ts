import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backUpIfChanged } from '../../engine/backups/back-up.ts'
import { copyBackups } from '../../engine/backups/copy-backups.ts'
import { nameSecondPlace } from '../../engine/backups/second-place.ts'
import { systemClock } from '../../engine/program.ts'
import { findFaults } from './helpers/axe.ts'
import { expect, test } from './helpers/fixtures.ts'
import { makeWorkbook } from './helpers/make-workbook.ts'
import { openLibrary } from './helpers/steps.ts'

test('a second place that is gone is said quietly, and gives back what the laptop lost', {
  tag: '@long',
}, async ({ page, served }) => {
  const library = served.libraryFolder
  const stick = join(library, '..', 'stick')
  mkdirSync(stick)
  const lost = makeWorkbook(library, 'autumn')
  lost.comeIn()
  backUpIfChanged(lost.workbook)
  nameSecondPlace(library, stick, systemClock())
  await copyBackups(library, systemClock)
  lost.workbook.close()
  rmSync(lost.file)
  rmSync(join(library, 'backups'), { recursive: true })
  const { workbook, comeIn } = makeWorkbook(library, 'spring')
  comeIn()
  workbook.close()
  renameSync(stick, `${stick} pulled`)

  await openLibrary(page, served)
  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: 'Copy now' }).click()
  await expect(page.getByText(/No backup on the second place since/)).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await openLibrary(page, served)
  await expect(page.getByText(/No backup on the second place since/)).toBeVisible()
  expect(await findFaults(page)).toEqual([])

  renameSync(`${stick} pulled`, stick)
  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: 'Copy now' }).click()
  await expect(page.getByText(/The newest copy there is of/)).toBeVisible()
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await expect(page.getByText('“autumn” is back')).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await openLibrary(page, served)
  await expect(page.getByRole('row', { name: /autumn/ })).toBeVisible()
  await expect(page.getByText(/No backup on the second place/)).toBeHidden()
  // The library is closed with the last copies, which a page that is still open would ask for in vain.
  await page.goto('about:blank')
})
