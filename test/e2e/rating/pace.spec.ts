import type { Page } from '@playwright/test'
import { expect, test } from '../helpers/fixtures.ts'
import {
  joinAs,
  nextParticipant,
  prepareRoom,
  radio,
  usable,
  useful,
} from '../helpers/workshop-room.ts'

/** The times of one indicator, in milliseconds. */
interface Paced {
  /** From the press of an answer until *Saved* was painted. */
  readonly saved: number
  /** From the change to the next indicator until it was painted. */
  readonly painted: number
}

/** Runs in the page: notes when an answer is pressed, when *Saved* and when the next indicator is painted. */
function watchPace(): void {
  const paced: { saved: number[]; painted: number[] } = { saved: [], painted: [] }
  Object.assign(window, { paced })
  let pressed = 0
  let title = document.querySelector('h1')?.textContent
  const painted = (from: number, into: number[]) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => into.push(performance.now() - from)
      port2.postMessage(null)
    })
  document.addEventListener('click', event => (pressed = event.timeStamp), true)
  new MutationObserver(() => {
    const now = document.querySelector('h1')?.textContent
    if (now !== title) painted(performance.now(), paced.painted)
    title = now
    const isSaved = [...document.querySelectorAll('footer [role="status"], footer span')].some(
      one => one.textContent.trim() === 'Saved',
    )
    if (isSaved && pressed > 0) {
      painted(pressed, paced.saved)
      pressed = 0
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

/** Rates so many indicators by taps; gives the medians. */
async function pace(page: Page, indicators: number): Promise<Paced> {
  await page.evaluate(watchPace)
  for (let number = 1; number <= indicators; number++) {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`${number} of`)
    await radio(useful(page), 'Useful').click()
    await page.waitForTimeout(400)
    await radio(usable(page), 'Easy to use').click()
  }
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${indicators + 1} of`)
  const { saved, painted } = await page.evaluate(
    () => (window as unknown as { paced: { saved: number[]; painted: number[] } }).paced,
  )
  expect(saved.length).toBeGreaterThanOrEqual(indicators)
  return { saved: median(saved), painted: median(painted) }
}

// Figures to be read, not to be passed: how long it takes depends on what else the machine does.
for (const [width, height, slower] of [
  [1366, 768, 1],
  [390, 844, 1],
  [1366, 768, 4],
  [390, 844, 4],
] as const) {
  test(`the time from a tap to Saved at ${width} by ${height}, processor slowed ${slower} times`, {
    tag: '@long',
  }, async ({ page, served }) => {
    await page.setViewportSize({ width, height })
    await nextParticipant(page, served, await prepareRoom(served))
    await joinAs(page, 'ADCS')
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower })
    const { saved, painted } = await pace(page, 10)
    process.stdout.write(
      `${width}x${height}, slowed ${slower} times: Saved ${Math.round(saved)} ms after a tap, ` +
        `the next indicator painted within ${Math.round(painted)} ms (medians)\n`,
    )
    expect(painted).toBeGreaterThan(0)
  })
}
