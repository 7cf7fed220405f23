import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { setInformation } from '../../engine/consent/information.ts'
import { addNote } from '../../engine/diary/notes.ts'
import { recordSuggestion } from '../../engine/discussion/suggestions.ts'
import { currentFramework } from '../../engine/frameworks/versions/current-version.ts'
import { editIndicator } from '../../engine/frameworks/versions/edit-indicator.ts'
import { linkParticipants } from '../../engine/people/people.ts'
import { recordRating } from '../../engine/ratings/record.ts'
import { closeRound } from '../../engine/rounds/close-round.ts'
import { nameLaptop } from '../../engine/study/laptops.ts'
import { createWorkbook } from '../../engine/workbooks/open.ts'
import type { Workbook } from '../../engine/workbooks/workbook.ts'
import { addParticipant } from '../../engine/workshops/participants.ts'
import { addWorkshop } from '../../engine/workshops/workshops.ts'
import { CRITERIA } from '../../shared/model/vocabulary.ts'
import { indicatorText, program, rating } from '../helpers/sample-workbook.ts'
import { expect, type ServedWorkbook, test } from './helpers/fixtures.ts'
import { choose, goWithoutPin, nextParticipant, useful } from './helpers/workshop-room.ts'

const GROUPS = ['مجموعة 1 (أ)', 'קבוצה 2']

/** A text as a part of an address. */
const addressPart = (text: string) => encodeURIComponent(encodeURIComponent(text))

const INDICATORS = [1, 2, 3].map(number =>
  indicatorText(`${number}-أ`, {
    title: `معدل ${number} (لكل 100)`,
    section: [`القسم ${number} (أ)`, `פרק ${number}.1`],
    outcome: `النتيجة ${number}.`,
    definition: `تعريف ${number}: 50 %.`,
    source: `المصدر 2026/${number}`,
    unit: 'لكل 10,000',
    population: 'الأطفال (0-17)',
    easyRead: `כמה ${number}?`,
    rationale: `لأن ${number}.`,
    notes: `ملاحظة ${number}.`,
  }),
)

/** Ten people who rate, comment and miss something; the first two turn out to be one, with answers that differ. */
function rateAll(workbook: Workbook, workshop: string): void {
  const people = [...Array(10).keys()].map(at => {
    const { id } = addParticipant(workbook, { workshop, group: GROUPS[at % 2] ?? '' })
    const comment = `تعليق ${at} (مهم)`
    for (const { id: indicator } of currentFramework(workbook.store).indicators) {
      for (const criterion of CRITERIA) {
        recordRating(workbook, rating(id, indicator, (at % 5) + 1, { criterion, comment }))
      }
    }
    const missing = { id: uuidv7(), kind: 'missing', indicator: null } as const
    recordSuggestion(workbook, { ...missing, participant: id, round: 1, text: `ينقص ${at} (أ)` })
    return id
  })
  const [one = '', another = ''] = people
  linkParticipants(workbook, { participant: one, other: another })
  closeRound(workbook, { workshop, round: 1, closed: true })
}

/** Rewords the first indicator; gives its code, and the hash of the version that this makes. */
function reword(workbook: Workbook) {
  const { hash: against, indicators } = currentFramework(workbook.store)
  const [first] = indicators
  if (!first) throw new Error('There is no indicator.')
  const { id: indicator, ...text } = first
  const edit = {
    kind: 'reword',
    indicator,
    text: { ...text, title: 'معدل 1 (لكل 1,000)' },
  } as const
  const { hash: version } = editIndicator(workbook, { edit, against })
  return { code: addressPart(first.code), version }
}

/** Puts a study into the library whose every word that people bring is Arabic or Hebrew, mixed with numbers. */
function placeStudy({ libraryFolder }: ServedWorkbook) {
  mkdirSync(libraryFolder, { recursive: true })
  const origin = { title: 'إطار 1', origin: 'file', fileName: 'إطار 1.csv' } as const
  const framework = { ...origin, indicators: INDICATORS }
  const workbook = createWorkbook(
    join(libraryFolder, 'Study.sqlite'),
    { title: 'دراسة 2026 (1)', scale: 5, madeUp: false, framework },
    program,
  )
  const add = (title: string, venue: string) =>
    addWorkshop(workbook, { title, date: '2026-03-09', venue, groups: GROUPS }).id
  const [workshop, other] = [add('ورشة 1 (أ)', 'قاعة 2'), add('סדנה 2', '')]
  rateAll(workbook, workshop)
  setInformation(workbook, { information: { title: 'عن الدراسة 1', text: 'نسأل 2.\n\nשאלו 3.' } })
  addNote(workbook, { text: 'ملاحظة 5 (أ)' })
  nameLaptop(workbook, { name: 'حاسوب 1 (أ)' })
  const { id } = workbook
  const changed = reword(workbook)
  workbook.close()
  return { id, workshop, other, ...changed }
}

/** Runs in the page: the texts of people that run as what stands around them does, and not as they begin. */
function strays(): readonly string[] {
  const fromTheRight = /[\u0590-\u08ff]/
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found = new Set<string>()
  while (walker.nextNode()) {
    const { textContent: text, parentElement: element } = walker.currentNode
    if (text === null || element === null || !fromTheRight.test(text)) continue
    if (element.closest('svg, bdi, [dir="auto"], textarea, option, .visually-hidden')) continue
    const above = [element.parentElement, element].map(one =>
      one?.className.toString().slice(0, 30),
    )
    found.add(`<${element.localName}> in ${above.join(' > ')}: ${text.slice(0, 50)}`)
  }
  for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea')) {
    if (
      fromTheRight.test(field.value) &&
      field.dir !== 'auto' &&
      field.type !== 'radio' &&
      field.type !== 'checkbox'
    )
      found.add(`field: ${field.value}`)
  }
  return [...found]
}

/** Runs in the page, again and again: tells that nothing has come since it ran before. */
function isStill(): boolean {
  const { dataset, innerText } = document.body
  const before = dataset.before
  dataset.before = `${innerText.length} ${location.hash}`
  return before === dataset.before
}

test('whatever people wrote runs as it begins, on every page', { tag: '@long' }, async ({
  page,
  served,
}) => {
  test.slow()
  const { id, workshop, other, code, version } = placeStudy(served)
  const { origin } = new URL(served.url)
  const check = async (what: string) => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForFunction(isStill, undefined, { polling: 200 })
    expect.soft(await page.evaluate(strays), what).toEqual([])
  }
  const pages = [
    ...['framework', `framework/${code}`, 'framework/indicators/new', `framework/edit/${code}`],
    ...['framework/versions/load', `framework/versions/${version}`, 'study', 'study/diary'],
    ...['workshops', 'workshops/new'],
    ...['', '/pin', '/room', '/paper', '/file', '/hands', '/discuss', `/discuss/${code}`].map(
      part => `workshops/${workshop}${part}`,
    ),
    ...['results', `results/${code}`],
    ...['table', 'answers', 'groups', 'side-by-side', 'rounds', 'comments', 'rules'].map(
      view => `results/view/${view}`,
    ),
    ...['conflicts', 'merge', 'export', `export/package/${workshop}`],
  ]
  await page.goto(served.url)
  await check('the library')
  for (const one of pages) {
    await page.goto(`${origin}/#/workbook/${id}/${one}`)
    await check(one)
  }
  await page.goto(`${origin}/#/workbook/${id}/results/${code}`)
  await page
    .getByRole('button', { name: /show the ratings of everyone, every level/ })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('button').nth(1).click()
  await check('the ratings behind a figure')

  await goWithoutPin(served)
  await nextParticipant(page, served, { workbook: id, workshop: other })
  await check('the way in')
  await page.getByRole('radio').first().press('Space')
  await page.getByRole('button', { name: 'I agree to take part' }).click()
  await check('the code')
  await page.getByRole('button', { name: 'Start' }).click()
  await choose(useful(page), 'Useful')
  await check('a question')
  await page.getByRole('button', { name: /^More about this/ }).click()
  await page.getByRole('button', { name: /^All / }).click()
  await check('all indicators')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Finish' }).click()
  for (const section of await page.locator('main h3 button').all()) await section.click()
  await check('the last page')
})
