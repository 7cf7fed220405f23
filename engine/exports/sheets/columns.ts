import { IN_LANGUAGE_WORDS } from '../../../shared/languages/column-words.ts'
import type { FileLanguage } from '../../../shared/languages/files.ts'
import { CODEBOOK_WORDS, type ColumnWords, CSV_RULE } from '../../../shared/messages/exports.ts'
import type { CellValue, TableColumn, TableSheet } from '../../files/write/sheets.ts'
import { englishName, headingIn, sheetIn, tableIn, wordsIn } from './in-language.ts'

/** A column of an export: how it looks, what the codebook says of it, and where its values are. */
export interface Column<Item> extends TableColumn {
  readonly words: ColumnWords
  readonly value: (item: Item) => CellValue
}

/** A sheet with one row for each item; items are taken one at a time. */
export function tableOf<Item>(
  name: string,
  columns: readonly Column<Item>[],
  items: Iterable<Item>,
): TableSheet {
  return { kind: 'table', name, columns, rows: rowsOf(columns, items) }
}

function* rowsOf<Item>(
  columns: readonly Column<Item>[],
  items: Iterable<Item>,
): Generator<readonly CellValue[]> {
  for (const item of items) yield columns.map(column => column.value(item))
}

/** A sheet as the codebook describes it. */
export interface DescribedSheet {
  readonly name: string
  readonly columns: readonly (TableColumn & { readonly words: ColumnWords })[]
}

interface Entry extends ColumnWords {
  readonly sheet: string
  readonly column: string
  /** Sheet and heading in English, in a file in another language. */
  readonly english: string
}

const CODEBOOK = 'Codebook'

const column = (
  name: keyof typeof CODEBOOK_WORDS,
  width: number,
  value: (entry: Entry) => string,
): Column<Entry> => ({ name, width, wraps: true, words: CODEBOOK_WORDS[name], value })

const COLUMNS: readonly Column<Entry>[] = [
  column('sheet', 18, ({ sheet }) => sheet),
  column('column', 26, entry => entry.column),
  column('meaning', 70, ({ meaning }) => meaning),
  column('values', 40, ({ values }) => values),
  column('unit', 20, ({ unit }) => unit),
]

const [SHEET, HEADING, ...REST] = COLUMNS as readonly [Column<Entry>, Column<Entry>, Column<Entry>]

/** The same in a file in another language, with the names in English. */
const COLUMNS_IN_LANGUAGE: readonly Column<Entry>[] = [
  ...[SHEET, HEADING],
  {
    ...{ name: 'english', width: 34, wraps: true, words: IN_LANGUAGE_WORDS.english },
    value: ({ english }) => english,
  },
  ...REST,
]

const CSV_ENTRY = { sheet: 'csv export', column: 'all text' } as const

/**
 * The sheet that says what every column of every sheet means, its own and the csv's included; in another language than
 * English with what each is called in English.
 */
export function codebookSheet(
  sheets: readonly DescribedSheet[],
  language: FileLanguage | null,
): TableSheet {
  const columns = language ? COLUMNS_IN_LANGUAGE : COLUMNS
  const entries = [...sheets, { name: CODEBOOK, columns }].flatMap(sheet =>
    sheet.columns.map(column => entryOf(sheet.name, column, language)),
  )
  const ofCsv = language ? language.files.csvText : CSV_ENTRY
  const english = `${CSV_ENTRY.sheet}: ${CSV_ENTRY.column}`
  const table = tableOf(CODEBOOK, columns, [...entries, { ...ofCsv, english, ...CSV_RULE }])
  return language ? tableIn(table, language) : table
}

function entryOf(
  sheet: string,
  { name, words }: DescribedSheet['columns'][number],
  language: FileLanguage | null,
): Entry {
  const english = `${sheet}: ${englishName(name)}`
  if (!language) return { sheet, column: name, english, ...words }
  return {
    sheet: sheetIn(sheet, language),
    column: headingIn(name, language),
    english,
    ...wordsIn(words, { sheet, heading: name }, language),
  }
}
