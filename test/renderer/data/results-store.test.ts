import { describe, expect, it } from 'vitest'
import { atMostEvery } from '../../../renderer/data/results-store.ts'

const pause = (milliseconds: number) =>
  new Promise(resolve => {
    setTimeout(resolve, milliseconds)
  })

describe('pacing an action', () => {
  it('begins at once, answers every later ask, and keeps its pace', async () => {
    const begun: number[] = []
    const paced = atMostEvery(50, async () => {
      begun.push(performance.now())
    })
    let lastAsk = 0
    for (let asks = 0; asks < 30; asks++) {
      lastAsk = performance.now()
      paced.ask()
      await pause(5)
    }
    // However slow this machine is just now, the last ask is answered by a run that begins after it.
    await expect.poll(() => begun.at(-1)).toBeGreaterThanOrEqual(lastAsk)
    paced.stop()
    const elapsed = performance.now() - (begun[0] ?? 0)
    expect(begun.length).toBeGreaterThan(2)
    expect(begun.length).toBeLessThan(elapsed / 45 + 2)
    for (const [index, moment] of begun.slice(1).entries()) {
      expect(moment - (begun[index] ?? 0)).toBeGreaterThanOrEqual(45)
    }
  })

  it('never runs twice at once, goes on after a failure, and stops when it is told to', async () => {
    let [running, most, runs] = [0, 0, 0]
    const paced = atMostEvery(1, async () => {
      runs++
      running++
      most = Math.max(most, running)
      await pause(20)
      running--
      throw new Error('No line')
    })
    for (let asks = 0; asks < 10; asks++) {
      paced.ask()
      await pause(5)
    }
    await pause(60)
    expect(most).toBe(1)
    expect(runs).toBeGreaterThan(1)
    paced.stop()
    const before = runs
    paced.ask()
    await pause(10)
    expect(runs).toBe(before)
  })
})
