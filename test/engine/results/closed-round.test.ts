import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { linkParticipants } from '../../../engine/people/people.ts'
import { recordRatings } from '../../../engine/ratings/record.ts'
import { type Random, seededRandom } from '../../../engine/ratings/synthetic/random.ts'
import { consolidateWithAgreement } from '../../../engine/results/consolidate.ts'
import { closeRound } from '../../../engine/rounds/close-round.ts'
import { markPerson } from '../../../engine/rounds/mark-person.ts'
import { openRound } from '../../../engine/rounds/open-round.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { counts } from '../../helpers/counts.ts'
import {
  changeFramework,
  indicatorText,
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'

const GROUPS = ['ADCS', 'DfE', 'Ofsted']

/** A study whose first round is over in both of its workshops, and in which not everyone answered everything. */
function studyAfterRoundOne(random: Random) {
  const workbook = sampleWorkbook(['A1', 'A2', 'A3', 'A4'])
  const workshops = [sampleWorkshop(workbook), sampleWorkshop(workbook)]
  const people = workshops.flatMap(workshop =>
    GROUPS.flatMap(group => [0, 1].map(() => sampleParticipant(workbook, workshop, group))),
  )
  for (const person of people) rateSome(workbook, { person, round: 1, random })
  for (const workshop of workshops) closeRound(workbook, { workshop, round: 1, closed: true })
  return { workbook, workshops, people }
}

function rateSome(
  workbook: Workbook,
  {
    person,
    round,
    random,
  }: { readonly person: string; readonly round: number; readonly random: Random },
): void {
  const ratings = currentFramework(workbook.store).indicators.flatMap(({ id }) =>
    (['usefulness', 'usability'] as const).flatMap(criterion =>
      random() < 0.3
        ? []
        : [rating(person, id, 1 + Math.floor(random() * 5), { round, criterion })],
    ),
  )
  recordRatings(workbook, ratings, 'file')
}

/** The figures of a round; that an indicator is not in use any more is no figure of it. */
function figuresOf(workbook: Workbook, round: number) {
  const { indicators, ...results } = consolidateWithAgreement(workbook, { round })
  return { ...results, indicators: indicators.map(({ retired: _, ...indicator }) => indicator) }
}

const digestOf = (workbook: Workbook): string =>
  createHash('sha256')
    .update(JSON.stringify(figuresOf(workbook, 1)))
    .digest('hex')

/** Something that happens to a study later, and is no answer in round 1. */
function somethingLater(
  { workbook, workshops, people }: ReturnType<typeof studyAfterRoundOne>,
  random: Random,
): void {
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item
  const indicators = currentFramework(workbook.store).indicators
  const [person, workshop] = [pick(people), pick(workshops)]
  const later = [
    () => {
      const kept = indicators.filter(() => random() < 0.8)
      const inUse = kept.length > 0 ? kept : indicators
      const texts = inUse.map(({ code, title }) =>
        indicatorText(code, { title: random() < 0.5 ? title : `${title}, reworded` }),
      )
      const added = random() < 0.5 ? [indicatorText(`N${Math.floor(random() * 1e9)}`)] : []
      changeFramework(
        workbook,
        [...texts, ...added],
        [
          ...inUse.map(({ code, id }) => ({ code, means: 'same' as const, indicator: id })),
          ...added.map(({ code }) => ({ code, means: 'new' as const })),
        ],
      )
    },
    () => {
      const some = indicators.filter(() => random() < 0.5).map(({ id }) => id)
      const asked = some.length > 0 ? some : null
      openRound(workbook, { workshop, indicators: asked, unfinished: 'move on' })
    },
    () => rateSome(workbook, { person, round: 2, random }),
    () => sampleParticipant(workbook, workshop, pick(GROUPS)),
    () => {
      const joined = sampleParticipant(workbook, sampleWorkshop(workbook), pick(GROUPS))
      rateSome(workbook, { person: joined, round: 2, random })
    },
  ]
  pick(later)()
}

describe('a closed round', () => {
  const histories = counts.laterHistories
  it(`has the same figures to the last bit after any of ${histories} histories that ask or answer nothing in it`, () => {
    for (let seed = 1; seed <= histories; seed++) {
      const random = seededRandom(seed)
      const study = studyAfterRoundOne(random)
      const before = digestOf(study.workbook)
      for (let step = 0; step < 6; step++) {
        somethingLater(study, random)
        expect(digestOf(study.workbook), `history ${seed}, step ${step}`).toBe(before)
      }
    }
  })

  it('asks nobody who was excused, as whichever of the participants that they are', () => {
    const workbook = sampleWorkbook()
    const workshop = sampleWorkshop(workbook)
    const [one = '', same = '', other = ''] = [0, 1, 2].map(() =>
      sampleParticipant(workbook, workshop),
    )
    for (const person of [one, same, other]) {
      rateSome(workbook, { person, round: 1, random: seededRandom(3) })
    }
    linkParticipants(workbook, { participant: one, other: same })
    openRound(workbook, { workshop, indicators: null })
    expect(figuresOf(workbook, 2).participants).toBe(2)
    markPerson(workbook, { participant: same, round: 2, standing: 'excused' })
    expect(figuresOf(workbook, 2).participants).toBe(1)
  })

  it('does not count as missing what somebody who joined later was never asked', () => {
    const study = studyAfterRoundOne(seededRandom(7))
    const before = figuresOf(study.workbook, 1)
    sampleParticipant(study.workbook, study.workshops[0] ?? '', 'DfE')
    expect(figuresOf(study.workbook, 1)).toEqual(before)
    expect(before.participants).toBe(12)
  })
})
