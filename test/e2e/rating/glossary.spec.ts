import type { Page } from '@playwright/test'
import { findFaults } from '../helpers/axe.ts'
import { connect, expect, type ServedWorkbook, test } from '../helpers/fixtures.ts'
import { PICTURE } from '../helpers/pictures.ts'
import {
  joinAs,
  nextParticipant,
  peopleElsewhere,
  prepareRoom,
  unlock,
  type WorkshopRoom,
} from '../helpers/workshop-room.ts'

const WORDS = `term,other forms,meaning,plain words
referral,,A request for a service to look at whether a child needs help,Somebody asks for help
children's social care,social services,Services for children who need help or protection,People who help children
CIN,child in need,A child who needs help,
referral,,A letter to a doctor,
outcome,,,
`

/** Loads these words on the page of the framework, as a facilitator does. */
async function loadWords(page: Page): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Load a glossary' }).click()
  const file = { name: 'words.csv', mimeType: 'text/csv', buffer: Buffer.from(WORDS) }
  await (await chooser).setFiles(file)
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('3 terms from the sheet words')
  await expect(dialog).toContainText('words, A5 “referral” has another meaning in A2')
  await expect(dialog).toContainText('words, A6 “outcome” has no meaning')
  expect(await findFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Explain these words' }).click()
  await expect(page.getByText('3 words are explained to people who rate')).toBeVisible()
}

/** Shows the first indicator to a room, whose words are explained in letters that the last row reads. */
async function explainToRoom(
  page: Page,
  served: ServedWorkbook,
  room: WorkshopRoom,
): Promise<void> {
  const { workbook, workshop } = room
  const { websocket, client } = connect(served)
  await client.round.close({ workbook, workshop, round: 1, closed: true })
  websocket.close()
  const [first] = room.indicators
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.goto(room.at('workshops', workshop, 'discuss', first?.code ?? ''))
  await term(page, 'referrals').focus()
  const fromAfar = async () =>
    Number.parseFloat(await meaning(page).evaluate(shown => getComputedStyle(shown).fontSize))
  expect(await fromAfar()).toBeGreaterThanOrEqual(24)
  expect(await findFaults(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(meaning(page)).toHaveCount(0)
  await term(page, "children's social care").hover()
  await expect(meaning(page)).toHaveText('Services for children who need help or protection')
  // Escape takes away what was explained, and not the indicator with it.
  await page.keyboard.press('Escape')
  await expect(meaning(page)).toHaveCount(0)
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible()
}

/** Loads a picture for the first indicator, as a facilitator does. */
async function loadPicture(page: Page, code = ''): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Load pictures' }).click()
  await (await chooser).setFiles([
    { name: `${code}.png`, mimeType: 'image/png', buffer: PICTURE },
    { name: 'none.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') },
  ])
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('1 picture, 1 without a description')
  await expect(dialog).toContainText('none.svg An SVG can hold programs')
  await dialog.getByRole('button', { name: 'Show these pictures' }).click()
  await expect(page.getByText('Easy read shows 1 picture.')).toBeVisible()
}

const term = (page: Page, name: string) => page.locator('h1').getByRole('button', { name })
const meaning = (page: Page) => page.getByRole('tooltip')
const firstQuestion = (page: Page) => page.locator('[data-question="usefulness"]')

test('a facilitator loads a glossary and a picture, which people who rate are shown', async ({
  page,
  served,
}) => {
  const room = await prepareRoom(served)
  {
    await using people = peopleElsewhere(served, room)
    await people.joinAndRate(1)
  }
  await nextParticipant(page, served, room)
  await unlock(page)
  await page.goto(room.at('framework'))
  await loadWords(page)
  await loadPicture(page, room.indicators[0]?.code)
  await nextParticipant(page, served, room)
  await joinAs(page, 'ADCS')
  // The way from a question to its levels has no stop more.
  await expect(firstQuestion(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(firstQuestion(page).getByRole('radio').first()).toBeFocused()

  const referrals = 'A request for a service to look at whether a child needs help'
  await term(page, 'referrals').hover()
  await expect(meaning(page)).toHaveText(referrals)
  expect(await findFaults(page)).toEqual([])
  await meaning(page).hover()
  await expect(meaning(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(meaning(page)).toHaveCount(0)

  await term(page, "children's social care").focus()
  await expect(meaning(page)).toHaveText('Services for children who need help or protection')
  await page.keyboard.press('Enter')
  await expect(meaning(page)).toHaveCount(0)
  await page.keyboard.press(' ')
  await expect(meaning(page)).toBeVisible()
  await page.keyboard.press('Shift+Tab')
  await expect(meaning(page)).toHaveText(referrals)
  await expect(term(page, 'referrals')).toHaveAccessibleDescription(referrals)

  // The focus scrolls its word into view, and what it brought up stays.
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 1366, height: 660 })
  await page.getByRole('button', { name: 'More about' }).click()
  const population = page.locator('dd').getByRole('button', { name: 'CIN' })
  await expect(population).not.toBeInViewport()
  await population.focus()
  await expect(population).toBeInViewport()
  await expect(meaning(page)).toHaveText('A child who needs help')

  // The picture is in what is more about the indicator, and in easy read beside its words.
  const shown = page.getByRole('main').locator('img:visible')
  await expect(shown).toHaveAttribute('alt', '')
  await page.getByRole('button', { name: 'More about' }).click()
  await expect(shown).toHaveCount(0)
  await page.getByRole('button', { name: 'Easy read' }).click()
  await expect(shown).toHaveJSProperty('naturalWidth', 320)
  expect(await findFaults(page)).toEqual([])

  await page.getByRole('button', { name: 'Plain words' }).click()
  await expect(meaning(page)).toHaveCount(0)
  await page.setViewportSize({ width: 320, height: 640 })
  await term(page, 'social services').click()
  await expect(meaning(page)).toHaveText('People who help children')
  expect(await findFaults(page)).toEqual([])
  await page.mouse.click(160, 570)
  await expect(meaning(page)).toHaveCount(0)

  // So are they in a person's own answers, and at the end of the copy to take away.
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.keyboard.press('4')
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await page.getByRole('button', { name: /^Context/ }).click()
  await page
    .getByRole('region', { name: 'Your answers' })
    .getByRole('button', { name: 'social services', exact: true })
    .focus()
  await expect(meaning(page)).toHaveText('People who help children')
  expect(await findFaults(page)).toEqual([])
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { name: 'What some words mean' })).toBeVisible()
  await expect(
    page.getByRole('definition').filter({ hasText: 'People who help children' }),
  ).toBeVisible()

  await page.emulateMedia({ media: 'screen' })
  await unlock(page)
  await explainToRoom(page, served, room)
})
