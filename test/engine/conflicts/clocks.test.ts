import { describe, expect, it } from 'vitest'
import { resolveByRule } from '../../../engine/conflicts/resolve.ts'
import type { Program } from '../../../engine/program.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { program } from '../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf, rate, ratedBySomeone } from '../packages/laptops.ts'

const DAY = 86_400_000

/** A program whose clock goes by `now`, which a test can set. */
function clocked(now: { at: string }): Program {
  return { ...program, clock: () => now.at }
}

/** Brings to one laptop what another has. */
const bring = async (to: Workbook, from: Workbook) => merge(to, [await packageOf(from)])

/** Two laptops on which one person answered one question, the second by a clock of its own. */
async function twoLaptops(clock: string) {
  const [now, other] = [{ at: '2026-03-09T10:00:00.000Z' }, { at: clock }]
  const [team, leeds] = [now, other].map(each => laptop({ program: clocked(each) }))
  if (!team || !leeds) throw new Error('There are two laptops')
  const someone = ratedBySomeone(team)
  await bring(leeds, team)
  // Each says it anew, without the other knowing.
  rate(leeds, someone, 2)
  rate(team, someone, 5)
  const receipt = await bring(team, leeds)
  return { team, leeds, someone, now, other, notes: receipt.packages[0]?.problems ?? [] }
}

const byTime = (workbook: Workbook) => resolveByRule(workbook, 'later')
const LEFT = { rule: 'later', settled: 0, open: 1, clocks: 1 }

describe('a rule by time', () => {
  it('decides where no clock was wrong', async () => {
    const { team } = await twoLaptops('2026-03-09T10:05:00.000Z')
    expect(byTime(team)).toEqual({ rule: 'later', settled: 1, open: 0, clocks: 0 })
  })

  it('decides nothing of a laptop that was ahead, also when its time has come', async () => {
    const { team, notes, now } = await twoLaptops('2035-03-09T10:00:00.000Z')
    expect(notes.map(({ code }) => code)).toContain('from-the-future')
    expect(byTime(team)).toEqual(LEFT)
    now.at = '2036-01-01T10:00:00.000Z'
    expect(byTime(team)).toEqual(LEFT)
  })

  it('decides nothing of a laptop that was years behind', async () => {
    const { team } = await twoLaptops('1999-12-31T10:00:00.000Z')
    expect(byTime(team)).toEqual(LEFT)
  })

  it('decides nothing of a laptop whose clock was set back between two answers', async () => {
    const { team, leeds, someone, other } = await twoLaptops('2026-03-09T10:05:00.000Z')
    other.at = new Date(Date.parse(other.at) - DAY / 24).toISOString()
    rate(leeds, someone, 3)
    await bring(team, leeds)
    expect(byTime(team)).toEqual(LEFT)
  })

  it('leaves the other rules as they are', async () => {
    const { team, leeds, someone } = await twoLaptops('2035-03-09T10:00:00.000Z')
    rate(leeds, someone, 5)
    await bring(team, leeds)
    expect(resolveByRule(team, 'same answer')).toMatchObject({ settled: 1, open: 0, clocks: 0 })
  })
})
