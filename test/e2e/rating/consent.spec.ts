import { globSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { findFaults } from '../helpers/axe.ts'
import { expect, type ServedWorkbook, test } from '../helpers/fixtures.ts'
import { openLibrary } from '../helpers/steps.ts'
import { choose, nextParticipant, prepareRoom, saved, useful } from '../helpers/workshop-room.ts'

test('a person reads the study’s own text and agrees, in two screens', async ({ page, served }) => {
  const room = await prepareRoom(served)
  await openLibrary(page, served)
  await page.goto(room.at('study'))
  await page.getByRole('button', { name: 'Write the text' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Save the text' }).click()
  await expect(dialog).toContainText('The text needs a title.')
  await dialog.getByRole('textbox', { name: 'Title' }).fill('A study of children’s care')
  await dialog.getByRole('textbox', { name: 'Text' }).fill('We ask what helps.\n\nAsk us anything.')
  await dialog.getByRole('button', { name: 'Save the text' }).click()
  await expect(page.getByText('People read “A study of children’s care”')).toBeVisible()
  expect(await findFaults(page), 'the study').toEqual([])

  await nextParticipant(page, served, room)
  await expect(page.getByRole('heading', { name: 'A study of children’s care' })).toBeVisible()
  await expect(page.getByText('Ask us anything.')).toBeVisible()
  await expect(page.getByText(/up to \d+ minutes/)).toBeVisible()
  expect(await findFaults(page), 'the text').toEqual([])
  await page.getByText('Young people', { exact: true }).click()
  await page.getByRole('button', { name: 'I agree to take part' }).click()
  await page.getByRole('button', { name: 'Start' }).click()
  await choose(useful(page), 'Useful')
  await expect(saved(page)).toBeVisible()
  expect(storedConsents(served)).toEqual(['A study of children’s care'])
})

/** The title of the text that each agreement in the workbook's file names. */
function storedConsents({ libraryFolder }: ServedWorkbook): readonly unknown[] {
  const [file = ''] = globSync('*.sqlite', { cwd: libraryFolder })
  const store = new Database(join(libraryFolder, file), { readonly: true })
  try {
    const named = `SELECT i.title FROM consent_record AS c JOIN information_record AS i ON i.id = c.information`
    return store.prepare(named).pluck().all()
  } finally {
    store.close()
  }
}
