import type { CheckReport } from '../../../shared/model/check.ts'
import type {
  FileTranslation,
  TranslatedField,
  TranslatedTexts,
} from '../../../shared/model/translations/translation.ts'
import { columnName } from '../../files/spreadsheet/cell-names.ts'
import { groupBy } from '../../group-by.ts'
import type { Header } from '../read/columns/find-header.ts'
import type { JoinedCode } from '../read/joined-codes.ts'
import type { Candidate } from '../read/rows/candidates.ts'
import { cellText, isErrorValue } from '../read/words/cell-text.ts'

type Indicators = CheckReport['indicators']

/** A column with the words of a field in another language, by its number from 1. */
interface TranslatedColumn {
  readonly column: number
  readonly field: TranslatedField
}

/**
 * The words of a table's indicators in other languages, by columns whose headings name a language beside a field. What is
 * lacking is left out and is no fault, as most frameworks are translated bit by bit.
 */
export function readTranslations(
  { unmapped, hiddenColumns }: Pick<Header, 'unmapped' | 'hiddenColumns'>,
  candidates: readonly Candidate[],
  indicators: Indicators,
): readonly FileTranslation[] {
  const columns = unmapped.flatMap(({ column, translates }) =>
    translates === null || hiddenColumns.has(column) ? [] : [{ column, ...translates }],
  )
  if (columns.length === 0) return []
  const rows = new Map(candidates.map(({ row, byColumn }) => [row, byColumn]))
  return [...groupBy(columns, ({ language }) => language)].map(([language, theirs]) => ({
    language,
    columns: theirs.map(({ field, column }) => ({ field, column: columnName(column) })),
    words: wordsIn(theirs, rows, indicators),
  }))
}

function wordsIn(
  columns: readonly TranslatedColumn[],
  rows: ReadonlyMap<number, Candidate['byColumn']>,
  indicators: Indicators,
): FileTranslation['words'] {
  const read = indicators.map(({ code, row, section }) => ({
    ...{ code, section: JSON.stringify(section) },
    texts: textsOf(columns, rows.get(row) ?? new Map()),
  }))
  // A section is one for all of its indicators, and files name it where it begins.
  const sections = new Map(
    read.flatMap(({ section, texts }) => (texts.section ? [[section, texts.section]] : [])),
  )
  return read.flatMap(({ code, section, texts }) => {
    const path = texts.section ?? sections.get(section)
    const all = { ...texts, ...(path ? { section: path } : {}) }
    return Object.keys(all).length === 0 ? [] : [{ code, texts: all }]
  })
}

/** The texts of one row: of several columns of a field the first that says something, of sections each as a level. */
function textsOf(
  columns: readonly TranslatedColumn[],
  byColumn: Candidate['byColumn'],
): TranslatedTexts {
  const texts: { -readonly [Field in keyof TranslatedTexts]: TranslatedTexts[Field] } = {}
  for (const { column, field } of columns) {
    const text = cellText(byColumn.get(column))
    if (text === '' || isErrorValue(text)) continue
    if (field === 'section') texts.section = [...(texts.section ?? []), ...levelsOf(text)]
    else texts[field] ??= text
  }
  return texts
}

const levelsOf = (text: string): readonly string[] =>
  text
    .split(/[>›]/)
    .map(level => level.trim())
    .filter(level => level !== '')

/** The words of several sheets that are one list, under the codes that their indicators have there. */
export function joinTranslations(
  reports: readonly Pick<CheckReport, 'translations'>[],
  codeOf: JoinedCode,
): readonly FileTranslation[] {
  const all = reports.flatMap(({ translations = [] }, at) =>
    translations.map(one => ({
      ...one,
      words: one.words.map(({ code, texts }) => ({ code: codeOf(at, code), texts })),
    })),
  )
  return [...groupBy(all, ({ language }) => language)].map(([language, parts]) => ({
    ...{ language, columns: parts[0]?.columns ?? [] },
    words: parts.flatMap(({ words }) => words),
  }))
}
