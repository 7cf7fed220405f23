import type { Page } from '@playwright/test'
import { DRAFT_FRAMEWORK, expect, type ServedExample, type ServedWorkbook } from './fixtures.ts'

/** Steps of a facilitator on the way to the thing that a test is about. */

/** Opens the library, empty at first. */
export async function openLibrary(page: Page, served: ServedWorkbook): Promise<void> {
  await page.goto(served.url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

// Exactly this name: the heading of the empty library has the word in it too.
const onFramework = (page: Page) =>
  expect(page.getByRole('heading', { level: 1, name: 'Framework', exact: true })).toBeVisible()

/** Opens the library, makes the example with its made-up ratings and stands on its framework. */
export async function exploreExample(page: Page, served: ServedWorkbook): Promise<void> {
  await openLibrary(page, served)
  await page.getByRole('button', { name: /Explore the example/ }).click()
  await onFramework(page)
}

/** Opens the library with a copy of the shared example, to be changed, and stands on its framework. */
export async function openCopy(
  page: Page,
  served: ServedWorkbook,
  example: ServedExample,
): Promise<void> {
  const workbook = await example.copyTo(served)
  await openLibrary(page, served)
  await page.goto(`${new URL(served.url).origin}/#/workbook/${workbook}/framework`)
  await onFramework(page)
}

/** Opens a page of the example that tests share, which leave it as it is. */
export async function readExample(
  page: Page,
  example: ServedExample,
  ...parts: readonly string[]
): Promise<void> {
  await page.goto(example.url)
  await page.goto(example.at(...parts))
}

/** Opens the framework of the shared example. */
export async function readFramework(page: Page, example: ServedExample): Promise<void> {
  await readExample(page, example, 'framework')
  await onFramework(page)
}

/** Opens the table of the shared example's results, with the choosers open. */
export async function readTable(page: Page, example: ServedExample): Promise<void> {
  await readExample(page, example, 'results', 'view', 'table')
  await expectTable(page)
}

async function expectTable(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Results: table' })).toBeVisible()
  await openChoosers(page)
}

/** Chooses a framework file on the page for a new workbook. */
export async function chooseFile(page: Page, file: string): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /Choose (a|another) file/ }).click()
  await (await asked).setFiles(file)
}

/** Loads the draft framework into a new workbook, and stands on its framework. */
export async function loadDraft(page: Page, served: ServedWorkbook): Promise<void> {
  await openLibrary(page, served)
  await page.getByRole('link', { name: 'Load a framework' }).click()
  await chooseFile(page, DRAFT_FRAMEWORK)
  await page.getByRole('button', { name: 'Create the workbook' }).click()
  await onFramework(page)
}

/** Goes to the results of every indicator in one table, with the choosers open. */
export async function goToTable(page: Page): Promise<void> {
  await goTo(page, 'Results')
  await page
    .getByRole('navigation', { name: 'Views of the results' })
    .getByRole('link', { name: 'Table' })
    .click()
  await expectTable(page)
}

/** Unfolds what the results count and show. */
export async function openChoosers(page: Page): Promise<void> {
  const panel = page.getByRole('button', { name: /whole framework|^Only / })
  if ((await panel.getAttribute('aria-expanded')) === 'false') await panel.click()
  await expect(page.getByRole('search')).toBeVisible()
}

/** Goes to one of the tabs of the open workbook. */
export async function goTo(page: Page, tab: 'Framework' | 'Workshops' | 'Results' | 'Export') {
  await page.getByRole('navigation', { name: 'Workbook' }).getByRole('link', { name: tab }).click()
  await expect(page.getByRole('heading', { level: 1, name: tab, exact: true })).toBeVisible()
}
