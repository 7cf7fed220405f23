import type { Page } from '@playwright/test'
import { findFaults } from './helpers/axe.ts'
import { expect, longUnless, test } from './helpers/fixtures.ts'
import { expectNothingSideways } from './helpers/sideways.ts'
import { goTo, goToTable, openLibrary, readExample, readFramework } from './helpers/steps.ts'

const APPEARANCES = ['light', 'dark', 'projector', 'forced colours'] as const

/** The faults that axe finds; those that all appearances share are looked for in light alone. */
const findings = (page: Page, appearance: string) =>
  findFaults(page, { looksOnly: appearance !== 'light' })

/** Forced colours are the system's, as Windows has them for high contrast; the others are ours. */
const choose = (page: Page, appearance: (typeof APPEARANCES)[number]) =>
  appearance === 'forced colours'
    ? page.emulateMedia({ forcedColors: 'active' })
    : page.addInitScript(
        kept => localStorage.setItem('framework-workbook-appearance', kept),
        appearance,
      )

for (const appearance of APPEARANCES) {
  const details = longUnless(appearance === 'light')
  test(
    `no page has a fault that axe can find, in ${appearance}`,
    details,
    async ({ page, served, example }) => {
      test.slow()
      await choose(page, appearance)
      await openLibrary(page, served)
      expect.soft(await findings(page, appearance), 'empty library').toEqual([])
      await page.getByRole('link', { name: 'Load a framework' }).click()
      expect.soft(await findings(page, appearance), 'new workbook').toEqual([])
      await readFramework(page, example)
      expect.soft(await findings(page, appearance), 'framework').toEqual([])
      await page.getByRole('link', { name: /^CTX-03/ }).click()
      expect.soft(await findings(page, appearance), 'indicator').toEqual([])
      await goTo(page, 'Results')
      expect.soft(await findings(page, appearance), 'overview of the results').toEqual([])
      await goToTable(page)
      // Every row is alike, and axe takes its time over each.
      await page.getByRole('button', { name: /Section/ }).click()
      await page.getByRole('option', { name: /^B2/ }).click()
      expect.soft(await findings(page, appearance), 'results').toEqual([])
      await page.getByRole('rowheader').first().getByRole('link').click()
      await expect(page.getByRole('heading', { level: 2, name: 'Usability' })).toBeVisible()
      expect.soft(await findings(page, appearance), 'results of an indicator').toEqual([])
      await goTo(page, 'Export')
      expect.soft(await findings(page, appearance), 'export').toEqual([])
      // In light, the tests of these pages look at them.
      if (appearance !== 'light') {
        await goTo(page, 'Workshops')
        await page.getByRole('link', { name: 'Directors and data leads' }).click()
        await page.getByRole('link', { name: 'Show the room' }).click()
        await expect(page.getByRole('list', { name: 'The people of this workshop' })).toBeVisible()
        expect.soft(await findings(page, appearance), 'room').toEqual([])
        await page.getByRole('link', { name: 'The workshop' }).click()
        await page.getByRole('link', { name: 'Discuss the results' }).click()
        await page.getByRole('link', { name: /to the room$/ }).click()
        await page.getByRole('button', { name: /^Show what people wrote/ }).click()
        expect.soft(await findings(page, appearance), 'shown to the room').toEqual([])
        await page.getByRole('link', { name: 'The list' }).click()
      }
      await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect.soft(await findings(page, appearance), 'keys').toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+,')
      await expect(page.getByRole('heading', { name: 'Backups' })).toBeVisible()
      expect.soft(await findings(page, appearance), 'settings').toEqual([])
      await page.getByRole('link', { name: 'About Framework Workbook' }).click()
      await page.getByRole('button', { name: /^Packages, with/ }).click()
      await expect(page.getByRole('rowheader', { name: 'react', exact: true })).toBeVisible()
      await page.getByRole('button', { name: 'Show the report' }).click()
      await expect(page.getByRole('region', { name: 'Report for support' })).toContainText('LOG')
      expect.soft(await findings(page, appearance), 'about').toEqual([])
      await page.keyboard.press('F1')
      await page.getByRole('button', { name: 'The whole guide' }).click()
      await expect(page.getByRole('heading', { level: 2, name: 'Keep it safe' })).toBeFocused()
      expect.soft(await findings(page, appearance), 'a guide').toEqual([])
    },
  )
}

for (const [width, height] of [
  [320, 640],
  [390, 844],
  [683, 384],
  [1366, 768],
  [1920, 1080],
] as const) {
  const details = longUnless(width === 320)
  test(
    `no page has to be scrolled sideways at ${width} by ${height}`,
    details,
    async ({ page, served, example }) => {
      await page.setViewportSize({ width, height })
      await openLibrary(page, served)
      await expectNothingSideways(page, 'library')
      await readFramework(page, example)
      await expectNothingSideways(page, 'framework')
      await goTo(page, 'Results')
      await expect(page.getByRole('listbox')).toBeVisible()
      await expectNothingSideways(page, 'overview of the results')
      await goToTable(page)
      await expect(page.getByRole('rowheader').first()).toBeVisible()
      await expectNothingSideways(page, 'results')
      await page.getByRole('link', { name: /CTX-03/ }).click()
      await expect(page.getByRole('heading', { level: 2, name: 'Usability' })).toBeVisible()
      await expectNothingSideways(page, 'results of an indicator')
      await goTo(page, 'Export')
      await expectNothingSideways(page, 'export')
      await page.keyboard.press('F1')
      await expect(page.getByRole('dialog', { name: 'Export and publish' })).toBeVisible()
      await page.getByRole('button', { name: 'The whole guide' }).click()
      await expectNothingSideways(page, 'a guide')
      await page.keyboard.press('Control+,')
      await page.getByText('Largest', { exact: true }).click()
      await expect(page.locator('html')).toHaveAttribute('data-text-size', '130')
      await expectNothingSideways(page, 'settings, in the largest text')
      await page.getByRole('link', { name: 'About Framework Workbook' }).click()
      await expect(page.getByRole('heading', { name: 'What it is made of' })).toBeVisible()
      await page.getByRole('button', { name: 'Show the report' }).click()
      await expect(page.getByRole('button', { name: 'Save it as it is shown' })).toBeVisible()
      await expectNothingSideways(page, 'about, in the largest text')
    },
  )
}

test('takes the keyboard straight to the page, and to its heading after each move', async ({
  page,
  served,
}) => {
  await openLibrary(page, served)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Skip to the page' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Load a framework' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'New workbook' })).toBeFocused()
  await expect(page).toHaveTitle('New workbook – Framework Workbook')
})

test('obeys the keys of the help sheet', async ({ page, example }) => {
  await readExample(page, example, 'framework')
  await expect(
    page.getByRole('heading', { level: 1, name: 'Framework', exact: true }),
  ).toBeVisible()
  await page.keyboard.press('Control+4')
  await expect(page.getByRole('heading', { level: 1, name: 'Results' })).toBeFocused()
  await page.keyboard.press('Shift+F1')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog', { name: 'Read the results' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('keeps the chosen appearance', { tag: '@long' }, async ({ page, served }) => {
  await openLibrary(page, served)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByText('Dark', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('follows a laptop that asks for dark', { tag: '@long' }, async ({ page, served }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await openLibrary(page, served)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})
