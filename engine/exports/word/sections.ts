import { formatCount, formatShare, formatTwo, NO_FIGURE } from '../../../shared/messages/figures.ts'
import { changeSentences } from '../../../shared/messages/round-changes.ts'
import { areFewAnswers, PRIORITIES } from '../../../shared/model/results.ts'
import { groupBy } from '../../group-by.ts'
import { appendixRows, medianWords, partOf } from '../appendix/appendix.ts'
import { documentWords, englishIn } from '../material/in-language.ts'
import { type ExportMaterial, toldRounds } from '../material/material.ts'
import { changesBetweenRounds } from '../material/round-changes.ts'
import { mostDiffering } from '../report/overview.ts'
import { type PrintedColumn, wordsTable } from '../report/printed-tables.ts'
import { commentsByIndicator } from '../report/sections.ts'
import { summaryRows } from '../sheets/indicator-columns.ts'
import { type ResultRow, resultRows } from '../sheets/result-columns.ts'
import { type Block, type Caption, captioned, heading, item, paragraph, table } from './parts.ts'

/** Every indicator under its priority, none left out. */
export function prioritiesPart(material: ExportMaterial): readonly Block[] {
  const { report, word, charts, indicators } = documentWords(material)
  const { priorities } = material.language.files.readMe
  const english = englishIn(material)
  const rows = summaryRows(material)
  const lists = PRIORITIES.flatMap(priority => {
    const found = rows.filter(row => row.priority === priority)
    return [
      heading(`${charts.priorities[priority]}: ${indicators(found.length)}`, 2),
      paragraph(priorities[priority], 'Muted'),
      ...found.map(({ indicator }) => item(indicator.code, indicator.title, english)),
    ]
  })
  const others = rows.filter(({ priority }) => priority === null)
  return [
    heading(report.priorities, 1),
    ...lists,
    ...(others.length === 0
      ? []
      : [
          heading(`${word.noPriority}: ${indicators(others.length)}`, 2),
          paragraph(word.noPriorityHint, 'Muted'),
          ...others.map(({ indicator }) => item(indicator.code, indicator.title, english)),
        ]),
  ]
}

/** The indicators that were added, reworded and dropped between rounds; nothing where there was one. */
export function changesPart(material: ExportMaterial): readonly Block[] {
  const sentences = changeSentences(changesBetweenRounds(material), toldRounds(material))
  if (sentences.length === 0) return []
  const english = englishIn(material)
  return [
    heading(documentWords(material).changedBetweenRounds, 1),
    ...sentences.map(text => item('', text, english)),
  ]
}

type Words = ReturnType<typeof documentWords>

/** The part of the width that the longest word of a column takes, if that is more than the part it has anyway. */
const partFor = (words: readonly string[], least: number, ofLetter = 1.25): number =>
  Math.max(least, ...words.flatMap(text => text.split(' ')).map(({ length }) => length * ofLetter))

/** The part of the column of criteria. */
const criteriaPart = ({ charts: { criteria } }: Words): number =>
  partFor(Object.values(criteria), 14, 1.4)

function resultColumns(words: Words): readonly PrintedColumn[] {
  const { report, word } = words
  const { columns } = report
  return [
    { heading: columns.indicator, part: 28, isMerged: true },
    { heading: word.criterion, part: criteriaPart(words) },
    { heading: columns.n, part: 6, isFigure: true },
    { heading: word.medianIqr, part: partFor([word.medianIqr], 14), isFigure: true },
    { heading: columns.favourable, part: 14, isFigure: true },
    { heading: columns.verdict, part: 17 },
    { heading: columns.kind, part: 21 },
    { heading: columns.changes, part: partFor([columns.changes], 11), isFigure: true },
  ]
}

/** The results of every section, a table each. */
export function resultsPart(material: ExportMaterial, caption: Caption): readonly Block[] {
  const words = documentWords(material)
  const { report, word } = words
  const language = englishIn(material)
  const sections = groupBy(resultRows(material, material.wordsOf), ({ section }) => section)
  const comments = commentsByIndicator(material)
  const seen = new Map(
    summaryRows(material).map(({ indicator, otherWords }) => [
      indicator.id,
      otherWords ? words.otherWordsOf(otherWords) : '',
    ]),
  )
  return [
    heading(report.sections, 1, { startsPage: true }),
    paragraph(report.columnHint, 'Muted'),
    ...[...sections].flatMap(([title, rows]) => [
      heading(title, 2, { language }),
      caption('Table', word.resultsOf(title, material.results.round)),
      table(
        resultColumns(words),
        rows.map((row, at) =>
          resultCells(material, row, { before: rows[at - 1], seen: seen.get(row.id) ?? '' }),
        ),
      ),
      ...remarks(material, comments, rows),
    ]),
  ]
}

function resultCells(
  material: ExportMaterial,
  row: ResultRow,
  { before, seen }: { readonly before: ResultRow | undefined; readonly seen: string },
): readonly string[] {
  const { report, charts, kindOf } = documentWords(material)
  const title = `${row.code} ${row.title}${seen === '' ? '' : ` (${seen})`}`
  const name = before?.id === row.id ? '' : title
  const { summary } = row
  const criterion = charts.criteria[row.criterion]
  if (!summary) return [name, criterion, report.left, '', '', '', '', '']
  const { n, favourable, kind, verdict, changesToFlip } = summary
  return [
    ...[name, criterion, `${formatCount(n)}${areFewAnswers(summary) ? report.fewMark : ''}`],
    ...[medianWords(row), formatShare(favourable), verdictOf(material, row)],
    kindOf(kind, verdict, NO_FIGURE),
    changesToFlip === null ? NO_FIGURE : formatCount(changesToFlip),
  ]
}

/** The verdict of a row in words; a dash where nobody answered. */
function verdictOf(material: ExportMaterial, { summary }: Pick<ResultRow, 'summary'>): string {
  const { report, verdicts } = documentWords(material)
  if (!summary || summary.n === 0) return NO_FIGURE
  return summary.tooFew ? report.tooFew : verdicts[summary.verdict]
}

type Comments = ReturnType<typeof commentsByIndicator>

function remarks(
  material: ExportMaterial,
  comments: Comments,
  rows: readonly ResultRow[],
): readonly Block[] {
  const { report, charts } = documentWords(material)
  const said = rows.flatMap(({ id, code, criterion }) =>
    (comments.get(id) ?? [])
      .filter(remark => remark.criterion === criterion)
      .map(remark => ({ ...remark, code })),
  )
  if (said.length === 0) return []
  return [
    heading(report.wrote, 3),
    ...said.map(({ comment, criterion, group, code }) =>
      paragraph(
        `${code}: “${comment}” (${[charts.criteria[criterion], group ?? ''].filter(Boolean).join(', ')})`,
        'Said',
      ),
    ),
  ]
}

/** The words that people had before them, indicator by indicator. */
export function wordsPart(material: ExportMaterial, caption: Caption): readonly Block[] {
  const { word } = documentWords(material)
  return [
    heading(word.words, 1, { startsPage: true }),
    paragraph(word.wordsHint, 'Muted'),
    ...captioned(caption, wordsTable(material)),
  ]
}

/** The appendix table: each item, criterion, round and group. */
export function appendixPart(material: ExportMaterial, caption: Caption): readonly Block[] {
  const words = documentWords(material)
  const { report, word, charts } = words
  return [
    heading(word.appendix, 1, { startsPage: true }),
    caption('Table', word.appendixOf(material.scale.length)),
    table(
      [
        { heading: word.item, part: 22, isMerged: true },
        { heading: word.criterion, part: criteriaPart(words), isMerged: true },
        { heading: word.round, part: 10, isFigure: true },
        { heading: word.group, part: 23 },
        { heading: report.columns.n, part: 6, isFigure: true },
        { heading: word.medianIqr, part: 15, isFigure: true },
        { heading: report.columns.favourable, part: 16, isFigure: true },
        { heading: report.columns.verdict, part: 20 },
      ],
      appendixRows(material).map((row, at, rows) => {
        const isSame = rows[at - 1]?.id === row.id && rows[at - 1]?.criterion === row.criterion
        const { summary, code, title, criterion, round } = row
        const place = isSame ? ['', ''] : [`${code} ${title}`, charts.criteria[criterion]]
        const figures = summary
          ? [
              formatCount(summary.n),
              medianWords(row),
              formatShare(summary.favourable),
              verdictOf(material, row),
            ]
          : [report.left, '', '', '']
        return [...place, String(round), partOf(row, charts.everyone), ...figures]
      }),
    ),
    paragraph(word.appendixHint, 'Muted'),
  ]
}

/** The indicators on which people differ most, by agreement. */
export function differingPart(material: ExportMaterial): readonly Block[] {
  const { report, charts } = documentWords(material)
  const rows = mostDiffering(material)
  return [
    heading(report.differ, 1),
    paragraph(report.differHint, 'Muted'),
    ...(rows.length === 0 ? [paragraph(report.none)] : []),
    ...rows.map(({ code, title, criterion, summary }) =>
      item(
        code,
        `${title}. ${charts.criteria[criterion]}: ${summary.kind ? charts.kinds[summary.kind] : NO_FIGURE}, A ${formatTwo(summary.agreementA)}, n ${summary.n}`,
      ),
    ),
  ]
}
