import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { expect, longUnless, type ServedWorkbook, test } from '../helpers/fixtures.ts'
import {
  joinAs,
  nextParticipant,
  prepareRoom,
  radio,
  saved,
  stayPut,
  usable,
  useful,
  type WorkshopRoom,
} from '../helpers/workshop-room.ts'

/** The time between two keys of a quick typist, in milliseconds. */
const PACE_MS = 100

let room: WorkshopRoom

test.beforeEach(async ({ page, served }) => {
  room = await prepareRoom(served)
  await nextParticipant(page, served, room)
})

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const onIndicator = (page: Page, number: number) =>
  expect(heading(page)).toContainText(`Indicator ${number} of 106`)

/** The level that somebody means to give, which tells each question from its neighbours. */
const meant = (position: number, criterion: 'usefulness' | 'usability') =>
  1 + ((position * 3 + (criterion === 'usability' ? 2 : 0)) % 5)

/** The answers in the workbook's file, indicator by indicator. */
function stored({ libraryFolder }: ServedWorkbook): readonly unknown[] {
  const [file = ''] = globSync('*.sqlite', { cwd: libraryFolder })
  const store = new Database(join(libraryFolder, file), { readonly: true })
  try {
    return store.prepare('SELECT indicator, criterion, level FROM rating ORDER BY rowid').all()
  } finally {
    store.close()
  }
}

/** Rates by keys alone, at the pace of a quick typist, without a look at the screen; gives the number of keys. */
async function rateByKeys(page: Page, indicators: number): Promise<number> {
  let keys = 0
  for (let position = 0; position < indicators; position++) {
    for (const criterion of ['usefulness', 'usability'] as const) {
      const next = new Promise(resolve => setTimeout(resolve, PACE_MS))
      await page.keyboard.press(String(meant(position, criterion)))
      keys++
      await next
    }
  }
  return keys
}

async function handOver(page: Page): Promise<void> {
  const finish = page.getByRole('button', { name: 'Finish', exact: true })
  if (await finish.isVisible()) await finish.click()
  await page.getByRole('button', { name: 'Finish and hand over' }).click()
  await expect(heading(page)).toHaveText('Thank you')
}

/** Has every message of the program come late, in its order, as from one that is busy. */
const slowDown = (page: Page, lateMs: number) =>
  page.routeWebSocket(/./, socket => {
    const server = socket.connectToServer()
    server.onMessage(message => void setTimeout(() => socket.send(message), lateMs))
  })

for (const [indicators, lateMs] of [
  [10, 0],
  [10, 700],
  [106, 0],
  [106, 700],
] as const) {
  const about = lateMs === 0 ? '' : ' on a program that answers slowly'
  test(
    `${indicators} indicators take no more than two keys each at ten a second${about}`,
    longUnless(indicators === 10 && lateMs > 0),
    async ({ page, served }) => {
      if (lateMs > 0) {
        await slowDown(page, lateMs)
        await page.reload()
      }
      await joinAs(page, 'ADCS')
      await onIndicator(page, 1)
      const begun = performance.now()
      const keys = await rateByKeys(page, indicators)
      const seconds = (performance.now() - begun) / 1000
      // Which keys were needed, and how quick they came.
      process.stdout.write(
        `${keys} keys for ${indicators * 2} answers, ${(keys / seconds).toFixed(1)} a second\n`,
      )
      expect(keys).toBeLessThanOrEqual((215 / 106) * indicators)
      if (indicators === room.indicators.length)
        await expect(heading(page)).toContainText('You rated all')
      else await onIndicator(page, indicators + 1)
      await handOver(page)
      const wanted = room.indicators.slice(0, indicators).flatMap(({ id }, position) =>
        (['usefulness', 'usability'] as const).map(criterion => ({
          indicator: id,
          criterion,
          level: meant(position, criterion),
        })),
      )
      expect(stored(served)).toEqual(wanted)
    },
  )
}

test('an indicator is left by itself once both answers were seen to be saved, and not before', async ({
  page,
}) => {
  await joinAs(page, 'ADCS')
  await expect(useful(page)).toBeFocused()
  await page.keyboard.press('4')
  await expect(usable(page)).toBeFocused()
  await expect(radio(useful(page), 'Useful')).toBeChecked()
  await page.keyboard.press('d')
  await expect(radio(usable(page), 'I don’t know')).toBeChecked()
  await expect(saved(page)).toBeVisible()
  await onIndicator(page, 2)
  await expect(useful(page)).toBeFocused()
  await page.keyboard.press('x')
  await page.keyboard.press('PageDown')
  await onIndicator(page, 3)
  await page.keyboard.press('k')
  await onIndicator(page, 2)
  await expect(radio(useful(page), 'Doesn’t apply')).toBeChecked()
})

test('a held key answers once and moves once, and a double click moves once', async ({ page }) => {
  await joinAs(page, 'ADCS')
  await onIndicator(page, 1)
  for (let times = 0; times < 6; times++) await page.keyboard.down('4')
  await page.keyboard.up('4')
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1)
  for (let times = 0; times < 6; times++) await page.keyboard.down('PageDown')
  await page.keyboard.up('PageDown')
  await onIndicator(page, 2)
  const next = page.getByRole('button', { name: 'Next', exact: true })
  await next.dblclick()
  await onIndicator(page, 3)
  await next.focus()
  for (let times = 0; times < 6; times++) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await onIndicator(page, 4)
  await page.getByRole('button', { name: 'Previous' }).dblclick()
  await onIndicator(page, 3)
})

test('u takes back the last answer wherever it was, and the one before that', async ({ page }) => {
  await joinAs(page, 'ADCS')
  await onIndicator(page, 1)
  for (const key of ['4', '2', '5', 'k', '1']) await page.keyboard.press(key)
  await onIndicator(page, 1)
  await page.keyboard.press('j')
  await page.keyboard.press('u')
  await onIndicator(page, 1)
  await expect(radio(useful(page), 'Useful')).toBeChecked()
  await page.keyboard.press('u')
  await onIndicator(page, 2)
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(useful(page)).toBeFocused()
})

test('c opens a comment on the question, in whose field keys are letters', async ({ page }) => {
  await joinAs(page, 'ADCS')
  await onIndicator(page, 1)
  for (const key of ['4', 'c', 'j', 'u', '5', '?']) await page.keyboard.press(key)
  const field = page.getByRole('textbox', { name: /how easy it is/ })
  await expect(field).toHaveValue('ju5?')
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1)
})

test('the list of keys can switch them off, but for the question that has the focus', async ({
  page,
}) => {
  await joinAs(page, 'ADCS')
  await stayPut(page)
  await page.keyboard.press('?')
  await page.getByText('Single keys work everywhere').click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'All indicators' }).focus()
  for (const key of ['4', 'j', '?']) await page.keyboard.press(key)
  await onIndicator(page, 1)
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  await page.reload()
  await page.getByRole('button', { name: 'Start' }).click()
  await onIndicator(page, 1)
  await useful(page).getByRole('radio').first().focus()
  for (const key of ['4', '5']) await page.keyboard.press(key)
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(2)
  // Neither does it go on by itself, which Enter does.
  await expect(saved(page)).toBeVisible()
  await page.keyboard.press('Enter')
  await onIndicator(page, 2)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
