import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import type { Indicator } from '../../../shared/model/framework.ts'
import { connect, expect, type ServedWorkbook } from './fixtures.ts'

/** The facilitator's PIN in every room. */
export const PIN = '7391'

/** An address to open the program at, however it was started. */
type Opened = Pick<ServedWorkbook, 'url'>

/** A workbook with the example framework and one workshop, ready for its first participant. */
export interface WorkshopRoom {
  readonly workbook: string
  readonly workshop: string
  readonly indicators: readonly Indicator[]
  /** The address of a page of the workbook, such as `workshops`. */
  readonly at: (...parts: readonly string[]) => string
}

/** Sets up a room as a facilitator would before people arrive, without going through the pages. */
export async function prepareRoom(served: Opened): Promise<WorkshopRoom> {
  const { origin } = new URL(served.url)
  const { websocket, client } = connect(served)
  const made = await client.library.createExample({ title: 'Spring', scale: 5, madeUp: false })
  const workbook = made.id
  const { id: workshop } = await client.workshop.add({
    workbook,
    title: 'Directors and data leads',
    date: '2026-03-09',
    venue: 'County Hall',
    groups: ['ADCS', 'Young people'],
  })
  const { indicators } = await client.framework.get({ workbook })
  await client.lock.setPin({ pin: PIN })
  websocket.close()
  const at = (...parts: readonly string[]) => `${origin}/#/workbook/${workbook}/${parts.join('/')}`
  return { workbook, workshop, indicators, at }
}

/** People who rate elsewhere while a page is open. */
export interface PeopleElsewhere extends AsyncDisposable {
  /** Somebody joins; gives their id. */
  readonly join: () => Promise<string>
  /** They give an indicator this level for both criteria. */
  readonly rate: (person: string, indicator: string, level: number, round?: number) => Promise<void>
  /** Somebody joins and rates the first so many indicators, or all; gives their id. */
  readonly joinAndRate: (count?: number) => Promise<string>
  /** Has everyone rate everything again. */
  readonly openRound: () => Promise<void>
}

/** Has people rate in a room without going through the pages. */
export function peopleElsewhere(served: Opened, room: WorkshopRoom): PeopleElsewhere {
  const { websocket, client } = connect(served)
  const { workbook, workshop } = room
  const people: Omit<PeopleElsewhere, 'joinAndRate'> = {
    join: async () => (await client.participant.add({ workbook, workshop, group: 'ADCS' })).id,
    rate: async (participant, indicator, level, round = 1) => {
      for (const criterion of ['usefulness', 'usability'] as const) {
        await client.rating.record({
          workbook,
          id: uuidv7(),
          participant,
          indicator,
          criterion,
          round,
          answer: { kind: 'level', level },
          comment: '',
          wording: 'title',
        })
      }
    },
    openRound: async () => {
      await client.round.open({ workbook, workshop, indicators: null })
    },
    [Symbol.asyncDispose]: async () => websocket.close(),
  }
  return {
    ...people,
    joinAndRate: async (count = room.indicators.length) => {
      const person = await people.join()
      for (const { id } of room.indicators.slice(0, count)) await people.rate(person, id, 4)
      return person
    },
  }
}

/** Every rating that the workbook's file holds, those that were replaced included. */
export const storedRatings = (served: Library): readonly unknown[] =>
  stored(served, 'SELECT criterion, answer, level FROM rating ORDER BY id')

/** The answers that were given on screens in another language than English, with the language of each. */
export const storedLanguages = (served: Library): readonly unknown[] =>
  stored(
    served,
    `SELECT r.criterion, l.language FROM language_record AS l, json_each(l.said) AS said
     JOIN rating AS r ON r.id = said.value ORDER BY r.id`,
  )

type Library = Pick<ServedWorkbook, 'libraryFolder'>

function stored({ libraryFolder }: Library, sql: string): readonly unknown[] {
  const [file = ''] = globSync('*.sqlite', { cwd: libraryFolder })
  const store = new Database(join(libraryFolder, file), { readonly: true })
  try {
    return store.prepare(sql).all()
  } finally {
    store.close()
  }
}

/** Gives the laptop to the room, as pressing Start does. */
export async function giveToRoom(
  served: Opened,
  { workbook, workshop }: Pick<WorkshopRoom, 'workbook' | 'workshop'>,
): Promise<void> {
  const { websocket, client } = connect(served)
  const { room } = await client.lock.state()
  if (room === null) await client.lock.enter({ workbook, workshop })
  websocket.close()
}

/** Gives the laptop to the room, and opens the program at the start of the next participant. */
export async function nextParticipant(
  page: Page,
  served: Opened,
  room: Pick<WorkshopRoom, 'workbook' | 'workshop'>,
): Promise<void> {
  await giveToRoom(served, room)
  // By way of an empty page, as one that was open would not start anew at the same address.
  await page.goto('about:blank')
  await page.goto(served.url)
  await expect(page.getByRole('heading', { level: 1, name: 'Hello' })).toBeVisible()
}

/** Gives the laptop back to the facilitator, who stands on the workshop's page then. */
export async function unlock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Facilitator' }).click()
  await page.getByLabel('PIN', { exact: true }).fill(PIN)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'How to hand the laptop round' })).toBeVisible()
}

/** Decides that the laptop has no PIN. */
export async function goWithoutPin(served: Opened): Promise<void> {
  const { websocket, client } = connect(served)
  await client.lock.goWithout()
  websocket.close()
}

/** Gives a laptop without a PIN back to the facilitator. */
export async function unlockWithoutPin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Facilitator' }).click()
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByRole('heading', { name: 'How to hand the laptop round' })).toBeVisible()
}

/** Joins as somebody of a group, as far as the first indicator. */
export async function joinAs(page: Page, group: string): Promise<void> {
  await page.getByText(group, { exact: true }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Start' }).click()
}

/**
 * A text with the code of the nth person who joined on this laptop, such as `Open as KUB-01`; the syllable is the
 * laptop's.
 */
export const withCode = (before: string, number: number, after = ''): RegExp =>
  new RegExp(`^${before}[A-Z]{3}-${String(number).padStart(2, '0')}${after}`)

/** Has a facilitator look at answers while people still rate, which takes an act of its own. */
export async function lookAtAnswersSoFar(page: Page, round = 1): Promise<void> {
  await expect(page.getByText(`Round ${round} is being rated`)).toBeVisible()
  await page.getByRole('button', { name: 'Look at the answers so far' }).click()
  await expect(page.getByText('people are still rating')).toBeVisible()
}

/** The answers to one question on the rating page. */
export const useful = (page: Page) => page.getByRole('group', { name: /How useful|Would it help/ })
export const usable = (page: Page) => page.getByRole('group', { name: /How easy|easy to find out/ })

/** One answer to a question; the name of a level says its place on the scale too. */
export const radio = (question: ReturnType<typeof useful>, label: string) =>
  question.getByRole('radio', { name: new RegExp(`^(\\d of \\d, )?${label}$`) })

/** Has the page stay with an indicator that has both answers, as somebody does who wants to say more. */
export async function stayPut(page: Page): Promise<void> {
  await page.keyboard.press('?')
  await page.getByText('Go on by itself').click()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** The save mark's text when everything is saved. */
export const saved = (page: Page) => page.getByText('Saved', { exact: true })

/** Presses an answer where a person would. */
export const choose = (question: ReturnType<typeof useful>, label: string) =>
  question.getByText(label, { exact: true }).click()
