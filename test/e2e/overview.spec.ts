import type { Page } from '@playwright/test'
import { expect, type ServedExample, test } from './helpers/fixtures.ts'
import { tabTo } from './helpers/keyboard.ts'
import { openChoosers, readExample } from './helpers/steps.ts'
import { lookAtAnswersSoFar, peopleElsewhere, prepareRoom } from './helpers/workshop-room.ts'

const map = (page: Page) => page.getByRole('listbox', { name: /^Indicators on the map/ })
const dots = (page: Page) => map(page).getByRole('option')
const dot = (page: Page, code: string) =>
  map(page).getByRole('option', { name: new RegExp(`^${code} `) })
const headline = (page: Page) => page.getByRole('heading', { level: 2, name: /agreed to be both/ })

async function openOverview(page: Page, example: ServedExample) {
  await readExample(page, example, 'results')
  await expect(dots(page)).toHaveCount(106)
}

/** The middle of a dot on the page. */
async function placeOf(page: Page, code: string) {
  const box = await dot(page, code).boundingBox()
  if (!box) throw new Error(`${code} is not on the map`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

test('begins with how much is answered, the finding, and where each indicator stands', async ({
  page,
  example,
}) => {
  await openOverview(page, example)
  const coverage = page.getByRole('region', { name: 'Coverage' })
  await expect(coverage).toContainText('of 8,904 questions answered')
  await expect(headline(page)).toHaveText(/^\d+ of 106 indicators are agreed/)
  await expect(page.getByText(/^n = 42 participants in 7 groups; round 1$/)).toBeVisible()
  await expect(dot(page, 'CTX-02')).toHaveAccessibleName(
    /: keep, usefulness \d+%, usability \d+%, n \d+, agreed$/,
  )
})

test('is walked through by arrow keys, and opens an indicator by Enter', { tag: '@long' }, async ({
  page,
  example,
}) => {
  await openOverview(page, example)
  await tabTo(page, dots(page).first())
  const from = await page.locator(':focus').boundingBox()
  await page.keyboard.press('ArrowRight')
  const to = await page.locator(':focus').boundingBox()
  expect(to?.x).toBeGreaterThan(from?.x ?? 0)
  await page.keyboard.press('End')
  const words = (await page.locator(':focus').getAttribute('aria-label')) ?? ''
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByText(words.split(' ')[0] ?? '', { exact: false }).first()).toBeVisible()
})

test('lists what is chosen by Space or by a frame, until the choice is cleared', {
  tag: '@long',
}, async ({ page, example }) => {
  await openOverview(page, example)
  await tabTo(page, dots(page).first())
  await page.keyboard.press('Space')
  await page.keyboard.press('End')
  await page.keyboard.press('Space')
  const chosen = page.getByRole('table', { name: /chosen on the map/ })
  await expect(chosen.locator('tbody tr')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(chosen).toHaveCount(0)
  const corner = await placeOf(page, 'CTX-02')
  await page.mouse.move(corner.x - 25, corner.y - 25)
  await page.mouse.down()
  await page.mouse.move(corner.x + 25, corner.y + 25, { steps: 4 })
  await page.mouse.up()
  await expect(chosen.getByRole('link', { name: /CTX-02/ })).toBeVisible()
  await page.getByRole('button', { name: 'Clear the choice' }).click()
  await expect(chosen).toHaveCount(0)
})

test('says what a dot is when it is pointed at, and opens it when it is pressed', {
  tag: '@long',
}, async ({ page, example }) => {
  await openOverview(page, example)
  const place = await placeOf(page, 'CTX-02')
  await page.mouse.move(place.x, place.y)
  await expect(page.getByText('CTX-02', { exact: true }).first()).toBeVisible()
  await page.mouse.click(place.x, place.y)
  await expect(page).toHaveURL(/results\/CTX-02$/)
})

test('shows only the section, data type, status and group that are chosen', {
  tag: '@long',
}, async ({ page, example }) => {
  await openOverview(page, example)
  await openChoosers(page)
  const choose = async (label: string, option: RegExp) => {
    await page
      .getByRole('search')
      .getByRole('button', { name: new RegExp(label) })
      .click()
    await page.getByRole('option', { name: option }).click()
  }
  await choose('Section', /^Context/)
  await expect(dots(page)).toHaveCount(11)
  await choose('Status', /^New/)
  const fewer = await dots(page).count()
  expect(fewer).toBeLessThan(11)
  await choose('Group', /^Ofsted/)
  await expect(page.getByText(/all Ofsted; round 1$/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Only Ofsted, Context/ })).toBeVisible()
})

test('shows the same figures as a table, by its button or by a key', { tag: '@long' }, async ({
  page,
  example,
}) => {
  await openOverview(page, example)
  const shown = (await dot(page, 'CTX-02').getAttribute('aria-label')) ?? ''
  const [, usefulness] = /usefulness (\d+%)/.exec(shown) ?? []
  await page.keyboard.press('Control+d')
  const table = page.getByRole('table', { name: /agreed to be both/ })
  await expect(table.locator('tbody tr')).toHaveCount(106)
  await expect(table.getByRole('row', { name: /^CTX-02/ })).toContainText(usefulness ?? 'a share')
  await page.getByRole('button', { name: 'Show as a chart' }).click()
  await expect(dots(page)).toHaveCount(106)
})

test('follows ratings while more keep coming, and keeps the place of who is looking', {
  tag: '@long',
}, async ({ page, served }) => {
  const room = await prepareRoom(served)
  await page.goto(served.url)
  await page.goto(room.at('results'))
  await using people = peopleElsewhere(served, room)
  const [first = { id: '' }, second = { id: '' }] = room.indicators
  await people.rate(await people.join(), first.id, 5)
  await lookAtAnswersSoFar(page)
  await expect(dots(page)).toHaveCount(1)
  await people.rate(await people.join(), second.id, 1)
  await expect(dots(page)).toHaveCount(2)
  await tabTo(page, dots(page).first())
  const words = await page.locator(':focus').getAttribute('aria-label')
  const nodes = await dots(page).elementHandles()
  // Ratings that keep coming must not put the figures off until the last.
  let isShown = false
  // Which figures are seen depends on the moment; n is another one with each rating.
  const seen = expect(dots(page).first())
    .not.toHaveAttribute('aria-label', words ?? '')
    .then(() => {
      isShown = true
    })
  for (let person = 0; person < 20; person++) {
    await people.rate(await people.join(), first.id, person % 2 === 0 ? 1 : 5)
    await page.waitForTimeout(150)
  }
  expect(isShown).toBe(true)
  await seen
  await expect(page.locator(':focus')).not.toHaveAttribute('aria-label', words ?? '')
  for (const node of nodes) expect(await node.evaluate(element => element.isConnected)).toBe(true)
})

test('can be sorted on a phone, where a table has no headings', { tag: '@long' }, async ({
  page,
  example,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await readExample(page, example, 'results', 'view', 'table')
  await page.getByRole('button', { name: /Sort by/ }).click()
  await page.getByRole('option', { name: 'Usefulness: favourable' }).click()
  const shares = () =>
    page
      .locator('#main tbody tr > :nth-child(6)')
      .evaluateAll(cells =>
        cells.map(cell => Number.parseInt(cell.lastChild?.textContent ?? '', 10)),
      )
  const up = await shares()
  expect(up).toEqual(up.toSorted((one, other) => one - other))
  await page.getByRole('button', { name: 'Lowest first' }).click()
  expect(await shares()).toEqual(up.toSorted((one, other) => other - one))
})

test('tells how far people agree over all indicators, and why a figure does not exist', {
  tag: '@long',
}, async ({ page, example }) => {
  await openOverview(page, example)
  const summary = page.getByRole('button', { name: 'How far people agree over all indicators' })
  await tabTo(page, summary)
  await page.keyboard.press('Enter')
  const table = page.getByRole('table', { name: 'Agreement over all indicators' })
  await expect(
    table.getByRole('row', { name: /levels as an order 0\.\d\d 0\.\d\d$/ }),
  ).toBeVisible()
  await expect(
    table.getByRole('row', { name: /^Kendall’s W, corrected for ties – –$/ }),
  ).toBeVisible()
  const why = page.getByText(
    /^Usability: Kendall’s W\. Not defined: nobody chose a level for every/,
  )
  await expect(why).toBeVisible()
})
