import { describe, expect, it } from 'vitest'
import { levelsIn, WORDS_AROUND } from '../../../shared/messages/wordings.ts'
import { scaleOf } from '../../../shared/model/scale.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'

describe('a wording', () => {
  it('has the same values in the same order as the other one, whatever its labels', () => {
    for (const length of [3, 4, 5, 6, 7, 9, 10] as const) {
      for (const criterion of CRITERIA) {
        const levels = scaleOf(length).levels[criterion]
        const plain = levelsIn('plain', levels)
        expect(plain.map(({ value }) => value)).toEqual(levels.map(({ value }) => value))
        expect(new Set(plain.map(({ label }) => label)).size).toBe(length)
      }
    }
  })

  it('speaks of no indicator, and of collecting nothing, in plain words', () => {
    const { questions, thing, more } = WORDS_AROUND.plain
    const labels = CRITERIA.flatMap(criterion =>
      levelsIn('plain', scaleOf(9).levels[criterion]).map(({ label }) => label),
    )
    const words = [...Object.values(questions), thing, more, ...labels].join(' ')
    expect(words).not.toMatch(/indicator|collect|to use/i)
  })
})
