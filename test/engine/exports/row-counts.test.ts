import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { resolveByRule } from '../../../engine/conflicts/resolve.ts'
import { withExportMaterial } from '../../../engine/exports/material/material.ts'
import { spreadsheetContent } from '../../../engine/exports/sheets/contents.ts'
import { ratingColumns } from '../../../engine/exports/sheets/record-columns.ts'
import { ratingsTable } from '../../../engine/exports/tables/rating-tables.ts'
import { chooseVersion } from '../../../engine/frameworks/versions/choose-version.ts'
import { currentVersion } from '../../../engine/frameworks/versions/current-version.ts'
import { linkParticipants } from '../../../engine/people/people.ts'
import { markTest } from '../../../engine/people/test-participants.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { type Random, seededRandom } from '../../../engine/ratings/synthetic/random.ts'
import { consolidate } from '../../../engine/results/consolidate.ts'
import { appendRating } from '../../../engine/store/records/ratings.ts'
import { withdrawParticipant } from '../../../engine/withdrawal/withdraw.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import type { ExportScope } from '../../../shared/model/exports.ts'
import type { NewRating } from '../../../shared/model/rating.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { counts } from '../../helpers/counts.ts'
import {
  changeFramework,
  indicatorText,
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'
import { exported, indicatorIds } from './exported.ts'

/** The columns of a row of the long csv that are looked at. */
interface Line {
  readonly round: string
  readonly indicator: string
  readonly criterion: string
  readonly participant_id: string
  readonly participant: string
  readonly answer: string
  readonly counts: string
}

/** The rows of the long csv. */
async function linesOf(workbook: Workbook, scope?: ExportScope): Promise<readonly Line[]> {
  const csv = await exported(workbook, 'csv', scope)
  return parse(csv, { columns: true, bom: true })
}

/** Records an answer beside those that stand, as it comes from a laptop that did not know of them. */
function rateElsewhere({ store, device, clock }: Workbook, said: NewRating): void {
  const framework = currentVersion(store).hash
  appendRating(store, { ...said, framework, entry: 'screen', recordedAt: clock(), device })
}

/** A workbook in which each state of a row is met, and the people by what is met in their rows. */
function oneOfEach() {
  const workbook = sampleWorkbook()
  const [first = '', second = ''] = indicatorIds(workbook)
  const workshop = sampleWorkshop(workbook)
  const person = (group?: string): string => sampleParticipant(workbook, workshop, group)
  const [ada, ben, cyn, dee, eve] = [person(), person(), person(), person(), person('Ofsted')]
  recordRating(workbook, rating(ada, first, 4))
  recordRating(workbook, rating(ben, first, 2))
  rateElsewhere(workbook, rating(ben, first, 5))
  recordRating(workbook, rating(cyn, first, 1))
  markTest(workbook, cyn, true)
  recordRating(workbook, rating(dee, first, 3, { wording: 'plain' }))
  recordRating(workbook, rating(dee, second, { kind: 'none' }, { comment: 'Why?' }))
  linkParticipants(workbook, { participant: ada, other: eve })
  recordRating(workbook, rating(eve, second, 5))
  const ours = currentVersion(workbook.store).hash
  const { hash } = changeFramework(workbook, ['A1', 'A2', 'A3', 'A4'].map(indicatorOf))
  recordRating(workbook, rating(dee, indicatorIds(workbook)[3] ?? '', 2))
  workbook.store.transaction(() => chooseVersion(workbook, ours, [hash]))
  return { workbook, people: { ada, ben, cyn, dee, eve } }
}

/** The ways in which the rows of each person count, in the order in which they are listed. */
function byPerson(lines: readonly Line[]): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {}
  for (const { participant, counts: how } of lines) {
    found[participant] = [...(found[participant] ?? []), how]
  }
  return found
}

describe('each row of ratings says how it counts', () => {
  it('and why not: a conflict, a test, no answer, an indicator set aside', async () => {
    const { workbook } = oneOfEach()
    expect(byPerson(await linesOf(workbook))).toEqual({
      P01: ['yes'],
      P02: ['conflict', 'conflict'],
      P03: ['test'],
      P04: ['yes', 'no_answer', 'aside'],
      P05: ['yes'],
    })
  })

  it('by what was chosen: later answers in conflict, one wording, some groups', async () => {
    const { workbook } = oneOfEach()
    const later = await linesOf(workbook, { round: 1, conflicts: 'provisional' })
    expect(byPerson(later).P02).toEqual(['conflict', 'yes'])
    const titles = await linesOf(workbook, { round: 1, wording: 'title' })
    expect(byPerson(titles).P04).toEqual(['other_wording', 'no_answer', 'aside'])
    const ofsted = await linesOf(workbook, { round: 1, groups: ['Ofsted'] })
    expect(byPerson(ofsted)).toEqual({ P05: ['other_group'] })
  })

  it('in the spreadsheet and the tables for programs as in the csv', async () => {
    const { workbook } = oneOfEach()
    const csv = (await linesOf(workbook)).map(({ counts: how }) => how)
    await withExportMaterial(workbook, { round: 1 }, async material => {
      const columns = ratingColumns(material)
      const [sheet] = spreadsheetContent(material).sheets.filter(({ name }) => name === 'Ratings')
      const ofSheet = sheet?.kind === 'table' ? [...sheet.rows] : []
      const at = columns.findIndex(({ name }) => name === 'counts')
      expect(ofSheet.map(row => row[at])).toEqual(csv)
      const { fields, rows } = ratingsTable(material)
      const place = fields.findIndex(({ name }) => name === 'counts')
      expect([...rows()].map(row => row[place])).toEqual(csv)
    })
  })

  it('and those that something was written beside are found without reading the others', async () => {
    const { workbook, people } = oneOfEach()
    const [first = '', second = ''] = indicatorIds(workbook)
    recordRating(workbook, rating(people.ada, second, 2, { comment: 'Too late.' }))
    recordRating(workbook, rating(people.cyn, first, 1, { comment: 'Only a test.' }))
    for (const choices of [{}, { people: 'pseudonyms' }, { comments: false }] as const) {
      await withExportMaterial(workbook, { round: 1, ...choices }, async material => {
        const all = [...material.ratings()].filter(({ comment }) => comment !== '')
        expect([...material.commented()]).toEqual(all)
        expect(all).toHaveLength('comments' in choices ? 0 : 2)
      })
    }
  })

  it('and in no row says anything of people who withdrew', async () => {
    const { workbook, people } = oneOfEach()
    withdrawParticipant(workbook, people.dee)
    expect(Object.keys(byPerson(await linesOf(workbook)))).toEqual(['P01', 'P02', 'P03', 'P05'])
  })
})

const oneFrom = <T>(random: Random, values: readonly [T, ...T[]]): T =>
  values[Math.floor(random() * values.length)] ?? values[0]

const CODES = ['A1', 'A2']
const indicatorOf = (code: string) => indicatorText(code)

/** A random history on one workbook: answers, changes of mind, conflicts, links, tests, withdrawals. */
function randomHistory(seed: number): Workbook {
  const random = seededRandom(seed)
  const workbook = sampleWorkbook(CODES)
  const workshops = [sampleWorkshop(workbook), sampleWorkshop(workbook)] as const
  const join = (): string =>
    sampleParticipant(workbook, oneFrom(random, workshops), oneFrom(random, ['ADCS', 'Ofsted']))
  const people: [string, ...string[]] = [join(), join(), join(), join(), join()]
  const said = (): NewRating => {
    const [first = '', ...others] = indicatorIds(workbook)
    const level = { kind: 'level', level: 1 + Math.floor(random() * 5) } as const
    return rating(
      oneFrom(random, people),
      oneFrom(random, [first, ...others]),
      oneFrom(random, [level, level, level, { kind: 'dont_know' }, { kind: 'none' }]),
      {
        criterion: oneFrom(random, CRITERIA),
        round: oneFrom(random, [1, 1, 2]),
        comment: oneFrom(random, ['', 'Words.']),
        wording: oneFrom(random, ['title', 'plain']),
      },
    )
  }
  const ours = currentVersion(workbook.store).hash
  let isChanged = false
  const steps: readonly [() => void, ...(() => void)[]] = [
    () => recordRating(workbook, said()),
    () => recordRating(workbook, said()),
    () => recordRating(workbook, said()),
    () => recordRating(workbook, said()),
    () => rateElsewhere(workbook, said()),
    () => rateElsewhere(workbook, said()),
    () => markTest(workbook, oneFrom(random, people), random() < 0.6),
    () => void resolveByRule(workbook, 'later'),
    () => {
      const [participant, other] = [oneFrom(random, people), oneFrom(random, people)]
      if (participant !== other) linkParticipants(workbook, { participant, other })
    },
    () => {
      if (people.length < 4) return
      withdrawParticipant(workbook, people[0])
      people.shift()
    },
    () => {
      if (!isChanged) changeFramework(workbook, [...CODES, 'B1'].map(indicatorOf))
      isChanged = true
    },
    () => {
      const now = currentVersion(workbook.store).hash
      if (now === ours) return
      workbook.store.transaction(() => chooseVersion(workbook, ours, [now]))
    },
  ]
  for (let step = 0; step < 60; step++) oneFrom(random, steps)()
  return workbook
}

const SCOPES: readonly ExportScope[] = [
  { round: 1 },
  { round: 2, conflicts: 'provisional' },
  { round: 1, wording: 'plain' },
  { round: 1, groups: ['ADCS'], people: 'pseudonyms' },
]

/** The number of answers that count, of each kind, by round, indicator and criterion: by rows, or by results. */
type Counted = Readonly<Record<string, number>>

function countedByRows(lines: readonly Line[]): Counted {
  const found: Record<string, number> = {}
  for (const { round, indicator, criterion, answer, counts: how } of lines) {
    if (how !== 'yes') continue
    const key = `${round} ${indicator} ${criterion} ${answer}`
    found[key] = (found[key] ?? 0) + 1
  }
  return found
}

function countedByResults(workbook: Workbook, scope: ExportScope): Counted {
  const found: Record<string, number> = {}
  for (const round of [1, 2]) {
    for (const { code, criteria } of consolidate(workbook, { ...scope, round }).indicators) {
      for (const criterion of CRITERIA) {
        const { counts: levels, dontKnow, notApplicable } = criteria[criterion]
        const kinds = { ...levels, dont_know: dontKnow, not_applicable: notApplicable }
        for (const [answer, count] of Object.entries(kinds)) {
          if (count > 0) found[`${round} ${code} ${criterion} ${answer}`] = count
        }
      }
    }
  }
  return found
}

describe('rows that count', () => {
  it('are one for each person, indicator, criterion and round, and add up to the results', async () => {
    const met = new Set<string>()
    for (let seed = 1; seed <= counts.countedHistories; seed++) {
      const workbook = randomHistory(seed)
      for (const scope of SCOPES) {
        const lines = await linesOf(workbook, scope)
        const keys = lines
          .filter(line => line.counts === 'yes')
          .map(line => `${line.round} ${line.indicator} ${line.criterion} ${line.participant_id}`)
        expect(keys, `history ${seed}`).toEqual([...new Set(keys)])
        if (!scope.groups) {
          expect(countedByRows(lines), `history ${seed} ${JSON.stringify(scope)}`).toEqual(
            countedByResults(workbook, scope),
          )
        }
        for (const line of lines) met.add(line.counts)
      }
    }
    // The histories must have had what they are about.
    expect([...met].toSorted()).toEqual(
      expect.arrayContaining(['aside', 'conflict', 'no_answer', 'other_wording', 'test', 'yes']),
    )
  }, 600_000)
})
