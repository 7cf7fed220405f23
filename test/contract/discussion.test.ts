import { safe } from '@orpc/client'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { connectionInTests, TRANSPORTS } from './transports.ts'

describe.each(TRANSPORTS)('the discussion over the contract $name', ({ connect }) => {
  const connection = connectionInTests(connect)
  let workbook: string
  let workshop: string
  let participant: string
  let indicator: string

  const client = () => connection.client
  const test = {
    kind: 'shares' as const,
    high: 2,
    low: 2,
    atLeastPercent: 80,
    underPercent: 10,
    each: 'everyone' as const,
  }
  const draft = { name: 'ours', title: 'Ours', source: '', scales: [{ levels: 5 as const, test }] }

  beforeAll(async () => {
    workbook = (await client().library.createExample({ title: 'Try', scale: 5, madeUp: false })).id
    indicator = (await client().framework.get({ workbook })).indicators[0]?.id ?? ''
    const details = { title: 'Spring', date: '2026-03-09', venue: '', groups: ['ADCS'] }
    workshop = (await client().workshop.add({ workbook, ...details })).id
    participant = (await client().participant.add({ workbook, workshop, group: 'ADCS' })).id
  })

  it('notes who facilitated a round', async () => {
    const note = { workbook, workshop, round: 1, text: ' AB ' }
    expect(await client().round.noteFacilitators(note)).toMatchObject({ facilitators: 'AB' })
    expect(await client().round.list({ workbook, workshop })).toMatchObject([
      { facilitators: 'AB' },
    ])
    const long = { ...note, text: 'x'.repeat(201) }
    const { error } = await safe(client().round.noteFacilitators(long))
    expect(error).toMatchObject({ code: 'BAD_REQUEST' })
  })

  it('keeps suggestions, and lists them without their writers', async () => {
    const about = { participant, round: 1, text: 'Say it shorter' }
    const wording = { id: uuidv7(), ...about, kind: 'wording' as const, indicator }
    const missing = { id: uuidv7(), ...about, kind: 'missing' as const, indicator: null }
    await client().suggestion.record({ workbook, ...wording })
    expect(await client().suggestion.record({ workbook, ...missing })).toMatchObject(missing)
    const listed = await client().suggestion.list({ workbook })
    expect(listed).toMatchObject([{ kind: 'wording', group: 'ADCS' }, { kind: 'missing' }])
    expect(JSON.stringify(listed)).not.toContain(participant)
  })

  it('takes a wording without its indicator for malformed', async () => {
    const wording = { id: uuidv7(), participant, round: 1, text: 'x', kind: 'wording' as const }
    const sent = { workbook, ...wording, indicator: null } as unknown as typeof wording & {
      workbook: string
      indicator: string
    }
    const { error } = await safe(client().suggestion.record(sent))
    expect(error).toMatchObject({ code: 'BAD_REQUEST' })
  })

  it('opens a round, tells of it, and takes it back', async () => {
    const events = await client().workbook.watch({ workbook })
    await events.next()
    const opened = await client().round.open({ workbook, workshop, indicators: [indicator] })
    expect(opened).toMatchObject({ round: 2, indicators: [indicator] })
    expect((await events.next()).value).toEqual({ kind: 'round-changed', workshop })
    expect(await client().round.list({ workbook, workshop })).toHaveLength(2)
    expect(await client().round.takeBack({ workbook, workshop, round: 2 })).toMatchObject({
      round: 1,
    })
    await events.return?.()
  })

  it('collects indicators for a round, asks each person for theirs, and closes it', async () => {
    const collecting = { workbook, workshop, indicator, collected: true }
    expect(await client().round.collect(collecting)).toEqual([indicator])
    expect(await client().round.collected({ workbook, workshop })).toEqual([indicator])
    const opening = { workbook, workshop, indicators: [indicator], unfinished: 'move on' as const }
    expect(await client().round.open(opening)).toMatchObject({ round: 2, isClosed: false })
    const person = { workbook, participant }
    const begun = await client().turn.begin({ ...person, round: null })
    if ('nothing' in begun) throw new Error('There is nothing to rate.')
    expect(begun.round).toBe(2)
    await client().turn.end({ ...person, turn: begun.turn, how: 'finish', leavesOut: true })
    expect(await client().turn.begin({ ...person, round: null })).toEqual({ nothing: 'finished' })
    const excuse = { workbook, participant, round: 2, standing: 'excused' as const }
    expect(await client().round.mark(excuse)).toEqual({ kind: 'nothing', because: 'finished' })
    const key = { workbook, workshop, round: 2 }
    expect(await client().round.standings(key)).toMatchObject({ excused: 1, notBegun: 0 })
    expect(await client().round.underWay({ workbook })).toEqual([])
    expect(await client().round.close({ ...key, closed: true })).toMatchObject({ isClosed: true })
    const { error, isDefined } = await safe(
      client().round.close({ ...key, round: 9, closed: true }),
    )
    expect(isDefined && error.code).toBe('UNKNOWN_ROUND')
    await client().round.takeBack(key)
    await client().round.close({ ...key, round: 1, closed: false })
  })

  it('keeps the study’s own rules, and refuses a second of one name', async () => {
    const { id } = await client().rule.add({ workbook, draft })
    const { error, isDefined } = await safe(client().rule.add({ workbook, draft }))
    expect(isDefined && error.code).toBe('RULE_NAME_TAKEN')
    expect(await client().rule.change({ workbook, rule: id, draft })).toMatchObject({
      rule: { version: 2 },
    })
    expect(await client().rule.retire({ workbook, rule: id, retired: true })).toMatchObject({
      retired: true,
    })
    expect(await client().rule.list({ workbook })).toHaveLength(1)
  })

  it('tags comments and marks what was talked about', async () => {
    const rating = uuidv7()
    await client().rating.record({
      workbook,
      id: rating,
      participant,
      indicator,
      criterion: 'usefulness',
      round: 1,
      answer: { kind: 'none' },
      comment: 'Too dear',
      wording: 'title',
    })
    const tagged = await client().comment.tag({ workbook, rating, tag: '  too   costly ' })
    expect(tagged).toEqual(['too costly'])
    expect(await client().comment.untag({ workbook, rating, tag: 'too costly' })).toEqual([])
    await client().round.look({ workbook, workshop, looks: true })
    const [comment] = await client().comment.list({ workbook })
    const letOut = { workbook, rating: comment?.rating ?? '', released: true }
    expect(await client().comment.release(letOut)).toBe(true)
    expect(await client().comment.list({ workbook })).toMatchObject([{ released: true }])
    const nobody = { workbook, suggestion: uuidv7(), released: true }
    const { error, isDefined } = await safe(client().suggestion.release(nobody))
    expect(isDefined && error.code).toBe('UNKNOWN_RATING')
    const mark = { workbook, workshop, indicator }
    expect(await client().discussion.mark({ ...mark, discussed: true })).toEqual([indicator])
    expect(await client().discussion.discussed({ workbook, workshop: null })).toEqual([])
  })
})
