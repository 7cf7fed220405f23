import { IN_LANGUAGE_WORDS } from '../../../shared/languages/column-words.ts'
import type { FileWords } from '../../../shared/languages/file-words.ts'
import type { FileLanguage } from '../../../shared/languages/files.ts'
import { ANSWER_LABELS, type ColumnWords } from '../../../shared/messages/exports.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import type { CellValue, TableColumn, TableSheet } from '../../files/write/sheets.ts'

type Dictionary = Readonly<Record<string, string>>

/** The fixed words of each column that has some, by its English heading; with its sheet where it is another there. */
const VALUES_OF: Readonly<Record<string, keyof FileWords['values']>> = {
  criterion: 'criterion',
  retired: 'retired',
  verdict: 'verdict',
  too_few: 'yesNo',
  disagreement: 'yesNo',
  stable: 'yesNo',
  made_up: 'yesNo',
  test: 'yesNo',
  few_answers: 'fewAnswers',
  priority: 'priority',
  kind_of_disagreement: 'kind',
  data_type: 'dataType',
  status: 'status',
  answer: 'answer',
  counts: 'counts',
  wording: 'wording',
  entry: 'entry',
  release: 'release',
  'Suggestions: kind': 'suggestion',
  'Appendix: group': 'part',
}

/** A heading as it is made up: the criterion that it is about, and its name in the dictionary. */
function partsOf(heading: string): { readonly criterion: string | null; readonly name: string } {
  const criterion = CRITERIA.find(each => heading.startsWith(`${each} `))
  if (!criterion) return { criterion: null, name: heading }
  return { criterion, name: heading.slice(criterion.length + 1).replaceAll(' ', '_') }
}

/** The heading of the count of a level, with its label in the words of the file's scale. */
const LEVEL = /^(level_(\d+)): (.*)$/s

/** The English name of a column in a file in another language, whose levels have no English label. */
export const englishName = (heading: string): string => LEVEL.exec(heading)?.[1] ?? heading

/** A heading in a language; one that the dictionary lacks stays as it is. */
export function headingIn(heading: string, { files }: FileLanguage): string {
  const level = LEVEL.exec(heading)
  if (level) return files.level(Number(level[2]), level[3] ?? '')
  const { criterion, name } = partsOf(heading)
  const said = (files.columns as Dictionary)[name] ?? name
  if (criterion === null) return said
  return files.ofCriterion((files.values.criterion as Dictionary)[criterion] ?? criterion, said)
}

/** The name of a sheet in a language. */
export const sheetIn = (name: string, { files }: FileLanguage): string =>
  (files.sheets as Dictionary)[name] ?? name

/** The words that may stand in a column, from English; null where people's own words or figures do. */
function valuesIn(sheet: string, heading: string, language: FileLanguage): Dictionary | null {
  const { name } = partsOf(heading)
  if (name === 'label') {
    const { answers } = language.screens
    return Object.fromEntries(
      (['dont_know', 'not_applicable'] as const).map(each => [ANSWER_LABELS[each], answers[each]]),
    )
  }
  const kind = VALUES_OF[`${sheet}: ${name}`] ?? VALUES_OF[name]
  return kind === undefined ? null : language.files.values[kind]
}

/** The codebook's entry for a column in a language: its meaning stays in English, the words that stand in it do not. */
export function wordsIn(
  words: ColumnWords,
  { sheet, heading }: { readonly sheet: string; readonly heading: string },
  language: FileLanguage,
): ColumnWords {
  if (heading === 'label') return IN_LANGUAGE_WORDS.label
  const values = valuesIn(sheet, heading, language)
  if (!values) return words
  return {
    ...words,
    values: words.values
      .split(', ')
      .map(value => values[value] ?? value)
      .join(', '),
  }
}

/** A table with its name, its headings and its fixed words in a language. Words of people stay as they are. */
export function tableIn(table: TableSheet, language: FileLanguage): TableSheet {
  const values = table.columns.map(({ name }) => valuesIn(table.name, name, language))
  return {
    ...table,
    name: sheetIn(table.name, language),
    columns: table.columns.map(column => columnIn(column, language)),
    rows: rowsIn(table.rows, values),
  }
}

function columnIn(column: TableColumn, language: FileLanguage): TableColumn {
  const name = headingIn(column.name, language)
  const longest = Math.max(...name.split(' ').map(({ length }) => length))
  return { ...column, name, width: Math.max(column.width, longest + 3) }
}

function* rowsIn(
  rows: Iterable<readonly CellValue[]>,
  values: readonly (Dictionary | null)[],
): Generator<readonly CellValue[]> {
  for (const row of rows) {
    yield row.map((value, at) =>
      typeof value === 'string' ? (values[at]?.[value] ?? value) : value,
    )
  }
}
