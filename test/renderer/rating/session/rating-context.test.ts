import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createChoices } from '../../../../renderer/rating/session/choices.ts'
import {
  createRatingSessions,
  type RatingSessions,
} from '../../../../renderer/rating/session/rating-context.tsx'
import type { RatingSession } from '../../../../renderer/rating/session/rating-session.ts'
import type { NamedParticipant } from '../../../../shared/model/workshop.ts'
import { createTestEngine, type TestEngine } from '../../../helpers/test-engine.ts'
import { memoryStorage } from './memory-storage.ts'
import { openSession } from './open-session.ts'
import { type SeverableLine, severableLine } from './severable-line.ts'

describe('the rating desk', () => {
  let engine: TestEngine
  let line: SeverableLine
  let desk: RatingSessions
  let storage: Storage
  let workbook: string
  let person: NamedParticipant
  let other: NamedParticipant
  let workshop: string
  let session: RatingSession
  let key: { readonly indicator: string; readonly criterion: 'usefulness' }

  const answer = () => session.getState().answer(key, { kind: 'level', level: 4 })

  /** The engine records the answer, but the page never hears of it. */
  async function answerAsTheLineBreaks(): Promise<void> {
    line.loseAnswers()
    answer()
    const inProcess = createRouterClient(engine.router)
    await vi.waitFor(async () =>
      expect((await inProcess.turn.underWay({ workbook })).answers).toBe(1),
    )
    line.cut()
  }

  beforeEach(async () => {
    engine = createTestEngine()
    line = severableLine(engine)
    const { client } = line
    const made = await client.library.createExample({ title: 'Try', scale: 5, madeUp: false })
    workbook = made.id
    const details = { title: 'Spring', date: '2026-03-09', venue: '', groups: ['ADCS'] }
    workshop = (await client.workshop.add({ workbook, ...details })).id
    person = await client.participant.add({ workbook, workshop, group: 'ADCS' })
    other = await client.participant.add({ workbook, workshop, group: 'ADCS' })
    const framework = await client.framework.get({ workbook })
    session = await openSession({ client, workbook, workshop, participant: person.id })
    key = { indicator: framework.indicators[0]?.id ?? '', criterion: 'usefulness' }
    storage = memoryStorage()
    desk = createRatingSessions(line.line, createChoices(storage))
    desk.show(session)
  })
  afterEach(() => {
    line.close()
    engine[Symbol.dispose]()
  })

  it('keeps nothing of a person who has handed over', async () => {
    answer()
    expect(await desk.handOver(session, false)).toBe(true)
    expect(desk.sessionOf(person.id)).toBeNull()
    expect(session.getState().drafts.size).toBe(0)
  })

  it('keeps the choices of a person who ends a session, as they may go on with the next round', async () => {
    desk.choices.setState({ language: 'cy', goesOn: false })
    expect(await desk.handOver(session, false)).toBe(true)
    expect(createChoices(storage).getState()).toMatchObject({ language: 'cy', goesOn: false })
  })

  it('does not hand over while something is unsaved', async () => {
    await answerAsTheLineBreaks()
    expect(await desk.handOver(session, false)).toBe(false)
    expect(session.getState().drafts.size).toBe(1)
    expect(desk.hasUnsaved()).toBe(true)
  })

  it('forgets a session that was left when all of it is safe', async () => {
    answer()
    await desk.leave(session)
    expect(desk.sessionOf(person.id)).toBeNull()
  })

  it('holds on to what was left unsaved, and saves it when the line is back', async () => {
    await answerAsTheLineBreaks()
    await desk.leave(session)
    expect(desk.sessionOf(person.id)).toBe(session)
    line.mend()
    await vi.waitFor(() => expect(desk.sessionOf(person.id)).toBeNull())
    expect(desk.hasUnsaved()).toBe(false)
  })

  it('saves what one person left unsaved while the next one is rating', async () => {
    await answerAsTheLineBreaks()
    await desk.leave(session)
    line.mend()
    const { client } = line
    const next = await openSession({ client, workbook, workshop, participant: other.id })
    desk.show(next)
    await vi.waitFor(() => expect(desk.sessionOf(person.id)).toBeNull())
    expect(desk.sessionOf(other.id)).toBe(next)
  })

  it('keeps a session that came back on screen before it was forgotten', async () => {
    answer()
    const left = desk.leave(session)
    desk.show(session)
    await left
    expect(desk.sessionOf(person.id)).toBe(session)
    expect(session.getState().drafts.size).toBe(1)
  })
})
