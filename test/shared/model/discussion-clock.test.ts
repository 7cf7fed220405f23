import { expect, it } from 'vitest'
import { paceWords } from '../../../shared/messages/discussion.ts'
import { paceOf } from '../../../shared/model/discussion-clock.ts'

const MINUTE = 60_000
const clock = { startedAt: 0, endsAt: 60 * MINUTE, discussedBefore: 2 }

it('tells the minutes left alone until the first indicator has been talked about', () => {
  expect(paceWords(paceOf(clock, 30.5 * MINUTE, 2))).toBe('30 minutes left.')
})

it.each([
  [20, 6, '40 minutes left. At about 5 minutes for each there is time for 8 more.'],
  [59, 4, '1 minute left. At about 30 minutes for each, this is the last one.'],
  [61, 4, 'The time is up.'],
  [0.01, 40, '60 minutes left. At about a minute for each there is time for 239 more.'],
])(
  'after %f minutes and %i talked about it tells how long the rest may take',
  (minutes, discussed, words) => {
    expect(paceWords(paceOf(clock, minutes * MINUTE, discussed))).toBe(words)
  },
)
