import { safe } from '@orpc/client'
import { createRouterClient } from '@orpc/server'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { OPEN_IN_ROOM } from '../../engine/lock/guard.ts'
import type { EngineClient } from '../../shared/host.ts'
import { lookAtAnswers } from '../helpers/look-at-answers.ts'
import { startEngineOver } from '../helpers/test-engine.ts'
import { call, OPERATIONS } from './operations.ts'
import { connectionInTests, TRANSPORTS } from './transports.ts'

const PIN = '7391'

const isShut = ([namespace, name]: readonly [string, string]): boolean =>
  !OPEN_IN_ROOM.some(open => open === `${namespace}.${name}` || open === `${namespace}.*`)

/** A workbook with somebody's answer, and a workshop in the room's hands where a second person rates. */
async function roomWithPeople(client: EngineClient) {
  const made = await client.library.createExample({ title: 'Try', scale: 5, madeUp: false })
  const workbook = made.id
  const details = { title: 'Spring', date: '2026-03-09', venue: '', groups: ['ADCS', 'DfE'] }
  const { id: workshop } = await client.workshop.add({ workbook, ...details })
  const { indicators } = await client.framework.get({ workbook })
  const [indicator] = indicators
  if (!indicator) throw new Error('The example has no indicators')
  const before = await client.participant.add({ workbook, workshop, group: 'ADCS' })
  const ratingOf = (participant: string) => ({
    workbook,
    id: uuidv7(),
    participant,
    indicator: indicator.id,
    criterion: 'usefulness' as const,
    round: 1,
    answer: { kind: 'level' as const, level: 4 },
    comment: 'What the first person thinks',
    wording: 'title' as const,
  })
  await client.rating.record(ratingOf(before.id))
  await client.lock.setPin({ pin: PIN })
  return { workbook, workshop, before: before.id, ratingOf }
}

describe.each(TRANSPORTS)('a laptop in the room’s hands, $name', ({ connect }) => {
  const connection = connectionInTests(connect)
  let room: Awaited<ReturnType<typeof roomWithPeople>>
  const client = () => connection.client

  beforeAll(async () => {
    room = await roomWithPeople(client())
    await client().lock.enter({ workbook: room.workbook, workshop: room.workshop })
  })

  it.each(OPERATIONS.filter(isShut))('answers LOCKED to %s.%s', async (namespace, name) => {
    const { workbook, workshop, before: participant } = room
    const sensible = { workbook, workshop, participant, words: 'P01', typed: 'P01', round: 1 }
    for (const input of [sensible, {}, undefined]) {
      const { error, isDefined } = await call(client(), [namespace, name], input)
      expect(isDefined && error).toMatchObject({ code: 'LOCKED' })
    }
  })

  it('leaves open what takes no other person’s name, or asks for the PIN: the lock itself and the room', async () => {
    expect(OPERATIONS.filter(path => !isShut(path)).map(path => path.join('.'))).toEqual([
      'lock.state',
      'lock.watch',
      'lock.unlock',
      'room.get',
      'room.picture',
      'room.join',
      'room.comeBack',
      'room.people',
      'room.letIn',
      'room.nextRound',
      'room.handOver',
      'room.cover',
      'room.goOn',
    ])
    const { title, turn, isClosed, framework } = await client().room.get()
    expect({ title, turn, isClosed }).toEqual({ title: 'Spring', turn: null, isClosed: false })
    expect(framework.indicators).toHaveLength(106)
  })

  it('lets in one person at a time, who reaches their own answers alone', async () => {
    const { workbook, before, ratingOf } = room
    const joined = await client().room.join({ group: 'DfE' })
    const second = await safe(client().room.join({ group: 'DfE' }))
    expect(second).toMatchObject({ error: { code: 'SOMEBODY_IS_RATING' } })
    const mine = { workbook, participant: joined.id }
    const begun = await client().turn.begin({ ...mine, round: null })
    if ('nothing' in begun) throw new Error('There is nothing to rate.')
    const { turn } = begun
    const { indicator, criterion, answer, wording } = ratingOf(joined.id)
    const draft = { part: 'answer', indicator, criterion, answer, wording } as const
    await client().turn.save({ ...mine, turn, draft })
    expect((await client().turn.get({ ...mine, turn })).answers).toHaveLength(1)
    for (const refused of [
      client().rating.list({ workbook, participant: joined.id }),
      client().rating.record(ratingOf(joined.id)),
      client().rating.list({ workbook, participant: before }),
      client().rating.record(ratingOf(before)),
      client().turn.begin({ workbook, participant: before, round: null }),
      client().turn.get({ workbook, participant: before, turn: begun.turn }),
      client().person.replaceWords({ workbook, participant: before }),
      client().person.replaceWords({ workbook, participant: joined.id }),
      client().person.markTest({ workbook, participant: joined.id, test: true }),
      client().turn.begin({ ...mine, workbook: uuidv7(), round: null }),
      client().turn.underWay({ workbook }),
    ]) {
      expect(await safe<unknown, unknown>(refused)).toMatchObject({ error: { code: 'LOCKED' } })
    }
    await client().room.handOver()
    const late = await safe(client().turn.get({ ...mine, turn }))
    expect(late).toMatchObject({ error: { code: 'LOCKED' } })
  })

  it('lets in who was here before by code and words, as the same person', async () => {
    const { workbook, ratingOf } = room
    const { id: participant, code, words } = await client().room.join({ group: 'ADCS' })
    const begun = await client().turn.begin({ workbook, participant, round: null })
    if ('nothing' in begun) throw new Error('There is nothing to rate.')
    const { indicator, criterion, answer, wording } = ratingOf(participant)
    const draft = { part: 'answer', indicator, criterion, answer, wording } as const
    await client().turn.save({ workbook, participant, turn: begun.turn, draft })
    await client().room.handOver()
    const stranger = words.split(' ').toReversed().join(' ')
    for (const wrong of [
      { code, words: stranger },
      { code: 'P99', words },
    ]) {
      const refused = await safe(client().room.comeBack(wrong))
      expect(refused).toMatchObject({ error: { code: 'NOT_RECOGNISED' } })
    }
    await client().room.comeBack({ code: code.toLowerCase(), words: `${words.toUpperCase()}.` })
    expect((await client().room.get()).turn?.participant.id).toBe(participant)
    expect(await client().turn.begin({ workbook, participant, round: null })).toMatchObject({
      participant: { id: participant },
    })
    await client().room.handOver()
  })

  it('lets in who does not know their words by the facilitator’s PIN alone', async () => {
    const { before: participant } = room
    for (const proof of [undefined, { pin: '8642' }, { words: 'one two three four five six' }]) {
      for (const refused of [
        client().room.people({ proof }),
        client().room.letIn({ participant, proof }),
      ]) {
        const { error } = await safe<unknown, unknown>(refused)
        expect(error).toMatchObject({
          code: proof && 'words' in proof ? 'WRONG_WORDS' : 'WRONG_PIN',
        })
      }
    }
    expect((await client().room.get()).turn).toBeNull()
    const proof = { pin: PIN }
    const people = await client().room.people({ proof })
    expect(people[0]).toMatchObject({ id: participant, group: 'ADCS' })
    const nobody = await safe(client().room.letIn({ participant: uuidv7(), proof }))
    expect(nobody).toMatchObject({ error: { code: 'UNKNOWN_PARTICIPANT' } })
    await client().room.letIn({ participant, proof })
    expect((await client().room.get()).turn?.participant.id).toBe(participant)
    const second = await safe(client().room.people({ proof }))
    expect(second).toMatchObject({ error: { code: 'SOMEBODY_IS_RATING' } })
    const shut = await safe(client().results.get({ workbook: room.workbook }))
    expect(shut).toMatchObject({ error: { code: 'LOCKED' } })
    await client().room.handOver()
  })

  it('covers what a person was doing until the first of their words is said', async () => {
    const { workbook } = room
    const { id: participant, words } = await client().room.join({ group: 'ADCS' })
    const mine = { workbook, participant }
    await client().turn.begin({ ...mine, round: null })
    await client().room.cover()
    const covered = await safe(client().turn.begin({ ...mine, round: null }))
    expect(covered).toMatchObject({ error: { code: 'LOCKED' } })
    const other = await safe(client().room.goOn({ word: 'none' }))
    expect(other).toMatchObject({ error: { code: 'WORD_DIFFERS', data: { triesLeft: 4 } } })
    await client().room.goOn({ word: ` ${words.split(' ')[0]?.toUpperCase()} ` })
    expect(await client().turn.begin({ ...mine, round: null })).toMatchObject({ answers: [] })
    await client().room.handOver()
  })

  it('stays so when the program is started again, and over a second line', async () => {
    const again = startEngineOver(connection.engine.folder.file('library'))
    try {
      const other: EngineClient = createRouterClient(again.router)
      const results = await safe(other.results.get({ workbook: room.workbook }))
      expect(results).toMatchObject({ error: { code: 'LOCKED' } })
      expect((await other.room.get()).title).toBe('Spring')
    } finally {
      again.close()
    }
    const second = await connect(connection.engine)
    const results = await safe(second.client.results.get({ workbook: room.workbook }))
    expect(results).toMatchObject({ error: { code: 'LOCKED' } })
    await second.close()
  })

  it('is the facilitator’s again by the PIN, and tells whoever follows the lock', async () => {
    const states = await client().lock.watch()
    expect((await states.next()).value).toMatchObject({
      pin: 'set',
      room: { workshop: room.workshop },
    })
    const wrong = await safe(client().lock.unlock({ pin: '0000' }))
    expect(wrong).toMatchObject({ error: { code: 'WRONG_PIN', data: { waitSeconds: 0 } } })
    const unlocked = await client().lock.unlock({ pin: PIN })
    expect(unlocked.room).toBeNull()
    const seen: unknown[] = []
    for await (const state of states) {
      seen.push(state)
      if (state.room === null) break
    }
    expect(seen.at(-1)).toMatchObject({ room: null })
    await lookAtAnswers(client(), room.workbook)
    expect((await client().results.get({ workbook: room.workbook })).participants).toBe(3)
  })

  it('ends what a facilitator’s page was watching when it is given to the room', async () => {
    const { workbook, workshop } = room
    const events = await client().workbook.watch({ workbook })
    expect((await events.next()).value).toEqual({ kind: 'ready' })
    await client().lock.enter({ workbook, workshop })
    await client().room.join({ group: 'ADCS' })
    expect(await events.next()).toMatchObject({ done: true })
    await client().lock.unlock({ pin: PIN })
  })
})
