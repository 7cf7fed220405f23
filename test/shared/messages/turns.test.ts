import { expect, it } from 'vitest'
import { openTurnsWords } from '../../../shared/messages/turns.ts'

it('tells whoever takes a file away of the people who are still rating, and says nothing of nobody', () => {
  expect(openTurnsWords({ people: 0, answers: 0 })).toBeNull()
  expect(openTurnsWords({ people: 1, answers: 1 })).toBe(
    '1 person is rating just now. 1 answer of theirs will be recorded when they hand over, and ' +
      'cannot be in a file before.',
  )
  expect(openTurnsWords({ people: 2, answers: 30 })).toMatch(
    /^2 people are .* 30 answers of theirs/,
  )
})
