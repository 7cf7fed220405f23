import { describe, expect, it } from 'vitest'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { recordRatings } from '../../../engine/ratings/record.ts'
import { consolidate } from '../../../engine/results/consolidate.ts'
import { paceWords, reasonWords } from '../../../shared/messages/workshop.ts'
import { discussionOrder, discussionPace } from '../../../shared/model/discussion.ts'
import {
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'

/** The order for indicators whose usefulness got these answers, from the same people in turn. */
function orderFor(answers: Readonly<Record<string, readonly number[]>>) {
  const workbook = sampleWorkbook(Object.keys(answers))
  const workshop = sampleWorkshop(workbook)
  const most = Math.max(...Object.values(answers).map(({ length }) => length))
  const people = Array.from({ length: most }, (_, at) =>
    sampleParticipant(workbook, workshop, at % 2 === 0 ? 'ADCS' : 'Ofsted'),
  )
  for (const { id, code } of currentFramework(workbook.store).indicators) {
    const given = answers[code] ?? []
    const ratings = given.map((level, at) => rating(people[at] ?? '', id, level))
    recordRatings(workbook, ratings, 'screen')
  }
  return discussionOrder(consolidate(workbook, { round: 1 }).indicators)
}

describe('what to discuss next', () => {
  it('goes from two camps to what is settled, and leaves out what hardly anyone rated', () => {
    const order = orderFor({
      SETTLED: [5, 5, 5, 5, 5, 5, 5, 5],
      CLOSE: [5, 5, 5, 5, 5, 5, 3, 3],
      NONE: [3, 3, 3, 3, 3, 3, 3, 3],
      LONE: [5, 5, 5, 5, 5, 5, 5, 1],
      VAGUE: [1, 2, 3, 4, 5, 3, 4, 2],
      GROUPS: [5, 2, 5, 2, 5, 2, 5, 2],
      SPLIT: [1, 1, 5, 5, 1, 1, 5, 5],
      ONCE: [1],
    })
    expect(order.map(({ indicator, reason }) => [indicator.code, reason])).toEqual([
      ['SPLIT', 'split'],
      ['GROUPS', 'groups differ'],
      ['VAGUE', 'vague'],
      ['LONE', 'lone dissenter'],
      ['NONE', 'no verdict'],
      ['CLOSE', 'close'],
      ['SETTLED', 'settled'],
    ])
    expect(order.map(reasonWords).slice(0, 2)).toEqual([
      expect.stringContaining('Two camps over how useful it is.'),
      expect.stringContaining('Groups differ over how useful it is.'),
    ])
  })

  it('puts the least agreement first among those of one kind, and then the closest verdict', () => {
    const order = orderFor({ WEAK: [1, 1, 4, 4, 1, 1, 4, 4], STRONG: [1, 1, 5, 5, 1, 1, 5, 5] })
    expect(order.map(({ indicator }) => indicator.code)).toEqual(['STRONG', 'WEAK'])
    const tied = orderFor({
      FAR: [5, 5, 5, 5, 5, 5, 5, 5],
      NEAR: [5, 5, 5],
    })
    expect(tied.map(({ indicator }) => indicator.code)).toEqual(['NEAR', 'FAR'])
  })
})

const MINUTE = 60_000
const clock = { startedAt: 0, endsAt: 60 * MINUTE, discussedBefore: 2 }

it('tells the minutes left alone until the first indicator has been talked about', () => {
  expect(paceWords(discussionPace(clock, 30.5 * MINUTE, 2))).toBe('30 minutes left.')
})

it.each([
  [20, 6, '40 minutes left. At about 5 minutes for each there is time for 8 more.'],
  [59, 4, '1 minute left. At about 30 minutes for each, this is the last one.'],
  [61, 4, 'The time is up.'],
  [0.01, 40, '60 minutes left. At about a minute for each there is time for 239 more.'],
])(
  'after %f minutes and %i talked about it tells how long the rest may take',
  (minutes, discussed, words) => {
    expect(paceWords(discussionPace(clock, minutes * MINUTE, discussed))).toBe(words)
  },
)
