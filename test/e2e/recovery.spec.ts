import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { backUpIfChanged } from '../../engine/backups/back-up.ts'
import { openWorkbook } from '../../engine/workbooks/open.ts'
import { findFaults } from './helpers/axe.ts'
import { expect, test } from './helpers/fixtures.ts'
import { makeWorkbook, program } from './helpers/make-workbook.ts'
import { openLibrary } from './helpers/steps.ts'

test('a damaged workbook is recovered by whoever reads only the screen', async ({
  page,
  served,
}) => {
  const { workbook, comeIn, file } = makeWorkbook(served.libraryFolder, 'spring')
  comeIn()
  backUpIfChanged(workbook)
  comeIn()
  comeIn()
  workbook.close()
  const database = new Database(file)
  database.exec(`DROP TRIGGER participant_record_stays;
    UPDATE participant_record SET code = 'X' WHERE rowid = (SELECT max(rowid) FROM participant_record)`)
  database.close()
  const { file: other, workbook: without } = makeWorkbook(served.libraryFolder, 'autumn')
  without.close()
  writeFileSync(other, readFileSync(other).subarray(0, 8_192))
  await openLibrary(page, served)
  await expect(page.getByText('spring.sqlite is damaged, and can be recovered')).toBeVisible()
  await expect(page.getByText('It is damaged, and there is no backup of it.')).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Recover it' }).press('Enter')
  await expect(page.getByText('spring.sqlite was recovered')).toBeVisible()
  await expect(page.getByText(/missing/).first()).toBeVisible()
  await expect(page.getByRole('row', { name: /spring/ })).toBeVisible()
  expect(await findFaults(page)).toEqual([])
})

test('two copies, each with entries of its own, are shown and brought together', {
  tag: '@long',
}, async ({ page, served }) => {
  const { workbook, comeIn, file } = makeWorkbook(served.libraryFolder, 'spring')
  workbook.store.checkpoint('truncate')
  copyFileSync(file, join(served.libraryFolder, 'spring - Copy.sqlite'))
  comeIn()
  workbook.close()
  const copy = openWorkbook(join(served.libraryFolder, 'spring - Copy.sqlite'), program)
  comeIn(copy)
  copy.close()
  await openLibrary(page, served)
  await expect(page.getByText('“spring” is here twice')).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Bring them together' }).press('Enter')
  await expect(page.getByRole('row', { name: /spring/ })).toContainText('2')
  await expect(page.getByText('is a copy of the workbook')).toBeVisible()
})
