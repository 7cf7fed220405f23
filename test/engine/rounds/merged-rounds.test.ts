import { describe, expect, it } from 'vitest'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { closeRound } from '../../../engine/rounds/close-round.ts'
import { collect, listCollected } from '../../../engine/rounds/collected.ts'
import { markPerson } from '../../../engine/rounds/mark-person.ts'
import { openRound } from '../../../engine/rounds/open-round.ts'
import { listRounds } from '../../../engine/rounds/rounds.ts'
import { listProgress, roundOf } from '../../../engine/rounds/standings.ts'
import { getParticipant } from '../../../engine/store/records/workshops.ts'
import { verifyWorkbook } from '../../../engine/verify/verify.ts'
import { withdraw } from '../../../engine/withdrawal/withdraw.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { program } from '../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf, ratedBySomeone } from '../packages/laptops.ts'

/** Three laptops that know one workshop, in which one person has begun. */
async function threeOfOne() {
  const [first, one, other] = [laptop(), laptop(), laptop()]
  const person = ratedBySomeone(first)
  const workshop = getParticipant(first.store, person)?.workshop ?? ''
  const start = await packageOf(first)
  await merge(one, [start])
  await merge(other, [start])
  const indicators = currentFramework(first.store).indicators.map(({ id }) => id)
  return { first, one, other, person, workshop, indicators }
}

/** Everything that can be said of the rounds of a workshop. */
const said = ({ store }: Workbook, workshop: string, person: string) => ({
  rounds: listRounds(store, workshop),
  collected: [...listCollected(store, workshop)].sort(),
  people: listProgress(store, { workshop }),
  theirs: roundOf(store, person),
})

describe('rounds of two laptops', () => {
  it('come out the same in whatever order they are merged', async () => {
    const { first, one, other, person, workshop, indicators } = await threeOfOne()
    const [a = '', b = ''] = indicators
    collect(one, { workshop, indicator: a, collected: true })
    openRound(one, { workshop, indicators: [a] })
    markPerson(one, { participant: person, round: 1, standing: 'excused' })
    closeRound(one, { workshop, round: 1, closed: true })
    collect(other, { workshop, indicator: b, collected: true })
    openRound(other, { workshop, indicators: [b], unfinished: 'move on' })
    closeRound(other, { workshop, round: 1, closed: false })
    markPerson(other, { participant: person, round: 1, standing: 'finished' })
    const packages = [await packageOf(one), await packageOf(other)]
    await merge(first, packages)
    await merge(one, [await packageOf(other)])
    await merge(other, packages.toReversed())
    const expected = said(first, workshop, person)
    expect(said(one, workshop, person)).toEqual(expected)
    expect(said(other, workshop, person)).toEqual(expected)
    expect(expected.rounds).toMatchObject([
      { round: 1, isClosed: false },
      { round: 2, indicators: [a, b] },
    ])
    expect(expected.theirs).toMatchObject({ round: 2 })
    first.close()
    expect(verifyWorkbook(first.store.file, program)).toMatchObject({ ok: true })
  })

  it('are closed where one closed them and the other said nothing', async () => {
    const { first, one, workshop, person } = await threeOfOne()
    closeRound(one, { workshop, round: 1, closed: true })
    await merge(first, [await packageOf(one)])
    expect(roundOf(first.store, person)).toEqual({ kind: 'nothing', because: 'closed' })
  })

  it('keep an indicator that was collected where another laptop opened the round without it', async () => {
    const { first, one, workshop, indicators } = await threeOfOne()
    const [a = '', b = ''] = indicators
    collect(one, { workshop, indicator: b, collected: true })
    openRound(first, { workshop, indicators: [a] })
    await merge(first, [await packageOf(one)])
    expect(listCollected(first.store, workshop)).toEqual([b])
  })

  it('bring nothing back of a person who withdrew', async () => {
    const { first, one, person } = await threeOfOne()
    markPerson(one, { participant: person, round: 1, standing: 'finished' })
    withdraw(first, person)
    await merge(first, [await packageOf(one)])
    expect(first.store.prepare('SELECT 1 FROM person_round').all({})).toEqual([])
  })
})
