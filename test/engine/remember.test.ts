import { expect, it } from 'vitest'
import { remembering } from '../../engine/remember.ts'

/** Counts how often the length of these texts is computed if it is remembered. */
function countMaking(texts: readonly string[]): number {
  let count = 0
  const lengthOf = remembering((text: string) => {
    count += 1
    return text.length
  })
  for (const text of texts) expect(lengthOf(text)).toBe(text.length)
  return count
}

it('is made once for texts that come again, as the names of people and indicators do', () => {
  expect(countMaking(['one', 'two', 'one', 'two', 'one'])).toBe(2)
})

it('keeps no long comments, of which thousands would fill the memory of a reader', () => {
  const comment = 'ж'.repeat(3_900)
  expect(countMaking([comment, comment])).toBe(2)
})

it('forgets all where there are too many, and goes on', () => {
  const many = Array.from({ length: 25_000 }, (_, number) => `text ${number}`)
  expect(countMaking([...many, ...many.slice(-10)])).toBe(25_000)
})
