import type { Page } from '@playwright/test'
import { expect, test } from './helpers/fixtures.ts'
import {
  choose,
  joinAs,
  nextParticipant,
  prepareRoom,
  saved,
  useful,
  type WorkshopRoom,
  withCode,
} from './helpers/workshop-room.ts'

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
})

test('flipping the wording says what the words are now', { tag: '@long' }, async ({ page }) => {
  await joinAs(page, 'ADCS')
  await page.evaluate(listen)
  await page.getByText('Plain words').click()
  const { easyRead = '', title = '' } = room.indicators[0] ?? {}
  await expect.poll(() => heard(page)).toEqual([`Plain words: ${easyRead}`])
  await page.getByText('Plain words', { exact: true }).click()
  await expect.poll(() => heard(page)).toEqual([`Plain words: ${easyRead}`, `Title: ${title}`])
})

test('the screens of a person have these names, headings and landmarks', async ({ page }) => {
  await expect(page.locator('#root')).toMatchAriaSnapshot(`
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
      - progressbar /Rated/
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
        - switch "Plain words"
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
      - progressbar /Rated/
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
