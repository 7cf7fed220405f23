import {
  counted,
  formatCount,
  formatShare,
  formatTwo,
  NO_FIGURE,
} from '../../../shared/messages/figures.ts'
import { REPORT } from '../../../shared/messages/report.ts'
import { CRITERION_NAMES, otherWordsOf, VERDICT_NAMES } from '../../../shared/messages/results.ts'
import { changeSentences, ROUND_CHANGE_WORDS } from '../../../shared/messages/round-changes.ts'
import {
  KIND_NAMES,
  kindWords,
  PRIORITY_NAMES,
  PRIORITY_WORDS,
} from '../../../shared/messages/rules.ts'
import { WORD } from '../../../shared/messages/word.ts'
import { areFewAnswers, PRIORITIES } from '../../../shared/model/results.ts'
import { groupBy } from '../../group-by.ts'
import { appendixRows, medianWords, partName } from '../appendix/appendix.ts'
import { type ExportMaterial, toldRounds } from '../material/material.ts'
import { changesBetweenRounds } from '../material/round-changes.ts'
import { mostDiffering } from '../report/overview.ts'
import { wordsTable } from '../report/printed-tables.ts'
import { commentsByIndicator } from '../report/sections.ts'
import { summaryRows } from '../sheets/indicator-columns.ts'
import { type ResultRow, resultRows } from '../sheets/result-columns.ts'
import { type Block, type Caption, captioned, heading, item, paragraph, table } from './parts.ts'

/** Every indicator under its priority, none left out. */
export function prioritiesPart(material: ExportMaterial): readonly Block[] {
  const rows = summaryRows(material)
  const lists = PRIORITIES.flatMap(priority => {
    const found = rows.filter(row => row.priority === priority)
    return [
      heading(`${PRIORITY_NAMES[priority]}: ${indicatorsIn(found.length)}`, 2),
      paragraph(PRIORITY_WORDS[priority], 'Muted'),
      ...found.map(({ indicator }) => item(indicator.code, indicator.title)),
    ]
  })
  const others = rows.filter(({ priority }) => priority === null)
  return [
    heading(REPORT.priorities, 1),
    ...lists,
    ...(others.length === 0
      ? []
      : [
          heading(`${WORD.noPriority}: ${indicatorsIn(others.length)}`, 2),
          paragraph(WORD.noPriorityHint, 'Muted'),
          ...others.map(({ indicator }) => item(indicator.code, indicator.title)),
        ]),
  ]
}

const indicatorsIn = (count: number): string => counted(count, 'indicator', 'indicators')

/** The indicators that were added, reworded and dropped between rounds; nothing where there was one. */
export function changesPart(material: ExportMaterial): readonly Block[] {
  const sentences = changeSentences(changesBetweenRounds(material), toldRounds(material))
  if (sentences.length === 0) return []
  return [heading(ROUND_CHANGE_WORDS.title, 1), ...sentences.map(text => item('', text))]
}

const RESULT_COLUMNS = [
  { heading: REPORT.columns.indicator, part: 28, isMerged: true },
  { heading: WORD.criterion, part: 14 },
  { heading: REPORT.columns.n, part: 6, isFigure: true },
  { heading: WORD.medianIqr, part: 14, isFigure: true },
  { heading: REPORT.columns.favourable, part: 14, isFigure: true },
  { heading: REPORT.columns.verdict, part: 17 },
  { heading: REPORT.columns.kind, part: 21 },
  { heading: REPORT.columns.changes, part: 11, isFigure: true },
]

/** The results of every section, a table each. */
export function resultsPart(material: ExportMaterial, caption: Caption): readonly Block[] {
  const sections = groupBy(resultRows(material, material.wordsOf), ({ section }) => section)
  const comments = commentsByIndicator(material)
  const seen = new Map(
    summaryRows(material).map(({ indicator, otherWords }) => [
      indicator.id,
      otherWords ? otherWordsOf(otherWords) : '',
    ]),
  )
  return [
    heading(REPORT.sections, 1, true),
    paragraph(REPORT.columnHint, 'Muted'),
    ...[...sections].flatMap(([title, rows]) => [
      heading(title, 2),
      caption('Table', WORD.resultsOf(title, material.results.round)),
      table(
        RESULT_COLUMNS,
        rows.map((row, at) => resultCells(row, rows[at - 1], seen.get(row.id) ?? '')),
      ),
      ...remarks(comments, rows),
    ]),
  ]
}

function resultCells(
  row: ResultRow,
  before: ResultRow | undefined,
  seen: string,
): readonly string[] {
  const title = `${row.code} ${row.title}${seen === '' ? '' : ` (${seen})`}`
  const name = before?.id === row.id ? '' : title
  const { summary } = row
  const criterion = CRITERION_NAMES[row.criterion]
  if (!summary) return [name, criterion, REPORT.left, '', '', '', '', '']
  const { n, favourable, kind, verdict, changesToFlip } = summary
  return [
    ...[name, criterion, `${formatCount(n)}${areFewAnswers(summary) ? REPORT.fewMark : ''}`],
    ...[medianWords(row), formatShare(favourable), verdictOf(row)],
    kindWords(kind, verdict, NO_FIGURE),
    changesToFlip === null ? NO_FIGURE : formatCount(changesToFlip),
  ]
}

/** The verdict of a row in words; a dash where nobody answered. */
export function verdictOf({ summary }: Pick<ResultRow, 'summary'>): string {
  if (!summary || summary.n === 0) return NO_FIGURE
  return summary.tooFew ? REPORT.tooFew : VERDICT_NAMES[summary.verdict]
}

type Comments = ReturnType<typeof commentsByIndicator>

function remarks(comments: Comments, rows: readonly ResultRow[]): readonly Block[] {
  const said = rows.flatMap(({ id, code, criterion }) =>
    (comments.get(id) ?? [])
      .filter(remark => remark.criterion === criterion)
      .map(remark => ({ ...remark, code })),
  )
  if (said.length === 0) return []
  return [
    heading(REPORT.wrote, 3),
    ...said.map(({ comment, criterion, group, code }) =>
      paragraph(
        `${code}: “${comment}” (${[CRITERION_NAMES[criterion], group ?? ''].filter(Boolean).join(', ')})`,
        'Said',
      ),
    ),
  ]
}

/** The words that people had before them, indicator by indicator. */
export function wordsPart(material: ExportMaterial, caption: Caption): readonly Block[] {
  return [
    heading(WORD.words, 1, true),
    paragraph(WORD.wordsHint, 'Muted'),
    ...captioned(caption, wordsTable(material)),
  ]
}

/** The appendix table: each item, criterion, round and group. */
export function appendixPart(material: ExportMaterial, caption: Caption): readonly Block[] {
  return [
    heading(WORD.appendix, 1, true),
    caption('Table', WORD.appendixOf(material.scale.length)),
    table(
      [
        { heading: WORD.item, part: 22, isMerged: true },
        { heading: WORD.criterion, part: 14, isMerged: true },
        { heading: WORD.round, part: 10, isFigure: true },
        { heading: WORD.group, part: 23 },
        { heading: REPORT.columns.n, part: 6, isFigure: true },
        { heading: WORD.medianIqr, part: 15, isFigure: true },
        { heading: REPORT.columns.favourable, part: 16, isFigure: true },
        { heading: REPORT.columns.verdict, part: 20 },
      ],
      appendixRows(material).map((row, at, rows) => {
        const isSame = rows[at - 1]?.id === row.id && rows[at - 1]?.criterion === row.criterion
        const { summary, code, title, criterion, round } = row
        const place = isSame ? ['', ''] : [`${code} ${title}`, CRITERION_NAMES[criterion]]
        const figures = summary
          ? [
              formatCount(summary.n),
              medianWords(row),
              formatShare(summary.favourable),
              verdictOf(row),
            ]
          : [REPORT.left, '', '', '']
        return [...place, String(round), partName(row), ...figures]
      }),
    ),
    paragraph(WORD.appendixHint, 'Muted'),
  ]
}

/** The indicators on which people differ most, by agreement. */
export function differingPart(material: ExportMaterial): readonly Block[] {
  const rows = mostDiffering(material)
  return [
    heading(REPORT.differ, 1),
    paragraph(REPORT.differHint, 'Muted'),
    ...(rows.length === 0 ? [paragraph(REPORT.none)] : []),
    ...rows.map(({ code, title, criterion, summary }) =>
      item(
        code,
        `${title}. ${CRITERION_NAMES[criterion]}: ${summary.kind ? KIND_NAMES[summary.kind] : NO_FIGURE}, A ${formatTwo(summary.agreementA)}, n ${summary.n}`,
      ),
    ),
  ]
}
