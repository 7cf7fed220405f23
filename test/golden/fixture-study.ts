import { lookAtAnswers } from '../helpers/look-at-answers.ts'
import { bringIn, type Laptop, say, suggest } from './fixture-laptop.ts'

/** The people and indicators of a workbook, by their places. */
export interface Room {
  readonly workshops: readonly string[]
  readonly people: readonly (readonly string[])[]
  readonly indicators: readonly string[]
}

/** The people in the workbook of a laptop. */
export async function roomOf({ client, workbook }: Laptop): Promise<Room> {
  const workshops = (await client.workshop.list({ workbook })).map(({ id }) => id)
  const people: string[][] = []
  for (const workshop of workshops) {
    people.push((await client.participant.list({ workbook, workshop })).map(({ id }) => id))
  }
  const { indicators } = await client.framework.get({ workbook })
  return { workshops, people, indicators: indicators.map(({ id }) => id) }
}

/** Something of a list that must be there. */
export function at<T>(list: readonly T[] | undefined, place: number): T {
  const item = list?.[place]
  if (item === undefined) throw new Error(`There is nothing at ${place}.`)
  return item
}

/** The comments that go wrong wherever text is quoted badly. */
const HOSTILE = [
  '=HYPERLINK("http://example.org","=1+1")',
  'Two lines,\nwith "quotes"; and a tab\there',
  'Ünïcödé 😀 – <b>&amp;</b>',
]

/** Rules of the study's own: one in its second version, and one that is no longer offered. */
export async function makeRules({ client, workbook }: Laptop): Promise<void> {
  const draft = (name: string, atLeastPercent: number) => ({
    ...{ name, title: `At least ${atLeastPercent} %`, source: 'Made up' },
    scales: [
      {
        levels: 5 as const,
        test: {
          ...{ kind: 'shares' as const, high: 2, low: 2, atLeastPercent, underPercent: 10 },
          each: 'everyone' as const,
        },
      },
    ],
  })
  const { id } = await client.rule.add({ workbook, draft: draft('ours', 80) })
  await client.rule.change({ workbook, rule: id, draft: draft('ours', 65) })
  const old = await client.rule.add({ workbook, draft: draft('old', 90) })
  await client.rule.retire({ workbook, rule: old.id, retired: true })
}

/** Comments with tags, suggestions, changed answers, marks and corrections. */
export async function discuss(from: Laptop, room: Room): Promise<void> {
  const { client, workbook } = from
  const { people, indicators, workshops } = room
  const [one, two] = [at(people[0], 0), at(people[0], 1)]
  for (const [place, comment] of HOSTILE.entries()) {
    const indicator = at(indicators, place)
    const rating = await say(from, { participant: one, indicator, level: 2 + place, comment })
    await client.comment.tag({ workbook, rating, tag: 'wording' })
    await client.comment.tag({ workbook, rating, tag: 'cost' })
    if (place === 1) await client.comment.untag({ workbook, rating, tag: 'cost' })
  }
  await say(from, { participant: two, indicator: at(indicators, 3), comment: 'Only a comment' })
  await suggest(from, one, 'Say it longer', at(indicators, 0))
  await suggest(from, one, 'Say it shorter', at(indicators, 0))
  await suggest(from, two, 'What young people think of it')
  const mark = (workshop: string | null, place: number, discussed = true) =>
    client.discussion.mark({ workbook, workshop, indicator: at(indicators, place), discussed })
  await mark(at(workshops, 0), 0)
  await mark(at(workshops, 0), 1)
  await mark(at(workshops, 0), 1, false)
  await mark(null, 2)
  const participant = at(people[0], 2)
  await client.person.correct({ workbook, participant, code: 'P03', group: 'Other' })
}

/** A second round of five indicators in one workshop; in the other one it was opened by mistake. */
export async function rateAgain(from: Laptop, { people, indicators, workshops }: Room) {
  const { client, workbook } = from
  const again = indicators.slice(0, 5)
  await client.round.open({ workbook, workshop: at(workshops, 0), indicators: [...again] })
  for (const participant of people[0]?.slice(0, 3) ?? []) {
    for (const [place, indicator] of again.entries()) {
      await say(from, { participant, indicator, level: 1 + (place % 5), round: 2 })
    }
  }
  await client.round.open({ workbook, workshop: at(workshops, 1), indicators: null })
  await client.round.takeBack({ workbook, workshop: at(workshops, 1), round: 2 })
}

/** Four more people: two who are one and disagree with themselves, and one each who withdraws or leaves. */
export async function linkAndWithdraw(from: Laptop, { workshops, indicators }: Room) {
  const { client, workbook } = from
  const added: string[] = []
  for (const place of [0, 1, 0, 1]) {
    const who = { workbook, workshop: at(workshops, place), group: 'DfE' }
    added.push((await client.participant.add(who)).id)
  }
  const [one, other, left, gone] = [at(added, 0), at(added, 1), at(added, 2), at(added, 3)]
  for (const [participant, level] of [
    [one, 4],
    [other, 2],
    [left, 5],
    [gone, 1],
  ] as const) {
    for (const place of [4, 5]) {
      await say(from, { participant, indicator: at(indicators, place), level, comment: 'Once' })
    }
  }
  await client.person.link({ workbook, participant: one, other })
  await client.person.link({ workbook, participant: left, other: one })
  await client.person.unlink({ workbook, participant: left, other: one })
  const found = await client.person.withdrawalPreview({ workbook, participant: gone })
  const typed = at(found.participants, 0).code
  await client.person.withdraw({ workbook, participant: gone, typed })
}

/** The same people answer on another laptop, where a workshop is added and words are changed. */
export async function onAnotherLaptop(there: Laptop, { people, indicators }: Room) {
  const { client, workbook } = there
  const disagree = (person: string, places: readonly number[], level: number) =>
    Promise.all(
      places.map(place =>
        say(there, { participant: person, indicator: at(indicators, place), level }),
      ),
    )
  await disagree(at(people[0], 0), [6, 7, 8], 1)
  await disagree(at(people[1], 1), [9], 3)
  const details = { title: 'The north', date: '2026-04-01', venue: '', groups: ['ADCS', 'DfE'] }
  const { id: workshop } = await client.workshop.add({ workbook, ...details })
  const { id: participant } = await client.participant.add({ workbook, workshop, group: 'ADCS' })
  for (const [place, indicator] of indicators.slice(0, 8).entries()) {
    await say(there, { participant, indicator, level: 1 + (place % 5), comment: 'From the north' })
  }
  await suggest(there, participant, 'A word about the north')
}

/** The answers that stand beside those of the other laptop once both come together. */
export async function answerApart(from: Laptop, { people, indicators }: Room): Promise<void> {
  for (const [place, level] of [
    [6, 5],
    [7, 1],
    [8, 4],
  ] as const) {
    await say(from, { participant: at(people[0], 0), indicator: at(indicators, place), level })
  }
}

/** Brings the first package in and settles one of its conflicts by hand, and one that is taken back. */
export async function comeTogether(from: Laptop, path: string): Promise<void> {
  const { client, workbook } = from
  await bringIn(from, [path])
  await lookAtAnswers(client, workbook)
  const { open } = await client.conflict.list({ workbook })
  const chosen = open.slice(0, 2).map(({ sides }) => at(sides, 0).id)
  await client.conflict.resolve({ workbook, rating: at(chosen, 0) })
  const { id } = await client.conflict.resolve({ workbook, rating: at(chosen, 1) })
  await client.conflict.reopen({ workbook, settlement: id })
}
