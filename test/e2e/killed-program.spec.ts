import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Random, seededRandom } from '../../engine/ratings/synthetic/random.ts'
import { expect, longUnless, test } from './helpers/fixtures.ts'
import { canHaveOwnDisk } from './helpers/started-program.ts'
import {
  choose,
  joinAs,
  nextParticipant,
  prepareRoom,
  radio,
  saved,
  stayPut,
  usable,
  useful,
  type WorkshopRoom,
} from './helpers/workshop-room.ts'

/** The kills of the usual run and of `npm run test:long`, which finds what is rare. */
const KILLS = { usual: 2, long: 20 } as const

/** The longest time that somebody rates before the program is killed under them, in milliseconds. */
const LONGEST_MS = 700

/** The first indicators, among which the person goes to and fro. */
const PLACES = 4

/** The answers and words that were on screen, by what they are about. */
type OnScreen = Map<string, string>

const isIn = (question: ReturnType<typeof useful>) => question.getByRole('radio', { checked: true })

const words = (page: Page) => page.getByRole('textbox', { name: /how useful it is/ })

/** Reads the indicator that is on screen, as the person sees it. */
async function look(page: Page, position: number, seen: OnScreen): Promise<void> {
  for (const [name, question] of [
    ['useful', useful(page)],
    ['usable', usable(page)],
  ] as const) {
    const chosen = isIn(question)
    if ((await chosen.count()) > 0) {
      seen.set(`${position} ${name}`, (await chosen.getAttribute('value')) ?? '')
    }
  }
  if ((await words(page).count()) > 0) seen.set(`${position} words`, await words(page).inputValue())
}

async function goToIndicator(page: Page, room: WorkshopRoom, position: number): Promise<void> {
  const title = room.indicators[position]?.title ?? 'no such indicator'
  await page.getByRole('button', { name: 'All indicators' }).click()
  await page.getByRole('dialog').getByRole('button', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${position + 1} of`)
}

/** One thing that a person does: an answer, some typing, a look at another level. */
async function act(page: Page, random: Random): Promise<void> {
  const question = random() < 0.5 ? useful(page) : usable(page)
  const kind = random()
  if (kind < 0.5)
    await question
      .getByRole('radio')
      .nth(Math.floor(random() * 7))
      .click()
  else if (kind < 0.9) {
    const open = page.getByRole('button', { name: 'Add a comment' }).first()
    if ((await words(page).count()) === 0) await open.click()
    await words(page).press('End')
    await page.keyboard.type(`w${Math.floor(random() * 1000)} `)
  } else await question.getByRole('radio').first().press('ArrowRight')
}

/** Rates until the program was killed at a random moment, and a little longer. */
async function rateUntilKilled(page: Page, random: Random, kill: () => Promise<void>) {
  const after = random() * LONGEST_MS
  let isKilled = false
  const killing = new Promise(resolve => setTimeout(resolve, after)).then(kill).then(() => {
    isKilled = true
  })
  while (!isKilled) await act(page, random)
  await killing
  await act(page, random)
}

let room: WorkshopRoom
test.beforeEach(async ({ page, program }) => {
  room = await prepareRoom(program)
  await nextParticipant(page, program, room)
  await joinAs(page, 'ADCS')
  await stayPut(page)
})

/** The time within which a person is told that an answer was not acknowledged. */
const TOLD = { timeout: 2_000 }

const notSaved = (page: Page) => page.getByText(/Not saved/)
const alert = (page: Page) => page.getByRole('alert')

test.describe('a program that is killed while somebody rates', () => {
  test.use({ provoked: /WebSocket|ERR_CONNECTION_(REFUSED|RESET)/ })

  test('leaves the answers on the page as not saved, and saves them when it is back', async ({
    page,
    program,
  }) => {
    await choose(useful(page), 'In between')
    await expect(saved(page)).toBeVisible()
    await program.kill()
    await choose(useful(page), 'Very useful')
    await choose(usable(page), 'Hard to use')
    await expect(notSaved(page)).toBeVisible(TOLD)
    await expect(alert(page)).toContainText('the program has stopped')
    await expect(page.getByRole('button', { name: 'Retry' })).toBeVisible()
    await page.getByRole('button', { name: 'Finish', exact: true }).click()
    const handOver = page.getByRole('button', { name: 'Finish and hand over' })
    await handOver.click()
    await expect(handOver).toBeHidden()
    // It waits for the call to be given up, and then is a button again.
    await expect(handOver).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeHidden()
    const warning = page.waitForEvent('dialog')
    await page.close({ runBeforeUnload: true })
    await (await warning).dismiss()

    await program.startAgain()
    await expect(saved(page)).toBeVisible()
    await page.reload()
    await expect(page.getByText('1 of 106', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Previous' }).click()
    await expect(radio(useful(page), 'Very useful')).toBeChecked()
    await expect(radio(usable(page), 'Hard to use')).toBeChecked()
  })

  for (const kills of Object.values(KILLS)) {
    test(
      `loses nothing that was on screen, ${kills} times`,
      longUnless(kills === KILLS.usual),
      async ({ page, program }) => {
        test.setTimeout(300_000)
        const seed = Date.now() % 1_000_000
        const random = seededRandom(seed)
        console.log(`The kills are those of seed ${seed}.`)
        const seen: OnScreen = new Map()
        // The page asks before it lets unsaved answers go, and this person goes all the same.
        page.on('dialog', dialog => dialog.accept())
        for (let kill = 1; kill <= kills; kill++) {
          const position = Math.floor(random() * PLACES)
          await goToIndicator(page, room, position)
          await rateUntilKilled(page, random, program.kill)
          await look(page, position, seen)
          expect(await program.startAgain()).toBe(program.url)
          // Every other time the page is loaded anew before it has sent what it still held.
          if (kill % 2 === 1) {
            await expect(saved(page), `after kill ${kill} of seed ${seed}`).toBeVisible()
          }
          await page.reload()
          await expectOnScreen(page, room, seen, [position], `kill ${kill} of seed ${seed}`)
        }
        const all = Array.from({ length: PLACES }, (_, position) => position)
        await expectOnScreen(page, room, seen, all, `all kills of seed ${seed}`)
        await page.getByRole('button', { name: 'Finish', exact: true }).click()
        await page.getByRole('button', { name: 'Finish and hand over' }).click()
        await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
        expect(await page.evaluate(() => Object.keys(localStorage))).not.toContainEqual(
          expect.stringContaining('unsent'),
        )
      },
    )
  }
})

test('a program that does not answer is told from one that is gone', { tag: '@long' }, async ({
  page,
  program,
}) => {
  program.signal('SIGSTOP')
  await choose(useful(page), 'Useful')
  await expect(notSaved(page)).toBeVisible(TOLD)
  await expect(alert(page)).toContainText('takes longer than it should')
  program.signal('SIGCONT')
  await expect(saved(page)).toBeVisible()
  await expect(alert(page)).toBeEmpty()
})

test.describe('a disk that is full', () => {
  test.skip(!canHaveOwnDisk(), 'This machine gives no program a disk of its own.')
  test.use({ disk: 12 })

  test('is told from a program that is gone, and what waited is saved once there is room', {
    tag: '@long',
  }, async ({ page, program }) => {
    const ballast = join(program.seenFolder(), 'ballast')
    fill(ballast)
    await choose(useful(page), 'Useful')
    await expect(notSaved(page)).toBeVisible(TOLD)
    await expect(alert(page)).toContainText('this laptop has no room left')
    rmSync(ballast)
    await expect(saved(page)).toBeVisible()
    await page.reload()
    await expect(radio(useful(page), 'Useful')).toBeChecked()
  })
})

/** Writes a file until its disk takes no more. */
function fill(file: string): void {
  const descriptor = openSync(file, 'w')
  try {
    for (const size of [65_536, 4_096]) {
      try {
        for (;;) writeSync(descriptor, Buffer.alloc(size, 1))
      } catch (error) {
        expect(error).toMatchObject({ code: 'ENOSPC' })
      }
    }
  } finally {
    closeSync(descriptor)
  }
}

/** Goes to these indicators and finds on each what was there. */
async function expectOnScreen(
  page: Page,
  room: WorkshopRoom,
  seen: OnScreen,
  positions: readonly number[],
  when: string,
) {
  for (const position of positions) {
    const found: OnScreen = new Map()
    await goToIndicator(page, room, position)
    await look(page, position, found)
    const expected = [...seen].filter(([about]) => about.startsWith(`${position} `))
    expect([...found].toSorted(), when).toEqual(expected.toSorted())
  }
}
