import { findFaults } from './helpers/axe.ts'
import { expect, test } from './helpers/fixtures.ts'
import { openCopy } from './helpers/steps.ts'

test('the diary tells what was done, takes notes of the team, and is searched', {
  tag: '@long',
}, async ({ page, served, example }) => {
  await openCopy(page, served, example)
  await page
    .getByRole('navigation', { name: 'Workbook' })
    .getByRole('link', { name: 'Study', exact: true })
    .click()
  await page.getByRole('link', { name: 'Diary' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Diary' })).toBeVisible()
  await page.getByRole('button', { name: 'Add a note' }).click()
  const field = page.getByRole('textbox', { name: 'New note' })
  await expect(field).toBeFocused()
  await expect(field).toHaveAccessibleDescription(/goes to everybody.*Name no participant/)
  await page.keyboard.type('It rained all morning.')
  expect(await findFaults(page), 'writing a note').toEqual([])
  await page.getByRole('button', { name: 'Add the note' }).click()
  const notes = page.getByRole('listitem').filter({ hasText: 'It rained all morning.' })
  await expect(notes).toHaveCount(1)
  await page.getByRole('searchbox', { name: 'Find in the diary' }).fill('rained')
  await expect(page.getByRole('status').filter({ hasText: '1 entry' })).toBeVisible()
  await page.getByRole('button', { name: /^Change the note/ }).click()
  await page.getByRole('textbox', { name: 'Note' }).fill('It rained until noon.')
  await page.getByRole('button', { name: 'Keep these words' }).click()
  await expect(page.getByText('It rained until noon.').first()).toBeVisible()
  expect(await findFaults(page), 'the diary').toEqual([])
  await page.getByRole('button', { name: /^Take out the note/ }).click()
  await expect(page.getByText('Nothing fits.')).toBeVisible()
})
