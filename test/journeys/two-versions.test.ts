import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { read, utils } from 'xlsx'
import type { ResultsWithAgreement } from '../../shared/model/results.ts'
import { CRITERIA } from '../../shared/model/vocabulary.ts'
import { runCli, runJson } from '../cli/run-cli.ts'
import { isLongRun } from '../helpers/counts.ts'
import { openDuck } from '../helpers/duckdb.ts'
import { isInstalled, run, unzip } from '../helpers/programs.ts'
import { ownFolder } from '../helpers/sample-workbook.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import {
  fixture,
  plainRound,
  type Told,
  toldByProgram,
  toldByReport,
  toldByRows,
  toldBySheets,
  toldByWord,
} from './in-every-format.ts'

type Row = Readonly<Record<string, string>>

/** Two workshops rate in round 1; an indicator is reworded, one dropped, one added; one rates in round 2. */
async function studyOfTwoVersions(path: string) {
  const cli = async (...args: readonly string[]) => {
    const done = await runCli(args, path)
    expect(done.stderr.replaceAll(/Building.*\n/g, '') + String(done.code)).toMatch(/0$/)
  }
  const workshop = async (title: string, groups: string) => {
    const made = ['workshop', 'study.sqlite', '--title', title, '--groups', groups]
    return (await runJson<{ readonly id: string }>(made, path)).id
  }
  const rate = (id: string, name: string) =>
    cli('rate', 'study.sqlite', fixture(name), '--workshop', id)
  const results = (round: number) =>
    runJson<ResultsWithAgreement>(['results', 'study.sqlite', '--round', String(round)], path)
  await cli('create', 'study.sqlite', '--framework', fixture('framework-1'), '--scale', '5')
  const one = await workshop('One', 'Solo;Pair;Trio;Quartet;Sixers;Big, "group" one')
  const two = await workshop('Two', 'Trio;Sixers')
  await rate(one, 'round-1')
  await rate(two, 'round-1-late')
  const before = await results(1)
  await cli('load', 'study.sqlite', fixture('framework-2'), '--confirm')
  await rate(one, 'round-2')
  return { before, after: await results(1), second: await results(2) }
}

/** Results without the one thing that a later version says of an indicator: that it is not in use any more. */
const figuresOf = ({ indicators, ...results }: ResultsWithAgreement) => ({
  ...results,
  indicators: indicators.map(({ retired: _, ...indicator }) => indicator),
})

function answersOf({ indicators }: ResultsWithAgreement) {
  const summaries = indicators.flatMap(({ criteria }) => CRITERIA.map(each => criteria[each]))
  const sum = (of: 'asked' | 'missing') => summaries.reduce((all, one) => all + one[of], 0)
  return { asked: sum('asked'), missing: sum('missing') }
}

let folder: ReturnType<typeof tempFolder>
let study: Awaited<ReturnType<typeof studyOfTwoVersions>>

beforeAll(async () => {
  folder = tempFolder()
  study = await studyOfTwoVersions(folder.path)
}, 240_000)
afterAll(() => folder[Symbol.dispose]())

/** Exports the study, and gives where the file is. */
async function exportTo(name: string, ...how: readonly string[]): Promise<string> {
  const done = await runCli(['export', 'study.sqlite', name, ...how], folder.path)
  expect(done.code).toBe(0)
  return folder.file(name)
}

const rowsOf = (files: ReadonlyMap<string, Buffer>, table: string): readonly Row[] =>
  parse(files.get(`data/${table}.csv`) ?? '', { columns: true })

it('gives every figure of round 1 as before a later framework version was loaded and rated', () => {
  const { before, after, second } = study
  expect(figuresOf(after)).toEqual(figuresOf(before))
  expect(answersOf(after)).toEqual({ asked: 1560, missing: 275 })
  // As R has it, on all answers of the round.
  expect(after.agreement.usefulness.alphaOrdinal).toBeCloseTo(0.311_12, 4)
  expect(after.indicators.map(({ code }) => code)).not.toContain('NEW1')
  expect(after.indicators.find(({ code }) => code === 'A-1')?.title).toBe('Plain title')
  // Only workshop One had a round 2; the indicator that was dropped was not asked in it.
  expect(second.participants).toBe(33)
  expect(answersOf(second)).toEqual({ asked: 1320, missing: 329 })
  expect(second.indicators.find(({ code }) => code === 'A-1')?.title).toContain('now reworded')
})

it('says in the methods what was missing of what the round asked, and what changed between rounds', async () => {
  const methodsOf = async (round: string): Promise<string> => {
    const path = await exportTo(`round-${round}.zip`, '--round', round)
    return (await unzip(readFileSync(path))).get('methods.md')?.toString('utf8') ?? ''
  }
  const first = await methodsOf('1')
  expect(first).toMatch(/1,560 answers could have been given.* 275 \(18%\) were missing/s)
  expect(first).toContain('From round 1 to round 2, added: NEW1 A new one in version two.')
  expect(first).toMatch(/From round 1 to round 2, reworded: A-1 Plain title \(now: .*now reworded/)
  expect(first).toContain(
    'From round 1 to round 2, dropped from the framework: 1st Starts with a digit.',
  )
  expect(await methodsOf('2')).toMatch(
    /1,320 answers could have been given.* 329 \(25%\) were missing/s,
  )
})

it.runIf(isLongRun)('puts the words of each round over its figures in every format', async () => {
  const zip = await unzip(readFileSync(await exportTo('words.zip')))
  const titles = rowsOf(zip, 'results')
    .filter(({ indicator, criterion }) => indicator === 'A-1' && criterion === 'usefulness')
    .map(({ round, title, framework }) => ({ round, title, framework }))
  expect(titles.map(({ title }) => title)).toEqual([
    'Plain title',
    expect.stringContaining('now reworded'),
  ])
  const versions = rowsOf(zip, 'framework_versions')
  for (const { framework, title } of titles) {
    expect(versions).toContainEqual(expect.objectContaining({ framework, indicator: 'A-1', title }))
  }
  for (const { framework, indicator } of rowsOf(zip, 'ratings')) {
    expect(versions.some(one => one.framework === framework && one.indicator === indicator)).toBe(
      true,
    )
  }
  const label = zip.get('codebook.csv')?.toString('utf8') ?? ''
  expect(label).toMatch(/Usefulness of A-1: Plain title; from round 2: .*now reworded/)

  const book = read(readFileSync(await exportTo('words.xlsx')))
  const sheet = (name: string) => utils.sheet_to_json<Row>(book.Sheets[name] ?? {})
  const summary = sheet('Summary').find(({ code }) => code === 'A-1')
  expect(summary).toMatchObject({
    indicator: 'Plain title',
    between_rounds: 'reworded for round 2',
  })
  const rounds = sheet('Rounds').filter(row => row.code === 'A-1' && row.criterion === 'usefulness')
  expect(rounds.map(({ indicator }) => indicator)).toEqual(titles.map(({ title }) => title))
  expect(sheet('Framework versions')).toHaveLength(versions.length)

  const report = readFileSync(await exportTo('words.html'), 'utf8')
  expect(report).toContain('What changed between rounds')
  expect(report).toContain('</span> Plain title')
  expect(report).not.toMatch(/<\/span> [^<]*now reworded/)
})

// A figure that is printed has fewer digits: a share in whole percent, a level to one or two decimals.
const PRINTED = { share: 0.005_01, level: 0.050_1 }
const WHOLE = { share: 1e-9, level: 1e-9 }

/** Compares what a format tells with plain arithmetic on the answers, and says how many figures that were. */
function compared(format: string, told: readonly Told[], within: typeof WHOLE): number {
  const plain = new Map([...plainRound(1), ...plainRound(2)])
  let count = 0
  for (const { key, figures } of told) {
    const wanted = plain.get(key)
    expect(wanted, `${format} ${key}`).toBeDefined()
    for (const [name, found] of Object.entries(figures)) {
      const should = wanted?.[name as keyof typeof wanted] ?? null
      const what = `${format} ${key} ${name}`
      if (typeof should === 'number' && typeof found === 'number') {
        const far = Math.abs(found - should)
        expect(far, what).toBeLessThan(name === 'favourable' ? within.share : within.level)
      } else expect(found, what).toBe(should)
      count += 1
    }
  }
  return count
}

it.runIf(isLongRun)(
  'says the same in every format, which is what plain arithmetic on the answers says',
  async () => {
    const codes = study.after.indicators.concat(study.second.indicators).map(({ code }) => code)
    const zip = await unzip(readFileSync(await exportTo('same.zip')))
    const duck = await openDuck(await exportTo('same.parquet'))
    onTestFinished(duck.close)
    await duck.run(readFileSync(folder.file('same.parquet/queries.sql'), 'utf8'))
    const queried = await duck.rows(
      'SELECT * FROM figures WHERE n + dont_know + not_applicable > 0',
    )
    const word = await unzip(readFileSync(await exportTo('same.docx')))
    const told: Readonly<Record<string, readonly Told[]>> = {
      program: [...toldByProgram(study.after), ...toldByProgram(study.second)],
      zip: [
        ...toldByRows(rowsOf(zip, 'results'), { code: 'indicator' }),
        ...toldByRows(rowsOf(zip, 'results_by_group'), { code: 'indicator' }),
      ],
      queries: toldByRows(queried, { code: 'indicator' }).map(
        ({ key, figures: { verdict: _, ...figures } }) => ({
          key,
          figures,
        }),
      ),
      xlsx: toldBySheets(readFileSync(await exportTo('same.xlsx')), 1),
    }
    const printed: Readonly<Record<string, readonly Told[]>> = {
      docx: toldByWord(String(word.get('word/document.xml')), codes),
      'report of round 1': toldByReport(readFileSync(await exportTo('same-1.html'), 'utf8'), 1),
      'report of round 2': toldByReport(
        readFileSync(await exportTo('same-2.html', '--round', '2'), 'utf8'),
        2,
      ),
    }
    for (const [format, figures] of Object.entries(told)) {
      expect(compared(format, figures, WHOLE), format).toBeGreaterThan(1500)
    }
    for (const [format, figures] of Object.entries(printed)) {
      expect(compared(format, figures, PRINTED), format).toBeGreaterThan(100)
    }
  },
  240_000,
)

it.runIf(isInstalled('Rscript'))(
  'comes with a script by which R computes every figure anew, and finds one that was changed',
  async () => {
    const unpacked = ownFolder()
    for (const [name, bytes] of await unzip(readFileSync(await exportTo('recomputed.zip')))) {
      mkdirSync(dirname(join(unpacked, name)), { recursive: true })
      writeFileSync(join(unpacked, name), bytes)
    }
    const said = run('Rscript', ['recompute.R'], unpacked)
    expect(Number(/^All (\d+) figures agree/m.exec(said)?.[1])).toBeGreaterThan(5000)
    const results = join(unpacked, 'data/results.csv')
    const [head = '', first = '', ...rows] = readFileSync(results, 'utf8').split('\n')
    const at = head.split(',').indexOf('dont_know')
    const cells = first.split(',')
    const changed = cells.with(at, String(Number(cells[at]) + 1)).join(',')
    writeFileSync(results, [head, changed, ...rows].join('\n'))
    expect(() => run('Rscript', ['recompute.R'], unpacked)).toThrow('1 of')
  },
  60_000,
)

it('has queries that agree with the program on every number of both rounds', async () => {
  const duck = await openDuck(await exportTo('tables.parquet'))
  onTestFinished(duck.close)
  await duck.run(readFileSync(folder.file('tables.parquet/queries.sql'), 'utf8'))
  for (const results of [study.after, study.second]) {
    const figures = await duck.rows(
      `SELECT * FROM figures JOIN framework USING (indicator) WHERE round = ${results.round} AND part = ''`,
    )
    const answered = results.indicators.flatMap(({ code, criteria }) =>
      CRITERIA.filter(criterion => criteria[criterion].asked > criteria[criterion].missing).map(
        criterion => ({ code, criterion, of: criteria[criterion] }),
      ),
    )
    expect(figures).toHaveLength(answered.length)
    for (const { code, criterion, of } of answered) {
      const { n, asked, missing, mean, median, favourable } = of
      expect(
        figures.find(one => one.indicator === code && one.criterion === criterion),
      ).toMatchObject({ n, asked, missing, median, mean: near(mean), favourable: near(favourable) })
    }
    const alphas = await duck.rows(
      `SELECT alpha FROM alphas WHERE round = ${results.round} AND kind = 'ordinal' ORDER BY criterion DESC`,
    )
    const { usefulness, usability } = results.agreement
    expect(alphas.map(({ alpha }) => alpha)).toEqual([
      near(usefulness.alphaOrdinal),
      near(usability.alphaOrdinal),
    ])
  }
})

const near = (figure: number | null): unknown =>
  figure === null ? null : expect.closeTo(figure, 9)
