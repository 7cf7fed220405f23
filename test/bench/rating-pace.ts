import { type Browser, chromium, type Page } from '@playwright/test'
import { serve } from '../e2e/helpers/fixtures.ts'
import {
  joinAs,
  nextParticipant,
  prepareRoom,
  radio,
  usable,
  useful,
} from '../e2e/helpers/workshop-room.ts'
import { browserLaunch } from '../helpers/chromium.ts'
import { type Benchmark, median } from './benchmark.ts'

/** The indicators that are rated at each setting. */
const INDICATORS = 20
/** The first indicators are the coldest, and are not counted. */
const WARM_UP = 5
/** The time between two taps of a person who does not hesitate, in milliseconds. */
const BETWEEN_TAPS_MS = 350

/** The windows, and how many times slower than it is the processor is made. */
const SETTINGS = [
  { width: 1366, height: 768, slower: 1 },
  { width: 390, height: 844, slower: 1 },
  { width: 1366, height: 768, slower: 4 },
  { width: 390, height: 844, slower: 4 },
] as const
type Setting = (typeof SETTINGS)[number]

/** The least that a tap could be answered by: a page of two buttons and a word, with no engine behind it. */
const BARE_PAGE = `<!doctype html><html><title>Bare</title><body><h1>1 of 2</h1>
  <button role="radio" aria-checked="false">Useful</button>
  <footer><span></span></footer>
  <script>
    const [title, saved] = [document.querySelector('h1'), document.querySelector('span')]
    document.querySelector('button').onclick = () => {
      saved.textContent = ''
      queueMicrotask(() => (saved.textContent = 'Saved'))
      title.textContent = Number.parseInt(title.textContent) + 1 + ' of 2'
    }
  </script></body></html>`

/** The times of one tap after the other, in milliseconds. */
interface Pace {
  /** From the tap on an answer until *Saved* was painted. */
  readonly saved: readonly number[]
  /** From the change to the next indicator until it was painted. */
  readonly painted: readonly number[]
}

/**
 * A person who rates by taps in a real browser, large and small, with the processor as it is and slowed four times: from a
 * tap to *Saved* on screen, and from there being another indicator to its being painted.
 */
export async function benchRatingPace(): Promise<readonly Benchmark[]> {
  const browser = await chromium.launch(browserLaunch())
  const rows: Benchmark[] = []
  try {
    for (const setting of SETTINGS) rows.push(...(await paceAt(browser, setting)))
  } finally {
    await browser.close()
  }
  return rows
}

async function paceAt(browser: Browser, setting: Setting): Promise<readonly Benchmark[]> {
  const { width, height, slower } = setting
  await using served = await serve()
  const page = await browser.newPage({ viewport: { width, height } })
  await page.setContent(BARE_PAGE)
  const floor = await measured(page, setting, answerBare)
  await nextParticipant(page, served, await prepareRoom(served))
  await joinAs(page, 'ADCS')
  const ours = await measured(page, setting, answerBoth)
  await page.close()
  const where = `at ${width}x${height}${slower === 1 ? '' : `, processor slowed ${slower} times`}`
  return [
    row(`a tap to Saved ${where}`, floor.saved, ours.saved),
    row(`the next indicator painted ${where}`, floor.painted, ours.painted),
  ]
}

function row(name: string, floor: readonly number[], ours: readonly number[]): Benchmark {
  const [floorMs, oursMs] = [median(floor), median(ours)]
  return { name, floorMs, oursMs, ratio: oursMs / floorMs, n: ours.length }
}

const answerBare = async (page: Page): Promise<void> => {
  await page.getByRole('radio').click()
  await page.waitForTimeout(BETWEEN_TAPS_MS)
}

/** Answers both questions of the indicator on screen, and waits for the next one. */
async function answerBoth(page: Page, number: number): Promise<void> {
  await page.getByRole('heading', { level: 1, name: new RegExp(`\\b${number} of`) }).waitFor()
  await radio(useful(page), 'Useful').click()
  await page.waitForTimeout(BETWEEN_TAPS_MS)
  await radio(usable(page), 'Easy to use').click()
  await page.waitForTimeout(BETWEEN_TAPS_MS)
}

/** Has taps made and measured in the page; the times of the first ones are left out. */
async function measured(
  page: Page,
  { slower }: Setting,
  answer: (page: Page, number: number) => Promise<void>,
): Promise<Pace> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await page.evaluate(watchPace)
  for (let number = 1; number <= WARM_UP + INDICATORS; number++) await answer(page, number)
  const { saved, painted } = await page.evaluate(
    () => (window as unknown as { readonly paced: Pace }).paced,
  )
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  if (painted.length < INDICATORS) throw new Error('Not every indicator was seen to come.')
  const isCounted = (_: number, place: number): boolean => place >= WARM_UP
  return { saved: saved.filter(isCounted), painted: painted.filter(isCounted) }
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
