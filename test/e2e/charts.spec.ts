import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { findFaults } from './helpers/axe.ts'
import { expect, longUnless, test } from './helpers/fixtures.ts'
import { pressByKey } from './helpers/keyboard.ts'
import { expectNothingSideways } from './helpers/sideways.ts'
import { openChoosers, readExample } from './helpers/steps.ts'
import { lookAtAnswersSoFar, peopleElsewhere, prepareRoom } from './helpers/workshop-room.ts'

const APPEARANCES = ['light', 'dark', 'projector'] as const

/** Goes from the results to one of their views. */
async function openView(page: Page, view: 'Answers' | 'Groups') {
  await page
    .getByRole('navigation', { name: 'Views of the results' })
    .getByRole('link', { name: view })
    .click()
  await expect(page.getByRole('figure').getByRole('img')).toBeVisible()
}

const choose = async (page: Page, label: string, option: string | RegExp) => {
  await page.getByRole('button', { name: new RegExp(`^${label}|${label}$`) }).click()
  await page.getByRole('option', { name: option }).click()
}

/**
 * The faults that axe finds in a part of the page; those that appearances share are looked for in light
 * alone.
 */
const faults = (page: Page, part: string, appearance: string) =>
  findFaults(page, { part, looksOnly: appearance !== 'light' })

test('shows the answers to each indicator as bars, whose names lead to the indicator', async ({
  page,
  example,
}) => {
  await readExample(page, example, 'results')
  await openView(page, 'Answers')
  const figure = page.getByRole('figure')
  await expect(figure.getByRole('heading')).toHaveText(/^Usefulness: .* most favourable answers/)
  await choose(page, 'Criterion', 'Usability')
  await expect(figure.getByRole('heading')).toHaveText(/^Usability: /)
  await choose(page, 'Order', 'Most favourable first')
  await page.getByRole('button', { name: 'Show as a table' }).click()
  const shares = await page
    .getByRole('figure')
    .locator('tbody tr > :nth-child(8)')
    .evaluateAll(cells => cells.map(cell => Number.parseInt(cell.lastChild?.textContent ?? '', 10)))
  expect(shares).toHaveLength(106)
  expect(shares).toEqual(shares.toSorted((one, other) => other - one))
  await page.getByRole('button', { name: 'Show as a chart' }).click()
  await pressByKey(page, figure.getByRole('link').first())
  await expect(page.getByRole('heading', { level: 2, name: 'Usefulness' })).toBeVisible()
})

test('sets groups side by side, for all indicators and for one', { tag: '@long' }, async ({
  page,
  example,
}) => {
  await readExample(page, example, 'results')
  await openView(page, 'Groups')
  const figure = page.getByRole('figure')
  await expect(figure.getByRole('heading')).toHaveText(/groups differ most over/)
  await choose(page, 'Figure', 'Median')
  await expect(figure.getByRole('heading')).toHaveText(/from a median of/)
  await figure.getByRole('link', { name: /^CTX-03/ }).click()
  const usefulness = page.getByRole('region', { name: 'Usefulness' }).getByRole('figure')
  await expect(usefulness.getByRole('heading')).toHaveText(/^Usefulness of CTX-03: \d+% favourable/)
  await page.keyboard.press('Control+d')
  const [everyone = 0, ...groups] = await usefulness
    .locator('tbody tr > :nth-child(7)')
    .evaluateAll(cells => cells.map(cell => Number(cell.lastChild?.textContent)))
  expect(groups.reduce((sum, n) => sum + n, 0)).toBe(everyone)
})

test('sets two rounds side by side once there are two', { tag: '@long' }, async ({
  page,
  served,
}) => {
  const room = await prepareRoom(served)
  await using people = peopleElsewhere(served, room)
  const [indicator = { id: '' }] = room.indicators
  const persons = [await people.join(), await people.join(), await people.join()]
  for (const person of persons) await people.rate(person, indicator.id, 3)
  await page.goto(served.url)
  await page.goto(room.at('results', 'view', 'rounds'))
  await lookAtAnswersSoFar(page)
  await expect(page.getByRole('heading', { name: 'There is one round so far' })).toBeVisible()
  await people.openRound()
  const [first = '', second = ''] = persons
  await people.rate(first, indicator.id, 5, 2)
  await people.rate(second, indicator.id, 4, 2)
  await lookAtAnswersSoFar(page, 2)
  await expect(page.getByRole('figure').getByRole('heading')).toHaveText(
    'Usefulness: of 2 answers given twice, 2 moved up and 0 down',
  )
  await expect(page.getByText(/^Round 1 against round 2; n = 3 participants/)).toBeVisible()
})

test('saves a chart as a drawing and as an image', { tag: '@long' }, async ({ page, example }) => {
  await readExample(page, example, 'results')
  const save = async (what: string) => {
    await page.getByRole('button', { name: 'Copy or save' }).click()
    const downloaded = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: what }).click()
    return downloaded
  }
  const drawing = await save('Save as a drawing (SVG)')
  expect(drawing.suggestedFilename()).toMatch(/^Example workbook priority map .*\.svg$/)
  const title = await page.getByRole('heading', { level: 2, name: /agreed to be both/ }).innerText()
  expect(readFileSync(await drawing.path(), 'utf8')).toContain(title)
  await expect(page.getByText(/\.svg is saved\.$/)).toBeVisible()
  const image = readFileSync(await (await save('Save as an image (PNG)')).path())
  expect(image.subarray(1, 4).toString()).toBe('PNG')
})

test('copies a chart for other programs, in the colours asked for', { tag: '@long' }, async ({
  page,
  example,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await readExample(page, example, 'results')
  await page.getByRole('button', { name: 'Copy or save' }).click()
  await page.getByRole('menuitemradio', { name: 'A dark page' }).click()
  await page.getByRole('menuitem', { name: 'Copy as a drawing (SVG)' }).click()
  await expect(page.getByText('Copied as a drawing.')).toBeVisible()
  const drawing = await page.evaluate(() => navigator.clipboard.readText())
  expect(drawing).toMatch(/^<svg /)
  expect(drawing).toContain('#192326')
  await page.getByRole('button', { name: 'Copy or save' }).click()
  await page.getByRole('menuitem', { name: 'Copy as an image (PNG)' }).click()
  await expect(page.getByText('Copied as an image.')).toBeVisible()
  const kinds = await page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap(({ types }) => types),
  )
  expect(kinds).toContain('image/png')
})

for (const appearance of APPEARANCES) {
  const details = longUnless(appearance === 'light')
  test(
    `has no fault that axe can find on its charts, in ${appearance}`,
    details,
    async ({ page, example }) => {
      await page.addInitScript(
        kept => localStorage.setItem('framework-workbook-appearance', kept),
        appearance,
      )
      await readExample(page, example, 'results')
      // Every row is alike, and axe takes its time over each.
      await openChoosers(page)
      await choose(page, 'Section', /^Context/)
      await openView(page, 'Answers')
      expect(await faults(page, '#main', appearance)).toEqual([])
      await openView(page, 'Groups')
      expect(await faults(page, '#main', appearance)).toEqual([])
      await page.getByRole('button', { name: 'Copy or save' }).click()
      await expect(page.getByRole('menu')).toBeVisible()
      expect(await faults(page, '[role="menu"]', appearance)).toEqual([])
    },
  )
}

test('fits a phone, without scrolling sideways', { tag: '@long' }, async ({ page, example }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await readExample(page, example, 'results')
  for (const view of ['Answers', 'Groups'] as const) {
    await openView(page, view)
    await expectNothingSideways(page, view)
  }
})
