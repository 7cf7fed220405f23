import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { timeLimit } from '../../../engine/exchange/time-limit.ts'

/** A limit, and how often its time has run out. */
function limited() {
  let over = 0
  const limit = timeLimit(() => {
    over += 1
  })
  return { limit, over: () => over }
}

it('runs out when its time is over', async () => {
  const { limit, over } = limited()
  limit.start(10)
  await expect.poll(over).toBe(1)
})

it('does not run out while it is paused, and goes on with what was left', async () => {
  const { limit, over } = limited()
  limit.start(60)
  limit.pause()
  await wait(150)
  expect(over()).toBe(0)
  limit.resume()
  await expect.poll(over).toBe(1)
})

it('begins anew when it is started again', async () => {
  const { limit, over } = limited()
  limit.start(30)
  limit.start(100_000)
  await wait(100)
  expect(over()).toBe(0)
  limit.pause()
})
