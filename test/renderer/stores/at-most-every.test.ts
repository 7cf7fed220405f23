import { describe, expect, it } from 'vitest'
import { atMostEvery } from '../../../renderer/stores/at-most-every.ts'

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
    for (let asks = 0; asks < 30; asks++) {
      paced.ask()
      await pause(5)
    }
    const lastAsk = performance.now()
    await pause(120)
    paced.stop()
    expect(begun.length).toBeGreaterThan(2)
    expect(begun.length).toBeLessThan(9)
    for (const [index, moment] of begun.slice(1).entries()) {
      expect(moment - (begun[index] ?? 0)).toBeGreaterThanOrEqual(45)
    }
    expect(begun.at(-1)).toBeGreaterThanOrEqual(lastAsk - 10)
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
