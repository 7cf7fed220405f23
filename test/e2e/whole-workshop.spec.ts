import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { CRITERIA } from '../../shared/model/vocabulary.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { createNotebook } from '../journeys/people-in-a-room.ts'
import { connect, expect, longUnless, type ServedWorkbook, test } from './helpers/fixtures.ts'
import { chooseFile, openLibrary } from './helpers/steps.ts'
import { giveToRoom, PIN, unlock } from './helpers/workshop-room.ts'

/** A workshop by the numbers of its people, in the order in which they come. */
interface Cast {
  readonly people: number
  /** Comes when round 2 is open. */
  readonly latecomer: number
  /** In the middle when round 2 is opened, and comes back then. */
  readonly calledAway: number
  /** In the middle when round 2 is opened, and never comes back. */
  readonly neverBack: number
  /** They hand over in the middle and return before the round is over. */
  readonly returners: readonly number[]
}

const CASTS: readonly Cast[] = [
  { people: 4, latecomer: 4, calledAway: 1, neverBack: 2, returners: [3] },
  { people: 14, latecomer: 14, calledAway: 6, neverBack: 9, returners: [2, 5, 11] },
]

const TITLES = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon'] as const
/** Rated again in round 2. */
const AGAIN = ['Beta', 'Delta'] as const

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Loads the study by the pages, and prepares its workshop. */
async function prepare(page: Page, served: ServedWorkbook) {
  using folder = tempFolder()
  const file = folder.file('study.csv')
  const rows = TITLES.map((title, place) => `S${place + 1},All,${title}`)
  writeFileSync(file, ['code,section,title', ...rows].join('\n'))
  await openLibrary(page, served)
  await page.getByRole('link', { name: 'Load a framework' }).click()
  await chooseFile(page, file)
  await button(page, 'Create the workbook').click()
  await expect(heading(page)).toHaveText('Framework')
  const workbook = /workbook\/([^/]+)/.exec(page.url())?.[1] ?? ''
  const { websocket, client } = connect(served)
  const details = { title: 'Directors', date: '2026-03-09', venue: '', groups: ['ADCS', 'Ofsted'] }
  const { id: workshop } = await client.workshop.add({ workbook, ...details })
  await client.lock.setPin({ pin: PIN })
  const { indicators } = await client.framework.get({ workbook })
  return { websocket, client, workbook, workshop, indicators }
}

/** Has people sit down at the page one after the other, each of whom keeps their code and words. */
function peopleAt(page: Page, notebook: ReturnType<typeof createNotebook>) {
  const papers = new Map<number, { readonly code: string; readonly words: string }>()

  const joinNew = async (number: number) => {
    await page.getByText(number % 2 === 0 ? 'ADCS' : 'Ofsted', { exact: true }).click()
    await button(page, 'Continue').click()
    await expect(heading(page)).toHaveText(/^Your code is/)
    const code = (await heading(page).innerText()).split(' ').at(-1) ?? ''
    const card = page.getByRole('region', { name: 'Your four words' })
    papers.set(number, { code, words: await card.locator('p').first().innerText() })
    await button(page, 'Start').click()
  }

  const comeBack = async ({ code, words }: { readonly code: string; readonly words: string }) => {
    await button(page, 'I was here before').click()
    await page.getByLabel('Your code').fill(code)
    await page.getByLabel('Your four words').fill(words)
    await button(page, 'Go on').click()
    const start = button(page, 'Start')
    await expect(start.or(button(page, 'Next'))).toBeVisible()
    if (await start.isVisible()) await start.click()
  }

  /** Answers what is asked, so many at most; gives what that was, in its order. */
  const answer = async (number: number, most: number): Promise<readonly string[]> => {
    const rated: string[] = []
    while (rated.length < most) {
      await expect(heading(page)).toHaveText(/^(Indicator \d|You rated)/)
      const words = await heading(page).innerText()
      const [, place, total, title = ''] = /Indicator (\d+) of (\d+):\s*(.+)/.exec(words) ?? []
      if (place === undefined) break
      const round = Number(total) === AGAIN.length ? 2 : 1
      for (const [which, criterion] of CRITERIA.entries()) {
        const level = 1 + ((number * 3 + Number(place) * 7 + which * 2 + round * 4) % 5)
        await page.keyboard.press(String(level))
        notebook.note({ person: String(number), round, indicator: title, criterion, level })
      }
      rated.push(title)
      await expect(heading(page)).not.toHaveText(words)
    }
    return rated
  }

  const handOver = async () => {
    const finish = button(page, 'Finish')
    if (await finish.isVisible()) await finish.click()
    // The last page says what follows: the next person, or the next round.
    await page.getByRole('button', { name: /^Finish and (hand over|go on to round \d)$/ }).click()
  }

  /** One sitting, which goes on with the next round where one is open; gives all that was answered. */
  return async (number: number, most = Number.POSITIVE_INFINITY): Promise<readonly string[]> => {
    const known = papers.get(number)
    await (known ? comeBack(known) : joinNew(number))
    const rated = [...(await answer(number, most))]
    await handOver()
    const thanks = page.getByRole('heading', { level: 1, name: 'Thank you' })
    const start = button(page, 'Start')
    await expect(thanks.or(start)).toBeVisible()
    if (await start.isVisible()) {
      await start.click()
      rated.push(...(await answer(number, most)))
      await handOver()
    }
    await expect(thanks).toBeVisible()
    await button(page, 'I’m the next person').click()
    return rated
  }
}

for (const cast of CASTS) {
  const { people, latecomer, calledAway, neverBack, returners } = cast
  const details = longUnless(people < 10)
  test(
    `asks ${people} people at one laptop in two rounds what is theirs, and counts each once`,
    details,
    async ({ page, served }) => {
      test.setTimeout(900_000)
      const study = await prepare(page, served)
      const { websocket, client, workbook, workshop, indicators } = study
      const where = { workbook, workshop }
      const notebook = createNotebook()
      const sit = peopleAt(page, notebook)
      const toRoom = async () => {
        await giveToRoom(served, study)
        await expect(heading(page)).toHaveText('Hello')
      }

      // Round 1: everyone but the latecomer, some of whom do not end it in one go.
      await toRoom()
      for (let number = 1; number < latecomer; number++) {
        const leaves = [calledAway, neverBack, ...returners].includes(number)
        const asked = leaves ? TITLES.slice(0, 2) : TITLES
        expect(await sit(number, asked.length), `${number}`).toEqual(asked)
      }
      for (const number of returners) expect(await sit(number)).toEqual(TITLES.slice(2))
      await unlock(page)

      // Round 2: who finished is asked for it, one ends round 1 first, the latecomer begins with round 1.
      await client.round.close({ ...where, round: 1, closed: true })
      const again = indicators.filter(({ title }) => AGAIN.some(one => one === title))
      await client.round.open({ ...where, indicators: again.map(({ id }) => id) })
      await toRoom()
      for (let number = 1; number < latecomer; number++) {
        if (number !== calledAway && number !== neverBack) expect(await sit(number)).toEqual(AGAIN)
      }
      expect(await sit(calledAway)).toEqual([...TITLES.slice(2), ...AGAIN])
      expect(await sit(latecomer)).toEqual([...TITLES, ...AGAIN])
      await unlock(page)
      await client.round.close({ ...where, round: 2, closed: true })

      // Nobody counts twice, and every count is that of the notebook.
      expect(await client.participant.list(where)).toHaveLength(people)
      for (const round of [1, 2]) {
        const results = await client.results.get({ workbook, round })
        expect(results.participants).toBe(people)
        for (const { id, title } of round === 1 ? indicators : again) {
          const found = results.indicators.find(one => one.id === id)
          for (const criterion of CRITERIA) {
            const counts = notebook.count(round, title, criterion)
            expect(found?.criteria[criterion].counts, `${title} ${round}`).toEqual(counts)
          }
        }
      }
      websocket.close()
    },
  )
}
