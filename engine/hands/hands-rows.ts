import { FILE_LANGUAGES } from '../../shared/languages/files.ts'
import type { RatingProblem } from '../../shared/model/data-entry.ts'
import { MOST_IN_ROOM } from '../../shared/model/hands.ts'
import { WORDINGS, type Wording } from '../../shared/model/rating.ts'
import type { Scale } from '../../shared/model/scale.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import { cellName } from '../files/spreadsheet/cell-names.ts'
import type { SheetRow, SpreadsheetFormat } from '../files/spreadsheet/spreadsheet.ts'
import { excerpt, oneLine, plainName } from '../frameworks/read/words/cell-text.ts'
import { withoutGuard } from '../ratings/data-entry/entry-rows.ts'
import {
  plainDigits,
  type Taken,
  takeCriterion,
  takeRound,
} from '../ratings/data-entry/entry-words.ts'
import { takeGroup } from '../ratings/data-entry/read-table.ts'
import {
  type CodesByTitle,
  type IdsByCode,
  takeIndicator,
} from '../ratings/data-entry/take-indicator.ts'
import { type Answered, answeredBy, type HandsTable } from './hands-table.ts'

/** Values that all rows have which do not say them; a word is taken as the same word in a cell is. */
export type HandsSaid = Readonly<
  Partial<Record<'group' | 'round' | 'criterion' | 'present', string>>
>

/** The study and the workshop that a file of hands is read for. */
export interface HandsRules {
  /** The id of the workshop, of which rows may say that they are. */
  readonly workshop: string
  readonly groups: readonly string[]
  readonly indicators: IdsByCode
  readonly titles: CodesByTitle
  readonly scale: Scale
  readonly format: SpreadsheetFormat
  readonly said: HandsSaid
  /** The fate of rows that are hidden or struck out; such rows are named as problems without one. */
  readonly hiddenRows?: 'keep' | 'leave' | undefined
}

function takeCount(text: string): Taken<number> {
  const digits = plainDigits(text)
  if (digits === '') return { value: 0 }
  const count = /^\d{1,4}$/.test(digits) ? Number(digits) : Number.NaN
  if (count <= MOST_IN_ROOM) return { value: count }
  return { wrong: { code: 'not-a-count', data: { text: excerpt(text), most: MOST_IN_ROOM } } }
}

function takePresent(text: string): Taken<number> {
  return text === '' ? { wrong: { code: 'no-present', data: {} } } : takeCount(text)
}

const required =
  (groups: readonly string[]) =>
  (text: string): Taken<string> =>
    text === ''
      ? { wrong: { code: 'no-group', data: { groups: [...groups] } } }
      : takeGroup(text, groups)

/** The words for a wording in every language in which we write files. */
const wordsOf = (wording: Wording): readonly string[] => [
  wording,
  ...Object.values(FILE_LANGUAGES).map(({ files }) => plainName(files.values.wording[wording])),
]

/** Takes a cell as the wording that was put to the room; blank is the title. */
function takeWording(text: string): Taken<Wording> {
  const wording =
    text === '' ? 'title' : WORDINGS.find(name => wordsOf(name).includes(plainName(text)))
  if (wording) return { value: wording }
  return { wrong: { code: 'unknown-wording', data: { text: excerpt(text) } } }
}

/** A cell of a row by what it names, with the place that a problem of it has. */
interface Cell {
  readonly text: string
  readonly at: string
}

/** The cells of a row: named ones, of what the row does not say what was said of all, and those with hands. */
function cellsOf(row: SheetRow, table: HandsTable, { said }: HandsRules) {
  const { places, hands, isOwnCsv } = table
  const texts = new Map(row.cells)
  const [firstAnswer = 1] = hands.in === 'columns' ? hands.answers.keys() : [hands.hands]
  const at = (column: number): Cell => {
    const text = oneLine(texts.get(column))
    return { text: isOwnCsv ? withoutGuard(text) : text, at: cellName(column, row.number) }
  }
  return {
    at,
    named: (name: keyof HandsSaid | 'indicator' | 'wording'): Cell => {
      const cell = at(places.get(name) ?? firstAnswer)
      const own = places.has(name) ? cell.text : ''
      const ofAll = name === 'indicator' || name === 'wording' ? undefined : said[name]
      return { ...cell, text: own || oneLine(ofAll) }
    },
  }
}

/** The hands of a row for an answer. */
export interface AnswerHands {
  readonly answer: Answered
  readonly count: number
}

/** The question of a row, and the people who were asked. */
export interface HandsAbout {
  readonly group: string
  readonly round: number
  readonly indicator: string
  readonly criterion: Criterion
  readonly wording: Wording
  readonly present: number
}

/** A row whose cells all fit: what it is about, and the hands that it has, for one answer or for all. */
export interface FittingRow extends HandsAbout {
  readonly row: number
  /** The cell of its indicator, and that of the people in the room. */
  readonly at: string
  readonly presentAt: string
  readonly hands: readonly AnswerHands[]
}

/** Reads a row, or finds every cell of it that does not fit. */
export function readRow(row: SheetRow, table: HandsTable, rules: HandsRules) {
  const { at, named } = cellsOf(row, table, rules)
  const problems: RatingProblem[] = []
  const take = <Value>(cell: Cell, as: (text: string) => Taken<Value>): Value | null => {
    const taken = as(cell.text)
    if ('value' in taken) return taken.value
    problems.push({ row: row.number, cell: cell.at, ...taken.wrong })
    return null
  }
  const about = {
    group: take(named('group'), required(rules.groups)),
    round: take(named('round'), takeRound),
    indicator: take(named('indicator'), text =>
      takeIndicator(text, rules.indicators, rules.titles),
    ),
    criterion: take(named('criterion'), takeCriterion),
    wording: take(named('wording'), takeWording),
    present: take(named('present'), takePresent),
  }
  const answers =
    table.hands.in === 'columns'
      ? [...table.hands.answers].map(([column, answer]) => ({ answer, cell: at(column) }))
      : [
          {
            answer: take(at(table.hands.answer), text => takeAnswered(text, rules.scale)),
            cell: at(table.hands.hands),
          },
        ]
  const hands = answers.flatMap(({ answer, cell }) => {
    const count = take(cell, takeCount)
    return answer === null || count === null ? [] : [{ answer, count }]
  })
  const fits = problems.length === 0 && isWhole(about)
  const place = { row: row.number, at: named('indicator').at, presentAt: named('present').at }
  return { fitting: fits ? { ...place, ...about, hands } : null, problems }
}

function takeAnswered(text: string, scale: Scale): Taken<Answered> {
  const answer = answeredBy(text, scale)
  if (answer !== null) return { value: answer }
  return { wrong: { code: 'unknown-answer', data: { text: excerpt(text), levels: scale.length } } }
}

const isWhole = (
  about: { readonly [Name in keyof HandsAbout]: HandsAbout[Name] | null },
): about is HandsAbout => Object.values(about).every(value => value !== null)
