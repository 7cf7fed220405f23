import { WorkbookError } from '../../../../engine/errors.ts'
import { recordRating } from '../../../../engine/ratings/record.ts'
import { getAllWorkshops } from '../../../../engine/store/records/workshops.ts'
import { getAllPeople } from '../../../../engine/store/reports/answers.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import { addParticipant } from '../../../../engine/workshops/participants.ts'
import { addWorkshop } from '../../../../engine/workshops/workshops.ts'
import type { ExportScope } from '../../../../shared/model/exports.ts'
import type { Answer } from '../../../../shared/model/rating.ts'
import { CRITERIA, type Criterion } from '../../../../shared/model/vocabulary.ts'
import { type CsvRow, type Found, openPackage } from '../../../helpers/intruder.ts'
import { rating, sampleWorkbook } from '../../../helpers/sample-workbook.ts'
import { exported, indicatorIds } from '../exported.ts'

const peopleOf = ({ store }: Workbook) =>
  getAllPeople(
    store,
    getAllWorkshops(store).map(({ id }) => id),
  )

/** The names of all groups that anybody is in. */
export const groupsOf = (workbook: Workbook): readonly string[] => [
  ...new Set(peopleOf(workbook).map(({ group }) => group)),
]

/** A data package of a workbook, as somebody has it who was sent it. */
export const given = async (workbook: Workbook, scope: Partial<ExportScope>): Promise<Found> =>
  openPackage(await exported(workbook, 'zip', { round: 1, ...scope }))

const answerOf = (text: string): Answer =>
  text === 'dont_know' || text === 'not_applicable'
    ? { kind: text }
    : { kind: 'level', level: Number(text) }

/** Records the ratings of a csv in one workshop of the workbook. */
export function answeredBy(workbook: Workbook, rows: readonly CsvRow[]): void {
  const groups = [...new Set(rows.map(row => row.group ?? ''))]
  const workshop = addWorkshop(workbook, {
    ...{ title: 'Spring', date: '2026-03-09', venue: '', groups },
  }).id
  const [indicator = ''] = indicatorIds(workbook)
  for (const row of rows) {
    const [code = '', group = ''] = [row.participant, row.group]
    const { id } = addParticipant(workbook, { workshop, group, code })
    const criterion = row.criterion as Criterion
    recordRating(workbook, rating(id, indicator, answerOf(row.answer ?? ''), { criterion }))
  }
}

/** A study by chance: groups of 1 to 17 people, two workshops, one or two rounds. */
export interface RandomStudy {
  readonly workbook: Workbook
  readonly under: number
  /** A few or many more people, and people who change their minds. */
  readonly goOn: () => void
  /** The file that is given out; null where that is refused. */
  readonly release: (release: 'tables' | 'rows') => Promise<Found | null>
}

/** Makes a study; the same seed makes the same. */
export function randomStudy(seed: number): RandomStudy {
  const random = chance(seed)
  const below = (count: number) => Math.floor(random() * count)
  const workbook = sampleWorkbook(['A1', 'A2', 'A3'].slice(0, 1 + below(3)))
  const names = ['ADCS', 'DfE', 'Ofsted', 'Parents', 'Young people', 'Other'].slice(0, 1 + below(6))
  const under = 3 + below(4)
  const workshops = ['One', 'Two'].map(
    title => addWorkshop(workbook, { title, date: '2026-03-09', venue: '', groups: names }).id,
  )
  const people: string[] = []
  let joined = 0
  const answer = (participant: string, round: number) => {
    for (const indicator of indicatorIds(workbook)) {
      for (const criterion of CRITERIA) {
        const drawn = random()
        if (drawn < 0.1) continue
        const given: Answer =
          drawn < 0.25
            ? { kind: drawn < 0.18 ? 'dont_know' : 'not_applicable' }
            : { kind: 'level', level: 1 + below(5) }
        recordRating(workbook, rating(participant, indicator, given, { criterion, round }))
      }
    }
  }
  const join = (group: string) => {
    const workshop = workshops[below(2)] ?? ''
    joined += 1
    const { id } = addParticipant(workbook, { workshop, group, code: `C${joined}` })
    people.push(id)
    answer(id, 1)
    if (seed % 2 === 0 && random() < 0.8) answer(id, 2)
  }
  // One flush for all: this is no test of durability.
  workbook.store.transaction(() => {
    for (const name of names) for (let size = 1 + below(17); size > 0; size--) join(name)
  })
  return {
    workbook,
    under,
    goOn: () =>
      workbook.store.transaction(() => {
        const many = random() < 0.3 ? 9 : 3
        for (let count = below(many); count > 0; count--) join(names[below(names.length)] ?? '')
        for (let count = below(3); count > 0; count--) answer(people[below(people.length)] ?? '', 1)
      }),
    release: async release => {
      try {
        return await given(workbook, { release, hideUnder: under })
      } catch (error) {
        if (error instanceof WorkbookError && REFUSALS.includes(error.code)) return null
        throw error
      }
    },
  }
}

const REFUSALS: readonly string[] = ['RELEASED_BEFORE', 'RELEASED_BY_GROUP', 'TOO_FEW_FOR_ROWS']

/** Numbers from 0 to 1 by a seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
