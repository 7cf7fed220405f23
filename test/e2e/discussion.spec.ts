import type { Page } from '@playwright/test'
import { findFaults } from './helpers/axe.ts'
import { expect, type ServedExample, type ServedWorkbook, test } from './helpers/fixtures.ts'
import { pressByKey, tabTo } from './helpers/keyboard.ts'
import { expectNothingSideways } from './helpers/sideways.ts'
import { goTo, openCopy } from './helpers/steps.ts'
import { goWithoutPin, unlockWithoutPin, withCode } from './helpers/workshop-room.ts'

/** The codes of what to discuss next, once they are there. */
async function codes(page: Page): Promise<readonly string[]> {
  const listed = page.getByRole('list', { name: 'What to discuss next' }).locator('strong')
  await expect(listed.first()).toBeVisible()
  return listed.allTextContents()
}

/** Opens the discussion of a workshop with made-up ratings. */
async function discuss(page: Page, served: ServedWorkbook, example: ServedExample): Promise<void> {
  await openCopy(page, served, example)
  await goTo(page, 'Workshops')
  await page.getByRole('link', { name: 'Directors and data leads' }).click()
  await page.getByRole('link', { name: 'Discuss the results' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What to discuss next')
}

/** Runs in the page: the size of the smallest letters on it, in pixels. */
const smallestLetters = () =>
  Math.min(
    ...[...document.querySelectorAll('main *')]
      .filter(({ childNodes }) =>
        [...childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim()),
      )
      .map(element => Number.parseFloat(getComputedStyle(element).fontSize)),
  )

test('a facilitator goes through what people differ over by keys, with the minutes left', async ({
  page,
  served,
  example,
}) => {
  await discuss(page, served, example)
  await page.getByLabel('Minutes to talk').fill('25')
  await pressByKey(page, page.getByRole('button', { name: 'Start the clock' }))
  await expect(page.getByRole('timer')).toContainText('25 minutes left.')
  expect(await findFaults(page)).toEqual([])
  const [first, second] = await codes(page)
  await pressByKey(page, page.getByRole('link', { name: `Show ${first} to the room` }))
  await expect(page.getByText('1 of 106')).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('2 of 106')).toBeVisible()
  await expect(page.getByText(second ?? '', { exact: true })).toBeVisible()
  // As a presenter's remote does.
  await page.keyboard.press('PageUp')
  await expect(page.getByText('1 of 106')).toBeVisible()
  await page.keyboard.press('b')
  await expect(page.getByRole('button', { name: 'Show the screen again' })).toBeVisible()
  await page.keyboard.press('b')
  await expect(page.locator('q')).toHaveCount(0)
  await page.keyboard.press('c')
  await expect(page.locator('q').first()).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await page.keyboard.press('w')
  await expect(page.getByRole('heading', { name: 'Would it help to know this?' })).toBeVisible()
  await expect(page.getByRole('switch', { name: 'Plain words' })).toBeChecked()
  await page.setViewportSize({ width: 1920, height: 1080 })
  expect(
    await page.evaluate(smallestLetters),
    'as the last row of a room sees it',
  ).toBeGreaterThanOrEqual(24)
  for (const [width, height] of [
    [320, 640],
    [683, 384],
    [1366, 768],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expectNothingSideways(page, `at ${width}`)
  }
  await pressByKey(page, page.getByRole('checkbox', { name: 'Talked about' }))
  await page.keyboard.press('Space')
  await expect(page.getByRole('checkbox', { name: 'Talked about' })).toBeChecked()
  await expect(page.getByRole('timer')).toContainText('there is time for')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Talked about (1)' })).toBeVisible()
  expect((await codes(page))[0]).toBe(second)
})

test('the room sees no answers of few people, and who moved once it has rated again', {
  tag: '@long',
}, async ({ page, served, example }) => {
  await discuss(page, served, example)
  const [first = ''] = await codes(page)
  await page.getByRole('link', { name: `Show ${first} to the room` }).click()
  await tabTo(page, page.getByRole('checkbox', { name: 'Rate again' }))
  await page.keyboard.press('Space')
  await expect(page.getByRole('checkbox', { name: 'Rate again' })).toBeChecked()
  await page.getByRole('link', { name: 'The list' }).click()
  await expect(page.getByText('1 indicator is collected to be rated again.')).toBeVisible()
  await page.reload()
  await page.getByRole('link', { name: 'Open a round for it' }).click()
  await expect(page.getByText('Collected to be rated again (1)')).toBeVisible()
  await expect(page.getByText('Round 2', { exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Open a round' }).click()
  await page.getByText('They are asked for round 2 only').click()
  await page.getByRole('button', { name: 'Open round 2 for 1 indicator' }).click()
  await goWithoutPin(served)
  for (const number of [1, 2]) {
    await page.getByRole('button', { name: withCode('Continue as ', number) }).click()
    await page.getByRole('button', { name: withCode('Open as ', number) }).click()
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByText('Not useful at all', { exact: true }).click()
    await page.getByText('Very easy to use', { exact: true }).click()
    await page.getByRole('button', { name: 'Finish', exact: true }).click()
    await page.getByRole('button', { name: 'Finish and hand over' }).click()
    await unlockWithoutPin(page)
  }
  await page.getByRole('link', { name: 'Discuss the results' }).click()
  await expect(page.getByText('Round 2 is being rated')).toBeVisible()
  await page.getByRole('button', { name: 'Close round 2' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Close round 2' }).click()
  const again = page.getByRole('list', { name: 'Rated again' }).getByRole('listitem')
  await expect(again).toContainText('Since round 1: Of 2 people who rated twice')
  await again.getByRole('link').click()
  await expect(page.getByText('Fewer than 5 people have answered').first()).toBeVisible()
  await expect(page.getByRole('img')).toHaveCount(0)
})

test('comments are found by their words, tagged, and named by group only where it is large', {
  tag: '@long',
}, async ({ page, served, example }) => {
  await openCopy(page, served, example)
  await goTo(page, 'Results')
  await page.getByRole('link', { name: 'Comments' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What people wrote')
  await expect(page.getByText('a small group').first()).toBeVisible()
  await page.getByLabel('Find in comments').fill('not clear')
  const [comment] = await page.getByRole('listitem').filter({ hasText: 'not clear' }).all()
  if (!comment) throw new Error('No made-up comment says so.')
  await pressByKey(page, comment.getByRole('button', { name: 'Add a tag' }))
  await page.keyboard.type('wording')
  await page.keyboard.press('Enter')
  await expect(comment.getByText('wording', { exact: true })).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await page.getByLabel('Find in comments').fill('')
  await page.getByRole('button', { name: /Any tag/ }).click()
  await page.getByRole('option', { name: 'wording' }).click()
  await expect(page.getByText('1 comment', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Take off “wording”' }).click()
  await expect(page.getByText('0 comments')).toBeVisible()
})

test('a rule of the study’s own is said in words as it is typed, judges the results, and gets versions', {
  tag: '@long',
}, async ({ page, served, example }) => {
  await openCopy(page, served, example)
  await goTo(page, 'Results')
  await page.getByRole('button', { name: /Everyone, and the whole framework/ }).click()
  await page.getByRole('link', { name: 'All rules, and your own' }).click()
  await pressByKey(page, page.getByRole('button', { name: 'Add a rule' }))
  await page.getByLabel('Title').fill('Two thirds')
  await page.getByLabel('At least, in %').fill('66.5')
  await expect(page.getByRole('status').filter({ hasText: 'whole percentages' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Keep this rule' })).toBeDisabled()
  await page.getByLabel('At least, in %').fill('66')
  await expect(page.getByText('In: at least 66 % of the answers at levels 4 to 5')).toBeVisible()
  await page.getByRole('radio', { name: 'Most people stay' }).press('Space')
  await page.getByLabel('moved no further than, in levels').fill('4')
  await expect(page.getByText('Everybody moves 4 levels or less')).toBeVisible()
  await page.getByLabel('moved no further than, in levels').fill('1')
  await expect(
    page.getByText('at least 85 % of those who chose a level in both moved 1 level or less'),
  ).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await pressByKey(page, page.getByRole('button', { name: 'Keep this rule' }))
  await expect(page.getByText('--rule two-thirds')).toBeVisible()
  await page.getByRole('button', { name: 'Change' }).click()
  await page.getByLabel('At least, in %').fill('67')
  await page.getByRole('button', { name: 'Keep as version 2' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Two thirds' })).toContainText(
    'Version 2',
  )
  await page.getByRole('link', { name: 'Results' }).last().click()
  await page.getByRole('button', { name: /Three quarters agree Rule for consensus/ }).click()
  await page.getByRole('option', { name: 'Two thirds' }).click()
  await expect(page.getByText('In: at least 67 % of the answers').first()).toBeVisible()
})
