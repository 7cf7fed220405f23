import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { chromium, type Page } from '@playwright/test'
import { browserLaunch } from '../../helpers/chromium.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { connect, expect, type ServedWorkbook, test } from '../helpers/fixtures.ts'
import { filesWith, tracesIn } from '../helpers/traces.ts'
import { nextParticipant, prepareRoom, saved, unlock } from '../helpers/workshop-room.ts'

/** The words of a person that nothing else on a laptop holds. */
const COMMENT = 'Quietly marmalade'
const BETTER = 'Rather say pumpernickel'
const MISSING = 'Nobody asks about hedgehogs'
const REPLACED = 'Hastily turpentine'

const WORDS = [COMMENT, BETTER, MISSING, REPLACED]

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const commentField = (page: Page) => page.getByRole('textbox', { name: /how useful it is/ })

/** Begins a room; gives the codes of its indicators, whose looks are those of a person's. */
async function beginRoom(page: Page, served: ServedWorkbook): Promise<readonly string[]> {
  const room = await prepareRoom(served)
  await nextParticipant(page, served, room)
  return room.indicators.map(({ code }) => code)
}

/** Comes in; gives what was shown of the person: their code and four words. */
async function comeIn(page: Page): Promise<readonly string[]> {
  await page.getByText('ADCS', { exact: true }).click()
  await button(page, 'Continue').click()
  await expect(heading(page)).toHaveText(/^Your code is/)
  const code = (await heading(page).innerText()).split(' ').at(-1) ?? ''
  const words = page.getByRole('region', { name: 'Your four words' }).locator('p').first()
  const phrase = await words.innerText()
  await button(page, 'Start').click()
  return [code, phrase]
}

/** Answers so many indicators by keyboard, without waiting for anything to be drawn to its end. */
async function answerFast(page: Page, indicators: number): Promise<void> {
  for (let count = 0; count < indicators; count++) {
    await page.keyboard.press('4')
    await page.keyboard.press('4')
  }
  await expect(heading(page)).toContainText(`Indicator ${indicators + 1} of`)
}

/** Says something in every field, some of it twice, and copies the comment. */
async function sayAll(page: Page): Promise<void> {
  await button(page, 'Add a comment').first().click()
  await page.keyboard.type(REPLACED)
  await expect(saved(page)).toBeVisible()
  await page.keyboard.press('Control+A')
  await page.keyboard.type(COMMENT)
  await button(page, 'Suggest better words').click()
  await page.keyboard.type(BETTER)
  await button(page, 'All indicators').click()
  await page.keyboard.press('Escape')
  await commentField(page).press('Control+A')
  await page.keyboard.press('Control+C')
}

async function finish(page: Page): Promise<void> {
  await button(page, 'Finish').click()
  await page.getByRole('textbox', { name: 'Is something missing?' }).fill(MISSING)
  await button(page, 'Finish and hand over').click()
  await expect(heading(page)).toHaveText('Thank you')
}

/** A page of another program, as far as the clipboard is concerned. */
async function elsewhere(page: Page, keys: readonly string[], text = ''): Promise<string> {
  const other = await page.context().newPage()
  await other.setContent('<textarea></textarea>')
  const field = other.getByRole('textbox')
  await field.fill(text)
  for (const key of keys) await field.press(key)
  const value = await field.inputValue()
  await other.close()
  await page.bringToFront()
  return value
}

const pasted = (page: Page) => elsewhere(page, ['Control+V'])

/** Expects nothing of these in the window, wherever one looks. */
async function expectNothing(page: Page, of: readonly string[], when: string): Promise<void> {
  const traces = await tracesIn(page)
  for (const trace of of) {
    expect(traces.page, `${trace} in the page, ${when}`).not.toContain(trace)
    expect(traces.heap.includes(trace), `${trace} in the heap, ${when}`).toBe(false)
    expect(traces.detached.join('\n'), `${trace} in old elements, ${when}`).not.toContain(trace)
  }
  const answers = traces.detached.filter(element => element.includes('aria-checked true'))
  expect(answers, `answers in old elements, ${when}`).toEqual([])
}

test.describe('a hand-over', () => {
  // A browser without a window gives its clipboard to nobody unasked, where others do after a press.
  test.use({ permissions: ['clipboard-write'] })

  test('leaves nothing of a person in the window, its memory, history, storage or clipboard', async ({
    page,
    served,
  }) => {
    const others = await beginRoom(page, served)
    const shown = (await comeIn(page)).filter(word => !others.includes(word))
    await answerFast(page, 12)
    await sayAll(page)
    // What is looked for can be found while it is there.
    const during = await tracesIn(page)
    for (const trace of [COMMENT, BETTER]) expect(during.page).toContain(trace)
    expect(during.heap).toContain(COMMENT)
    expect(await pasted(page)).toBe(COMMENT)

    await finish(page)
    await expectNothing(page, [...WORDS, ...shown], 'after the hand-over')
    expect(await pasted(page)).toBe('')

    await button(page, 'I’m the next person').click()
    await comeIn(page)
    await button(page, 'Add a comment').first().click()
    const field = commentField(page)
    for (const key of ['Control+Z', 'Control+Shift+Z', 'Control+V']) await field.press(key)
    await expect(field).toHaveValue('')
    await field.fill('mine')
    for (let times = 0; times < 4; times++) await field.press('Control+Z')
    await expect(field).toHaveValue('')
    await page.goBack()
    await page.reload()
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
    await expectNothing(page, [...WORDS, ...shown], 'with the next person')
  })

  test('clears what was copied also after a reload, a cover, and when the facilitator unlocks', {
    tag: '@long',
  }, async ({ page, served }) => {
    const room = await prepareRoom(served)
    const { websocket, client } = connect(served)
    await nextParticipant(page, served, room)
    await comeIn(page)
    const copyComment = async () => {
      if ((await commentField(page).count()) === 0)
        await button(page, 'Add a comment').first().click()
      await commentField(page).fill(COMMENT)
      await commentField(page).press('Control+A')
      await commentField(page).press('Control+X')
      expect(await pasted(page)).toBe(COMMENT)
    }
    await copyComment()
    await client.room.cover()
    await expect(heading(page)).toHaveText('This screen is covered')
    // A browser may want a press before it gives its clipboard away.
    await button(page, 'I was rating').click()
    await expect.poll(() => pasted(page)).toBe('')
    await button(page, 'Back').click()
    await button(page, 'I’m the next person').click()
    await comeIn(page)
    await copyComment()
    await page.reload()
    await button(page, 'Start').or(button(page, 'Next')).first().click()
    await expect.poll(() => pasted(page)).toBe('')
    await copyComment()
    await unlock(page)
    await expect.poll(() => pasted(page)).toBe('')
    websocket.close()
  })

  test('leaves alone what nobody copied here', { tag: '@long' }, async ({ page, served }) => {
    await beginRoom(page, served)
    await elsewhere(page, ['Control+A', 'Control+C'], 'the facilitator’s own notes')
    await comeIn(page)
    await finish(page)
    await expectNothing(page, [MISSING], 'after the hand-over')
    expect(await pasted(page)).toBe('the facilitator’s own notes')
  })
})

test('no field of a person looks words up, learns them or offers them again', async ({
  page,
  served,
}) => {
  await beginRoom(page, served)
  const seen: (readonly (string | null)[])[] = []
  const look = async () => {
    for (const field of await page.locator('textarea, input[type=text]').all()) {
      const names = ['autocomplete', 'autocorrect', 'spellcheck', 'name'] as const
      seen.push(await Promise.all(names.map(name => field.getAttribute(name))))
    }
  }
  await button(page, 'I was here before').click()
  await look()
  await button(page, 'I am new here').click()
  await comeIn(page)
  for (let more = 0; more < 2; more++) await button(page, 'Add a comment').first().click()
  await button(page, 'Suggest better words').click()
  await look()
  await button(page, 'Finish').click()
  await look()
  expect(seen.length).toBe(6)
  for (const attributes of seen) expect(attributes).toEqual(['off', 'off', 'false', null])
})

test('a browser’s own files hold nothing of a person, open or closed, nor do temporary ones', {
  tag: '@long',
}, async ({ served }) => {
  using profile = tempFolder()
  const before = readdirSync(tmpdir())
  const browser = await chromium.launchPersistentContext(profile.path, browserLaunch())
  let shown: readonly string[] = []
  try {
    const page = browser.pages()[0] ?? (await browser.newPage())
    await beginRoom(page, served)
    shown = await comeIn(page)
    await answerFast(page, 2)
    await sayAll(page)
    await finish(page)
    for (const trace of [...WORDS, ...shown]) {
      expect(filesWith(profile.path, trace), `${trace}, open`).toEqual([])
    }
  } finally {
    await browser.close()
  }
  const added = readdirSync(tmpdir()).filter(name => !before.includes(name))
  for (const trace of [...WORDS, ...shown]) {
    expect(filesWith(profile.path, trace), `${trace}, closed`).toEqual([])
    for (const name of added) expect(filesWith(`${tmpdir()}/${name}`, trace), trace).toEqual([])
  }
})
