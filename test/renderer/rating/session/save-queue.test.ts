import { describe, expect, it } from 'vitest'
import { createSaveQueue, type QueueState } from '../../../../renderer/rating/session/save-queue.ts'

interface Note {
  readonly key: string
  readonly text: string
}

const note = (key: string, text: string): Note => ({ key, text })

const LATE_MS = 20

/** A queue whose sends are answered one by one, in the order in which they were sent. */
function queueByHand() {
  const sent: string[] = []
  const states: QueueState[] = []
  const answers: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = []
  const queue = createSaveQueue<Note>({
    keyOf: ({ key }) => key,
    lateAfterMs: LATE_MS,
    isRefusal: error => error instanceof RangeError,
    onChange: state => states.push(state),
    send: ({ text }) => {
      sent.push(text)
      return new Promise<void>((resolve, reject) => answers.push({ resolve, reject }))
    },
  })
  const settleNext = async (error?: Error) => {
    const answer = answers.shift()
    if (error) answer?.reject(error)
    else answer?.resolve()
    await new Promise(resolve => setImmediate(resolve))
  }
  return { queue, sent, settleNext, now: () => states.at(-1) }
}

describe('a save queue', () => {
  it('sends one record of a key at a time, and of those that wait only the last', async () => {
    const { queue, sent, settleNext, now } = queueByHand()
    for (const text of ['first', 'second', 'third']) queue.add(note('a', text))
    expect(sent).toEqual(['first'])
    expect(now()?.unsaved).toBe(2)
    await settleNext()
    expect(sent).toEqual(['first', 'third'])
    await settleNext()
    expect(now()).toEqual({ unsaved: 0, isStuck: false, isLate: false, error: undefined })
  })

  it('does not let one key wait for another', () => {
    const { queue, sent } = queueByHand()
    queue.add(note('a', 'first'))
    queue.add(note('b', 'other'))
    expect(sent).toEqual(['first', 'other'])
  })

  it('sends the record that failed again before the one that came after it', async () => {
    const { queue, sent, settleNext, now } = queueByHand()
    queue.add(note('a', 'first'))
    await settleNext(new Error('The line was cut'))
    expect(now()?.isStuck).toBe(true)
    queue.add(note('a', 'second'))
    await settleNext()
    expect(sent).toEqual(['first', 'first', 'second'])
  })

  it('gives up a refused record for the one that came after it', async () => {
    const { queue, sent, settleNext } = queueByHand()
    queue.add(note('a', 'wrong'))
    queue.add(note('a', 'right'))
    await settleNext(new RangeError('Off the scale'))
    expect(sent).toEqual(['wrong', 'right'])
  })

  it('tells that a record has no answer for too long, until it has one', async () => {
    const { queue, settleNext, now } = queueByHand()
    queue.add(note('a', 'first'))
    queue.add(note('b', 'other'))
    expect(now()?.isLate).toBe(false)
    await expect.poll(() => now()?.isLate).toBe(true)
    await settleNext()
    expect(now()?.isLate).toBe(true)
    await settleNext()
    expect(now()?.isLate).toBe(false)
  })

  it('does not take a record for early because it is sent again', async () => {
    const { queue, settleNext, now } = queueByHand()
    queue.add(note('a', 'first'))
    await expect.poll(() => now()?.isLate).toBe(true)
    await settleNext(new Error('The line was cut'))
    queue.retry()
    expect(now()).toMatchObject({ isStuck: false, isLate: true })
  })

  it('tells when all is safe, and when something is stuck', async () => {
    const { queue, settleNext } = queueByHand()
    queue.add(note('a', 'first'))
    queue.add(note('b', 'other'))
    const idle = queue.whenIdle()
    await settleNext()
    await settleNext(new Error('The line was cut'))
    expect(await idle).toBe(false)
    queue.retry()
    const idleNow = queue.whenIdle()
    await settleNext()
    expect(await idleNow).toBe(true)
  })
})
