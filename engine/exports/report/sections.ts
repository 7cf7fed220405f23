import { formatCount, formatOne, formatShare, NO_FIGURE } from '../../../shared/messages/figures.ts'
import { REPORT } from '../../../shared/messages/report.ts'
import { CRITERION_NAMES, otherWordsOf, VERDICT_NAMES } from '../../../shared/messages/results.ts'
import { kindWords, PRIORITY_NAMES } from '../../../shared/messages/rules.ts'
import { areFewAnswers } from '../../../shared/model/results.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import { groupBy } from '../../group-by.ts'
import type { ExportMaterial } from '../material/material.ts'
import { type SummaryRow, summaryRows } from '../sheets/indicator-columns.ts'
import { type ResultRow, resultRows } from '../sheets/result-columns.ts'
import { groupRowsBySection, groupTables } from './group-tables.ts'
import { type Caption, figure, type Html, html, NOTHING, printedTable, scrolled } from './html.ts'

/** The results of each section, in the order of the framework. */
const bySection = (material: ExportMaterial): ReadonlyMap<string, readonly ResultRow[]> =>
  groupBy(resultRows(material, material.wordsOf), ({ section }) => section)

/** The address of a section within the page, by its place. */
export const sectionId = (index: number): string => `section-${index + 1}`

/** The titles of the sections, in the order of the framework. */
export const sectionTitles = (material: ExportMaterial): readonly string[] => [
  ...bySection(material).keys(),
]

/** The details of each section in turn: its charts, every indicator's figures over everyone and by group, and what people wrote. */
export function* sections(material: ExportMaterial, caption: Caption): Generator<Html> {
  const summaries = new Map(summaryRows(material).map(row => [row.indicator.id, row]))
  const comments = commentsByIndicator(material)
  const byGroup = groupRowsBySection(material)
  for (const [index, [title, rows]] of [...bySection(material)].entries()) {
    const ids = [...new Set(rows.map(({ id }) => id))]
    yield html`<section class="section">
${index === 0 ? INTRODUCTION : NOTHING}
<h2 id="${sectionId(index)}">${title}</h2>
${CRITERIA.map(criterion =>
  figure(
    material,
    { kind: 'answers', criterion, indicators: ids },
    {
      id: `s${index}-${criterion}`,
      caption: caption('Figure', REPORT.answersTo(criterion, title)),
    },
  ),
)}
${table(title, rows, { summaries, caption })}
${groupTables(title, byGroup.get(title) ?? []).map(one => printedTable(one, caption))}
${remarks(rows, comments)}
</section>`
  }
}

const INTRODUCTION = html`<h2 class="muted" id="sections">${REPORT.sections}</h2><p class="muted">${REPORT.columnHint}</p>`

interface Beside {
  readonly summaries: ReadonlyMap<string, SummaryRow>
  readonly caption: Caption
}

function table(title: string, rows: readonly ResultRow[], { summaries, caption }: Beside): Html {
  const { indicator, n, median, favourable, verdict, kind, changes, priority } = REPORT.columns
  const plain = (text: string) => html`<th scope="col">${text}</th>`
  const figures = (text: string) => html`<th scope="col" class="figure">${text}</th>`
  const headings = [
    ...[indicator, REPORT.criterion].map(plain),
    ...[n, median, favourable].map(figures),
    ...[verdict, kind].map(plain),
    figures(changes),
    plain(priority),
  ]
  const name = REPORT.resultsOf(title)
  return scrolled(
    name,
    html`<table class="results"><caption>${caption('Table', name)}</caption><thead><tr>${headings}</tr></thead>
${[...groupBy(rows, ({ id }) => id)].map(([id, both]) => indicatorRows(both, summaries.get(id)))}</table>`,
  )
}

function indicatorRows(rows: readonly ResultRow[], summary: SummaryRow | undefined): Html {
  const [first] = rows
  const priority = summary?.priority ?? null
  const seen = summary?.otherWords ? otherWordsOf(summary.otherWords) : ''
  const mark = seen === '' ? NOTHING : html`<br><span class="muted">${seen}</span>`
  const name = html`<th scope="rowgroup" rowspan="${rows.length}"><span class="code">${first?.code ?? ''}</span> ${first?.title ?? ''}${mark}</th>`
  const what = html`<td rowspan="${rows.length}">${priority === null ? NO_FIGURE : PRIORITY_NAMES[priority]}</td>`
  const lines = rows.map((row, index) => {
    const isFirst = index === 0
    return html`<tr>${isFirst ? name : NOTHING}${cells(row)}${isFirst ? what : NOTHING}</tr>`
  })
  // A body of its own keeps both rows of an indicator on one page.
  return html`<tbody>${lines}</tbody>`
}

function cells({ criterion, summary }: ResultRow): Html {
  const label = html`<td>${CRITERION_NAMES[criterion]}</td>`
  if (!summary) return html`${label}<td colspan="6" class="muted">${REPORT.left}</td>`
  const { n, median, favourable, verdict, tooFew, kind, changesToFlip } = summary
  const number = (text: string) => html`<td class="figure">${text}</td>`
  return html`${label}${number(`${formatCount(n)}${areFewAnswers(summary) ? REPORT.fewMark : ''}`)}${number(formatOne(median))}${number(formatShare(favourable))}<td>${tooFew ? REPORT.tooFew : VERDICT_NAMES[verdict]}</td><td>${kindWords(kind, verdict, NO_FIGURE)}</td>${number(changesToFlip === null ? NO_FIGURE : formatCount(changesToFlip))}`
}

/** A comment as the report shows it. */
interface Remark {
  readonly indicatorId: string
  readonly comment: string
  readonly criterion: Criterion
  readonly round: number
  readonly group: string | null
}

/** The words of people in the round, by indicator: of a release, those that were let out. */
export function commentsByIndicator(
  material: ExportMaterial,
): ReadonlyMap<string, readonly Remark[]> {
  const said: Remark[] = []
  for (const remark of allRemarks(material)) {
    if (remark.comment.trim() !== '' && remark.round === material.results.round) said.push(remark)
  }
  return groupBy(said, ({ indicatorId }) => indicatorId)
}

/** The words of people one after another: of very many ratings few have any. */
function* allRemarks(material: ExportMaterial): Generator<Remark> {
  if (material.release === 'research') {
    for (const { indicatorId, comment, criterion, round, person } of material.ratings()) {
      yield { indicatorId, comment, criterion, round, group: person.group }
    }
    return
  }
  for (const { text, ...of } of material.words?.comments ?? []) {
    yield { ...of, comment: text, group: null }
  }
}

function remarks(
  rows: readonly ResultRow[],
  comments: ReadonlyMap<string, readonly Remark[]>,
): Html {
  const indicators = [...new Map(rows.map(row => [row.id, row])).values()]
  const said = indicators.flatMap(({ id, code, title }) => {
    const quotes = (comments.get(id) ?? []).map(quote)
    if (quotes.length === 0) return []
    return [html`<h4><span class="code">${code}</span> ${title}</h4>${quotes}`]
  })
  return said.length === 0 ? NOTHING : html`<h3>${REPORT.wrote}</h3><div class="said">${said}</div>`
}

function quote({ comment, criterion, group }: Remark): Html {
  const who = [CRITERION_NAMES[criterion], group ?? ''].filter(part => part !== '')
  return html`<blockquote>${comment} <span class="who">${who.join(', ')}</span></blockquote>`
}
