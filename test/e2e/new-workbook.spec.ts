import { writeFileSync } from 'node:fs'
import type { Page, TestInfo } from '@playwright/test'
import { utils, write } from 'xlsx'
import { findFaults } from './helpers/axe.ts'
import { expect, longUnless, type ServedWorkbook, test } from './helpers/fixtures.ts'
import { pressByKey, tabTo } from './helpers/keyboard.ts'
import { expectNothingSideways } from './helpers/sideways.ts'
import { openLibrary } from './helpers/steps.ts'
import { FREEZES_AFTER, watchFreezes } from './helpers/watch-freezes.ts'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const heading = (page: Page, name: string) => page.getByRole('heading', { name })

/** Goes from the library to the page, by keyboard. */
const comeToPage = (page: Page) =>
  pressByKey(page, page.getByRole('link', { name: /Load a framework|New workbook/ }))

/** Chooses a file on the page, by keyboard. */
async function chooseOnPage(page: Page, file: string): Promise<void> {
  // Asked for well ahead: the browser takes a moment until it hands its dialogs to the test.
  const chooser = page.waitForEvent('filechooser')
  await pressByKey(page, button(page, 'Choose a file'))
  await (await chooser).setFiles(file)
  await expect(page.getByRole('region', { name: 'Rows of the sheet' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused()
}

/** Opens the library and goes on to choose a file, all by keyboard. */
async function choose(page: Page, served: ServedWorkbook, file: string): Promise<void> {
  await openLibrary(page, served)
  await comeToPage(page)
  await chooseOnPage(page, file)
}

/** Chooses in a list by keyboard: by its first letters, as in any list. */
async function select(page: Page, list: string | RegExp, letters: string): Promise<void> {
  await tabTo(page, button(page, list))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.type(letters)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox')).toHaveCount(0)
}

/** Types in place of what a cell holds, in the panel that has the focus. */
async function typeInstead(page: Page, cell: string, text: string): Promise<void> {
  await expect(page.getByRole('heading', { name: `Cell ${cell}` })).toBeFocused()
  await tabTo(page, page.getByRole('textbox', { name: `Text of ${cell}` }))
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

function fileOf(info: TestInfo, name: string, lines: readonly string[]): string {
  const file = info.outputPath(name)
  writeFileSync(file, lines.join('\n'))
  return file
}

const MESSY = [
  'Draft framework for discussion,,,,,',
  ',,,,,',
  'Strand,PI No,Measure,Type of data,New or existing,Owner of the figure and of everything about it',
  'Safety,M01,Children feel safe,snapshot,E,Sam',
  'Safety,M02,Children are safe,qualitative,E,Sam',
  'Safety,M02,Families are heard,qualitative,N,Sam',
  'Homes,,Homes are stable,proxy,N,Sam',
  'Homes,M05,#REF!,proxy,N,Sam',
  'Total,,5,,,',
]

const figure = (page: Page, words: string) =>
  page.getByRole('term').filter({ hasText: words }).locator('xpath=..').getByRole('definition')

test('settles every problem of a messy spreadsheet by keyboard, and creates the workbook', async ({
  page,
  served,
}, info) => {
  await choose(page, served, fileOf(info, 'messy.csv', MESSY))
  await expect(figure(page, 'Ready to load')).toHaveText('1')
  await expect(figure(page, 'Need attention')).toHaveText('4')
  await expect(page.getByText('F “Owner of the figure and of everything about it”')).toBeVisible()
  await pressByKey(page, button(page, 'Show cell D5'))
  await expect(heading(page, 'Cell D5, data type')).toBeFocused()
  await pressByKey(page, button(page, 'user feedback'))
  await expect(page.getByText('Nothing is wrong here any more.')).toBeVisible()
  // What a text means counts wherever it stands, so the row below has one problem less.
  await pressByKey(page, button(page, 'Next: B6'))
  await typeInstead(page, 'B6', 'M03')
  await pressByKey(page, button(page, 'Next: B7'))
  await typeInstead(page, 'B7', 'M04')
  await pressByKey(page, button(page, 'Next: C8'))
  await expect(heading(page, 'Cell C8, indicator')).toBeFocused()
  await pressByKey(page, button(page, 'Leave row 8 out'))
  await expect(page.getByText('This framework can be loaded')).toBeVisible()
  await expect(figure(page, 'Ready to load')).toHaveText('4')
  await expect(figure(page, 'Rows skipped')).toHaveText('2')
  await pressByKey(page, button(page, 'Create the workbook'))
  await expect(page).toHaveURL(/\/framework/)
  await expect(page.getByRole('link', { name: /M03.*Families are heard/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /M05/ })).toHaveCount(0)
})

test(
  'keeps what it cannot load as notes, and shows them with the indicator',
  { tag: '@long' },
  async ({ page, served }, info) => {
    const lines = [
      'code,section,indicator,data type,Owner,Comments',
      'A1,Safety,Children feel safe,qualitative,Sam,Ask the panel',
      'A2,Safety,Children are safe,proxy,Ann,',
    ]
    await choose(page, served, fileOf(info, 'notes.csv', lines))
    await expect(page.getByText('E “Owner” and F “Comments”')).toBeVisible()
    await pressByKey(page, button(page, 'Keep them as notes'))
    await expect(button(page, /Column E, Owner/)).toContainText('Kept as a note')
    await pressByKey(page, button(page, 'Show cell D2'))
    await expect(heading(page, 'Cell D2, data type')).toBeFocused()
    await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('data type: qualitative')
    await pressByKey(page, button(page, 'Load with this note'))
    await expect(page.getByText('This framework can be loaded')).toBeVisible()
    await pressByKey(page, button(page, 'What you settled'))
    await expect(page.getByText('is loaded with the note “data type: qualitative”')).toBeVisible()
    await pressByKey(page, button(page, 'Create the workbook'))
    await pressByKey(page, page.getByRole('link', { name: /A1.*Children feel safe/ }))
    const notes = page.getByRole('definition').filter({ hasText: 'Owner: Sam' })
    await expect(notes).toHaveText('Owner: Sam\nComments: Ask the panel\ndata type: qualitative')
  },
)

test(
  'keeps the title that was typed while a change makes the file unloadable',
  { tag: '@long' },
  async ({ page, served }, info) => {
    const lines = ['code,section,indicator', 'A1,Safety,Children feel safe']
    await choose(page, served, fileOf(info, 'draft.csv', lines))
    await tabTo(page, page.getByRole('textbox', { name: 'Title' }))
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Our own title')
    await select(page, /Column C, indicator/, 'Sou')
    await expect(page.getByText('This framework cannot be loaded yet')).toBeVisible()
    await select(page, /Column C, indicator/, 'Ind')
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Our own title')
  },
)

test('takes back what was settled', { tag: '@long' }, async ({ page, served }, info) => {
  await choose(page, served, fileOf(info, 'messy.csv', MESSY))
  await pressByKey(page, button(page, 'Show cell D5'))
  await pressByKey(page, button(page, 'proxy'))
  await expect(figure(page, 'Need attention')).toHaveText('3')
  await pressByKey(page, button(page, 'What you settled'))
  await pressByKey(page, button(page, 'Take back the meaning of qualitative'))
  await expect(figure(page, 'Need attention')).toHaveText('4')
  await expect(button(page, 'What you settled')).toHaveCount(0)
})

test(
  'takes columns as they were chosen for the same headings, until told to forget',
  { tag: '@long' },
  async ({ page, served }, info) => {
    const lines = ['code,section,Question', 'A1,Safety,Children feel safe']
    await choose(page, served, fileOf(info, 'first.csv', lines))
    await expect(page.getByText('This framework cannot be loaded yet')).toBeVisible()
    await select(page, /Column C, Question/, 'Ind')
    await expect(page.getByText('This framework can be loaded')).toBeVisible()
    await pressByKey(page, button(page, 'Create the workbook'))
    await expect(page).toHaveURL(/\/framework/)
    const kept = await page.evaluate(() => localStorage.getItem('framework-workbook-columns'))
    expect(kept).toBe('[{"headings":["code","section","question"],"fields":{"title":[2]}}]')

    await pressByKey(page, page.getByRole('link', { name: 'Framework Workbook' }))
    await comeToPage(page)
    await chooseOnPage(page, fileOf(info, 'second.csv', [...lines, 'A2,Homes,Homes are stable']))
    await expect(page.getByText('as you chose them last time')).toBeVisible()
    await expect(figure(page, 'Ready to load')).toHaveText('2')
    await pressByKey(page, button(page, 'Forget that choice'))
    await expect(page.getByText('This framework cannot be loaded yet')).toBeVisible()
    expect(await page.evaluate(() => localStorage.getItem('framework-workbook-columns'))).toBe('[]')
  },
)

test(
  'reads another sheet, and other headings, when asked to',
  { tag: '@long' },
  async ({ page, served }, info) => {
    const file = info.outputPath('sheets.xlsx')
    const book = utils.book_new()
    const add = (name: string, rows: readonly (readonly string[])[]) =>
      utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map(row => [...row])), name)
    add('Hidden list', [
      ['code', 'section', 'indicator'],
      ['Z1', 'Old', 'Old'],
      ['Z2', 'Old', 'Old'],
    ])
    add('Long list', [
      ['code', 'section', 'indicator'],
      ['A1', 'Safety', 'Children feel safe'],
      ['A2', 'Safety', 'Children are safe'],
    ])
    add('Short list', [
      ['code', 'section', 'indicator'],
      ['old code', 'old section', 'old indicator'],
      ['B1', 'Homes', 'Homes are stable'],
    ])
    add('Empty', [['nothing here']])
    utils.book_set_sheet_visibility(book, 'Hidden list', 1)
    writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }))
    await choose(page, served, file)
    await expect(figure(page, 'Ready to load')).toHaveText('2')
    await pressByKey(page, button(page, /Sheet$/))
    await expect(page.getByRole('option')).toHaveText([/Long/, /Short/, /Empty/, /Hidden/])
    await page.keyboard.press('Escape')
    await select(page, /Sheet$/, 'Short')
    await expect(figure(page, 'Ready to load')).toHaveText('2')
    await expect(page.getByRole('cell', { name: 'Homes are stable' })).toBeVisible()
    await select(page, /Row of headings/, 'Row 2')
    await expect(figure(page, 'Ready to load')).toHaveText('0')
    await select(page, /Sheet$/, 'Empty')
    await expect(page.getByRole('alert')).toContainText('No indicators were found')
    await expect(button(page, /Sheet$/)).toBeFocused()
    await select(page, /Sheet$/, 'Long')
    await expect(page.getByText('This framework can be loaded')).toBeVisible()
  },
)

test(
  'shows any part of 5,000 rows, and no more of them than can be read, and never freezes',
  { tag: '@long' },
  async ({ page, served }, info) => {
    const longestTask = await watchFreezes(page)
    const rows = Array.from(
      { length: 5000 },
      (_, index) =>
        `${index % 7 === 0 ? '' : `C${index}`},Section ${index % 40},Indicator ${index},odd ${index}`,
    )
    const file = fileOf(info, 'large.csv', ['code,section,indicator,data_type', ...rows])
    await choose(page, served, file)
    await expect(figure(page, 'Need attention')).toHaveText('5,000')
    await pressByKey(page, button(page, /^A value that is not known/))
    await tabTo(page, page.getByRole('textbox', { name: 'Go to row' }))
    await page.keyboard.type('4321')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('cell', { name: 'Indicator 4319', exact: true })).toBeVisible()
    expect(await page.getByRole('row').count()).toBeLessThan(30)
    expect(await page.getByRole('button').count()).toBeLessThan(120)
    await tabTo(page, button(page, 'Rows after'))
    await page.keyboard.press('Enter')
    await expect(page.getByText('Rows 4,333 to 4,344 of 5,001')).toBeVisible()
    await pressByKey(page, page.getByRole('cell', { name: /cell D4333/ }).getByRole('button'))
    await typeInstead(page, 'D4333', 'proxy')
    await expect(figure(page, 'Need attention')).toHaveText('4,999')
    await expect(button(page, 'Next: D4334')).toBeVisible()
    expect(await longestTask()).toBeLessThan(FREEZES_AFTER)
  },
)

test('saves a template that can be chosen as it is', { tag: '@long' }, async ({ page, served }) => {
  await openLibrary(page, served)
  await comeToPage(page)
  const saved = page.waitForEvent('download')
  await pressByKey(page, button(page, 'Save a template'))
  const template = await saved
  expect(template.suggestedFilename()).toBe('framework-template.xlsx')
  await expect(page.getByText('The template is saved')).toBeVisible()
  await chooseOnPage(page, await template.path())
  await expect(page.getByText('This framework can be loaded')).toBeVisible()
})

for (const appearance of ['light', 'dark', 'projector', 'forced colours']) {
  const details = longUnless(appearance === 'light')
  test(
    `has no fault that axe can find, in ${appearance}`,
    details,
    async ({ page, served }, info) => {
      test.slow()
      if (appearance === 'forced colours') await page.emulateMedia({ forcedColors: 'active' })
      else {
        await page.addInitScript(
          kept => localStorage.setItem('framework-workbook-appearance', kept),
          appearance,
        )
      }
      await choose(page, served, fileOf(info, 'messy.csv', MESSY))
      await pressByKey(page, button(page, 'Show cell D5'))
      await expect(heading(page, 'Cell D5, data type')).toBeFocused()
      expect(await findFaults(page)).toEqual([])
    },
  )
}

for (const [width, height] of [
  [390, 844],
  [683, 384],
  [1366, 768],
  [1920, 1080],
] as const) {
  const details = longUnless(width === 390)
  test(
    `scrolls the sheet and not the page at ${width} by ${height}`,
    details,
    async ({ page, served }, info) => {
      await page.setViewportSize({ width, height })
      await choose(page, served, fileOf(info, 'messy.csv', MESSY))
      await pressByKey(page, button(page, 'Show cell D5'))
      await expect(heading(page, 'Cell D5, data type')).toBeInViewport()
      await expectNothingSideways(page, 'the cell')
    },
  )
}

test(
  'shows the rows of a list in a language that nobody taught it, and settles one thing with one press',
  { tag: '@long' },
  async ({ page, served }, info) => {
    const lines = [
      'Kood,Nimi,Selgitus pikemalt',
      'K1,Children feel safe at home,Share who say so',
      'Kohalikud,,',
      'L1,Play areas near home,Within ten minutes',
    ]
    await choose(page, served, fileOf(info, 'list.csv', lines))
    await select(page, /Column C/, 'definition')
    await expect(button(page, /Column C/)).toContainText('Definition')
    await select(page, /Column A/, 'code')
    await select(page, /Column B/, 'indicator')
    await expect(button(page, /Column C/)).toContainText('Definition')
    await pressByKey(page, button(page, /Above the first section/))
    await tabTo(page, page.getByRole('textbox', { name: 'Title of its section' }))
    await page.keyboard.type('National')
    await page.keyboard.press('Enter')
    await expect(page.getByText('This framework can be loaded')).toBeVisible()
    await expect(page.getByText(/stands above the first title/)).toHaveCount(0)
    expect(await findFaults(page)).toEqual([])
  },
)
