import { copyFileSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Page } from '@playwright/test'
import { mergeInOneGo } from '../../engine/packages/merge/in-one-go.ts'
import { closeRound } from '../../engine/rounds/close-round.ts'
import { getAllWorkshops } from '../../engine/store/records/workshops.ts'
import { openWorkbook } from '../../engine/workbooks/open.ts'
import { mergeDay } from '../helpers/merge-day.ts'
import { readerWithin } from '../helpers/reader-within.ts'
import { program } from '../helpers/sample-workbook.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { findFaults } from './helpers/axe.ts'
import { expect, type ServedWorkbook, test } from './helpers/fixtures.ts'
import { expectNothingSideways } from './helpers/sideways.ts'
import { openLibrary } from './helpers/steps.ts'

/** About a hundred laptops and five hundred people. */
const SIZE = { workshops: 24, laptops: 4, people: 5, indicators: 20 }

/** Puts a study of that size, with all packages merged and its rounds closed, into the library. */
async function placeStudy(served: ServedWorkbook, at: string): Promise<void> {
  const day = await mergeDay(at, SIZE)
  const workbook = openWorkbook(day.team, program)
  const files = [...day.packages.values()].map(path => ({ path, name: basename(path) }))
  await mergeInOneGo(readerWithin, workbook, files)
  for (const { id: workshop } of getAllWorkshops(workbook.store)) {
    closeRound(workbook, { workshop, round: 1, closed: true })
  }
  workbook.close()
  mkdirSync(served.libraryFolder, { recursive: true })
  copyFileSync(day.team, join(served.libraryFolder, 'Study.sqlite'))
}

const TABS = 'Workbook'
const VIEWS = 'Views of the results'

/** The screens of a study: where the link that leads there stands, its name, and the heading of the screen. */
const SCREENS: readonly (readonly [navigation: string | null, link: string, heading: string])[] = [
  [TABS, 'Study', 'Study'],
  [TABS, 'Workshops', 'Workshops'],
  [TABS, 'Results', 'Results'],
  [VIEWS, 'Table', 'Results: table'],
  [VIEWS, 'Groups', 'Results: groups'],
  [VIEWS, 'Compare', 'Results: compare'],
  [TABS, 'Merge', 'Merge'],
  [null, 'Conflicts', 'Conflicts'],
]

/** Waits until a page has its content, and nothing on it says that more is to come. */
async function arrive(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
}

test('a study of 24 workshops, about 500 people and 100 laptops is as clear as a small one', {
  tag: '@long',
}, async ({ page, served }) => {
  test.setTimeout(300_000)
  using folder = tempFolder()
  await placeStudy(served, folder.file('day'))
  await openLibrary(page, served)
  await page.getByRole('link', { name: 'Study' }).first().click()
  await arrive(page, 'Framework')
  for (const [navigation, link, heading] of SCREENS) {
    const place = navigation === null ? page : page.getByRole('navigation', { name: navigation })
    const from = performance.now()
    await place.getByRole('link', { name: link, exact: true }).click()
    await arrive(page, heading)
    // How long it takes is for people to read: what a busy machine needs is no fault.
    process.stdout.write(`${heading}: ${Math.round(performance.now() - from)} ms\n`)
    expect.soft(await findFaults(page), heading).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect.soft(await findFaults(page, { looksOnly: true }), `${heading}, dark`).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 320, height: 640 })
    await expectNothingSideways(page, `${heading} at 320`)
    expect.soft(await findFaults(page, { looksOnly: true }), `${heading} at 320`).toEqual([])
    await page.setViewportSize({ width: 1366, height: 768 })
  }
})
