import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { mergeInOneGo } from '../../engine/packages/merge/in-one-go.ts'
import { writePackage } from '../../engine/packages/write/write-package.ts'
import { getAllCodes } from '../../engine/store/records/people.ts'
import { openWorkbook } from '../../engine/workbooks/open.ts'
import { correctParticipant } from '../../engine/workshops/participants.ts'
import { type MergeDay, mergeDay } from '../helpers/merge-day.ts'
import { readerWithin } from '../helpers/reader-within.ts'
import { program } from '../helpers/sample-workbook.ts'
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

/** Chooses packages on the page of merging. */
async function choosePackages(page: Page, files: readonly string[]): Promise<void> {
  await tab(page, 'Merge').click()
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose packages' }).click()
  await (await asked).setFiles([...files])
}

/** Brings packages in, whatever is asked stays as it is. */
async function bringIn(page: Page, files: readonly string[]): Promise<void> {
  await choosePackages(page, files)
  await page.getByRole('button', { name: /^Bring in \d+ packages?$/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Receipt' })).toBeVisible()
}

/** Settles what the cloned laptop's people answered twice, a press and a word for each, and takes one batch back. */
async function settleTogether(page: Page, day: MergeDay): Promise<void> {
  await page.getByRole('link', { name: /^Look at both sides/ }).click()
  await page.getByRole('button', { name: 'Look at the answers so far' }).click()
  const people = page.getByRole('region', { name: /^Hull 1/ })
  await expect(people).toHaveCount(2)
  await expect(people.first()).toContainText(/12 questions/)
  // Thousands are drawn only where one looks.
  await expect(people.locator('li')).toHaveCount(0)
  await expect(people.first()).toContainText(/same \d+, differ \d+/)
  expect(await findFaults(page), 'conflicts by person').toEqual([])
  const half = day.conflicts / 2
  for (const left of [1, 0]) {
    await people
      .first()
      .getByRole('button', { name: /^All from Hull 1… of/ })
      .click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(`${half} conflicts would be settled`)
    await dialog.getByRole('textbox', { name: /^Who decides/ }).fill('RK')
    await dialog.getByRole('button', { name: `Settle ${half}` }).click()
    await expect(people).toHaveCount(left)
  }
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(people).toHaveCount(1)
  const open = page.getByRole('heading', { name: `${half} open conflicts` })
  await expect(open).toBeVisible()
  const question = people.getByRole('listitem')
  await question.first().focus()
  await page.keyboard.press('1')
  await expect(people).toContainText(`${half - 1} questions`)
  await expect(question.first()).toBeFocused()
  await page.keyboard.press('u')
  await expect(open).toBeVisible()
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
  await settleTogether(page, day)
  await bringIn(page, [late])
  await tab(page, 'Study').click()
  await expect(bradford).toContainText('5 of 5 laptops')
  await expect(bradford).not.toContainText('outstanding')
})

test('a set-up opens on its workshops, asks once which laptop this is, and ends with sending', {
  tag: '@long',
}, async ({ page, served }) => {
  test.slow()
  using folder = tempFolder()
  await mergeDay(folder.file('day'), { workshops: 2, laptops: 2, people: 1, indicators: 2 })
  await openLibrary(page, served)
  await page.getByRole('link', { name: 'Open a package from another laptop' }).click()
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose packages' }).click()
  await (await asked).setFiles(join(folder.file('day'), 'set-up.workbook'))
  await expect(page.getByRole('heading', { level: 1, name: 'Workshops' })).toBeVisible()
  await page.getByRole('button', { name: 'Say which it is…' }).click()
  await page.getByRole('dialog').getByText('Hull 2', { exact: true }).click()
  await page.getByRole('button', { name: 'This is it' }).click()
  await expect(page.getByRole('button', { name: 'Say which it is…' })).toHaveCount(0)
  await tab(page, 'Study').click()
  const hull = page.getByRole('row', { name: /^Hull/ })
  // This laptop is one of the two.
  await expect(hull).toContainText('1 of 2 laptops, outstanding: Hull 1')
  await page.getByRole('link', { name: 'Hull' }).click()
  const send = page.getByRole('region', { name: 'When everybody is done' })
  await expect(send).toContainText('Not done yet on this laptop.')
  expect(await findFaults(page), 'the page of a workshop that was set up').toEqual([])
  await send.getByRole('link', { name: 'Send what was collected to the team' }).click()
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the package' }).click(),
  ])
  expect(saved.suggestedFilename()).toMatch(/^Study - Hull 2 - \d{4}-\d{2}-\d{2}\.workbook$/)
  await page.goBack()
  await expect(send).toContainText('Last done on ')
})

test('a study in which packages were brought together says so before it offers to start people', {
  tag: '@long',
}, async ({ page, served }) => {
  test.slow()
  using folder = tempFolder()
  const size = { workshops: 1, laptops: 2, people: 1, indicators: 2 }
  const day = await mergeDay(folder.file('day'), size)
  await openTeam(page, served, day)
  await bringIn(page, [...day.packages.values()])
  await tab(page, 'Workshops').click()
  await page
    .getByRole('link', { name: /Bradford/ })
    .first()
    .click()
  await expect(
    page.getByText(/^Packages of other laptops were brought together here/),
  ).toBeVisible()
})

test('a preview begins with what was refused, adds up what is ticked, and stays while one looks elsewhere', {
  tag: '@long',
}, async ({ page, served }) => {
  using folder = tempFolder()
  const size = { workshops: 4, laptops: 2, people: 2, indicators: 3 }
  const day = await mergeDay(folder.file('day'), size)
  await openTeam(page, served, day)
  const broken = folder.file('broken.workbook')
  writeFileSync(broken, 'no package')
  await choosePackages(page, [broken, ...day.packages.values()])
  const read = day.packages.size + 1
  await expect(
    page.getByRole('heading', { name: `${read - 1} of ${read} packages can be brought in` }),
  ).toBeVisible()
  const headings = await page.getByRole('main').getByRole('heading', { level: 3 }).allInnerTexts()
  expect(headings[0]).toBe('1 package is not taken')
  const sum = page.getByRole('main').locator('dl').first()
  const all = await sum.innerText()
  const first = page.getByRole('checkbox', { name: /Bradford/ }).first()
  await first.focus()
  await page.keyboard.press('Space')
  await expect(sum).not.toHaveText(all)
  const some = await sum.innerText()
  await tab(page, 'Results').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Results' })).toBeVisible()
  await tab(page, 'Merge').click()
  await expect(first).not.toBeChecked()
  expect(await sum.innerText()).toBe(some)
  await page.getByRole('button', { name: `Bring in ${read - 2} packages` }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Receipt' })).toBeVisible()
  // Every file that was chosen is on the receipt, with what became of it.
  const receipt = page.getByRole('main')
  await expect(receipt).toContainText('broken.workbook')
  await expect(receipt).toContainText('It was not ticked, so nothing of it was brought in.')
})

/** Has the team's workbook and a copy of it on another laptop correct the group of one person, and brings both together. */
async function describeDifferently(day: MergeDay, copy: string): Promise<void> {
  const team = openWorkbook(day.team, program)
  const packages = [...day.packages.values()].map(path => ({ path, name: 'Bradford.workbook' }))
  await mergeInOneGo(readerWithin, team, packages)
  team.close()
  copyFileSync(day.team, copy)
  const [here, there] = [openWorkbook(day.team, program), openWorkbook(copy, program)]
  const [person] = getAllCodes(here.store)
  if (!person) throw new Error('Somebody rated')
  const { id: participant, code } = person
  correctParticipant(here, { participant, code, group: 'Ofsted' })
  correctParticipant(there, { participant, code, group: 'Young people' })
  const corrected = { path: `${copy}.workbook`, name: 'Corrected.workbook' }
  await writePackage(readerWithin, there, { setup: false }, corrected)
  await mergeInOneGo(readerWithin, here, [corrected])
  there.close()
  here.close()
}

test('a person whom two laptops describe differently is left to do, and described by what is chosen', {
  tag: '@long',
}, async ({ page, served }) => {
  using folder = tempFolder()
  const day = await mergeDay(folder.file('day'), {
    workshops: 1,
    laptops: 1,
    people: 1,
    indicators: 2,
  })
  await describeDifferently(day, folder.file('copy.sqlite'))
  await openTeam(page, served, day)
  await page.getByRole('link', { name: /^Choose: 1 person is described differently/ }).click()
  await page.getByRole('button', { name: 'Look at the answers so far' }).click()
  const section = page.getByRole('region', { name: '1 person described differently' })
  await expect(section).toContainText('Ofsted')
  for (const size of [
    { width: 1366, height: 768 },
    { width: 320, height: 640 },
  ]) {
    await page.setViewportSize(size)
    expect(await findFaults(page), `at ${size.width}`).toEqual([])
  }
  await section.getByRole('button', { name: /^This one counts.*, Young people$/ }).click()
  await expect(section).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'No open conflicts' })).toBeVisible()
  await tab(page, 'Study').click()
  await expect(page.getByText('described differently')).toHaveCount(0)
})
