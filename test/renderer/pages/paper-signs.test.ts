import { describe, expect, it } from 'vitest'
import { readSign, signOf } from '../../../renderer/pages/paper/signs.ts'

/** The signs in the cells after these keys, each pressed in a cell of its own. */
const shownAfter = (keys: string, levels: number) =>
  [...keys].map(sign => signOf(readSign(sign, levels) ?? undefined, levels))

describe('the keys of a sheet that is keyed in', () => {
  it('are the levels, 0 for no cross, and 8 and 9 for the two other boxes', () => {
    expect(shownAfter('150896.-', 5)).toEqual(['1', '5', '0', '?', '–', '', '?', '–'])
  })

  it('are all nine digits for levels where the scale has nine', () => {
    expect(shownAfter('89.-0', 9)).toEqual(['8', '9', '?', '–', '0'])
  })

  it('are 0 for the tenth level and an asterisk for no cross where the scale has ten', () => {
    expect(shownAfter('190.-*', 10)).toEqual(['1', '9', '10', '?', '–', '*'])
  })

  it('take the asterisk for no cross on any scale', () => {
    expect(shownAfter('*', 5)).toEqual(['0'])
  })
})
