import { ORPCError, safe } from '@orpc/client'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import type { WorkbookEvent } from '../../shared/contract/events.ts'
import type { Framework } from '../../shared/model/framework.ts'
import type { NewRating } from '../../shared/model/rating.ts'
import { scaleOf } from '../../shared/model/scale.ts'
import { lookAtAnswers } from '../helpers/look-at-answers.ts'
import { connectionInTests, TRANSPORTS } from './transports.ts'

describe.each(TRANSPORTS)('the contract $name', ({ connect }) => {
  const connection = connectionInTests(connect)
  let workbook: string
  let workshop: string
  let participant: string
  let framework: Framework

  const client = () => connection.client
  const somebody = uuidv7()

  function ratingOf(more: Partial<NewRating> = {}) {
    const [indicator] = framework.indicators
    if (!indicator) throw new Error('The example has no indicators')
    return {
      workbook,
      id: uuidv7(),
      participant,
      indicator: indicator.id,
      criterion: 'usefulness' as const,
      round: 1,
      answer: { kind: 'level' as const, level: 4 },
      comment: '',
      wording: 'title' as const,
      ...more,
    }
  }

  beforeAll(async () => {
    const made = await client().library.createExample({ title: 'Try', scale: 5, madeUp: false })
    workbook = made.id
    framework = await client().framework.get({ workbook })
    const details = { title: 'Spring', date: '2026-03-09', venue: 'Leeds', groups: ['ADCS', 'DfE'] }
    workshop = (await client().workshop.add({ workbook, ...details })).id
    await lookAtAnswers(client(), workbook)
    participant = (await client().participant.add({ workbook, workshop, group: 'ADCS' })).id
  })

  describe('answers right calls', () => {
    it('lists what was made', async () => {
      const { workbooks, unreadable } = await client().library.list()
      expect(workbooks.map(({ id, title }) => ({ id, title }))).toEqual([
        { id: workbook, title: 'Try' },
      ])
      expect(unreadable).toEqual([])
      expect(framework.indicators).toHaveLength(106)
      expect((await client().workshop.list({ workbook })).map(({ id }) => id)).toEqual([workshop])
    })

    it('gives codes to participants in the order in which they join', async () => {
      const joined = await client().participant.add({ workbook, workshop, group: 'DfE' })
      expect(joined.code).toMatch(/^[A-Z]{3}-02$/)
      expect(joined.name).toBe(joined.code)
      const list = await client().participant.list({ workbook, workshop })
      expect(list.map(({ code }) => code.slice(-3))).toEqual(['-01', '-02'])
    })

    it('records a rating and reads it back as it was sent, comment and all', async () => {
      const comment = 'Says "why", and\n=1+1 – 😀 <b>'
      const { workbook: _, ...sent } = ratingOf({ comment })
      const recorded = await client().rating.record({ workbook, ...sent })
      expect(recorded).toMatchObject(sent)
      const current = await client().rating.list({ workbook, participant })
      expect(current).toContainEqual(recorded)
    })

    it.each(scaleOf(5).levels.usefulness)('takes level $value, "$label"', async ({ value }) => {
      const answer = { kind: 'level' as const, level: value }
      expect((await client().rating.record(ratingOf({ answer }))).answer).toEqual(answer)
    })

    it('records the same record once, however often it is sent', async () => {
      const sent = ratingOf({ criterion: 'usability' })
      const before = (await client().workbook.info({ workbook })).ratingRecords
      const first = await client().rating.record(sent)
      const second = await client().rating.record(sent)
      expect(second).toEqual(first)
      expect((await client().workbook.info({ workbook })).ratingRecords).toBe(before + 1)
    })

    it('keeps one current rating and both records when a rating changes', async () => {
      const key = { indicator: framework.indicators[1]?.id ?? '' }
      const before = await client().workbook.info({ workbook })
      await client().rating.record(ratingOf({ ...key, answer: { kind: 'level', level: 2 } }))
      await client().rating.record(ratingOf({ ...key, answer: { kind: 'dont_know' } }))
      const after = await client().workbook.info({ workbook })
      expect(after.ratings).toBe(before.ratings + 1)
      expect(after.ratingRecords).toBe(before.ratingRecords + 2)
      const current = await client().rating.list({ workbook, participant })
      expect(current.filter(({ indicator }) => indicator === key.indicator)).toMatchObject([
        { answer: { kind: 'dont_know' } },
      ])
    })

    it('consolidates what was recorded', async () => {
      const { participants, indicators } = await client().results.get({ workbook })
      expect(participants).toBe(2)
      expect(indicators).toHaveLength(106)
      expect(indicators[0]?.criteria.usefulness.n).toBe(1)
    })
  })

  describe('refuses, with a code and what it is about', () => {
    it.each([0, 6, -1])('level %i on a five-level scale', async level => {
      const { error, isDefined } = await safe(
        client().rating.record(ratingOf({ answer: { kind: 'level', level } })),
      )
      expect(isDefined && error.code).toBe('LEVEL_OFF_SCALE')
      expect(isDefined && error.data).toEqual({ level, lowest: 1, highest: 5 })
    })

    it('an indicator that the framework does not have', async () => {
      const { error, isDefined } = await safe(
        client().rating.record(ratingOf({ indicator: somebody })),
      )
      expect(isDefined && error.code).toBe('UNKNOWN_INDICATOR')
      expect(isDefined && error.data).toEqual({ indicator: somebody })
    })

    it('a participant whom nobody added', async () => {
      const { error, isDefined } = await safe(
        client().rating.record(ratingOf({ participant: somebody })),
      )
      expect(isDefined && error.code).toBe('UNKNOWN_PARTICIPANT')
      expect(isDefined && error.data).toEqual({ participant: somebody })
    })

    it('a workbook that is not in the library, in words for people', async () => {
      const { error, isDefined } = await safe(client().workbook.info({ workbook: somebody }))
      expect(isDefined && error.code).toBe('UNKNOWN_WORKBOOK')
      expect(error?.message).toMatch(/no longer in the library/)
    })

    it('a group that the workshop does not have', async () => {
      const { error, isDefined } = await safe(
        client().participant.add({ workbook, workshop, group: 'Elsewhere' }),
      )
      expect(isDefined && error.code).toBe('UNKNOWN_GROUP')
      expect(isDefined && error.data).toEqual({ group: 'Elsewhere', groups: ['ADCS', 'DfE'] })
    })

    it('another rating under an id that is already taken', async () => {
      const taken = ratingOf()
      await client().rating.record(taken)
      const { error, isDefined } = await safe(
        client().rating.record({ ...taken, answer: { kind: 'not_applicable' } }),
      )
      expect(isDefined && error.code).toBe('RECORD_ID_REUSED')
      expect(isDefined && error.data).toEqual({ id: taken.id })
    })

    it('a file that was never chosen', async () => {
      const { error, isDefined } = await safe(client().framework.check({ file: 'x'.repeat(32) }))
      expect(isDefined && error.code).toBe('FILE_PERMIT_EXPIRED')
    })

    it.each<[string, object]>([
      ['a level that is no whole number', { answer: { kind: 'level', level: 2.5 } }],
      ['an answer of no known kind', { answer: { kind: 'perhaps' } }],
      ['a level that is text', { answer: { kind: 'level', level: '4' } }],
      ['a criterion that is not one', { criterion: 'beauty' }],
      ['an id that is none', { participant: 'P01' }],
      ['a round before the first', { round: 0 }],
      ['a comment beyond its limit', { comment: 'x'.repeat(4001) }],
    ])('%s, before the engine sees it', async (_what, malformed) => {
      const before = (await client().workbook.info({ workbook })).ratingRecords
      // A page of another version could send this, whatever the types here say.
      const { error } = await safe(client().rating.record(ratingOf(malformed)))
      expect(error).toBeInstanceOf(ORPCError)
      expect(error).toMatchObject({ code: 'BAD_REQUEST', defined: false })
      expect((await client().workbook.info({ workbook })).ratingRecords).toBe(before)
    })
  })

  describe('tells what happens', () => {
    async function nextOf(events: AsyncIterator<WorkbookEvent>): Promise<WorkbookEvent> {
      const { value, done } = await events.next()
      if (done) throw new Error('The events ended')
      return value
    }

    it('first that it is ready, then each record after its commit, in order', async () => {
      const events = await client().workbook.watch({ workbook })
      expect(await nextOf(events)).toEqual({ kind: 'ready' })
      const rating = ratingOf()
      await client().rating.record(rating)
      const joined = await client().participant.add({ workbook, workshop, group: 'DfE' })
      expect(await nextOf(events)).toEqual({
        kind: 'rating-recorded',
        participant,
        indicator: rating.indicator,
      })
      expect(await nextOf(events)).toEqual({
        kind: 'participant-recorded',
        workshop,
        participant: joined.id,
      })
      await events.return?.()
    })

    it('nothing of what was refused', async () => {
      const events = await client().workbook.watch({ workbook })
      expect(await nextOf(events)).toEqual({ kind: 'ready' })
      await safe(client().rating.record(ratingOf({ answer: { kind: 'level', level: 6 } })))
      const rating = ratingOf({ indicator: framework.indicators[2]?.id ?? '' })
      await client().rating.record(rating)
      expect(await nextOf(events)).toMatchObject({ indicator: rating.indicator })
      await events.return?.()
    })

    it('to everyone who watches, and nothing of other workbooks', async () => {
      const other = await client().library.createExample({
        title: 'Other',
        scale: 5,
        madeUp: false,
      })
      const [mine, also, theirs] = await Promise.all([
        client().workbook.watch({ workbook }),
        client().workbook.watch({ workbook }),
        client().workbook.watch({ workbook: other.id }),
      ])
      for (const events of [mine, also, theirs]) await nextOf(events)
      await client().rating.record(ratingOf())
      const details = { title: 'Theirs', date: '2026-03-10', venue: '', groups: ['DfE'] }
      await client().workshop.add({ workbook: other.id, ...details })
      expect(await nextOf(mine)).toMatchObject({ kind: 'rating-recorded' })
      expect(await nextOf(also)).toMatchObject({ kind: 'rating-recorded' })
      expect(await nextOf(theirs)).toMatchObject({ kind: 'workshop-recorded' })
      for (const events of [mine, also, theirs]) await events.return?.()
    })
  })
})
