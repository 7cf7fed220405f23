import { createRouterClient } from '@orpc/server'
import { expect, it } from 'vitest'
import type { EngineClient } from '../../shared/host.ts'
import { CRITERIA } from '../../shared/model/vocabulary.ts'
import { createTestEngine, startEngineOver } from '../helpers/test-engine.ts'
import { createNotebook, type Doing, type RoomOf, sitDown } from './people-in-a-room.ts'

const PEOPLE = 14
const LATECOMER = 14
/** In the middle when round 2 is opened: one is called away, one never comes back to the laptop. */
const CALLED_AWAY = 6
const NEVER_BACK = 9
/** They hand over in the middle and return before the round is over. */
const RETURNERS = [2, 5, 11]
/** One who leaves some out, and says that they are done. */
const LEAVES_OUT = 12

/** A room with a study of the example's indicators. */
async function openRoom(client: EngineClient): Promise<RoomOf & { indicators: readonly string[] }> {
  const study = { title: 'Spring', scale: 5 as const, madeUp: false }
  const { id: workbook } = await client.library.createExample(study)
  const details = { title: 'Directors', date: '2026-03-09', venue: '', groups: ['ADCS', 'Ofsted'] }
  const { id: workshop } = await client.workshop.add({ workbook, ...details })
  const { indicators } = await client.framework.get({ workbook })
  return { client, workbook, workshop, indicators: indicators.map(({ id }) => id) }
}

/** The people of a room, who come in as they are asked for, each of them once. */
function peopleOf({ client, workbook, workshop }: RoomOf) {
  const known = new Map<number, string>()
  return async (number: number) => {
    const id =
      known.get(number) ??
      (
        await client.participant.add({
          ...{ workbook, workshop },
          group: number % 2 === 0 ? 'ADCS' : 'Ofsted',
        })
      ).id
    known.set(number, id)
    return { id, number }
  }
}

it('asks fourteen people in two rounds what is theirs, counts each once, and all they said', async () => {
  using engine = createTestEngine()
  const room = await openRoom(createRouterClient(engine.router))
  const { client, workbook, workshop, indicators } = room
  const total = indicators.length
  const notebook = createNotebook()
  const person = peopleOf(room)
  const sit = async (number: number, doing?: Doing) =>
    sitDown(room, notebook, await person(number), doing)
  const standings = (round: number) => client.round.standings({ workbook, workshop, round })

  // Round 1: everyone but the latecomer sits down, and some do not end it in one go.
  for (let number = 1; number < LATECOMER; number++) {
    const rates =
      number === CALLED_AWAY
        ? 45
        : number === NEVER_BACK
          ? 3
          : RETURNERS.includes(number)
            ? 30
            : total
    const doing = number === LEAVES_OUT ? { rates: total - 6, leavesOut: true } : { rates }
    expect(await sit(number, doing)).toEqual({
      round: 1,
      isReturn: false,
      asked: indicators,
      answeredBefore: 0,
    })
  }
  for (const number of RETURNERS) {
    expect(await sit(number)).toMatchObject({ round: 1, isReturn: false, answeredBefore: 30 })
  }
  expect(await sit(1)).toBe('finished')
  expect(await sit(LEAVES_OUT)).toBe('finished')
  expect(await standings(1)).toEqual({ finished: 11, inTheMiddle: 2, notBegun: 0, excused: 0 })
  expect(await client.round.underWay({ workbook })).toMatchObject([{ workshop, round: 1 }])

  // The round is closed, the room talks and collects five indicators, of which four are rated again.
  await client.round.close({ workbook, workshop, round: 1, closed: true })
  expect(await sit(CALLED_AWAY)).toBe('closed')
  expect(await client.round.underWay({ workbook })).toEqual([])
  const wanted = [3, 50, 7, 99, 20].map(place => indicators[place] ?? '')
  for (const indicator of wanted) {
    await client.round.collect({ workbook, workshop, indicator, collected: true })
  }
  expect(await client.round.collected({ workbook, workshop })).toEqual(wanted)
  expect(await client.round.list({ workbook, workshop })).toHaveLength(1)
  const again = wanted.slice(0, 4)
  await client.round.open({ workbook, workshop, indicators: again })
  const askedAgain = indicators.filter(id => again.includes(id))
  expect(await client.round.collected({ workbook, workshop })).toEqual([])

  // Round 2: who finished is asked for it, one ends round 1 first, the latecomer begins with round 1.
  const second = { round: 2, isReturn: true, asked: askedAgain }
  for (let number = 1; number < LATECOMER; number++) {
    if (number === CALLED_AWAY || number === NEVER_BACK) continue
    const rates = RETURNERS.includes(number) ? 1 : 4
    expect(await sit(number, { rates })).toEqual({ ...second, answeredBefore: 0 })
  }
  expect(await sit(CALLED_AWAY)).toMatchObject({ round: 1, asked: indicators, answeredBefore: 45 })
  expect(await sit(CALLED_AWAY)).toMatchObject(second)
  expect(await sit(LATECOMER)).toMatchObject({ round: 1, isReturn: false, asked: indicators })
  for (const number of [LATECOMER, ...RETURNERS]) expect(await sit(number)).toMatchObject(second)
  expect(await standings(2)).toEqual({ finished: 13, inTheMiddle: 0, notBegun: 1, excused: 0 })

  // One comes in at the laptop and gives up; one is asked again, and ends the round once more.
  await client.lock.goWithout()
  await client.lock.enter({ workbook, workshop })
  await client.room.join({ group: 'ADCS' })
  await client.room.handOver()
  await client.lock.unlock()
  const { id: askedOnceMore } = await person(3)
  await client.round.mark({ workbook, participant: askedOnceMore, round: 2, standing: 'asked' })
  expect(await standings(2)).toMatchObject({ finished: 12, inTheMiddle: 1 })
  expect(await sit(3)).toEqual({ ...second, answeredBefore: 4 })
  expect(await sit(3)).toBe('finished')
  expect(await standings(2)).toEqual({ finished: 13, inTheMiddle: 0, notBegun: 1, excused: 0 })
  const people = await client.participant.list({ workbook, workshop })
  expect(people).toHaveLength(PEOPLE)
  expect(people[NEVER_BACK - 1]).toMatchObject({ round: 1, rated: 3, standing: 'in the middle' })

  // Each is counted once, and every count is the one in the notebook, also after a restart of the program.
  await client.round.close({ workbook, workshop, round: 2, closed: true })
  engine.close()
  const restarted = startEngineOver(engine.folder.file('library'))
  const reader: EngineClient = createRouterClient(restarted.router)
  try {
    for (const round of [1, 2]) {
      const results = await reader.results.get({ workbook, round })
      expect(results.participants).toBe(PEOPLE)
      const asked = round === 1 ? indicators : askedAgain
      for (const indicator of asked) {
        const found = results.indicators.find(({ id }) => id === indicator)
        for (const criterion of CRITERIA) {
          const counts = notebook.count(round, indicator, criterion)
          expect(found?.criteria[criterion].counts).toEqual(counts)
          const n = Object.values(counts).reduce((sum, count) => sum + count, 0)
          expect(found?.criteria[criterion].n).toBe(n)
        }
      }
      const unasked = results.indicators.filter(({ id }) => !asked.includes(id))
      expect(unasked.every(({ criteria }) => criteria.usefulness.n === 0)).toBe(true)
    }
    const moved = await reader.results.moved({ workbook, from: 1, to: 2 })
    expect(moved.indicators.map(({ id }) => id).toSorted()).toEqual(askedAgain.toSorted())
    for (const { id, criteria } of moved.indicators) {
      for (const criterion of CRITERIA) {
        expect(criteria[criterion]).toMatchObject(notebook.moves(id, criterion))
      }
    }
  } finally {
    restarted.close()
  }
}, 120_000)
