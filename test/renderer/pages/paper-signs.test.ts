import { describe, expect, it } from 'vitest'
import { readSign, signOf } from '../../../renderer/pages/paper/signs.ts'

describe('the keys of a sheet that is keyed in', () => {
  it('are the levels, 0 for no cross, and 8 and 9 for the two other boxes', () => {
    const typed = [...'150896.-'].map(sign => signOf(readSign(sign, 5) ?? undefined))
    expect(typed).toEqual(['1', '5', '0', '?', '–', '', '?', '–'])
  })

  it('are all nine digits for levels where the scale has nine', () => {
    expect([...'89.-'].map(sign => signOf(readSign(sign, 9) ?? undefined))).toEqual([
      '8',
      '9',
      '?',
      '–',
    ])
  })
})
