import { writeFileSync } from 'node:fs'
import { v7 as uuidv7 } from 'uuid'
import { findFaults } from './helpers/axe.ts'
import { connect, expect, type ServedWorkbook, test } from './helpers/fixtures.ts'

const MANY = 5_000
/** A table of a few hundred rows, drawn whole, has so many elements. */
const MOST_ELEMENTS = 20_000

/** Has one person rate one indicator, so that there are results. */
async function rateOne(served: ServedWorkbook, workbook: string): Promise<void> {
  const { websocket, client } = connect(served)
  const about = { title: 'Day', date: '2026-03-09', venue: '', groups: ['ADCS'] }
  const { id: workshop } = await client.workshop.add({ workbook, ...about })
  const { id: participant } = await client.participant.add({ workbook, workshop, group: 'ADCS' })
  const [indicator] = (await client.framework.get({ workbook })).indicators
  await client.rating.record({
    workbook,
    id: uuidv7(),
    participant,
    indicator: indicator?.id ?? '',
    criterion: 'usefulness',
    round: 1,
    answer: { kind: 'level', level: 4 },
    comment: '',
    wording: 'title',
  })
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
  const [, workbook = ''] = /workbook\/([^/]+)/.exec(page.url()) ?? []
  await rateOne(served, workbook)
  await page.goto(page.url().replace(/framework.*/, 'results/view/table'))
  await page.reload()
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
