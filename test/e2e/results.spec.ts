import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { read, utils } from 'xlsx'
import { unzip } from '../helpers/programs.ts'
import { findFaults } from './helpers/axe.ts'
import { expect, test } from './helpers/fixtures.ts'
import { pressByKey } from './helpers/keyboard.ts'
import { goTo, loadDraft, readExample, readTable } from './helpers/steps.ts'
import { withCode } from './helpers/workshop-room.ts'

const BODY = '#main table tbody'

/** The words of a column, row by row; `column` counts the row's heading as 0. */
const columnOf = (page: Page, column: number): Promise<string[]> =>
  page
    .locator(`${BODY} tr > :nth-child(${column + 1})`)
    .evaluateAll(cells => cells.map(cell => cell.lastChild?.textContent ?? ''))

test('says that nobody has rated yet, and where to begin', async ({ page, served }) => {
  await loadDraft(page, served)
  await goTo(page, 'Results')
  await expect(page.getByRole('heading', { name: 'No ratings yet' })).toBeVisible()
  await page.getByRole('link', { name: 'Go to the workshops' }).click()
  await expect(page).toHaveURL(/workshops$/)
})

test('shows every indicator with bars that can be heard, and says that ratings are made up', async ({
  page,
  example,
}) => {
  await readTable(page, example)
  await expect(page.getByText('These ratings are made up')).toBeVisible()
  await expect(page.locator(`${BODY} tr`)).toHaveCount(106)
  const bar = page.getByRole('img', { name: /^Usefulness of CTX-01: / })
  await expect(bar).toHaveAttribute('aria-label', /\d+ Very useful/)
})

test('sorts by a figure, both ways', { tag: '@long' }, async ({ page, example }) => {
  await readTable(page, example)
  const median = page.getByRole('columnheader', { name: 'Median, Usefulness' })
  await median.getByRole('button').click()
  await expect(median).toHaveAttribute('aria-sort', 'ascending')
  const up = (await columnOf(page, 4)).map(Number)
  expect(up).toEqual(up.toSorted((a, b) => a - b))
  await median.getByRole('button').click()
  await expect(median).toHaveAttribute('aria-sort', 'descending')
  const down = (await columnOf(page, 4)).map(Number)
  expect(down).toEqual(up.toReversed())
})

test('counts only the chosen group, and lists only the chosen section', { tag: '@long' }, async ({
  page,
  example,
}) => {
  await readTable(page, example)
  const counted = page.getByRole('status').filter({ hasText: '106 indicators' })
  const everyone = await counted.innerText()
  const scope = page.getByRole('search')
  await scope.getByRole('button', { name: /Group/ }).click()
  await page.getByRole('option', { name: 'Young people' }).click()
  await expect(counted).not.toHaveText(everyone)
  await scope.getByRole('button', { name: /Section/ }).click()
  await page.getByRole('option', { name: /^Context/ }).click()
  await expect(page.locator(`${BODY} tr`)).toHaveCount(11)
})

const PRIORITIES = ['keep', 'make usable', 'make useful', 'rethink'] as const

/** The button that says how many indicators have a priority, and lists only these. */
const priorityButton = (page: Page, priority: (typeof PRIORITIES)[number]) =>
  page
    .getByRole('group', { name: 'Priorities' })
    .getByRole('button', { name: new RegExp(`^\\d+ ${priority}$`) })

const countOn = async (page: Page, priority: (typeof PRIORITIES)[number]) =>
  Number.parseInt(await priorityButton(page, priority).innerText(), 10)

const chooseRule = async (page: Page, rule: string) => {
  await page.getByRole('button', { name: /Rule for consensus/ }).click()
  await page.getByRole('option', { name: rule }).click()
}

test('counts the priorities, and lists those of one until it is pressed again, by keyboard', async ({
  page,
  example,
}) => {
  await readTable(page, example)
  const counts = await Promise.all(PRIORITIES.map(priority => countOn(page, priority)))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(106)
  await pressByKey(page, priorityButton(page, 'keep'))
  await expect(page.locator(`${BODY} tr`)).toHaveCount(await countOn(page, 'keep'))
  expect(new Set(await columnOf(page, 1))).toEqual(new Set(['Keep']))
  await expect(priorityButton(page, 'keep')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText('Consensus that it is both useful and easy to use.')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator(`${BODY} tr`)).toHaveCount(106)
})

test('sorts by priority, and by what a room has most to say about', { tag: '@long' }, async ({
  page,
  example,
}) => {
  await readTable(page, example)
  await page.getByRole('columnheader', { name: 'Priority' }).getByRole('button').click()
  const sorted = await columnOf(page, 1)
  expect([...new Set(sorted)]).toEqual(['Keep', 'Make usable', 'Make useful', 'Rethink'])
  const agreement = page.getByRole('columnheader', { name: 'Agreement, Usefulness' })
  await agreement.getByRole('button').click()
  const [leastAgreed, ...more] = await columnOf(page, 2)
  expect(leastAgreed).toMatch(/Split|Groups differ|Vague/)
  // Where people agree, nothing stands beside the bar.
  expect(more.at(-1)).toBe('')
})

test('judges by another rule when it is chosen, and says it in words', { tag: '@long' }, async ({
  page,
  example,
}) => {
  await readTable(page, example)
  await expect(page.getByText(/at least 75 % of the answers at levels 4 to 5/)).toBeVisible()
  const before = await countOn(page, 'keep')
  await chooseRule(page, 'Close together')
  await expect(page.getByText(/an interquartile range of 1 or less/)).toBeVisible()
  await expect(page.getByText(/at least 75 %/)).toHaveCount(0)
  expect(await countOn(page, 'keep')).not.toBe(before)
  await page.getByRole('link', { name: /CTX-03/ }).click()
  await expect(page.getByText(/an interquartile range of 1 or less/)).toBeVisible()
})

test('offers only the rules that are for the scale', { tag: '@long' }, async ({
  page,
  example,
}) => {
  await readTable(page, example)
  await page.getByRole('button', { name: /Rule for consensus/ }).click()
  await expect(page.getByRole('option')).toHaveText(['Three quarters agree', 'Close together'])
})

test('says of each criterion what was decided, how people differ and how solid it is', {
  tag: '@long',
}, async ({ page, example }) => {
  await readTable(page, example)
  await page.getByRole('link', { name: /CTX-02/ }).click()
  const usefulness = page.getByRole('region', { name: 'Usefulness' })
  await expect(usefulness.getByText('In: consensus that it is useful')).toBeVisible()
  await expect(usefulness.getByText('Agreed. Most answers lie close together.')).toBeVisible()
  await expect(usefulness.getByText(/people changing their mind would change this/)).toBeVisible()
  await expect(page.getByText(/by definition R-7/)).toBeVisible()
})

test('marks results of few people', { tag: '@long' }, async ({ page, example }) => {
  await readTable(page, example)
  const marks = page.locator(BODY).getByText('Few answers')
  await expect(page.locator(`${BODY} tr`)).toHaveCount(106)
  await expect(marks).toHaveCount(0)
  await page.getByRole('search').getByRole('button', { name: /Group/ }).click()
  await page.getByRole('option', { name: 'Ofsted' }).click()
  await expect(marks.first()).toBeVisible()
})

test('shows one indicator in full, whose groups add up to everyone', { tag: '@long' }, async ({
  page,
  example,
}) => {
  await readTable(page, example)
  await page.getByRole('link', { name: /CTX-03/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  const table = page.getByRole('table', { name: 'Usefulness of CTX-03: figures for each group' })
  const counts = await table
    .locator('tbody tr > :nth-child(2)')
    .evaluateAll(cells => cells.map(cell => Number.parseInt(cell.lastChild?.textContent ?? '', 10)))
  // The last row is that of all groups counting the same, which counts no people.
  const [everyone, ...groups] = counts.slice(0, -1)
  expect(groups.length).toBeGreaterThan(1)
  expect(groups.reduce((sum, n) => sum + n, 0)).toBe(everyone)
  await page.getByRole('button', { name: 'How many gave each answer' }).first().click()
  await expect(
    page.getByRole('table', { name: 'Usefulness of CTX-03: how many gave each answer' }),
  ).toBeVisible()
})

test('shows the ratings behind a number, and of each where it comes from, by keyboard', async ({
  page,
  example,
}) => {
  await readTable(page, example)
  await page.getByRole('link', { name: /CTX-03/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  const figures = page.getByRole('table', { name: 'Usefulness of CTX-03: figures for each group' })
  const n = figures.getByRole('button', { name: /show the ratings of everyone, every level$/ })
  const count = Number.parseInt(await n.innerText(), 10)
  await pressByKey(page, n)
  const dialog = page.getByRole('dialog', { name: 'Usefulness of CTX-03: the ratings' })
  await expect(dialog.getByText(`${count} ratings of everyone, every level.`)).toBeVisible()
  await pressByKey(page, dialog.getByRole('button', { name: withCode('', 1, ', ') }).first())
  await expect(dialog.getByText('None: it was recorded in this workbook')).toBeVisible()
  await expect(dialog.getByText(/^Its own title: /)).toBeVisible()
  await expect(dialog.getByRole('heading', { name: 'History of this answer' })).toBeVisible()
  await expect(dialog.getByText(/, which stands/)).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(n).toBeFocused()
})

test.describe('export', () => {
  test('downloads a spreadsheet under the name of the workbook, with the verdicts of the rule that was chosen', async ({
    page,
    example,
  }) => {
    await readTable(page, example)
    await chooseRule(page, 'Close together')
    await expect(page.getByText(/an interquartile range of 1 or less/)).toBeVisible()
    const keep = await countOn(page, 'keep')
    await goTo(page, 'Export')
    const downloaded = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the file' }).click()
    const download = await downloaded
    expect(download.suggestedFilename()).toMatch(/^Example workbook \d{4}-\d{2}-\d{2}\.xlsx$/)
    await expect(page.getByText(/is ready$/)).toBeVisible()
    const zip = readFileSync(await download.path())
    expect(zip.subarray(0, 2).toString()).toBe('PK')
    const book = read(zip)
    expect(utils.sheet_to_csv(book.Sheets['Read me'] ?? {})).toContain('Close together (iqr')
    const rows = utils.sheet_to_json<{ priority?: string }>(book.Sheets.Summary ?? {})
    expect(rows.filter(({ priority }) => priority === 'keep')).toHaveLength(keep)
  })

  test('downloads one long table that Excel reads as UTF-8', { tag: '@long' }, async ({
    page,
    example,
  }) => {
    await readExample(page, example, 'export')
    await page.getByText('One long table (.csv)').click()
    const downloaded = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the file' }).click()
    const csv = readFileSync(await (await downloaded).path(), 'utf8')
    expect(csv.startsWith('\uFEFFrating_id,')).toBe(true)
    expect(csv.split('\n').length).toBeGreaterThan(8000)
    await page.getByRole('button', { name: /Language of headings/ }).click()
    await page.getByRole('option', { name: 'Cymraeg' }).click()
    const again = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the file' }).click()
    const welsh = readFileSync(await (await again).path(), 'utf8')
    expect(welsh.startsWith('\uFEFFid sgôr,')).toBe(true)
    expect(await findFaults(page)).toEqual([])
    await page.getByText('Data package (.zip)').click()
    await expect(page.getByText('Language of headings')).toHaveCount(0)
  })

  test('writes the report and the data package, as much of people in it as was chosen', {
    tag: '@long',
  }, async ({ page, example }) => {
    await readExample(page, example, 'export')
    // A browser prints the report to PDF itself.
    await expect(page.getByText('which can also print it to PDF')).toBeVisible()
    await expect(page.getByRole('radio', { name: /\.pdf/ })).toHaveCount(0)
    await page.getByText('Report (.html)').click()
    await page.getByText('Comments and suggestions', { exact: true }).click()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the file' }).click()
    const report = readFileSync(await (await saved).path(), 'utf8')
    expect(report).toContain('<title>Example workbook</title>')
    expect(report).not.toContain('<blockquote>')
    await page.getByText('Data package (.zip)').click()
    await page.getByText('New names for participants').click()
    const packed = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the file' }).click()
    const parts = await unzip(readFileSync(await (await packed).path()))
    expect(String(parts.get('data/participants.csv'))).toMatch(/^R01,/m)
    expect(parts.has('data/comments.csv')).toBe(false)
    await page.getByText('Everybody, as tables').click()
    await expect(page.getByText('Comments and suggestions', { exact: true })).toHaveCount(0)
    const published = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the file' }).click()
    const tables = await unzip(readFileSync(await (await published).path()))
    expect(String(tables.get('README.md'))).toContain('Release: tables')
    expect(tables.has('data/ratings.csv')).toBe(false)
  })
})

test('has a row in which each group counts the same, and how far answers lie apart', {
  tag: '@long',
}, async ({ page, example }) => {
  await readTable(page, example)
  await page.getByRole('link', { name: /^CTX-01 / }).click()
  const figures = page.getByRole('table', { name: /^Usefulness of CTX-01: figures for each group/ })
  await expect(
    figures.getByRole('row', { name: /^Each group counting the same 7 groups \d\.\d/ }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'How far answers lie apart' }).first().click()
  const spread = page.getByRole('table', {
    name: /^Usefulness of CTX-01: how far answers lie apart/,
  })
  await expect(spread.getByRole('columnheader', { name: 'Agreement A' })).toBeVisible()
  await expect(spread.getByRole('row', { name: /^Everyone \d+ \d\.\d\d/ })).toBeVisible()
})
