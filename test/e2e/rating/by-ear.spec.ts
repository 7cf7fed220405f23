import type { Page } from '@playwright/test'
import { findFaults } from '../helpers/axe.ts'
import { expect, test } from '../helpers/fixtures.ts'
import {
  choose,
  joinAs,
  nextParticipant,
  prepareRoom,
  saved,
  useful,
  type WorkshopRoom,
  withCode,
} from '../helpers/workshop-room.ts'

let room: WorkshopRoom

test.beforeEach(async ({ page, served }) => {
  room = await prepareRoom(served)
  await nextParticipant(page, served, room)
})

/** Runs in the page: notes whatever a screen reader is told of by itself, in its order. */
function listen(): void {
  const heard: string[] = []
  Object.assign(window, { heard })
  let last = ''
  new MutationObserver(() => {
    const live = [...document.querySelectorAll('[role="status"], [role="alert"], [aria-live]')]
    const said = live
      .map(one => one.textContent.trim())
      .join(' ')
      .trim()
    if (said !== last && said !== '') heard.push(said)
    last = said
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
}

const heard = (page: Page) =>
  page.evaluate(() => (window as unknown as { readonly heard: readonly string[] }).heard)

test('Saved is said once for each answer, when it is, and nothing of saving', async ({ page }) => {
  await joinAs(page, 'ADCS')
  await page.evaluate(listen)
  await choose(useful(page), 'Useful')
  await expect(saved(page)).toBeVisible()
  expect(await heard(page)).toEqual(['Saved'])
  await choose(useful(page), 'Very useful')
  await expect.poll(() => heard(page)).toEqual(['Saved', 'Saved'])
  // A dialog hides the mark and shows it again, and the last page has one of its own: neither is news.
  const mark = page.getByRole('status').filter({ hasText: 'Saved' })
  await expect(mark).toHaveAttribute('aria-live', 'off')
  await page.getByRole('button', { name: 'Finish' }).click()
  await expect(page.getByRole('button', { name: 'Finish and hand over' })).toBeVisible()
  expect(await mark.getAttribute('aria-live')).toBe('off')
})

test('a short wait is not talked about, as it would keep a heading from being said', async ({
  page,
}) => {
  await page.evaluate(listen)
  await page.getByText('ADCS', { exact: true }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: withCode('Your code is ', 1) })).toBeFocused()
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(useful(page)).toBeFocused()
  expect((await heard(page)).filter(said => said.startsWith('Reading'))).toEqual([])
})

test('flipping the wording says what the words are now', { tag: '@long' }, async ({ page }) => {
  await joinAs(page, 'ADCS')
  await page.evaluate(listen)
  await page.getByRole('button', { name: 'Plain words' }).click()
  const { easyRead = '', title = '' } = room.indicators[0] ?? {}
  await expect.poll(() => heard(page)).toEqual([`Plain words: ${easyRead}`])
  await page.getByRole('button', { name: 'Title' }).click()
  await expect.poll(() => heard(page)).toEqual([`Plain words: ${easyRead}`, `Title: ${title}`])
})

test('the screens of a person have these names, headings and landmarks', async ({ page }) => {
  await expect(page.locator('#root')).toMatchAriaSnapshot(`
    - banner: Framework Workbook
    - main:
      - heading "Hello" [level=1]
      - radiogroup "Which group are you in?":
        - radio "ADCS"
        - radio "Young people"
      - button "Continue" [disabled]
      - button "I was here before"
  `)
  await page.getByText('ADCS', { exact: true }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: withCode('Your code is ', 1) })).toBeFocused()
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.locator('#root')).toMatchAriaSnapshot(`
    - banner:
      - meter /Rated/
      - button "Facilitator"
      - button "Appearance"
      - button "Keys and settings"
      - button "All indicators"
      - button "Finish"
    - main:
      - article:
        - heading /Indicator 1 of 106/ [level=1]
        - heading "More about this indicator" [level=2]
        - button "Suggest better words"
        - group "Words":
          - button "Title" [pressed]
          - button "Plain words"
          - button "Easy read"
        - group /Indicator 1 of 106.*How useful would it be to know this\\?/:
          - radiogroup "Levels":
            - radio "1 of 5, Not useful at all"
            - radio "2 of 5, Not very useful"
            - radio "3 of 5, In between"
            - radio "4 of 5, Useful"
            - radio "5 of 5, Very useful"
          - radiogroup "Or, if no level fits":
            - radio "I don’t know"
            - radio "Doesn’t apply"
          - button "Add a comment"
        - group "How easy would it be to collect and use?":
          - radiogroup "Levels":
            - radio "1 of 5, Very hard to use"
            - radio "2 of 5, Hard to use"
            - radio "3 of 5, In between"
            - radio "4 of 5, Easy to use"
            - radio "5 of 5, Very easy to use"
    - contentinfo:
      - button "Previous" [disabled]
      - button "Next"
  `)
  await page.setViewportSize({ width: 390, height: 844 })
  await choose(useful(page), 'Useful')
  await expect(page.locator('#root')).toMatchAriaSnapshot(`
    - banner:
      - meter /Rated/
      - button "Facilitator"
      - button "Menu"
    - main:
      - article:
        - heading /Indicator 1 of 106/ [level=1]
        - group /How useful would it be to know this\\?/:
          - button "How useful would it be to know this? Useful"
        - group "How easy would it be to collect and use?":
          - radiogroup "Levels"
    - contentinfo:
      - status: Saved
  `)
})

/** Runs in the page before it starts: a system with one voice of its own, which says a word and then waits. */
function installVoice(): void {
  const read: string[] = []
  const voice = { name: 'Arthur', lang: 'en-GB', localService: true, default: true }
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => [voice],
    cancel: () => read.push('silence'),
    speak: (utterance: { text: string; onstart: () => void; onboundary: (at: object) => void }) => {
      read.push(utterance.text)
      if (read.at(-2) !== undefined && read.at(-2) !== 'silence') return
      utterance.onstart()
      utterance.onboundary({ name: 'word', charIndex: 0, charLength: 4 })
    },
  })
  Object.defineProperty(window, 'speechSynthesis', { value: speech })
  Object.defineProperty(window, 'SpeechSynthesisUtterance', {
    value: class {
      readonly text: string
      constructor(text: string) {
        this.text = text
      }
    },
  })
  Object.assign(window, { read })
}

test('a question is read aloud with its words marked, by a key and then by itself', {
  tag: '@long',
}, async ({ page, served }) => {
  await page.addInitScript(installVoice)
  await nextParticipant(page, served, room)
  await joinAs(page, 'Young people')
  const read = () =>
    page.evaluate(() => (window as unknown as { readonly read: readonly string[] }).read)
  const marked = (name: string) =>
    page.evaluate(of => [...(CSS.highlights.get(of) ?? [])].map(String).join(), name)
  const plain = room.indicators[0]?.easyRead ?? ''
  await page.keyboard.press('r')
  await expect(page.getByRole('button', { name: 'Stop reading' })).toBeVisible()
  expect(await read()).toEqual([
    plain,
    'Would it help to know this?',
    'Not useful at all',
    'Not very useful',
    'In between',
    'Useful',
    'Very useful',
    'I don’t know',
    'Doesn’t apply',
  ])
  expect(await marked('spoken-sentence')).toBe(plain)
  expect(await marked('spoken-word')).toBe(plain.slice(0, 4))
  expect(await findFaults(page)).toEqual([])
  await page.keyboard.press('r')
  await expect(page.getByRole('button', { name: 'Read aloud' })).toBeVisible()
  expect(await marked('spoken-word')).toBe('')
  await page.keyboard.press('?')
  await page.getByText('Read each question aloud').click()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await choose(useful(page), 'Useful')
  await expect.poll(read).toContain('Would this be easy to find out?')
})
