import { formatCount, formatOne, formatShare, NO_FIGURE } from '../../../shared/messages/figures.ts'
import { areFewAnswers } from '../../../shared/model/results.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import { evenParts } from '../../even-parts.ts'
import { groupBy } from '../../group-by.ts'
import { documentWords } from '../material/in-language.ts'
import type { ExportMaterial } from '../material/material.ts'
import { type SummaryRow, summaryRows } from '../sheets/indicator-columns.ts'
import { type ResultRow, resultRows } from '../sheets/result-columns.ts'
import { figure } from './figure.ts'
import { groupRowsBySection, groupTables } from './group-tables.ts'
import {
  type Caption,
  type Html,
  html,
  inEnglish,
  NOTHING,
  printedTable,
  scrolled,
} from './html.ts'

/** As many indicators as a chart of half a page shows in letters that can be read. */
const INDICATORS_A_CHART = 20

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
    yield html`<section class="section">
${index === 0 ? introduction(material) : NOTHING}
<h2 id="${sectionId(index)}">${inEnglish(material, title)}</h2>
${charts(material, rows, { title, id: `s${index}`, caption })}
${table(title, rows, { material, summaries, caption })}
${groupTables(material, title, byGroup.get(title) ?? []).map(one => printedTable(one, caption))}
${remarks(material, rows, comments)}
</section>`
  }
}

/** The answers to each criterion as charts that fit on half a page each. */
function charts(
  material: ExportMaterial,
  rows: readonly ResultRow[],
  {
    title,
    id,
    caption,
  }: { readonly title: string; readonly id: string; readonly caption: Caption },
): readonly Html[] {
  const { report } = documentWords(material)
  const parts = evenParts([...groupBy(rows, one => one.id).values()], INDICATORS_A_CHART)
  return CRITERIA.flatMap(criterion =>
    parts.map((part, at) => {
      const [from, to] = [part[0]?.[0]?.code ?? '', part.at(-1)?.[0]?.code ?? '']
      const words = report.answersTo(criterion, title)
      return figure(
        material,
        { kind: 'answers', criterion, indicators: part.flatMap(([first]) => first?.id ?? []) },
        {
          id: at === 0 ? `${id}-${criterion}` : `${id}-${criterion}-${at + 1}`,
          caption: caption('Figure', parts.length > 1 ? report.partOf(words, from, to) : words),
        },
      )
    }),
  )
}

function introduction(material: ExportMaterial): Html {
  const { report } = documentWords(material)
  return html`<h2 class="muted" id="sections">${report.sections}</h2><p class="muted">${report.columnHint}</p>`
}

interface Beside {
  readonly material: ExportMaterial
  readonly summaries: ReadonlyMap<string, SummaryRow>
  readonly caption: Caption
}

function table(title: string, rows: readonly ResultRow[], beside: Beside): Html {
  const { summaries, caption } = beside
  const { report } = documentWords(beside.material)
  const { indicator, n, median, favourable, verdict, kind, changes, priority } = report.columns
  const plain = (text: string) => html`<th scope="col">${text}</th>`
  const figures = (text: string) => html`<th scope="col" class="figure">${text}</th>`
  const headings = [
    ...[indicator, report.criterion].map(plain),
    ...[n, median, favourable].map(figures),
    ...[verdict, kind].map(plain),
    figures(changes),
    plain(priority),
  ]
  const name = report.resultsOf(title)
  return scrolled(
    name,
    html`<table class="results"><caption>${caption('Table', name)}</caption><thead><tr>${headings}</tr></thead>
${[...groupBy(rows, ({ id }) => id)].map(([id, both]) => indicatorRows(both, summaries.get(id), beside.material))}</table>`,
  )
}

function indicatorRows(
  rows: readonly ResultRow[],
  summary: SummaryRow | undefined,
  material: ExportMaterial,
): Html {
  const { charts, otherWordsOf } = documentWords(material)
  const [first] = rows
  const priority = summary?.priority ?? null
  const seen = summary?.otherWords ? otherWordsOf(summary.otherWords) : ''
  const mark = seen === '' ? NOTHING : html`<br><span class="muted">${seen}</span>`
  const name = html`<th scope="rowgroup" rowspan="${rows.length}"><span class="code">${first?.code ?? ''}</span> ${inEnglish(material, first?.title ?? '')}${mark}</th>`
  const what = html`<td rowspan="${rows.length}">${priority === null ? NO_FIGURE : charts.priorities[priority]}</td>`
  const lines = rows.map((row, index) => {
    const isFirst = index === 0
    return html`<tr>${isFirst ? name : NOTHING}${cells(row, material)}${isFirst ? what : NOTHING}</tr>`
  })
  // A body of its own keeps both rows of an indicator on one page.
  return html`<tbody>${lines}</tbody>`
}

function cells({ criterion, summary }: ResultRow, material: ExportMaterial): Html {
  const { report, charts, verdicts, kindOf } = documentWords(material)
  const label = html`<td>${charts.criteria[criterion]}</td>`
  if (!summary) return html`${label}<td colspan="6" class="muted">${report.left}</td>`
  const { n, median, favourable, verdict, tooFew, kind, changesToFlip } = summary
  const number = (text: string) => html`<td class="figure">${text}</td>`
  return html`${label}${number(`${formatCount(n)}${areFewAnswers(summary) ? report.fewMark : ''}`)}${number(formatOne(median))}${number(formatShare(favourable))}<td>${tooFew ? report.tooFew : verdicts[verdict]}</td><td>${kindOf(kind, verdict, NO_FIGURE)}</td>${number(changesToFlip === null ? NO_FIGURE : formatCount(changesToFlip))}`
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
    for (const { indicatorId, comment, criterion, round, person } of material.commented()) {
      yield { indicatorId, comment, criterion, round, group: person.group }
    }
    return
  }
  for (const { text, ...of } of material.words?.comments ?? []) {
    yield { ...of, comment: text, group: null }
  }
}

function remarks(
  material: ExportMaterial,
  rows: readonly ResultRow[],
  comments: ReadonlyMap<string, readonly Remark[]>,
): Html {
  const indicators = [...new Map(rows.map(row => [row.id, row])).values()]
  const said = indicators.flatMap(({ id, code, title }) => {
    const quotes = (comments.get(id) ?? []).map(remark => quote(remark, material))
    if (quotes.length === 0) return []
    return [html`<h4><span class="code">${code}</span> ${inEnglish(material, title)}</h4>${quotes}`]
  })
  return said.length === 0
    ? NOTHING
    : html`<h3>${documentWords(material).report.wrote}</h3><div class="said">${said}</div>`
}

function quote({ comment, criterion, group }: Remark, material: ExportMaterial): Html {
  const who = [documentWords(material).charts.criteria[criterion], group ?? ''].filter(
    part => part !== '',
  )
  return html`<blockquote>${comment} <span class="who">${who.join(', ')}</span></blockquote>`
}
