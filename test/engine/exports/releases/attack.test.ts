import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it, onTestFinished } from 'vitest'
import { projectPath } from '../../../../build/project.ts'
import { exampleFramework } from '../../../../engine/frameworks/example/example-framework.ts'
import { addSyntheticRatings } from '../../../../engine/ratings/synthetic/synthetic-ratings.ts'
import { createWorkbook } from '../../../../engine/workbooks/open.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import { counts } from '../../../helpers/counts.ts'
import {
  assignGroups,
  compareEveryone,
  type Found,
  readPeople,
  subtractEverything,
} from '../../../helpers/intruder.ts'
import { indicatorText, ownFolder, program } from '../../../helpers/sample-workbook.ts'
import { answeredBy, given, groupsOf, randomStudy } from './studies.ts'

/** Four workshops of fourteen people; in the long run on the whole example. */
function exampleWorkbook(): Workbook {
  const whole = exampleFramework()
  const framework = { ...whole, indicators: whole.indicators.slice(0, counts.exampleIndicators) }
  const workbook = createWorkbook(
    join(ownFolder(), 'example.sqlite'),
    { title: 'Example', scale: 5, madeUp: true, framework },
    program,
  )
  onTestFinished(workbook.close)
  addSyntheticRatings(workbook, { workshops: 4, participants: 14, seed: 1 })
  return workbook
}

/** The number of people who are put into their own group: they are known again by all of their answers. */
async function recovered(workbook: Workbook, rows: Found, tables: Found): Promise<number> {
  const truth = await given(workbook, { release: 'research' })
  const groups = new Map(truth.table('participants').map(row => [row.participant_id, row.group]))
  const marked = (answers: ReadonlyMap<string, string> | undefined) =>
    JSON.stringify([...(answers ?? [])].filter(([, answer]) => answer !== '').toSorted())
  const byAnswers = new Map(
    [...readPeople(truth)].map(([id, answers]) => [marked(answers), groups.get(id)]),
  )
  const people = readPeople(rows)
  return [...assignGroups(rows, tables)].filter(
    ([name, group]) => byAnswers.get(marked(people.get(name))) === group,
  ).length
}

describe('an intruder with a file for research, pseudonyms and small groups left out', () => {
  it('puts everyone into their group, and subtracts what was left out: it is not for publication', async () => {
    const workbook = exampleWorkbook()
    const file = await given(workbook, { people: 'pseudonyms', hideUnder: 5 })
    expect(await recovered(workbook, file, file)).toBeGreaterThan(50)
    expect(subtractEverything([file], groupsOf(workbook), 5)).not.toEqual([])
  })
})

describe('an intruder with tables', () => {
  it('finds no row about anybody, and nothing of fewer than five people', async () => {
    const workbook = exampleWorkbook()
    const tables = await given(workbook, { release: 'tables' })
    expect(tables.table('results_by_group').filter(({ n }) => n !== '')).not.toEqual([])
    expect(readPeople(tables)).toEqual(new Map())
    expect(subtractEverything([tables], groupsOf(workbook), 5)).toEqual([])
  })

  it('cannot subtract the three people of a group from the others', async () => {
    const workbook = createWorkbook(
      join(ownFolder(), 'case.sqlite'),
      {
        ...{ title: 'Case', scale: 5, madeUp: true },
        framework: {
          ...{ title: 'Case', origin: 'file', fileName: 'a.csv' },
          indicators: [indicatorText('K1')],
        },
      },
      program,
    )
    onTestFinished(workbook.close)
    const path = projectPath('test/fixtures/hidden-subtract/ratings.csv')
    answeredBy(workbook, parse(readFileSync(path), { columns: true }))
    const before = await given(workbook, { people: 'pseudonyms', hideUnder: 5 })
    expect(subtractEverything([before], groupsOf(workbook), 5)).not.toEqual([])
    const tables = await given(workbook, { release: 'tables' })
    const [row] = tables.table('results')
    expect(row).toMatchObject({ n: '13', level_1: '1', level_4: '11', dont_know: '' })
    expect(tables.table('results_by_group')).toEqual([])
    expect(subtractEverything([tables], groupsOf(workbook), 5)).toEqual([])
  })
})

describe('an intruder with several releases of a workbook that goes on', () => {
  it.each(Array.from({ length: counts.attackedStudies }, (_, seed) => seed + 1))(
    'learns of nobody and nothing of few: study %i',
    async seed => {
      const study = randomStudy(seed)
      const { workbook, under } = study
      const first = await study.release(seed % 4 === 0 ? 'rows' : 'tables')
      study.goOn()
      const second = await study.release('tables')
      study.goOn()
      const third = await study.release(seed % 3 === 0 ? 'rows' : 'tables')
      const had = [first, second, third].flatMap(found => found ?? [])
      const aggregates = had.filter(found => found.table('ratings').length === 0)
      expect(subtractEverything(aggregates, groupsOf(workbook), under)).toEqual([])
      expect(compareEveryone(had, under)).toEqual([])
      for (const rows of had) {
        for (const tables of had) expect(assignGroups(rows, tables)).toEqual(new Map())
      }
    },
  )
})
