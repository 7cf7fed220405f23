import { describe, expect, it } from 'vitest'
import { withExportMaterial } from '../../../engine/exports/material/material.ts'
import { askedTable } from '../../../engine/exports/tables/asked-table.ts'
import { ratingsTable } from '../../../engine/exports/tables/rating-tables.ts'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { openRoom } from '../../../engine/hands/rooms.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { type Random, seededRandom } from '../../../engine/ratings/synthetic/random.ts'
import { consolidate } from '../../../engine/results/consolidate.ts'
import { openRound } from '../../../engine/rounds/open-round.ts'
import { listProgress } from '../../../engine/rounds/standings.ts'
import { readStudy } from '../../../engine/study/state.ts'
import { beginTurn } from '../../../engine/turns/turns.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { setProtocol } from '../../../engine/workshops/protocol.ts'
import { NO_PROTOCOL, SEQUENCES } from '../../../shared/model/protocol.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { counts } from '../../helpers/counts.ts'
import {
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'

const GROUPS = ['ADCS', 'DfE', 'Ofsted'] as const
const CODES = ['A1', 'A2', 'A3', 'A4', 'A5']

const pick = <Item>(random: Random, items: readonly Item[]): readonly Item[] => {
  const some = items.filter(() => random() < 0.5)
  return some.length > 0 ? some : items.slice(0, 1)
}

/** A workshop that asks by chance, with people of each group, and what each of them is to be asked by round. */
function anyWorkshop(seed: number) {
  const random = seededRandom(seed)
  const workbook = sampleWorkbook(CODES)
  const workshop = sampleWorkshop(workbook)
  const all = currentFramework(workbook.store).indicators.map(({ id }) => id)
  const groups = Object.fromEntries(
    pick(random, GROUPS).map(group => [group, [...pick(random, all)]]),
  )
  const sequence = SEQUENCES[Math.floor(random() * SEQUENCES.length)] ?? 'fixed'
  setProtocol(workbook, { workshop, protocol: { ...NO_PROTOCOL, groups, sequence } })
  const people = GROUPS.flatMap(group =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
      group,
      id: sampleParticipant(workbook, workshop, group),
    })),
  )
  const answer = (round: number) => {
    for (const { id, group } of people) {
      const theirs = groups[group] ?? all
      for (const indicator of all.filter(one => theirs.includes(one) && random() < 0.4)) {
        const criterion = random() < 0.5 ? 'usefulness' : 'usability'
        recordRating(
          workbook,
          rating(id, indicator, 1 + Math.floor(random() * 5), { round, criterion }),
        )
      }
    }
  }
  answer(1)
  const second = pick(random, all)
  openRound(workbook, { workshop, indicators: second, unfinished: 'move on' })
  const askedIn = (round: number, group: string): readonly string[] =>
    all.filter(id => (groups[group] ?? all).includes(id) && (round === 1 || second.includes(id)))
  return { workbook, workshop, people, all, askedIn, isShuffled: sequence !== 'fixed' }
}

type AnyWorkshop = ReturnType<typeof anyWorkshop>

/** The number of people who are to be asked for an indicator in a round; of one group or of all. */
const toBeAsked = (
  { people, askedIn }: AnyWorkshop,
  {
    round,
    indicator,
    group,
  }: { readonly round: number; readonly indicator: string; readonly group?: string },
) =>
  people.filter(
    one => (group ?? one.group) === one.group && askedIn(round, one.group).includes(indicator),
  ).length

const askedByResults = (workbook: Workbook, round: number) =>
  consolidate(workbook, { round }).indicators.flatMap(({ id, criteria }) =>
    CRITERIA.map(criterion => ({ id, ...criteria[criterion] })),
  )

describe('what people are asked is one thing, whatever a workshop chooses:', () => {
  it.each(Array.from({ length: counts.anyWorkshops }, (_, seed) => [seed]))(
    'in results, exports, the study, turns and rooms (%i)',
    async seed => {
      const any = anyWorkshop(seed)
      const { workbook, workshop, people, askedIn, isShuffled } = any
      for (const round of [1, 2]) {
        for (const { id, asked, n, dontKnow, notApplicable, missing, groups } of askedByResults(
          workbook,
          round,
        )) {
          expect(asked).toBe(toBeAsked(any, { round, indicator: id }))
          expect(n + dontKnow + notApplicable + missing).toBe(asked)
          for (const [group, summary] of Object.entries(groups)) {
            expect(summary.asked).toBe(toBeAsked(any, { round, indicator: id, group }))
          }
        }
        const progress = listProgress(workbook.store, { workshop, round })
        expect(progress.map(({ indicators }) => indicators)).toEqual(
          people.map(({ group }) => askedIn(round, group).length),
        )
        for (const group of GROUPS) {
          const room = openRoom(workbook, { workshop, group, round })
          expect([...new Set(room.lines.map(({ indicator }) => indicator))]).toEqual(
            askedIn(round, group),
          )
        }
      }
      const [row] = readStudy(workbook, { underWay: [] }).rows
      expect(row?.rounds.map(({ finished }) => finished)).toEqual(
        [1, 2].map(
          round =>
            listProgress(workbook.store, { workshop, round }).filter(
              ({ standing }) => standing === 'finished',
            ).length,
        ),
      )
      await withExportMaterial(workbook, { round: 1 }, async material => {
        const { fields, rows } = askedTable(material)
        const at = (name: string) => fields.findIndex(field => field.name === name)
        const idOf = new Map(material.framework.indicators.map(({ id, code }) => [code, id]))
        for (const cells of rows()) {
          const round = Number(cells[at('round')])
          const indicator = idOf.get(String(cells[at('indicator')])) ?? ''
          const group = cells[at('group')]
          const of = { round, indicator, ...(group !== null && { group: String(group) }) }
          expect(cells[at('asked')]).toBe(toBeAsked(any, of))
        }
        const places = ratingsTable(material).fields.map(({ name }) => name)
        expect(places.includes('place_asked')).toBe(isShuffled)
      })
      for (const { id, group } of people) {
        const turn = beginTurn(workbook, { participant: id, round: null })
        if ('nothing' in turn) expect(askedIn(2, group)).toEqual([])
        else expect(turn.asked?.toSorted()).toEqual(askedIn(2, group).toSorted())
      }
    },
  )
})
