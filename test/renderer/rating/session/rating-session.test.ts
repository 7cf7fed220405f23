import { setTimeout } from 'node:timers/promises'
import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RatingSession } from '../../../../renderer/rating/session/rating-session.ts'
import type { Framework, Indicator, IndicatorEdit } from '../../../../shared/model/framework.ts'
import type { Criterion } from '../../../../shared/model/vocabulary.ts'
import { lookAtAnswers } from '../../../helpers/look-at-answers.ts'
import { createTestEngine, startEngineOver, type TestEngine } from '../../../helpers/test-engine.ts'
import { openSession } from './open-session.ts'
import { type SeverableLine, severableLine } from './severable-line.ts'

const level = (value: number) => ({ kind: 'level' as const, level: value })

describe('a rating session', () => {
  let engine: TestEngine
  let line: SeverableLine
  let workbook: string
  let workshop: string
  let participant: string
  let framework: Framework

  async function open(group = 'ADCS', round: number | null = null): Promise<RatingSession> {
    const { client } = line
    if (participant === '') {
      participant = (await client.participant.add({ workbook, workshop, group })).id
    }
    return openSession({ client, workbook, workshop, participant }, round)
  }

  function at(position: number): Indicator {
    const indicator = framework.indicators[position]
    if (!indicator) throw new Error('There is no such indicator')
    return indicator
  }

  const key = (position: number, criterion: Criterion) => ({
    indicator: at(position).id,
    criterion,
  })
  // What is on disk, whatever the line does.
  const inProcess = () => createRouterClient(engine.router)
  const recorded = () => inProcess().rating.list({ workbook, participant })
  const comments = () => inProcess().comment.list({ workbook })
  /** Goes on with the person's turn, which has what they said so far. */
  const said = async () => {
    const turn = await inProcess().turn.begin({ workbook, participant, round: null })
    if ('nothing' in turn) throw new Error('The person is asked for nothing')
    return turn
  }
  /** Ends the turn, as a hand-over does. */
  const end = async (session: RatingSession) => {
    expect(await session.getState().whenIdle()).toBe(true)
    await session.getState().end(false)
  }
  const records = async () => (await inProcess().workbook.info({ workbook })).ratingRecords
  const saving = (session: RatingSession) => session.getState().report.save

  beforeEach(async () => {
    engine = createTestEngine()
    line = severableLine(engine)
    const made = await line.client.library.createExample({ title: 'Try', scale: 5, madeUp: false })
    workbook = made.id
    framework = await line.client.framework.get({ workbook })
    const groups = ['ADCS', 'Young people']
    const details = { title: 'Spring', date: '2026-03-09', venue: '', groups }
    workshop = (await line.client.workshop.add({ workbook, ...details })).id
    await lookAtAnswers(inProcess(), workbook)
    participant = ''
  })
  afterEach(() => {
    line.close()
    engine[Symbol.dispose]()
  })

  it('records suggestions as comments are, the latest alone current, and shows them again', async () => {
    const session = await open()
    const { suggest, whenIdle } = session.getState()
    suggest(at(0).id, 'Say child')
    suggest(null, 'Housing')
    expect(saving(session)).toBe('saving')
    expect(await whenIdle()).toBe(true)
    suggest(at(0).id, 'Say children')
    await end(session)
    const texts = (await inProcess().suggestion.list({ workbook })).map(({ text }) => text)
    expect(texts.toSorted()).toEqual(['Housing', 'Say children'])
    const again = (await open()).getState().suggestions
    expect([again.get(at(0).id), again.get(null)]).toEqual(['Say children', 'Housing'])
    session.getState().forget()
    expect(session.getState().suggestions.size).toBe(0)
  })

  it('asks only for the indicators of its round, and nothing of what was answered before', async () => {
    const before = await open()
    before.getState().answer(key(1, 'usefulness'), level(2))
    await end(before)
    const indicators = [at(1).id, at(4).id]
    await inProcess().round.open({ workbook, workshop, indicators })
    await lookAtAnswers(inProcess(), workbook)
    const session = await open('ADCS', 2)
    expect(session.getState().indicators.map(({ id }) => id)).toEqual([at(1).id, at(4).id])
    expect(session.getState().drafts.size).toBe(0)
    session.getState().answer(key(1, 'usefulness'), level(5))
    await end(session)
    expect(await recorded()).toMatchObject([{ round: 1, answer: level(2) }])
    const second = await inProcess().rating.list({ workbook, participant, round: 2 })
    expect(second).toMatchObject([{ round: 2, answer: level(5) }])
  })

  it('says saving at once, and saved only when the engine has the answer on disk', async () => {
    const session = await open()
    expect(saving(session)).toBe('unchanged')
    session.getState().answer(key(0, 'usefulness'), level(4))
    expect(saving(session)).toBe('saving')
    expect(await session.getState().whenIdle()).toBe(true)
    expect(saving(session)).toBe('saved')
    expect((await said()).answers).toEqual([{ ...key(0, 'usefulness'), answer: level(4) }])
    await end(session)
    expect(await recorded()).toMatchObject([{ ...key(0, 'usefulness'), answer: level(4) }])
  })

  it('records the last of many quick changes alone', async () => {
    const session = await open()
    for (const value of [1, 2, 3, 4, 5]) {
      session.getState().answer(key(0, 'usefulness'), level(value))
    }
    await end(session)
    expect((await recorded()).map(({ answer }) => answer)).toEqual([level(5)])
    expect(await records()).toBe(1)
  })

  it('takes an answer back and keeps its comment', async () => {
    const session = await open()
    const { answer, comment } = session.getState()
    answer(key(0, 'usefulness'), level(2))
    comment(key(0, 'usefulness'), 'Not sure.')
    answer(key(0, 'usefulness'), { kind: 'none' })
    await end(session)
    expect(await recorded()).toMatchObject([{ answer: { kind: 'none' }, comment: 'Not sure.' }])
    expect(await comments()).toMatchObject([{ text: 'Not sure.', earlier: [] }])
  })

  it('saves a comment when the typing pauses, without being told to', async () => {
    const session = await open()
    session.getState().comment(key(0, 'usability'), 'We coll')
    session.getState().comment(key(0, 'usability'), 'We collect this.')
    expect(saving(session)).toBe('saving')
    await vi.waitFor(() => expect(saving(session)).toBe('saved'), { timeout: 5000 })
    expect((await said()).comments).toMatchObject([{ text: 'We collect this.' }])
    expect(await comments()).toEqual([])
  })

  it('saves a comment when the person moves on before the pause', async () => {
    const session = await open()
    session.getState().comment(key(0, 'usability'), 'Half a senten')
    session.getState().goTo(1)
    expect(await session.getState().whenIdle()).toBe(true)
    expect((await said()).comments).toMatchObject([{ text: 'Half a senten' }])
  })

  describe('when the line is cut', () => {
    it('says not saved, keeps the answer, and saves it when tried again', async () => {
      const session = await open()
      line.loseAnswers()
      session.getState().answer(key(0, 'usefulness'), level(3))
      await vi.waitFor(async () => expect((await said()).answers).toHaveLength(1))
      line.cut()
      expect(await session.getState().whenIdle()).toBe(false)
      expect(saving(session)).toBe('not-saved')
      expect(session.getState().report.problem?.code).toBe('LINE_LOST')
      expect(session.getState().drafts.size).toBe(1)

      line.mend()
      session.getState().retry()
      expect(await session.getState().whenIdle()).toBe(true)
      expect(saving(session)).toBe('saved')
      await end(session)
      expect(await records()).toBe(1)
    })

    it('sends a change made meanwhile after the record that failed', async () => {
      const session = await open()
      line.loseAnswers()
      session.getState().answer(key(0, 'usefulness'), level(3))
      session.getState().answer(key(0, 'usefulness'), level(5))
      session.getState().answer(key(0, 'usability'), { kind: 'dont_know' })
      await vi.waitFor(async () => expect((await said()).answers).toHaveLength(2))
      line.cut()
      expect(await session.getState().whenIdle()).toBe(false)

      line.mend()
      session.getState().retry()
      await end(session)
      expect(await records()).toBe(2)
      expect((await recorded()).map(({ answer }) => answer)).toEqual(
        expect.arrayContaining([level(5), { kind: 'dont_know' }]),
      )
    })
  })

  it('goes on in a new turn where a restart of the program ended its own, and loses nothing', async () => {
    const session = await open()
    session.getState().answer(key(0, 'usefulness'), level(2))
    expect(await session.getState().whenIdle()).toBe(true)
    const again = startEngineOver(engine.folder.file('library'))
    await createRouterClient(again.router).workbook.info({ workbook })
    again.close()
    session.getState().answer(key(0, 'usefulness'), level(3))
    session.getState().comment(key(0, 'usefulness'), 'Typed while it was away')
    await end(session)
    expect(await recorded()).toMatchObject([
      { answer: level(3), comment: 'Typed while it was away' },
    ])
  })

  it('goes on in a new turn after a cover, and in none after a hand-over in another tab', async () => {
    const [first, second] = [await open(), await open()]
    const ended = { workbook, participant, turn: (await said()).turn }
    await inProcess().turn.end({ ...ended, how: 'cover' })
    first.getState().answer(key(0, 'usefulness'), level(2))
    await end(first)
    second.getState().answer(key(0, 'usefulness'), level(5))
    expect(await second.getState().whenIdle()).toBe(false)
    expect(second.getState().report.problem?.code).toBe('TURN_OVER')
    expect(await recorded()).toMatchObject([{ answer: level(2) }])
  })

  it('shows a refusal in words, and sends the next answer all the same', async () => {
    const session = await open()
    session.getState().answer(key(0, 'usefulness'), level(6))
    expect(await session.getState().whenIdle()).toBe(false)
    expect(session.getState().report.problem?.message).toBe(
      '6 is not a level of this scale. Choose a level from 1 to 5.',
    )
    session.getState().answer(key(0, 'usefulness'), level(5))
    await end(session)
    expect(await recorded()).toMatchObject([{ answer: level(5) }])
  })

  it('resumes at the first indicator that lacks an answer, with what was put down', async () => {
    const first = await open()
    for (const criterion of ['usefulness', 'usability'] as const) {
      first.getState().answer(key(0, criterion), level(4))
    }
    first.getState().answer(key(1, 'usefulness'), level(2))
    await first.getState().whenIdle()

    const resumed = await open()
    expect(resumed.getState().position).toBe(1)
    expect(resumed.getState().drafts.size).toBe(3)
    expect(saving(resumed)).toBe('unchanged')
  })

  it('starts young people with the plain wording and records which words were large', async () => {
    const session = await open('Young people')
    expect(session.getState().wording).toBe('plain')
    session.getState().answer(key(0, 'usefulness'), level(4))
    await session.getState().whenIdle()
    // Times are kept to the millisecond, and no person is that quick.
    await setTimeout(2)
    session.getState().choose('title')
    session.getState().answer(key(0, 'usability'), level(4))
    await end(session)
    const wordings = (await recorded()).map(({ criterion, wording }) => [criterion, wording])
    expect(Object.fromEntries(wordings)).toEqual({ usefulness: 'plain', usability: 'title' })
    expect((await open()).getState().wording).toBe('title')
  })

  it('asks what the group is asked, in the order and words of the workshop, also when the group was wrong', async () => {
    const groups = { ADCS: [at(0).id, at(1).id], 'Young people': [at(1).id, at(2).id, at(3).id] }
    const way = { sequence: 'indicators', seed: 'S-1', wordings: ['title', 'easy'] } as const
    const protocol = { groups, ...way, wordings: [...way.wordings], minutes: null }
    await inProcess().workshop.setProtocol({ workbook, workshop, protocol })
    const session = await open()
    const shown = () => session.getState().indicators.map(({ id }) => id)
    expect(shown().toSorted()).toEqual(groups.ADCS.toSorted())
    expect(session.getState()).toMatchObject({ wording: 'title', wordings: ['title', 'easy'] })
    await session.getState().correctGroup('Young people')
    const { order } = await said()
    expect(shown()).toEqual(order?.filter(id => groups['Young people'].includes(id)))
    // Plain words, which would suit them, are not offered.
    expect(session.getState()).toMatchObject({ wording: 'title', position: 0 })
    session.getState().goTo(3)
    await session.getState().correctGroup('ADCS')
    expect(session.getState().position).toBe(2)
  })

  /** Changes the framework as a facilitator does while people rate. */
  async function change(edit: IndicatorEdit): Promise<Framework> {
    const { client } = line
    const { hash } = await client.framework.get({ workbook })
    await client.version.edit({ workbook, edit, against: hash })
    return client.framework.get({ workbook })
  }

  it('records each answer with the words that were on screen when it was given', async () => {
    const session = await open()
    const { answer, follow } = session.getState()
    answer(key(0, 'usefulness'), level(4))
    const text = { ...at(0), title: 'Better words' }
    const changed = await change({ kind: 'reword', indicator: at(0).id, text })
    answer(key(2, 'usefulness'), level(2))
    follow(changed)
    expect(session.getState().indicators[0]?.title).toBe('Better words')
    answer(key(0, 'usability'), level(3))
    await end(session)
    const seen = (await recorded()).map(each => [each.indicator, each.criterion, each.framework])
    expect(seen.toSorted()).toEqual(
      [
        [at(0).id, 'usefulness', framework.hash],
        [at(2).id, 'usefulness', framework.hash],
        [at(0).id, 'usability', changed.hash],
      ].toSorted(),
    )
  })

  it('stays at the indicator in sight when others come and go before it', async () => {
    const session = await open()
    session.getState().goTo(5)
    session.getState().follow(await change({ kind: 'retire', indicator: at(1).id }))
    expect(session.getState()).toMatchObject({ position: 4, hasJustChanged: true })
    expect(session.getState().indicators[4]?.id).toBe(at(5).id)
    session.getState().goTo(5)
    expect(session.getState().hasJustChanged).toBe(false)
  })

  it('goes on to the next indicator when the one in sight is retired, and keeps its answer', async () => {
    const session = await open()
    session.getState().goTo(3)
    session.getState().answer(key(3, 'usefulness'), level(4))
    session.getState().follow(await change({ kind: 'retire', indicator: at(3).id }))
    expect(session.getState().indicators[session.getState().position]?.id).toBe(at(4).id)
    await end(session)
    expect(await recorded()).toMatchObject([{ indicator: at(3).id, framework: framework.hash }])
  })

  it('stays at the end when the framework changes there', async () => {
    const session = await open()
    session.getState().goTo(1000)
    session.getState().follow(await change({ kind: 'retire', indicator: at(1).id }))
    expect(session.getState().position).toBe(105)
  })

  it('stays within the list of indicators and its end', async () => {
    const session = await open()
    session.getState().goTo(-1)
    expect(session.getState().position).toBe(0)
    session.getState().goTo(1000)
    expect(session.getState().position).toBe(106)
  })

  it('forgets everything at hand-over', async () => {
    const session = await open()
    session.getState().comment(key(0, 'usefulness'), 'A secret')
    await session.getState().whenIdle()
    session.getState().forget()
    expect(session.getState().drafts.size).toBe(0)
  })
})
