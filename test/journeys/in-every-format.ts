import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { read, utils } from 'xlsx'
import { projectPath } from '../../build/project.ts'
import { VERDICT_NAMES } from '../../shared/messages/results.ts'
import type { Answer } from '../../shared/model/rating.ts'
import type { ResultsWithAgreement } from '../../shared/model/results.ts'
import { CRITERIA } from '../../shared/model/vocabulary.ts'
import { plainFigures } from '../engine/results/plain-figures.ts'

type Row = Readonly<Record<string, string>>

/** A figure of a format: of everyone (an empty part) or a group, with what the format says of it. */
export interface Told {
  readonly key: string
  readonly figures: Readonly<Record<string, number | string | null>>
}

/** A file of the study of two versions. */
export const fixture = (name: string): string =>
  projectPath(`test/fixtures/two-versions/${name}.csv`)

const rowsOf = (name: string): readonly Row[] =>
  parse(readFileSync(fixture(name)), { columns: true, bom: true })

const ROUNDS = {
  1: { framework: 'framework-1', workshops: [['round-1', 'round-2'], ['round-1-late']] },
  2: { framework: 'framework-2', workshops: [['round-1', 'round-2']] },
} as const

const keyOf = (...parts: readonly (string | number)[]): string => parts.join(' | ')

function answerOf(answer: string | undefined): Answer | null {
  if (answer === undefined || answer === '') return null
  if (answer === 'dont_know' || answer === 'not_applicable') return { kind: answer }
  return { kind: 'level', level: Number(answer) }
}

/** Every figure of a round from the answers in the files alone, with plain arithmetic, by key. */
export function plainRound(round: 1 | 2) {
  const { framework, workshops } = ROUNDS[round]
  // Workshops give the same codes to different people.
  const rows = workshops.flatMap((files, at) =>
    files.flatMap(rowsOf).map((row): Row => ({ ...row, participant: `${at} ${row.participant}` })),
  )
  const people = new Map(rows.map(({ participant = '', group = '' }) => [participant, group]))
  const given = new Map(
    rows
      .filter(row => row.round === String(round))
      .map(row => [
        keyOf(row.participant ?? '', row.indicator ?? '', row.criterion ?? ''),
        row.answer,
      ]),
  )
  const groups = ['', ...new Set(people.values())]
  const codes = rowsOf(framework).map(({ code = '' }) => code)
  const found = new Map<string, ReturnType<typeof plainFigures>>()
  for (const code of codes.filter(code => code !== '')) {
    for (const criterion of CRITERIA) {
      for (const part of groups) {
        const counted = [...people].filter(([, group]) => part === '' || group === part)
        const answers = counted.map(([person]) =>
          answerOf(given.get(keyOf(person, code, criterion))),
        )
        found.set(keyOf(round, code, criterion, part), plainFigures([answers], 5))
      }
    }
  }
  return found
}

/** The figures of the program's own results. */
export const toldByProgram = ({ round, indicators }: ResultsWithAgreement): readonly Told[] =>
  indicators.flatMap(({ code, criteria }) =>
    CRITERIA.flatMap(criterion => {
      const { groups, ...everyone } = criteria[criterion]
      return Object.entries({ '': everyone, ...groups }).map(([part, of]) => ({
        key: keyOf(round, code, criterion, part),
        figures: {
          ...{ asked: of.asked, n: of.n, missing: of.missing, mean: of.mean, median: of.median },
          ...{ favourable: of.favourable, verdict: of.verdict },
        },
      }))
    }),
  )

const COLUMNS = ['n', 'missing', 'mean', 'sd', 'median', 'q1', 'q3', 'favourable', 'verdict']

const cellOf = (cell: unknown): number | string | null => {
  if (cell === undefined || cell === null || cell === '') return null
  return Number.isNaN(Number(cell)) ? String(cell) : Number(cell)
}

/** The figures of rows with a column for each, such as those of csv or of a query. */
export const toldByRows = (
  rows: readonly Readonly<Record<string, unknown>>[],
  names: { readonly code: string; readonly round?: number },
): readonly Told[] =>
  rows.map(row => ({
    key: keyOf(
      ...[Number(row.round ?? names.round), String(row[names.code]), String(row.criterion)],
      String(row.group ?? row.part ?? ''),
    ),
    figures: Object.fromEntries(
      COLUMNS.filter(name => name in row || !('mean' in row)).map(name => [
        name,
        cellOf(row[name]),
      ]),
    ),
  }))

/** The figures of the sheets Rounds and By group. */
export function toldBySheets(xlsx: Buffer, round: number): readonly Told[] {
  const book = read(xlsx)
  const sheet = (name: string) =>
    utils.sheet_to_json<Record<string, unknown>>(book.Sheets[name] ?? {}, { defval: '' })
  return [...sheet('Rounds'), ...sheet('By group')].flatMap(row =>
    toldByRows([row], { code: 'code', round }),
  )
}

const VERDICTS = new Map(Object.entries(VERDICT_NAMES).map(([verdict, name]) => [name, verdict]))
const verdictOf = (words: string): string => VERDICTS.get(words) ?? 'none'
const shareOf = (words: string): number | null =>
  words.includes('%') ? Number.parseFloat(words) / 100 : null

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** The figures of the appendix table of a Word document, whose first cells are empty where they repeat. */
export function toldByWord(document: string, codes: readonly string[]): readonly Told[] {
  const table = document.split('<w:tbl>').at(-1) ?? ''
  const rows = [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
      unescaped(
        [...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
      ),
    ),
  )
  let [code, criterion] = ['', '']
  return rows
    .slice(1)
    .map(([item = '', of = '', round = '', group = '', n, iqr = '', share = '', verdict = '']) => {
      if (item !== '') {
        code = longest(codes.filter(one => item.startsWith(`${one} `)))
        criterion = of.toLowerCase()
      }
      const [, median, q1, q3] = /^([\d.]+) \[([\d.]+), ([\d.]+)\]$/.exec(iqr) ?? []
      return {
        key: keyOf(round, code, criterion, group === 'Everyone' ? '' : group),
        figures: {
          ...{ n: Number(n), median: cellOf(median), q1: cellOf(q1), q3: cellOf(q3) },
          ...{ favourable: shareOf(share), verdict: verdictOf(verdict) },
        },
      }
    })
}

const longest = (texts: readonly string[]): string =>
  texts.toSorted((one, other) => other.length - one.length)[0] ?? ''

/** The figures of the tables of results of a report. */
export function toldByReport(html: string, round: number): readonly Told[] {
  const bodies = [...html.matchAll(/<table class="results">.*?<\/table>/gs)].flatMap(([table]) => [
    ...table.matchAll(/<tbody>.*?<\/tbody>/gs),
  ])
  return bodies.flatMap(([body]) => {
    const code = unescaped(/<span class="code">(.*?)<\/span>/s.exec(body)?.[1] ?? '')
    return [...body.matchAll(/<tr>.*?<\/tr>/gs)].map(([row]) => {
      const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => cell)
      const [criterion = '', n = '', median = '', share = '', verdict = ''] = cells
      return {
        key: keyOf(round, code, criterion.toLowerCase(), ''),
        figures: {
          ...{
            n: Number.parseInt(n, 10),
            median: cellOf(Number.isNaN(Number(median)) ? null : median),
          },
          ...{ favourable: shareOf(share), verdict: verdictOf(verdict) },
        },
      }
    })
  })
}
