import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import {
  BROWSER_FRONT_PATHS,
  FILE_NAME_HEADER,
  permittedFile,
} from '../../../shared/browser-front.ts'
import { WELSH } from '../../../shared/languages/welsh/welsh.ts'
import { findFaults } from '../helpers/axe.ts'
import { connect, DRAFT_FRAMEWORK, expect, type ServedWorkbook, test } from '../helpers/fixtures.ts'
import {
  nextParticipant,
  peopleElsewhere,
  prepareRoom,
  storedLanguages,
  type WorkshopRoom,
} from '../helpers/workshop-room.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** The texts on screen that are said to be in a language, in their order. */
const textsIn = (page: Page, tag: string) =>
  page.evaluate(wanted => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement
      const lang = element?.closest<HTMLElement>('[lang]')?.lang
      const text = walker.currentNode.textContent?.trim() ?? ''
      if (lang === wanted && text !== '' && element?.checkVisibility()) texts.push(text)
    }
    return texts
  }, tag)

const WELSH_TITLE = 'Y dangosydd cyntaf'

/** Loads the framework again with a column that has the title of its first indicator in Welsh. */
async function loadWelshTitle(served: ServedWorkbook, { workbook }: WorkshopRoom): Promise<void> {
  const [headings, first, ...rows] = readFileSync(DRAFT_FRAMEWORK, 'utf8').split('\r\n')
  const csv = [`${headings},Indicator (Welsh)`, `${first},${WELSH_TITLE}`, ...rows].join('\r\n')
  const { origin, hash } = new URL(served.url)
  const response = await fetch(`${origin}${BROWSER_FRONT_PATHS.files}`, {
    method: 'POST',
    body: csv,
    headers: {
      authorization: `Bearer ${hash.replace('#token=', '')}`,
      'content-type': 'application/octet-stream',
      [FILE_NAME_HEADER]: 'draft.csv',
    },
  })
  const { permit: file } = permittedFile.parse(await response.json())
  const { websocket, client } = connect(served)
  const { hash: against } = await client.framework.get({ workbook })
  await client.version.load({ workbook, file, against, decisions: [] })
  websocket.close()
}

async function rateInWelsh(
  page: Page,
  served: ServedWorkbook,
  check: () => Promise<void>,
): Promise<void> {
  const room = await prepareRoom(served)
  await loadWelshTitle(served, room)
  await nextParticipant(page, served, room)

  await button(page, 'Cymraeg').click()
  await expect(heading(page)).toHaveText('Helo')
  await expect(page.locator('html')).toHaveAttribute('lang', 'cy-GB')
  await check()
  await page.getByText('Pobl ifanc', { exact: true }).click()
  await button(page, 'Parhau').click()
  await expect(heading(page)).toHaveText(/^Eich cod yw /)
  await check()
  await button(page, 'Dechrau').click()

  // Words that the framework has in no other language stay in its own, and that is said.
  await expect(page.getByText('Yn Saesneg yn unig y mae’r geiriau hyn.')).toBeVisible()
  const [first] = room.indicators
  expect(await textsIn(page, 'en-GB')).toContain(first?.easyRead)
  expect(await textsIn(page, 'cy-GB')).toContain('A fyddai gwybod hyn yn helpu?')
  expect(await textsIn(page, 'cy-GB')).not.toContain(first?.easyRead)
  await page.getByRole('radio', { name: '4 o 5, Defnyddiol', exact: true }).click()
  await expect(page.getByText('Cadwyd', { exact: true })).toBeVisible()
  await button(page, 'Teitl').click()
  await expect(heading(page)).toContainText(WELSH_TITLE)
  expect(await textsIn(page, 'cy-GB')).toContain(WELSH_TITLE)
  await expect(page.getByText('Yn Saesneg yn unig')).toBeHidden()
  await button(page, 'Mwy am y dangosydd hwn').click()
  await check()

  // Kept over a reload, and changed back and forth by the person.
  await page.reload()
  await expect(heading(page)).toContainText('Cwestiwn 1 o 106')
  await expect(page.locator('[data-question]:focus')).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Bysellau a gosodiadau' })).toBeVisible()
  await check()
  await button(page, 'English').click()
  await expect(page.getByRole('dialog', { name: 'Keys and settings' })).toBeVisible()
  await button(page, 'Cymraeg').click()
  await page.keyboard.press('Escape')

  await button(page, 'Gorffen').click()
  await expect(heading(page)).toHaveText('Rydych wedi hanner sgorio 1 o 106')
  await check()
  await button(page, 'Hwylusydd').click()
  expect(await textsIn(page, 'en-GB')).toContain('For the facilitator')
  await page.keyboard.press('Escape')
  await button(page, 'Gorffen a throsglwyddo’r gliniadur').click()
  await expect(heading(page)).toHaveText('Diolch')
  expect(storedLanguages(served)).toEqual([{ criterion: 'usefulness', language: 'cy' }])
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('cy')
  await check()
  await button(page, 'Fi yw’r person nesaf').click()
  await expect(heading(page)).toHaveText('Hello')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB')
}

test('speaks Welsh to whoever chose it, from the first page to the thanks, and English to the next', async ({
  page,
  served,
}) => {
  await rateInWelsh(page, served, async () => {})
})

test('has nothing in Welsh that axe objects to', { tag: '@long' }, async ({ page, served }) => {
  await rateInWelsh(page, served, async () => {
    expect(await findFaults(page), await page.title()).toEqual([])
  })
})

test('stays in Welsh for who is led to the next round, over a reload too', {
  tag: '@long',
}, async ({ page, served }) => {
  const room = await prepareRoom(served)
  await using people = peopleElsewhere(served, room)
  await people.joinAndRate()
  await people.openRound()
  await nextParticipant(page, served, room)
  await button(page, 'Cymraeg').click()
  await page.getByText('Pobl ifanc', { exact: true }).click()
  await button(page, 'Parhau').click()
  await button(page, 'Dechrau').click()
  await page.getByRole('radio', { name: '4 o 5, Defnyddiol', exact: true }).click()
  await expect(page.getByText('Cadwyd', { exact: true })).toBeVisible()
  await button(page, 'Gorffen').click()
  await page.getByRole('checkbox').click({ force: true })
  await button(page, WELSH.words.end.finish(2)).click()
  await expect(page.getByText(WELSH.words.welcome.ledOn(1, 2))).toBeVisible()
  await page.reload()
  await expect(heading(page)).toHaveText(/^Eich cod yw /)
  await button(page, 'Dim nawr').click()
  await expect(heading(page)).toHaveText('Diolch')
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('cy')
})
