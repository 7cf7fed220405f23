import { readFileSync } from 'node:fs'
import { actsOn, countActs } from './helpers/acts.ts'
import { findFaults } from './helpers/axe.ts'
import { connect, expect, test } from './helpers/fixtures.ts'
import { pressByKey } from './helpers/keyboard.ts'
import { expectNothingSideways } from './helpers/sideways.ts'
import { prepareRoom } from './helpers/workshop-room.ts'

const SIZES = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const

test('sheets are printed, keyed in by digits alone and checked by a second person @long', async ({
  page,
  served,
}) => {
  await countActs(page)
  const room = await prepareRoom(served)
  const origin = new URL(served.url).origin
  await page.goto(served.url)
  const paper = `${origin}/#/workbook/${room.workbook}/workshops/${room.workshop}/paper`
  await page.goto(paper)
  await expect(page.getByRole('heading', { level: 1, name: 'On paper' })).toBeVisible()
  await page.getByLabel('How many people').fill('2')
  expect(await findFaults(page)).toEqual([])
  const download = page.waitForEvent('download')
  await pressByKey(page, page.getByRole('button', { name: 'Print the sheets' }))
  const file = await (await download).path()
  await expect(page.getByText('Sheets 1 to 2.')).toBeVisible()
  expect(readFileSync(file, 'utf8')).toContain('Sheet 2')
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await expectNothingSideways(page, `the sheets at ${size.width}`)
    await page.screenshot({
      path: test.info().outputPath(`sheets-${size.width}.png`),
      fullPage: true,
    })
  }
  await page.setViewportSize({ width: 1366, height: 768 })

  await page.getByLabel('Sheet to key in').fill('1')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Key in sheet 1' })).toBeVisible()
  await page.getByLabel(/^Line 1, .*How useful/).focus()
  await page.keyboard.type('5432189045')
  await expect(page.getByText(/^10 of /)).toBeVisible()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await expectNothingSideways(page, `the grid at ${size.width}`)
    await page.screenshot({ path: test.info().outputPath(`grid-${size.width}.png`) })
  }
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.reload()
  await expect(page.getByLabel(/^Line 1, .*How useful/)).toHaveValue('5')
  await pressByKey(page, page.getByRole('button', { name: /^Words on the sheet/ }))
  await page.getByLabel('Number of the line').fill('2')
  await page.getByLabel('What is written').fill('We count this already')
  expect(await findFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Keep these words' }).click()
  await expect(page.getByText('We count this already')).toBeVisible()
  await page.getByLabel('Keyed in by').fill('AB')
  await page.keyboard.press('Enter')
  await expect(page.getByText('(keyed in by AB)')).toBeVisible()

  await pressByKey(page, page.getByRole('link', { name: 'Check sheet 1' }))
  const first = page.getByLabel(/^Line 1, .*How useful/)
  await expect(first).toHaveValue('')
  await first.focus()
  await page.keyboard.type('5433189045')
  await pressByKey(page, page.getByRole('button', { name: 'Compare with the first reading' }))
  await expect(page.getByRole('heading', { name: '1 difference' })).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await page.screenshot({ path: test.info().outputPath('difference.png'), fullPage: false })
  await pressByKey(page, page.getByRole('button', { name: /^2 is crossed in line 2/ }))
  await expect(page.getByText('Both readings say the same')).toBeVisible()
  await page.getByLabel('Checked by').fill('ab')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/somebody else has to check it/)).toBeVisible()
  await page.getByLabel('Checked by').fill('CD')
  await page.keyboard.press('Enter')
  await expect(page.getByText('(keyed in by AB, checked by CD)')).toBeVisible()

  const { client, websocket } = connect(served)
  const [person] = await client.participant.list({
    workbook: room.workbook,
    workshop: room.workshop,
  })
  await client.round.look({ workbook: room.workbook, workshop: room.workshop, looks: true })
  const ratings = await client.rating.list({
    workbook: room.workbook,
    participant: person?.id ?? '',
  })
  websocket.close()
  expect(
    ratings.map(({ answer }) => ('level' in answer ? answer.level : answer.kind)).toSorted(),
  ).toEqual([1, 2, 3, 4, 4, 5, 5, 'dont_know', 'not_applicable'])

  // A whole sheet with one hand on the number keys: its number, Enter, and a digit for each answer.
  await page.goto(paper)
  const before = await actsOn(page)
  await page.getByLabel('Sheet to key in').click()
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  await expect(first).toBeFocused()
  const answers = room.indicators.length * 2
  await page.keyboard.type('5432189051'.repeat(answers).slice(0, answers))
  await expect(page.getByText(`${answers} of ${answers}`)).toBeVisible()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  const { presses, keys } = await actsOn(page, before)
  console.info(
    `A sheet of ${answers} answers: ${keys} keys and ${presses} press of the mouse, to find it.`,
  )
  expect({ presses, keys }).toEqual({ presses: 1, keys: answers + 2 })
})
