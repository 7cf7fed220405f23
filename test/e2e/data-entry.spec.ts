import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { findFaults } from './helpers/axe.ts'
import { expect, test } from './helpers/fixtures.ts'
import { pressByKey } from './helpers/keyboard.ts'
import { expectNothingSideways } from './helpers/sideways.ts'
import { prepareRoom, storedRatings } from './helpers/workshop-room.ts'

const choose = (page: Page, name: string, ...lines: readonly string[]): Promise<void> =>
  chooseAll(page, { [name]: lines })

async function chooseAll(
  page: Page,
  files: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const paths = Object.entries(files).map(([name, lines]) => {
    const path = test.info().outputPath(name)
    writeFileSync(path, lines.join('\n'))
    return path
  })
  const chooser = page.waitForEvent('filechooser')
  await pressByKey(page, page.getByRole('button', { name: /^Choose (more |other )?files$/ }))
  await (await chooser).setFiles(paths)
}

test('ratings from a file are seen before they are stored, and what does not fit is settled on the page', async ({
  page,
  served,
}) => {
  const room = await prepareRoom(served)
  await page.goto(served.url)
  await page.goto(room.at('workshops', room.workshop))
  await page.getByRole('link', { name: 'Ratings from a file' }).click()
  await choose(
    page,
    'd1.csv',
    'indicator,usefulness,usability',
    'CTX-01,4,Hard to use',
    'CTX-99,3,2',
  )
  await expect(page.getByText('2 things do not fit, so nothing can be stored yet')).toBeVisible()
  await expect(page.getByText('There is no column "participant".')).toBeVisible()
  await page.getByLabel('Participant', { exact: true }).fill('D1')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /Group/ }).click()
  await page.getByRole('option', { name: 'ADCS' }).click()
  await expect(page.getByText('There is no indicator "CTX-99"')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Store these ratings' })).toBeDisabled()
  expect(await findFaults(page)).toEqual([])

  await choose(
    page,
    'two.csv',
    'indicator,criterion,D1,D2',
    'Group,,ADCS,Young people',
    'CTX-01,usefulness,4,5',
  )
  await expect(page.getByText('This file can be stored')).toBeVisible()
  await page.getByRole('button', { name: 'The ratings as they will be stored' }).click()
  await expect(page.getByRole('row', { name: /D2.*Young people.*CTX-01/ })).toBeVisible()
  expect(storedRatings(served)).toEqual([])
  await pressByKey(page, page.getByRole('button', { name: 'Store these ratings' }))
  await expect(page.getByText('The ratings of two.csv are stored')).toBeVisible()
  await expect(page.getByRole('link', { name: 'To the workshop' })).toHaveCount(1)
  expect(storedRatings(served)).toHaveLength(2)

  const heads = 'participant,group,indicator,usefulness,usability'
  await chooseAll(page, {
    'd3.csv': [heads, 'D3,ADCS,CTX-01,4,2'],
    'd4.csv': [heads, 'D4,ADCS,CTX-01,3,', 'D3,ADCS,CTX-02,5,1'],
    'other d3.csv': [heads, 'D3,ADCS,CTX-01,1,'],
    'empty.xlsx': [],
  })
  const files = page.getByRole('list', { name: 'Files' }).getByRole('listitem')
  await expect(page.getByText('1 of 4 files can be stored')).toBeVisible()
  await expect(files.filter({ hasText: 'empty.xlsx' })).toContainText('Cannot be read')
  await expect(files.filter({ hasText: /^other d3.csv/ })).toContainText('1 thing does not fit')
  expect(await findFaults(page)).toEqual([])
  await pressByKey(page, page.getByRole('button', { name: 'Look at other d3.csv' }))
  await expect(page.getByText('d3.csv, row 2, cell D2 has another answer')).toBeVisible()
  await pressByKey(page, page.getByRole('button', { name: 'All files' }))
  await expect(page.getByRole('button', { name: 'Look at other d3.csv' })).toBeFocused()
  await pressByKey(page, page.getByRole('button', { name: 'Leave out other d3.csv' }))
  await expect(page.getByText('Together 6 ratings: 5 new, 1 without an answer')).toBeVisible()
  await expect(page.getByText('In d3.csv, d4.csv.')).toBeVisible()
  await pressByKey(page, page.getByRole('button', { name: 'Store the ratings of 2 files' }))
  await expect(page.getByText('The ratings of 2 files are stored')).toBeVisible()
  await expect(page.getByText('Nothing is stored of empty.xlsx.')).toBeVisible()
  expect(storedRatings(served)).toHaveLength(7)
})

test('a file in which nothing is known is read once its columns are named, at every size @long', async ({
  page,
  served,
}) => {
  const room = await prepareRoom(served)
  await page.goto(served.url)
  await page.goto(room.at('workshops', room.workshop, 'file'))
  await choose(
    page,
    'odd.csv',
    'who,what,how,much',
    'أحمد,CTX-01,usefulness,4',
    'أحمد,CTX-02,usefulness,5',
  )
  await expect(page.getByText('There is no column "participant".')).toBeVisible()
  const meanings = { D: 'Answer', A: 'Participant', C: 'Criterion', B: 'Indicator' }
  for (const [column, meaning] of Object.entries(meanings)) {
    await page.getByRole('button', { name: `What column ${column} holds` }).click()
    await page.getByRole('option', { name: meaning, exact: true }).click()
  }
  await page.getByRole('button', { name: /Group/ }).first().click()
  await page.getByRole('option', { name: 'ADCS' }).click()
  await expect(page.getByText('This file can be stored')).toBeVisible()
  await page.getByRole('button', { name: 'The ratings as they will be stored' }).click()
  for (const width of [320, 390, 1366, 1920]) {
    await page.setViewportSize({ width, height: 844 })
    await expectNothingSideways(page, `the page at ${width}`)
    expect(await findFaults(page)).toEqual([])
    await page.screenshot({ path: test.info().outputPath(`file-${width}.png`), fullPage: true })
  }
})
