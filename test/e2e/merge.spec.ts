import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { projectPath } from '../../build/project.ts'
import { type TempFolder, tempFolder } from '../helpers/temp-folder.ts'
import { findFaults } from './helpers/axe.ts'
import { rewordedElsewhere } from './helpers/changed-laptop.ts'
import { expect, type ServedWorkbook, test } from './helpers/fixtures.ts'
import { pressByKey, tabTo } from './helpers/keyboard.ts'
import {
  lookAtAnswersSoFar,
  peopleElsewhere,
  prepareRoom,
  type WorkshopRoom,
} from './helpers/workshop-room.ts'

type BrowserFrontBundle = typeof import('../../server/browser-front.ts')

/** Another laptop, with an empty library of its own. */
async function anotherLaptop(folder: TempFolder) {
  const bundle = pathToFileURL(projectPath('dist/node/server.mjs')).href
  const { openBrowserFront }: BrowserFrontBundle = await import(bundle)
  return openBrowserFront({ libraryFolder: folder.file('another library') })
}

async function expectNoFaults(page: Page, where: string): Promise<void> {
  expect(await findFaults(page), where).toEqual([])
}

/** Exports a package by keyboard from the page that does it; gives where it was put. */
async function exportPackage(page: Page, folder: TempFolder, name: string): Promise<string> {
  const written = page.waitForEvent('download')
  await pressByKey(page, page.getByRole('button', { name: 'Save the package' }))
  const file = folder.file(name)
  await (await written).saveAs(file)
  await expect(page.getByText(/is ready$/)).toBeVisible({ timeout: 30_000 })
  return file
}

/** Chooses packages by keyboard on a page that asks for them. */
async function choosePackages(page: Page, files: readonly string[]): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await pressByKey(page, page.getByRole('button', { name: 'Choose packages' }))
  await (await asked).setFiles([...files])
}

/** Somebody rates the first indicator of a room, on whichever laptop this is. */
async function rateOn(
  laptop: Pick<ServedWorkbook, 'url'>,
  served: ServedWorkbook,
  room: WorkshopRoom,
) {
  await using people = peopleElsewhere({ ...served, url: laptop.url }, room)
  const person = await people.join()
  await people.rate(person, room.indicators[0]?.id ?? '', 5)
}

test('two laptops are set up, rated on and brought together, by keyboard alone', async ({
  page,
  context,
  served,
}) => {
  using folder = tempFolder()
  const room = await prepareRoom(served)
  await page.goto(served.url)
  await page.goto(room.at('export'))
  await expect(page.getByRole('heading', { level: 1, name: 'Export' })).toBeVisible()
  await page.keyboard.press('Control+Shift+E')
  await expect(page.getByRole('heading', { name: 'Export a package' })).toBeFocused()
  await expectNoFaults(page, 'exporting a package')
  await tabTo(page, page.getByRole('radio', { name: /^Everything/ }))
  await page.keyboard.press('ArrowDown')
  const setUp = await exportPackage(page, folder, 'set-up.workbook')

  const other = await anotherLaptop(folder)
  const there = await context.newPage()
  await there.goto(other.url)
  await pressByKey(there, there.getByRole('link', { name: 'Open a package from another laptop' }))
  await expectNoFaults(there, 'opening a package')
  await choosePackages(there, [setUp])
  await expect(
    there.getByRole('heading', { level: 1, name: 'Workshops', exact: true }),
  ).toBeVisible()
  await rateOn(other, served, room)
  await rateOn(served, served, room)
  await there.keyboard.press('Control+Shift+E')
  const theirs = await exportPackage(there, folder, 'laptop-2.workbook')
  await there.close()
  await other.close()
  await page.reload()
  const ours = await exportPackage(page, folder, 'laptop-1.workbook')

  const broken = folder.file('broken.workbook')
  writeFileSync(broken, 'no package at all')
  await page.keyboard.press('Control+Shift+M')
  await expect(page.getByRole('heading', { level: 1, name: 'Merge' })).toBeFocused()
  await expectNoFaults(page, 'choosing packages')
  await choosePackages(page, [theirs, ours, broken])
  await expect(
    page.getByRole('heading', { name: '2 of 3 packages can be brought in' }),
  ).toBeFocused()
  await expect(page.getByText(/^This is not a Framework Workbook package/)).toBeVisible()
  await expectNoFaults(page, 'preview')
  await tabTo(page, page.getByRole('checkbox', { name: 'laptop-1.workbook' }))
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+Tab')
  await page.getByRole('button', { name: 'Bring in 1 package' }).press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: 'Receipt' })).toBeFocused()
  await expect(page.getByRole('row', { name: /^Participants 1 2$/ })).toBeVisible()
  await pressByKey(page, page.getByRole('button', { name: 'laptop-2.workbook' }))
  // That of the file that was refused, too: a receipt says of every file what became of it.
  await expect(page.getByText(/^[0-9a-f]{64}$/)).toHaveCount(2)
  await expectNoFaults(page, 'receipt')
  const kept = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as a page' }).press('Enter')
  expect((await kept).suggestedFilename()).toMatch(/^Receipt .*\.html$/)

  await page.getByRole('link', { name: 'All receipts' }).press('Enter')
  await expect(page.getByRole('table', { name: 'Receipts of earlier merges' })).toBeVisible()
  await page.keyboard.press('Control+4')
  await lookAtAnswersSoFar(page)
  await expect(page.getByText('2 participants').first()).toBeVisible()
})

test('a reading that is cancelled leaves the workbook as it was, and can begin again', {
  tag: '@long',
}, async ({ page, served }) => {
  using folder = tempFolder()
  const room = await prepareRoom(served)
  await page.goto(served.url)
  await page.goto(room.at('export', 'package'))
  const ours = await exportPackage(page, folder, 'laptop-1.workbook')
  await page.goto(room.at('merge'))
  await choosePackages(
    page,
    Array.from({ length: 40 }, () => ours),
  )
  await pressByKey(page, page.getByRole('button', { name: 'Cancel' }))
  await expect(page.getByRole('button', { name: 'Choose packages' })).toBeFocused()
  await expect(page.getByText('Nothing was merged yet.')).toBeVisible()
  await choosePackages(page, [ours])
  await expect(page.getByRole('heading', { name: '1 package can be brought in' })).toBeVisible()
})

test('packages are encrypted to a passphrase that is offered or to the team, and open with that alone', {
  tag: '@long',
}, async ({ page, served }) => {
  // A passphrase costs a second of work by design each time that it is tried.
  test.slow()
  const expectSoon = expect.configure({ timeout: 30_000 })
  using folder = tempFolder()
  const room = await prepareRoom(served)
  await rateOn(served, served, room)
  await page.goto(served.url)
  await page.goto(room.at('export', 'package'))
  await tabTo(page, page.getByRole('radio', { name: /^Anybody who gets the file/ }))
  await page.keyboard.press('ArrowDown')
  const passphrase = page.getByRole('textbox', { name: 'Passphrase' })
  await expect(passphrase).toHaveValue(/^([a-z]+[ -]){5}[a-z]+$/)
  const words = await passphrase.inputValue()
  const locked = await exportPackage(page, folder, 'locked.workbook')

  await pressByKey(page, page.getByRole('button', { name: /^The research team’s key/ }))
  const kept = page.waitForEvent('download')
  await pressByKey(page, page.getByRole('button', { name: 'Make new keys…' }))
  const keyFile = folder.file('team.key')
  await (await kept).saveAs(keyFile)
  await expect(page.getByText('Keep team.key safe')).toBeVisible()
  await expect(page.getByText(/^age1[a-z0-9]{58}$/)).toBeVisible()
  await expectNoFaults(page, 'a team key')
  await page.reload()
  await expect(page.getByRole('radio', { name: /^Only the research team/ })).toBeChecked()
  const forTeam = await exportPackage(page, folder, 'team.workbook')
  for (const file of [locked, forTeam]) {
    expect(readFileSync(file).subarray(0, 18).toString()).toBe('age-encryption.org')
  }

  await page.goto(room.at('merge'))
  await choosePackages(page, [locked, forTeam])
  await expect(page.getByRole('heading', { name: 'None of 2 packages can be taken' })).toBeFocused()
  await expectNoFaults(page, 'encrypted packages')
  const asked = page.waitForEvent('filechooser')
  await pressByKey(page, page.getByRole('button', { name: 'Choose the key file' }))
  await (await asked).setFiles(keyFile)
  await expect(
    page.getByRole('heading', { name: '1 of 2 packages can be brought in' }),
  ).toBeFocused()
  const answer = page.getByRole('textbox', { name: 'Passphrase' })
  await tabTo(page, answer)
  await page.keyboard.type('these are not the words')
  await page.keyboard.press('Enter')
  await expectSoon(page.getByText(/^It does not open them/)).toBeVisible()
  await tabTo(page, answer)
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await expectSoon(
    page.getByRole('heading', { name: '2 packages can be brought in' }),
  ).toBeFocused()
  // The key and the words are asked for once: they open the same packages when these are chosen again.
  await pressByKey(page, page.getByRole('button', { name: 'Cancel' }))
  await choosePackages(page, [locked, forTeam])
  await expectSoon(
    page.getByRole('heading', { name: '2 packages can be brought in' }),
  ).toBeFocused()

  const other = await anotherLaptop(folder)
  await page.goto(other.url)
  await pressByKey(page, page.getByRole('link', { name: 'Open a package from another laptop' }))
  await choosePackages(page, [forTeam])
  const askedThere = page.waitForEvent('filechooser')
  await pressByKey(page, page.getByRole('button', { name: 'Choose the key file' }))
  await (await askedThere).setFiles(keyFile)
  await expect(
    page.getByRole('heading', { level: 1, name: 'Workshops', exact: true }),
  ).toBeVisible()
  await page.goto('about:blank')
  await other.close()
})

test('a package with other words asks first, keeps ours, and ours can be changed and used again', {
  tag: '@long',
}, async ({ page, served }) => {
  using folder = tempFolder()
  const room = await prepareRoom(served)
  await page.goto(served.url)
  await page.goto(room.at('export'))
  await expect(page.getByRole('heading', { level: 1, name: 'Export' })).toBeVisible()
  await page.keyboard.press('Control+Shift+E')
  const setUp = await exportPackage(page, folder, 'set-up.workbook')
  const title = 'What York calls it'
  const york = await rewordedElsewhere(folder, setUp, { name: 'York 5.workbook', title })

  await page.keyboard.press('Control+Shift+M')
  await choosePackages(page, [york])
  await expect(page.getByText('The framework was changed on another laptop')).toBeVisible()
  await expect(page.getByRole('radio', { name: /^Keep ours/ })).toBeChecked()
  await pressByKey(page, page.getByRole('button', { name: /^Changes in York 5\.workbook/ }))
  await expect(page.getByText('York').last()).toBeVisible()
  await expectNoFaults(page, 'a merge that asks about the framework')
  await page.getByRole('button', { name: 'Bring in 1 package' }).press('Enter')
  await expect(page.getByText(/Yours stays in use; its version is set aside/)).toBeVisible()

  await page.goto(room.at('framework'))
  await expect(page.getByText('Version 2', { exact: true })).toBeVisible()
  await expect(page.getByText(title)).toBeHidden()
  await pressByKey(page, page.getByRole('button', { name: 'Use version 2' }))
  await expectNoFaults(page, 'using another version')
  await page.getByRole('dialog').getByRole('button', { name: 'Use version 2' }).press('Enter')
  await expect(page.getByText(title).first()).toBeVisible()
  await page.getByRole('button', { name: 'Use again version 1' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Use version 1' }).press('Enter')
  await expect(page.getByText(title)).toBeHidden()
})
