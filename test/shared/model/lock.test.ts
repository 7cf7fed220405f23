import { describe, expect, it } from 'vitest'
import { newPin } from '../../../shared/model/lock.ts'

describe('a new PIN', () => {
  it.each(['7391', '80417', '13579246', '1122'])('can be %s', pin => {
    expect(newPin.safeParse(pin).success).toBe(true)
  })

  it.each(['0000', '1234', '98765', '739', '123456789', '73a1', ' 7391', ''])(
    'cannot be “%s”: too short or long, no number, or the first that anybody tries',
    pin => {
      expect(newPin.safeParse(pin).success).toBe(false)
    },
  )
})
