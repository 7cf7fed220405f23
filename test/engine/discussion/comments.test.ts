import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import { listComments, tagComment } from '../../../engine/discussion/comments.ts'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { linkParticipants } from '../../../engine/people/people.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { appendRating, getRating } from '../../../engine/store/records/ratings.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import type { CommentsScope } from '../../../shared/model/comments.ts'
import { listedComment } from '../../../shared/model/comments.ts'
import {
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'

describe('the comments of a workbook', () => {
  let workbook: Workbook
  let workshop: string
  let person: string
  let indicator: string

  beforeEach(() => {
    workbook = sampleWorkbook()
    workshop = sampleWorkshop(workbook)
    person = sampleParticipant(workbook, workshop)
    indicator = currentFramework(workbook.store).indicators[0]?.id ?? ''
  })

  const say = (comment: string, more = {}) =>
    recordRating(workbook, rating(person, indicator, 3, { comment, ...more })).id
  const list = (scope: CommentsScope = {}) => listComments(workbook.store, scope)

  it('tell a group and never a person, and keep what was said before', () => {
    say('Too dear')
    const rated = say('Much too dear')
    tagComment(workbook, { rating: rated, tag: 'cost' })
    const [comment, ...others] = list()
    expect(others).toEqual([])
    expect(listedComment.parse(comment)).toEqual(comment)
    expect(comment).toMatchObject({ text: 'Much too dear', group: 'ADCS', tags: ['cost'] })
    expect(comment?.earlier.map(({ text }) => text)).toEqual(['Too dear'])
    expect(JSON.stringify(comment)).not.toContain(person)
  })

  it('reach those that were taken back, and repeat none that an answer alone has changed', () => {
    say('Why this?')
    recordRating(workbook, rating(person, indicator, 5, { comment: 'Why this?' }))
    expect(list()).toMatchObject([{ text: 'Why this?', earlier: [] }])
    say('')
    expect(list()).toMatchObject([{ text: '', earlier: [{ text: 'Why this?' }] }])
  })

  it('lose nothing of a person who was in two workshops and is counted once', () => {
    const other = sampleParticipant(workbook, sampleWorkshop(workbook))
    say('In spring')
    recordRating(workbook, rating(other, indicator, 2, { comment: 'In summer' }))
    linkParticipants(workbook, { participant: person, other })
    expect(list().map(({ text }) => text)).toEqual(['In spring', 'In summer'])
  })

  it('keep both sides of a conflict', () => {
    const record = getRating(workbook.store, say('Here'))
    if (!record) throw new Error('Nothing was recorded.')
    appendRating(workbook.store, { ...record, id: uuidv7(), comment: 'There' })
    expect(
      list()
        .map(({ text }) => text)
        .toSorted(),
    ).toEqual(['Here', 'There'])
  })

  it('can be those of a workshop, an indicator or a round, without the names of small groups', () => {
    say('First')
    say('Second', { round: 2 })
    say('Usable', { criterion: 'usability' })
    expect(list({ round: 2 }).map(({ text }) => text)).toEqual(['Second'])
    expect(list({ indicator: uuidv7() })).toEqual([])
    expect(list({ workshops: [sampleWorkshop(workbook)] })).toEqual([])
    expect(new Set(list({ hideGroupsUnder: 2 }).map(({ group }) => group))).toEqual(new Set([null]))
    sampleParticipant(workbook, workshop)
    expect(list({ hideGroupsUnder: 2 })[0]?.group).toBe('ADCS')
  })
})
