import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { projectPath } from '../../build/project.ts'
import {
  connect,
  expect,
  type ServedExample,
  type ServedWorkbook,
  test,
} from '../e2e/helpers/fixtures.ts'
import { readExample } from '../e2e/helpers/steps.ts'
import {
  joinAs,
  nextParticipant,
  PIN,
  peopleElsewhere,
  prepareRoom,
  stayPut,
  unlock,
} from '../e2e/helpers/workshop-room.ts'

/** The folder of the pictures, which git ignores. */
const FOLDER = projectPath('screenshots')

const SIZES = [
  [390, 844],
  [1366, 768],
  [1920, 1080],
] as const

const APPEARANCES = ['light', 'dark'] as const

/** The six that the documents show, light and at 1366x768; `SCREENSHOTS_FOR_DOCS=1` puts them into `docs/images`. */
const FOR_DOCS = ['framework', 'workshop', 'rating', 'show', 'results', 'export']

/** Everything that leads to a screen and pictures it. */
interface Shown {
  readonly page: Page
  /** Pictures the screen as it is now, the whole of its length. */
  readonly picture: (name: string) => Promise<void>
}

async function library({ page, picture }: Shown, served: ServedWorkbook): Promise<void> {
  await page.goto(served.url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await picture('first-start')
  await page.getByRole('link', { name: 'Load a framework' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'New workbook' })).toBeVisible()
  await picture('new-workbook')
}

/** The pages of the program itself, and the help over a page. */
async function program({ page, picture }: Shown, example: ServedExample): Promise<void> {
  await readExample(page, example, 'results')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog')).toBeVisible()
  await picture('help-over-a-page')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+,')
  await expect(page.getByRole('heading', { name: 'Backups' })).toBeVisible()
  await picture('settings')
  await page.getByRole('link', { name: 'About Framework Workbook' }).click()
  await expect(page.getByRole('heading', { name: 'What it is made of' })).toBeVisible()
  await page.getByRole('button', { name: 'Show the report' }).click()
  await expect(page.getByRole('region', { name: 'Report for support' })).toBeVisible()
  await picture('about')
  const { href } = new URL('#/help', page.url())
  for (const guide of ['', '/facilitator', '/participant', '/researcher']) {
    await page.goto(`${href}${guide}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await picture(`help${guide.replace('/', '-')}`)
  }
}

/** The facilitator's pages, of the example with its made-up ratings. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  framework: ['framework'],
  indicator: ['framework', 'CTX-03'],
  workshops: ['workshops'],
  'new-workshop': ['workshops', 'new'],
  workshop: ['workshops', ':workshop'],
  room: ['workshops', ':workshop', 'room'],
  discuss: ['workshops', ':workshop', 'discuss'],
  show: ['workshops', ':workshop', 'discuss', ':first'],
  results: ['results'],
  'results-of-one': ['results', 'CTX-03'],
  'results-table': ['results', 'view', 'table'],
  'results-answers': ['results', 'view', 'answers'],
  'results-groups': ['results', 'view', 'groups'],
  'results-rounds': ['results', 'view', 'rounds'],
  comments: ['results', 'view', 'comments'],
  rules: ['results', 'view', 'rules'],
  conflicts: ['conflicts'],
  merge: ['merge'],
  export: ['export'],
  'export-package': ['export', 'package'],
}

async function facilitator({ page, picture }: Shown, example: ServedExample): Promise<void> {
  await page.goto(example.url)
  const { websocket, client } = connect(example)
  const [, workbook = ''] = /workbook\/([^/]+)/.exec(example.at()) ?? []
  const workshop = (await client.workshop.list({ workbook }))[0]
  await page.goto(example.at('workshops', workshop?.id ?? '', 'discuss'))
  const codes = page.getByRole('list', { name: 'What to discuss next' }).locator('strong')
  const first = (await codes.first().textContent()) ?? ''
  websocket.close()
  for (const [name, parts] of Object.entries(PAGES)) {
    const known = parts.map(part => {
      if (part === ':workshop') return workshop?.id ?? ''
      return part === ':first' ? first : part
    })
    await page.goto(example.at(...known))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await picture(name)
  }
}

/** A participant's screens, from *Hello* to *Thank you*, and the facilitator's page behind them. */
async function participant({ page, picture }: Shown, served: ServedWorkbook): Promise<void> {
  const room = await prepareRoom(served)
  await nextParticipant(page, served, room)
  await picture('hello')
  await page.getByText('Young people', { exact: true }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible()
  await picture('welcome')
  await page.getByRole('button', { name: 'Start' }).click()
  await stayPut(page)
  await picture('rating')
  await page.keyboard.press('4')
  await page.keyboard.press('5')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await picture('rating-answered')
  await page.keyboard.press('?')
  await picture('rating-keys')
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  for (let key = 0; key < 6; key++) await page.keyboard.press('3')
  const finish = page.getByRole('button', { name: 'Finish', exact: true })
  if (await finish.isVisible()) {
    await page.getByRole('button', { name: 'All questions' }).click()
    await picture('rating-overview')
    await page.keyboard.press('Escape')
    await finish.click()
  } else {
    await page.getByRole('button', { name: 'Menu' }).click()
    await picture('rating-menu')
    await page.getByRole('menuitem', { name: 'Finish' }).click()
  }
  await picture('rating-end')
  await page.getByRole('button', { name: 'Finish and hand over' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
  await picture('thank-you')
  await page.getByRole('button', { name: 'I’m the next person' }).click()
  await page.getByRole('button', { name: 'I was here before' }).click()
  await picture('come-back')
  await page.getByRole('button', { name: 'Facilitator' }).click()
  await page.getByLabel('PIN', { exact: true }).fill(PIN)
  await picture('unlock')
  await page.keyboard.press('Escape')
  await unlock(page)
  await using people = peopleElsewhere(served, room)
  for (const count of [106, 40, 12, 106, 3]) await people.joinAndRate(count)
  await people.openRound()
  await page.reload()
  await expect(page.getByText('Rounds').first()).toBeVisible()
  await picture('workshop-under-way')
  await page.goto(room.at('workshops', room.workshop, 'room'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await picture('room-under-way')
}

for (const appearance of APPEARANCES) {
  for (const [width, height] of SIZES) {
    test.describe(`${width}x${height}, ${appearance}`, () => {
      const shown = (page: Page): Shown => ({
        page,
        picture: async name => {
          const folder = join(FOLDER, `${width}x${height}`, appearance)
          mkdirSync(folder, { recursive: true })
          const path = join(folder, `${name}.png`)
          await page.screenshot({ path, fullPage: true, animations: 'disabled' })
          const isForDocs = FOR_DOCS.includes(name) && width === 1366 && appearance === 'light'
          if (isForDocs && process.env.SCREENSHOTS_FOR_DOCS === '1') {
            const length = await page.evaluate(() => document.documentElement.scrollHeight)
            await page.screenshot({
              path: projectPath(`docs/images/${name}.png`),
              fullPage: true,
              clip: { x: 0, y: 0, width, height: Math.min(length, 1000) },
            })
          }
        },
      })
      // A page without an address, as between two people, has no storage.
      test.use({ viewport: { width, height }, provoked: /Failed to read the 'localStorage'/ })
      test.beforeEach(async ({ page }) => {
        await page.addInitScript(
          kept => localStorage.setItem('framework-workbook-appearance', kept),
          appearance,
        )
      })
      test('library', ({ page, served }) => library(shown(page), served))
      test('program', ({ page, example }) => program(shown(page), example))
      test('facilitator', ({ page, example }) => facilitator(shown(page), example))
      test('participant', ({ page, served }) => participant(shown(page), served))
      test('a second one', async ({ page, served }) => {
        const { picture } = shown(page)
        await nextParticipant(page, served, await prepareRoom(served))
        await joinAs(page, 'ADCS')
        await picture('rating-titles')
      })
    })
  }
}
