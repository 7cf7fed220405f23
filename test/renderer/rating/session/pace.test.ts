import { expect, it } from 'vitest'
import { minutesLeft, withTime } from '../../../../renderer/rating/session/pace.ts'
import { usualMinutes } from '../../../../shared/model/protocol.ts'

const every = (seconds: number, count: number) =>
  Array.from({ length: count }, (_, at) => at * seconds * 1000)

it('tells the minutes left from the latest answers, and nothing from a few', () => {
  expect(minutesLeft(every(6, 5), 100)).toBeNull()
  expect(minutesLeft(every(6, 6), 100)).toBe(10)
  expect(minutesLeft(every(1, 6), 3)).toBe(1)
  expect(minutesLeft(every(6, 6), 0)).toBeNull()
})

it('leaves pauses out of the pace', () => {
  const afterLunch = every(6, 10).map(time => time + 3_600_000)
  expect(minutesLeft([...every(6, 10), ...afterLunch], 100)).toBe(10)
})

it('forgets what was long ago, as people become quicker', () => {
  let times: readonly number[] = []
  for (let at = 0; at < 100; at++) times = withTime(times, at * 20_000)
  const last = times.at(-1) ?? 0
  for (let at = 1; at <= 60; at++) times = withTime(times, last + at * 3000)
  expect(minutesLeft(times, 100)).toBe(5)
})

it('says what most people take before anybody has begun', () => {
  expect(usualMinutes(212)).toBe(25)
  expect(usualMinutes(2)).toBe(1)
})
