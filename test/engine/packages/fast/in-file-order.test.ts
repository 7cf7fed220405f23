import { expect, it } from 'vitest'
import { inFileOrder } from '../../../../engine/packages/fast/in-file-order.ts'

/** Turns, and what was heard of files. */
function listening() {
  const heard: string[] = []
  const turns = inFileOrder()
  const tell = (file: number, words: string, last = false): void =>
    turns.tell(file, () => heard.push(`${file} ${words}`), last)
  return { turns, heard, tell }
}

it('has what is told of a file heard at once when it is its turn', () => {
  const { turns, heard, tell } = listening()
  tell(0, 'begins')
  expect(heard).toEqual(['0 begins'])
  expect(turns.isTurnOf(0)).toBe(true)
  expect(turns.isTurnOf(1)).toBe(false)
})

it('has what is told too early wait for the files before, each whole', () => {
  const { heard, tell } = listening()
  tell(2, 'begins')
  tell(1, 'begins')
  tell(1, 'ends', true)
  tell(2, 'goes on')
  expect(heard).toEqual([])
  tell(0, 'ends', true)
  expect(heard).toEqual(['0 ends', '1 begins', '1 ends', '2 begins', '2 goes on'])
  tell(2, 'ends', true)
  expect(heard.at(-1)).toBe('2 ends')
})

it('has heard in order also what is told while something is heard', () => {
  const { turns, heard, tell } = listening()
  const hear = (): void => {
    tell(0, 'ends', true)
    heard.push('0 begins')
  }
  turns.tell(0, hear, false)
  expect(heard).toEqual(['0 begins', '0 ends'])
})

it('throws what hearing throws, to whoever told what was heard first', () => {
  const { turns, tell } = listening()
  const fails = (): void => {
    throw new Error('full')
  }
  turns.tell(1, fails, false)
  expect(() => tell(0, 'ends', true)).toThrow('full')
})
