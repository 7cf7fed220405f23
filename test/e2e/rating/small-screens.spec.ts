import type { Page } from '@playwright/test'
import type { ScaleLength } from '../../../shared/model/scale.ts'
import { counts } from '../../helpers/counts.ts'
import { connect, expect, longUnless, type ServedWorkbook, test } from '../helpers/fixtures.ts'
import { loadPicturesForAll } from '../helpers/pictures.ts'
import {
  joinAs,
  nextParticipant,
  prepareRoom,
  radio,
  usable,
  useful,
  type WorkshopRoom,
} from '../helpers/workshop-room.ts'

let room: WorkshopRoom

test.beforeEach(async ({ served }) => {
  room = await prepareRoom(served)
})

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** The fit of an indicator into the window, worst of its two questions, in CSS pixels; nothing is to be above 0. */
interface Fit {
  /** The length to be scrolled, down or sideways. */
  readonly excess: number
  readonly sideways: number
  /** The part of the question or its last answer that is out of view before anything is scrolled. */
  readonly hidden: number
  /** The least height of an answer. */
  readonly target: number
}

/** Runs in the page: measures the shown indicator with each of its questions in view. */
async function measure(): Promise<Fit> {
  const all: Fit[] = []
  for (const question of document.querySelectorAll<HTMLElement>('[data-question]')) {
    const line = question.querySelector<HTMLElement>(':scope > button')
    if (line && line.offsetParent !== null) line.click()
    await new Promise(resolve => requestAnimationFrame(resolve))
    window.scrollTo(0, 0)
    const page = document.documentElement
    const answers = [...question.querySelectorAll('[role=radio]')].map(one =>
      one.getBoundingClientRect(),
    )
    const foot = document.querySelector('footer')?.getBoundingClientRect().top ?? 0
    all.push({
      excess: page.scrollHeight - window.innerHeight,
      sideways: page.scrollWidth - window.innerWidth,
      hidden: Math.max(...answers.map(({ bottom }) => bottom)) - foot,
      target: Math.min(...answers.map(({ height }) => height)),
    })
  }
  return {
    excess: Math.max(...all.map(({ excess }) => excess)),
    sideways: Math.max(...all.map(({ sideways }) => sideways)),
    hidden: Math.max(...all.map(({ hidden }) => hidden)),
    target: Math.min(...all.map(({ target }) => target)),
  }
}

/** Goes through all indicators by key and measures each; gives the worst of every figure, and prints it. */
async function worstFit(page: Page, about: string): Promise<Fit> {
  const fits: Fit[] = []
  for (let number = 1; number <= room.indicators.length; number += counts.measuredEvery) {
    await expect(heading(page)).toContainText(`${number} of`)
    fits.push(await page.evaluate(measure))
    for (let key = 0; key < counts.measuredEvery; key++) await page.keyboard.press('j')
  }
  const worst = {
    excess: Math.max(...fits.map(({ excess }) => excess)),
    sideways: Math.max(...fits.map(({ sideways }) => sideways)),
    hidden: Math.max(...fits.map(({ hidden }) => hidden)),
    target: Math.min(...fits.map(({ target }) => target)),
  }
  const scrolled = fits.filter(({ excess }) => excess > 0).length
  process.stdout.write(
    `${about}: ${scrolled} of ${fits.length} indicators scroll; at most ${worst.excess} px; ` +
      `answers out of view ${Math.round(worst.hidden)} px; least answer ${Math.round(worst.target)} px high\n`,
  )
  return worst
}

for (const [width, height, words, levels] of [
  [390, 844, 'titles', 5],
  [390, 844, 'plain words', 5],
  [390, 844, 'easy read', 5],
  [390, 844, 'titles', 10],
  [390, 844, 'easy read', 10],
  [1366, 768, 'titles', 10],
  [1366, 768, 'titles', 9],
  [1366, 768, 'easy read', 5],
  [1366, 768, 'easy read', 9],
  [320, 640, 'titles', 5],
  [320, 640, 'plain words', 5],
  [320, 640, 'easy read', 5],
  [320, 640, 'easy read', 9],
  [320, 640, 'easy read', 10],
  [683, 384, 'titles', 5],
  [683, 384, 'plain words', 5],
  [683, 384, 'easy read', 5],
] as const) {
  test(
    `question and answers of every indicator are in view at ${width} by ${height}, ${words}, ${levels} levels`,
    longUnless(width === 320 && words === 'titles'),
    async ({ page, served }) => {
      if (levels !== 5) await makeHarder(served, levels)
      if (words === 'easy read') await loadPicturesForAll(served, room)
      await page.setViewportSize({ width, height })
      await nextParticipant(page, served, room)
      await joinAs(page, words === 'titles' ? 'ADCS' : 'Young people')
      if (words === 'easy read') {
        await readEasy(page)
        // The narrowest screen has no room for it.
        await expect(page.locator('main img:visible')).toHaveCount(width === 320 ? 0 : 1)
      }
      const worst = await worstFit(page, `${width}x${height}, ${words}, ${levels} levels`)
      expect(worst.sideways).toBeLessThanOrEqual(0)
      expect(worst.hidden).toBeLessThanOrEqual(0)
      expect(worst.target).toBeGreaterThanOrEqual(width === 1366 ? 40 : 44)
      if (width !== 683) expect(worst.excess).toBeLessThanOrEqual(0)
    },
  )
}

/** Turns to easy read, by the menu where there is one. */
async function readEasy(page: Page): Promise<void> {
  const menu = page.getByRole('button', { name: 'Menu' })
  if (await menu.isVisible()) {
    await menu.click()
    await page.getByRole('menuitem', { name: 'Show easy read' }).click()
  } else {
    await page.getByRole('button', { name: 'Easy read' }).click()
  }
}

/** Gives the room a long scale, and its first indicator a title of five lines. */
async function makeHarder(served: ServedWorkbook, scale: ScaleLength): Promise<void> {
  const { websocket, client } = connect(served)
  const { workbook } = room
  await client.workbook.changeScale({ workbook, scale })
  const { hash, indicators } = await client.framework.get({ workbook })
  const [first] = indicators
  if (!first) throw new Error('The example has no indicator.')
  const { id: indicator, ...text } = first
  const title = `${'Children in need whose episode has been open for two years '.repeat(3)}or more`
  const edit = { kind: 'reword', indicator, text: { ...text, title } } as const
  await client.version.edit({ workbook, edit, against: hash })
  websocket.close()
}

test.describe('by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  test.beforeEach(({ page, served }) => nextParticipant(page, served, room))

  for (const indicators of [3, 106]) {
    test(
      `${indicators} indicators take two taps each and no scrolling on a phone`,
      longUnless(indicators === 3),
      async ({ page }) => {
        await joinAs(page, 'Young people')
        test.setTimeout(60_000 + indicators * 3_000)
        let taps = 0
        for (let number = 1; number <= indicators; number++) {
          await expect(heading(page)).toContainText(`${number} of`)
          for (const [question, label] of [
            [useful(page), 'Very useful'],
            [usable(page), 'Easy'],
          ] as const) {
            const answer = radio(question, label)
            await expect(answer).toBeInViewport({ ratio: 1 })
            // Nobody has read the next question sooner; what comes sooner at one place is a double tap.
            await page.waitForTimeout(350)
            await answer.tap()
            taps++
          }
        }
        await expect(heading(page)).not.toContainText(`Question ${indicators} of`)
        expect(await page.evaluate(() => window.scrollY)).toBe(0)
        process.stdout.write(`${taps} taps for ${indicators} indicators\n`)
        expect(taps).toBe(indicators * 2)
      },
    )
  }

  test('a double tap answers one question', async ({ page }) => {
    await joinAs(page, 'Young people')
    const place = await radio(useful(page), 'Useful').boundingBox()
    if (place === null) throw new Error('The answer is not there.')
    for (let times = 0; times < 2; times++) {
      await page.touchscreen.tap(place.x + place.width / 2, place.y + place.height / 2)
    }
    await expect(usable(page).getByRole('radio').first()).toBeVisible()
    await expect(page.getByRole('radio', { checked: true, includeHidden: true })).toHaveCount(1)
  })

  test('the menu has everything else', async ({ page }) => {
    await joinAs(page, 'Young people')
    const plain = room.indicators[0]?.easyRead ?? ''
    await expect(heading(page)).toContainText(plain)
    const menu = async (name: string) => {
      await page.getByRole('button', { name: 'Menu' }).tap()
      await page.getByRole('menuitem', { name }).tap()
    }
    await menu('Show the title')
    await expect(heading(page)).toContainText(room.indicators[0]?.title ?? '')
    await menu('More about this indicator')
    await expect(page.getByRole('dialog')).toContainText(room.indicators[0]?.definition ?? '')
    await page.keyboard.press('Escape')
    await menu('Suggest better words')
    await page.getByRole('textbox', { name: 'How would you say it?' }).fill('Asked for help')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await radio(useful(page), 'Useful').tap()
    await menu('Take back my last answer')
    await expect(page.getByRole('radio', { checked: true, includeHidden: true })).toHaveCount(0)
    await menu('Finish')
    await expect(heading(page)).toContainText('You rated 0 of 106')
  })
})
