import { writeFileSync } from 'node:fs'
import { v7 as uuidv7 } from 'uuid'
import { CRITERIA, type Criterion } from '../../shared/model/vocabulary.ts'
import { findFaults } from './helpers/axe.ts'
import { connect, expect, type ServedWorkbook, test } from './helpers/fixtures.ts'

const MANY = 5_000
const RATED = 420
/** A list or table of a few hundred rows, drawn whole, has so many elements, and a map a circle for each indicator. */
const MOST_ELEMENTS = 8_000

/** Has one person rate so many indicators that a map has more dots than its list is drawn with. */
async function rateMany(served: ServedWorkbook, workbook: string): Promise<void> {
  const { websocket, client } = connect(served)
  const about = { title: 'Day', date: '2026-03-09', venue: '', groups: ['ADCS'] }
  const { id: workshop } = await client.workshop.add({ workbook, ...about })
  const { id: participant } = await client.participant.add({ workbook, workshop, group: 'ADCS' })
  const { indicators } = await client.framework.get({ workbook })
  const rate = (indicator: string, criterion: Criterion) =>
    client.rating.record({
      ...{ workbook, id: uuidv7(), participant, indicator, criterion, round: 1 },
      answer: { kind: 'level', level: 4 },
      comment: '',
      wording: 'title',
    })
  for (const { id } of indicators.slice(0, RATED)) {
    await Promise.all(CRITERIA.map(criterion => rate(id, criterion)))
  }
  await client.round.look({ workbook, workshop, looks: true })
  websocket.close()
}

test('results of 5,000 indicators are drawn where one looks, sorted and printed whole @long', async ({
  page,
  served,
}, info) => {
  test.setTimeout(180_000)
  const file = info.outputPath('large.csv')
  const rows = Array.from(
    { length: MANY },
    (_, index) => `C${index + 1},Section ${index % 40},Indicator number ${index + 1} of many`,
  )
  writeFileSync(file, ['code,section,indicator', ...rows].join('\n'))
  await page.goto(served.url)
  await page.getByRole('link', { name: 'Load a framework' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles(file)
  await page.getByRole('button', { name: 'Create the workbook' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForURL(/framework/)
  const elements = () => page.evaluate(() => document.querySelectorAll('*').length)
  await expect(page.getByRole('link', { name: /^C1 / })).toBeVisible()
  expect(await elements()).toBeLessThan(MOST_ELEMENTS)
  await page.getByRole('button', { name: 'Open all sections' }).click()
  await page.keyboard.press('End')
  await expect(page.getByRole('link', { name: /^C5000 / })).toBeVisible()
  await page.getByLabel('Search the indicators').fill('of many')
  await expect(page.getByText('All 5,000 indicators')).toBeVisible()
  expect(await elements()).toBeLessThan(MOST_ELEMENTS)
  const [, workbook = ''] = /workbook\/([^/]+)/.exec(page.url()) ?? []
  await rateMany(served, workbook)
  await page.goto(page.url().replace(/framework.*/, 'results'))
  await page.reload()
  const dots = page.getByRole('listbox', { name: /^Indicators on the map/ }).getByRole('option')
  await expect(dots).toHaveCount(1, { timeout: 60_000 })
  expect(await elements()).toBeLessThan(MOST_ELEMENTS)
  // By keyboard one still comes from dot to dot.
  await dots.focus()
  await page.keyboard.press('End')
  await expect(page.getByRole('option', { name: new RegExp(`^C${RATED}\\b`) })).toBeFocused()
  expect(await findFaults(page)).toEqual([])
  await page.getByRole('link', { name: 'Table', exact: true }).click()
  await expect(page.getByRole('rowheader', { name: /^C1 / })).toBeVisible({ timeout: 60_000 })
  expect(await elements()).toBeLessThan(MOST_ELEMENTS)
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', `${MANY + 2}`)

  await page.mouse.wheel(0, 150_000)
  await expect(page.locator('tr[aria-rowindex]').first()).toBeVisible()
  await expect
    .poll(() =>
      page.evaluate(() => {
        const middle = document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 2)
        return middle?.closest('tr')?.hasAttribute('aria-rowindex')
      }),
    )
    .toBe(true)
  await page.getByRole('button', { name: 'Indicator', exact: true }).click()
  await page.getByRole('button', { name: 'Indicator', exact: true }).click()
  await page.evaluate(() => window.scrollTo(0, 0))
  await expect(page.getByRole('rowheader', { name: /^C5000 / })).toBeVisible()
  expect(await findFaults(page)).toEqual([])

  // By keyboard one comes from row to row beyond what was drawn at first.
  await page.getByRole('link', { name: /^C5000 / }).focus()
  for (let step = 0; step < 60; step++) await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: /^C4940 / })).toBeFocused()

  const printed = await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'))
    const count = document.querySelectorAll('tr[aria-rowindex]').length
    window.dispatchEvent(new Event('afterprint'))
    return count
  })
  expect(printed).toBe(MANY)
})
