import { describe, expect, it } from 'vitest'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { linkParticipants } from '../../../engine/people/people.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { seededRandom } from '../../../engine/ratings/synthetic/random.ts'
import { consolidate, consolidateWithAgreement } from '../../../engine/results/consolidate.ts'
import { appendRating, type RatingRecord } from '../../../engine/store/records/ratings.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import {
  changeFramework,
  indicatorText,
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'

/** Three indicators rated by one person; then A2 is reworded, A3 retired, and another person rates. */
function changedMidway() {
  const workbook = sampleWorkbook()
  const workshop = sampleWorkshop(workbook)
  const first = currentFramework(workbook.store)
  const early = sampleParticipant(workbook, workshop)
  for (const { id } of first.indicators) recordRating(workbook, rating(early, id, 5))
  const reworded = indicatorText('A2', { title: 'Indicator A2 in better words' })
  const { hash } = changeFramework(workbook, [indicatorText('A1'), reworded])
  const late = sampleParticipant(workbook, workshop, 'DfE')
  for (const { id } of first.indicators.slice(0, 2)) recordRating(workbook, rating(late, id, 3))
  return { workbook, first: first.hash, second: hash }
}

describe('results over several framework versions', () => {
  it('count an indicator once, whichever words its answers saw', () => {
    const { workbook } = changedMidway()
    const { indicators } = consolidate(workbook, { round: 1 })
    expect(indicators.map(({ code, criteria }) => [code, criteria.usefulness.n])).toEqual([
      ['A1', 2],
      ['A2', 2],
      ['A3', 1],
    ])
  })

  it('say how many answers saw each version, and whether its words were others', () => {
    const { workbook, first, second } = changedMidway()
    const [a1, a2] = consolidate(workbook, { round: 1 }).indicators
    expect(a1?.seen).toEqual([
      { framework: first, title: 'Indicator A1', sameWords: true, usefulness: 1, usability: 0 },
      { framework: second, title: 'Indicator A1', sameWords: true, usefulness: 1, usability: 0 },
    ])
    expect(a2).toMatchObject({
      title: 'Indicator A2 in better words',
      seen: [
        { framework: first, title: 'Indicator A2', sameWords: false, usefulness: 1 },
        { framework: second, title: 'Indicator A2 in better words', sameWords: true },
      ],
    })
  })

  it('still list a retired indicator that was rated, marked and last', () => {
    const { workbook, first } = changedMidway()
    const { indicators } = consolidate(workbook, { round: 1 })
    expect(indicators.map(({ retired }) => retired)).toEqual([false, false, true])
    expect(indicators[2]?.seen).toMatchObject([{ framework: first, usefulness: 1 }])
  })

  it('list no retired indicator that nobody in scope rated', () => {
    const { workbook } = changedMidway()
    expect(consolidate(workbook, { round: 2 }).indicators).toHaveLength(2)
    const { indicators } = consolidate(workbook, { round: 1, groups: ['DfE'] })
    expect(indicators.map(({ code }) => code)).toEqual(['A1', 'A2'])
    expect(indicators[0]?.seen).toHaveLength(1)
  })

  it('measure agreement over all that the round asked, whether or not it was retired later', () => {
    const { workbook } = changedMidway()
    const { usefulness } = consolidateWithAgreement(workbook, { round: 1 }).agreement
    expect(usefulness).toMatchObject({ kendallN: 1, indicators: 2, n: 4 })
  })

  it('say of a workbook with one version that all answers saw it', () => {
    const workbook = sampleWorkbook(['A1', 'A2'])
    const { hash, indicators } = currentFramework(workbook.store)
    const participant = sampleParticipant(workbook, sampleWorkshop(workbook))
    recordRating(workbook, rating(participant, indicators[0]?.id ?? '', 4))
    const [rated, unrated] = consolidate(workbook, { round: 1 }).indicators
    expect(rated?.seen).toEqual([
      { framework: hash, title: 'Indicator A1', sameWords: true, usefulness: 1, usability: 0 },
    ])
    expect(unrated?.seen).toEqual([])
  })

  it.each(['left out', 'provisional'] as const)(
    'count what each version saw as one would by hand, with conflicts %s',
    conflicts => {
      const workbook = sampleWorkbook()
      const workshop = sampleWorkshop(workbook)
      const { indicators } = currentFramework(workbook.store)
      const frameworks = [currentFramework(workbook.store).hash]
      for (const title of ['Second words', 'Third words']) {
        const texts = indicators.map(({ code }) =>
          indicatorText(code, { title: `${title} ${code}` }),
        )
        const decisions = indicators.map(({ code, id }) => ({
          code,
          means: 'same' as const,
          indicator: id,
        }))
        frameworks.push(changeFramework(workbook, texts, decisions).hash)
      }
      const rated = randomRatings(workbook, { workshop, frameworks, seed: 7 })
      for (const wording of [undefined, 'title', 'plain'] as const) {
        const results = consolidate(workbook, { round: 1, conflicts, wording })
        for (const { id, seen, criteria } of results.indicators) {
          const byHand = frameworks.map(framework =>
            countByHand(rated, { indicator: id, framework, conflicts, wording }),
          )
          const told = frameworks.map(
            framework => seen.find(each => each.framework === framework)?.usefulness ?? 0,
          )
          expect(told).toEqual(byHand)
          expect(told.reduce((sum, n) => sum + n, 0)).toBe(criteria.usefulness.n)
        }
      }
    },
  )
})

/**
 * Ratings of usefulness by thirty participants, in the words of any version; some keys have two, as after a
 * merge, and the last participant is the first one, who came back under another code.
 */
function randomRatings(
  workbook: Workbook,
  of: { readonly workshop: string; readonly frameworks: readonly string[]; readonly seed: number },
): readonly RatingRecord[] {
  const random = seededRandom(of.seed)
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item
  const people = Array.from({ length: 30 }, () => sampleParticipant(workbook, of.workshop))
  const [first = '', last = ''] = [people[0], people.at(-1)]
  linkParticipants(workbook, { participant: first, other: last })
  const { indicators } = currentFramework(workbook.store)
  const rated = people.flatMap(person =>
    indicators.flatMap(({ id }) =>
      Array.from({ length: random() < 0.2 ? 2 : 1 }, (): RatingRecord => {
        const answer =
          random() < 0.2 ? ({ kind: 'dont_know' } as const) : 1 + Math.floor(random() * 5)
        const record: RatingRecord = {
          ...rating(person, id, answer, { wording: pick(['title', 'plain'] as const) }),
          framework: pick(of.frameworks),
          entry: 'screen',
          recordedAt: `2026-03-09T09:00:0${Math.floor(random() * 10)}.000Z`,
          device: workbook.device,
        }
        appendRating(workbook.store, record)
        return record
      }),
    ),
  )
  return rated.map(each => (each.participant === last ? { ...each, participant: first } : each))
}

function countByHand(
  rated: readonly RatingRecord[],
  of: {
    readonly indicator: string
    readonly framework: string
    readonly conflicts: 'left out' | 'provisional'
    readonly wording: 'title' | 'plain' | undefined
  },
): number {
  const ofIndicator = rated.filter(({ indicator }) => indicator === of.indicator)
  const people = [...new Set(ofIndicator.map(({ participant }) => participant))]
  return people.filter(person => {
    const theirs = ofIndicator
      .filter(({ participant }) => participant === person)
      .toSorted((a, b) => `${a.recordedAt} ${a.id}`.localeCompare(`${b.recordedAt} ${b.id}`))
    if (theirs.length > 1 && of.conflicts === 'left out') return false
    const last = theirs.at(-1)
    return (
      last?.framework === of.framework &&
      last.answer.kind === 'level' &&
      (of.wording === undefined || last.wording === of.wording)
    )
  }).length
}
