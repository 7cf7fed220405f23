import { safe } from '@orpc/client'
import { beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_GROUPS } from '../../shared/model/vocabulary.ts'
import { connectionInTests, TRANSPORTS } from './transports.ts'

describe.each(TRANSPORTS)('turns $name', ({ connect }) => {
  const connection = connectionInTests(connect)
  let workbook: string
  let workshop: string

  beforeAll(async () => {
    const { client } = connection
    const about = { title: 'Turns', scale: 5, madeUp: false } as const
    workbook = (await client.library.createExample(about)).id
    const where = { title: 'Spring', date: '2026-03-09', venue: '', groups: [...DEFAULT_GROUPS] }
    workshop = (await client.workshop.add({ workbook, ...where })).id
  })

  /** A new person's turn, with a draft of theirs. */
  async function someone() {
    const { client } = connection
    const { id: participant } = await client.participant.add({ workbook, workshop, group: 'ADCS' })
    const begun = await client.turn.begin({ workbook, participant, round: null })
    if ('nothing' in begun) throw new Error('There is nothing to rate.')
    const indicator = begun.framework.indicators[0]?.id ?? ''
    const level = (value: number) => ({
      ...({ part: 'answer', indicator, criterion: 'usability', wording: 'title' } as const),
      answer: { kind: 'level', level: value } as const,
    })
    return { participant, begun, turn: begun.turn, indicator, level }
  }

  it('begin with everything that a person needs, and keep what is said as drafts', async () => {
    const { client } = connection
    const { participant, begun, turn, indicator, level } = await someone()
    expect(begun).toMatchObject({ round: 1, asked: null, scale: 5, answers: [], wording: null })
    expect(begun.framework.indicators).toHaveLength(106)
    await client.turn.save({ workbook, participant, turn, draft: level(2) })
    await client.turn.save({ workbook, participant, turn, draft: level(4) })
    const shown = await client.turn.get({ workbook, participant, turn })
    expect(shown.answers).toEqual([
      { indicator, criterion: 'usability', answer: { kind: 'level', level: 4 } },
    ])
    expect(shown.wording).toBe('title')
    expect(await client.turn.underWay({ workbook })).toMatchObject({ answers: 1 })
    await client.turn.end({ workbook, participant, turn, how: 'finish' })
    expect(await client.turn.underWay({ workbook })).toMatchObject({ answers: 0 })
  })

  it('tell whoever watches of an answer and of the end, and of no words', async () => {
    const { client } = connection
    const { participant, turn, indicator, level } = await someone()
    const events = await client.workbook.watch({ workbook })
    await events.next()
    const about = { indicator, criterion: 'usability', wording: 'title' } as const
    await client.turn.save({
      workbook,
      participant,
      turn,
      draft: { part: 'comment', ...about, text: 'Hush' },
    })
    await client.turn.save({ workbook, participant, turn, draft: level(3) })
    expect((await events.next()).value).toEqual({ kind: 'rating-recorded', participant, indicator })
    await client.turn.end({ workbook, participant, turn, how: 'hand-over' })
    expect((await events.next()).value).toEqual({ kind: 'turn-ended' })
    await events.return?.(undefined)
  })

  it('are over once they ended: refused with a code and a sentence', async () => {
    const { client } = connection
    const { participant, turn, level } = await someone()
    await client.turn.end({ workbook, participant, turn, how: 'cover' })
    const { error } = await safe(client.turn.save({ workbook, participant, turn, draft: level(3) }))
    expect(error).toMatchObject({ code: 'TURN_OVER', data: { turn } })
    expect(error?.message).toMatch(/These answers are closed/)
  })
})
