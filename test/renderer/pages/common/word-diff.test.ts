import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWords, type Run } from '../../../../renderer/pages/common/word-diff.ts'

const marked = (runs: readonly Run[]) =>
  runs.map(({ text, isOwn }) => (isOwn ? `[${text}]` : text)).join('')
const whole = (runs: readonly Run[]) => runs.map(({ text }) => text).join('')

describe('the words that differ between two texts', () => {
  it('are marked in each of them, with the space between two of them', () => {
    const { before, after } = diffWords(
      'Rate of referrals to social care',
      'Yearly rate of new referrals to social care',
    )
    expect(marked(before)).toBe('[Rate] of referrals to social care')
    expect(marked(after)).toBe('[Yearly rate] of [new] referrals to social care')
  })

  it('leave out what is the same on both sides, accents and signs too', () => {
    const { before, after } = diffWords('Plant sy’n cael gofal, 2%', 'Plant sy’n cael gofal, 3%')
    expect(marked(before)).toBe('Plant sy’n cael gofal, [2]%')
    expect(marked(after)).toBe('Plant sy’n cael gofal, [3]%')
  })

  it('are all of a text that was not there before', () => {
    expect(diffWords('', 'All new')).toEqual({
      before: [],
      after: [{ text: 'All new', isOwn: true }],
    })
  })

  it('never lose a character of either text, and are none where both are the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.lorem(), (one, other) => {
        const { before, after } = diffWords(one, other)
        expect([whole(before), whole(after)]).toEqual([one, other])
        expect(diffWords(other, other).after.some(({ isOwn }) => isOwn)).toBe(false)
      }),
    )
  })

  it('are not looked for in texts that are too long to compare while somebody waits', () => {
    const long = Array.from({ length: 2_000 }, (_, index) => `word${index}`).join(' ')
    const { before, after } = diffWords(long, `${long} more`)
    expect([whole(before), whole(after)]).toEqual([long, `${long} more`])
  })
})
