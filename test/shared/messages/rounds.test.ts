import { describe, expect, it } from 'vitest'
import { closingWords, standingsWords } from '../../../shared/messages/rounds.ts'

const people = (finished: number, inTheMiddle = 0, notBegun = 0, excused = 0) => ({
  finished,
  inTheMiddle,
  notBegun,
  excused,
})

describe('how far people are with a round', () => {
  it.each([
    [people(9, 2, 3), '9 of 14 have finished; 2 are in the middle; 3 have not begun.'],
    [people(1, 1, 1), '1 of 3 has finished; 1 is in the middle; 1 has not begun.'],
    [people(14), 'All 14 have finished.'],
    [people(1), 'The one person has finished.'],
    [people(3, 0, 0, 1), 'All 3 have finished; 1 is not asked.'],
    [people(0, 0, 0, 2), '2 are not asked.'],
    [people(0), 'Nobody is in this workshop yet.'],
  ])('is one sentence: %j', (counts, words) => {
    expect(standingsWords(counts)).toBe(words)
  })

  it('says before a round is closed who cannot go on', () => {
    expect(closingWords(people(9, 2, 3))).toMatch(/^5 people have not finished\. They cannot go on/)
    expect(closingWords(people(9))).toBe('Everyone who was asked has finished.')
  })
})
