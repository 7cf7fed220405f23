import { safe } from '@orpc/client'
import { createRouterClient } from '@orpc/server'
import { beforeAll, describe, expect, it } from 'vitest'
import type { EngineClient } from '../../shared/host.ts'
import { lookAtAnswers } from '../helpers/look-at-answers.ts'
import { startEngineOver } from '../helpers/test-engine.ts'
import { connectionInTests, TRANSPORTS } from './transports.ts'

const PIN = '7391'

describe.each(TRANSPORTS)('somebody new in the room, $name', ({ connect }) => {
  const connection = connectionInTests(connect)
  let workbook: string
  let workshop: string
  const client = () => connection.client

  beforeAll(async () => {
    const about = { title: 'Starts', scale: 5, madeUp: false } as const
    workbook = (await client().library.createExample(about)).id
    const where = { title: 'Spring', date: '2026-03-09', venue: '', groups: ['ADCS', 'DfE'] }
    workshop = (await client().workshop.add({ workbook, ...where })).id
    await client().lock.setPin({ pin: PIN })
  })

  const enter = () => client().lock.enter({ workbook, workshop })

  /** The facilitator takes the laptop, and looks who there is. */
  async function people() {
    await client().lock.unlock({ pin: PIN })
    const list = await client().participant.list({ workbook, workshop })
    return list.map(({ code, group, rated }) => ({ code, group, rated }))
  }

  /** Somebody joins and begins their turn, with a way to answer the first indicator. */
  async function join(group = 'ADCS') {
    const joined = await client().room.join({ group })
    const mine = { workbook, participant: joined.id }
    const begun = await client().turn.begin({ ...mine, round: null })
    if ('nothing' in begun) throw new Error('There is nothing to rate.')
    const named = { ...mine, turn: begun.turn }
    const question = {
      indicator: begun.framework.indicators[0]?.id ?? '',
      criterion: 'usefulness',
      wording: 'title',
    } as const
    const save = (level: number) => {
      const answer = { kind: 'level', level } as const
      return client().turn.save({ ...named, draft: { part: 'answer', ...question, answer } })
    }
    const write = (text: string) =>
      client().turn.save({ ...named, draft: { part: 'comment', ...question, text } })
    return { ...joined, begun, named, save, write }
  }

  it('is nobody yet, and has the code and the words that they keep', async () => {
    await enter()
    const { code, name, begun, words } = await join()
    expect(code).toMatch(/^[A-Z]{3}-01$/)
    expect(begun).toMatchObject({ isStart: true, isReturn: false, answers: [], round: 1 })
    expect(begun.participant).toMatchObject({ code, name })
    const { turn } = await client().room.get()
    expect(turn).toMatchObject({ participant: { code }, asked: { kind: 'round', round: 1 } })
    expect(words.split(' ')).toHaveLength(4)
    expect(await people()).toEqual([])
  })

  it('is a test where the room only practises, and nobody whose answers count is let in then', async () => {
    await enter()
    const counted = await join()
    await counted.save(4)
    await client().lock.unlock({ pin: PIN })
    await client().lock.enter({ workbook, workshop, practice: true })
    expect((await client().lock.state()).room).toMatchObject({ isPractice: true })
    const mine = { code: counted.code, words: counted.words }
    const returned = await safe(client().room.comeBack(mine))
    expect(returned.error).toMatchObject({ code: 'NOT_RECOGNISED' })
    const tried = await join()
    await tried.save(1)
    await client().lock.unlock({ pin: PIN })
    const list = await client().participant.list({ workbook, workshop })
    expect(list.map(({ id, isTest }) => [id, isTest])).toEqual([
      [counted.id, false],
      [tried.id, true],
    ])
    await client().round.close({ workbook, workshop, round: 1, closed: true })
    const { indicators } = await client().results.get({ workbook, workshops: [workshop] })
    expect(indicators[0]?.criteria.usefulness).toMatchObject({ n: 1, counts: { 4: 1 } })
    await client().round.close({ workbook, workshop, round: 1, closed: false })
    for (const { id } of [counted, tried]) {
      const [known] = (await client().person.find({ workbook, words: id })) ?? []
      await client().person.withdraw({ workbook, participant: id, typed: known?.code ?? '' })
    }
  })

  it('leaves nobody behind who hands over, goes back or stops at the end, and the code is free', async () => {
    await enter()
    const first = await join()
    await client().room.handOver()
    const { code, words } = first
    const gone = await safe(client().room.comeBack({ code, words }))
    expect(gone).toMatchObject({ error: { code: 'NOT_RECOGNISED' } })
    const second = await join('DfE')
    expect(second.code).toBe(code)
    await client().turn.end({ ...second.named, how: 'hand-over' })
    await client().turn.end({ ...second.named, how: 'hand-over' })
    await client().room.handOver()
    expect(await people()).toEqual([])
  })

  it('leaves nobody behind whose words were typed and emptied again before anything else', async () => {
    await enter()
    const { write } = await join()
    await write('')
    expect(await people()).toEqual([])
  })

  it('is not recorded by a cover, and goes on by the first word', async () => {
    await enter()
    const { words, named, begun } = await join()
    await client().room.cover()
    await client().room.goOn({ word: words.split(' ')[0] ?? '' })
    const again = await client().turn.begin({
      workbook,
      participant: named.participant,
      round: null,
    })
    expect(again).toMatchObject({ turn: begun.turn, key: begun.key, isStart: true })
    await client().room.cover()
    expect(await people()).toEqual([])
  })

  it('is there again after a restart of the program, and still nobody', async () => {
    await enter()
    const { code, named, begun } = await join()
    const again = startEngineOver(connection.engine.folder.file('library'))
    try {
      const other: EngineClient = createRouterClient(again.router)
      expect((await other.room.get()).turn?.participant.code).toBe(code)
      const resumed = { workbook, participant: named.participant, round: null }
      expect(await other.turn.begin(resumed)).toMatchObject({ turn: begun.turn, isStart: true })
    } finally {
      again.close()
    }
    expect(await people()).toEqual([])
  })

  it('is recorded with the first thing they say, under the code and words that they were shown', async () => {
    await enter()
    const { code, words, named, save, write } = await join('DfE')
    await save(4)
    await write('It tells what we need')
    await client().room.handOver()
    const late = await safe(client().turn.get(named))
    expect(late).toMatchObject({ error: { code: 'LOCKED' } })
    await client().room.comeBack({ code, words })
    const back = await client().turn.begin({
      workbook,
      participant: named.participant,
      round: null,
    })
    expect(back).toMatchObject({
      isStart: false,
      answers: [{ answer: { kind: 'level', level: 4 } }],
      comments: [{ text: 'It tells what we need' }],
    })
    const next = await safe(client().room.join({ group: 'ADCS' }))
    expect(next).toMatchObject({ error: { code: 'SOMEBODY_IS_RATING' } })
    await client().room.handOver()
    expect((await join()).code).not.toBe(code)
    expect(await people()).toEqual([{ code, group: 'DfE', rated: 0 }])
    await lookAtAnswers(client(), workbook)
    const { participants } = await client().results.get({ workbook })
    expect(participants).toBe(1)
  })

  it('puts a wrong group right in their own turn, and that of nobody else', async () => {
    await enter()
    const { named } = await join('DfE')
    const changed = await client().turn.correctGroup({ ...named, group: 'ADCS' })
    expect(changed).toMatchObject({ id: named.participant, group: 'ADCS' })
    expect((await client().room.get()).turn?.participant.group).toBe('ADCS')
    const unknown = await safe(client().turn.correctGroup({ ...named, group: 'Nobody' }))
    expect(unknown).toMatchObject({ error: { code: 'UNKNOWN_GROUP' } })
    const other = { ...named, participant: workshop, group: 'DfE' }
    const refused = await safe(client().turn.correctGroup(other))
    expect(refused).toMatchObject({ error: { code: 'LOCKED' } })
    await client().room.handOver()
    expect(await people()).not.toContainEqual(expect.objectContaining({ group: 'ADCS' }))

    await enter()
    const { code, named: mine, save } = await join('DfE')
    await save(2)
    expect(await client().turn.correctGroup({ ...mine, group: 'ADCS' })).toMatchObject({
      code,
      group: 'ADCS',
    })
    await client().turn.end({ ...mine, how: 'hand-over' })
    const late = await safe(client().turn.correctGroup({ ...mine, group: 'DfE' }))
    expect(late).toMatchObject({ error: { code: 'TURN_OVER' } })
    expect(await people()).toContainEqual({ code, group: 'ADCS', rated: 0 })
  })

  it('is recorded who says that they leave everything out, as that is something said', async () => {
    await enter()
    const { code, named } = await join()
    await client().turn.end({ ...named, how: 'hand-over', leavesOut: true })
    await client().turn.end({ ...named, how: 'hand-over', leavesOut: true })
    await client().room.handOver()
    expect(await people()).toContainEqual({ code, group: 'ADCS', rated: 0 })
  })

  it('goes from a round that they end straight into the next, and hands over after the last', async () => {
    const indicators = (await client().framework.get({ workbook })).indicators.map(({ id }) => id)
    await client().round.open({ workbook, workshop, indicators: indicators.slice(0, 2) })
    await enter()
    const { named, save, words } = await join()
    await save(3)
    const early = await client().room.nextRound({ ended: 1 })
    expect(early).toEqual({ round: null })
    await client().turn.end({ ...named, how: 'finish', leavesOut: true })
    expect(await client().room.nextRound({ ended: 1 })).toEqual({ round: 2 })
    expect((await client().room.get()).turn?.asked).toMatchObject({ round: 2, isReturn: true })
    const { participant } = named
    const begun = await client().turn.begin({ workbook, participant, round: 2 })
    if ('nothing' in begun) throw new Error('There is nothing to rate.')
    expect(begun).toMatchObject({ round: 2, isReturn: true, isStart: false })
    expect(begun.asked).toHaveLength(2)
    await client().room.cover()
    await client().room.goOn({ word: words.split(' ')[0] ?? '' })
    const on = await client().turn.begin({ workbook, participant, round: 2, resumes: begun.turn })
    if ('nothing' in on) throw new Error('There is nothing to rate.')
    const { turn } = on
    await client().turn.end({ workbook, participant, turn, how: 'finish', leavesOut: true })
    expect(await client().room.nextRound({ ended: 2 })).toEqual({ round: null })
    await client().room.handOver()
    await client().room.comeBack({ code: begun.participant.code, words })
    expect((await client().room.get()).turn?.asked).toEqual({
      kind: 'nothing',
      because: 'finished',
    })
    await client().room.handOver()
    await people()
  })
})
