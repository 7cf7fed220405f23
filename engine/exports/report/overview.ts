import { coverageOf } from '../../../shared/charts/basis.ts'
import { formatCount, formatShare, formatTwo } from '../../../shared/messages/figures.ts'
import { READ_ME } from '../../../shared/messages/report.ts'
import { ruleWords, stabilityTally } from '../../../shared/messages/rules.ts'
import { type JudgedSummary, PRIORITIES, type Priority } from '../../../shared/model/results.ts'
import { fewestAnswers } from '../../../shared/model/rules.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { documentWords } from '../material/in-language.ts'
import type { ExportMaterial } from '../material/material.ts'
import { type SummaryRow, summaryRows } from '../sheets/indicator-columns.ts'
import { type ResultRow, resultRows } from '../sheets/result-columns.ts'
import { figure } from './figure.ts'
import { type Caption, type Html, html, inEnglish, isEnglish, NOTHING } from './html.ts'

/** As many as fit on a director's second page. */
const MOST_LISTED = 6
const MOST_DIFFERING = 5

/** The first page: what was done, what came of it, and the priority map. */
export function firstPage(material: ExportMaterial, contents: Html, caption: Caption): Html {
  const { title, madeUp, framework, results, newest } = material
  const { report, release, releases, note } = documentWords(material)
  return html`<header class="page">
<h1>${title}</h1>
<p class="lead">${report.subtitle(framework.title)}</p>
<p class="muted">${report.newest(newest.slice(0, 10))}. ${report.round(results.round)}. ${inEnglish(material, READ_ME.ruleName(results.ruleUsed))}. ${release}: ${releases[material.release].toLowerCase()}.</p>${
    material.language.isFirst
      ? NOTHING
      : html`
<p class="muted">${note}</p>`
  }
${madeUp ? html`<p class="warning">${report.madeUp}</p>` : NOTHING}
${contents}
<h2>${report.atAGlance}</h2>
${tiles(material)}
<p class="lead">${findingOf(material)}</p>
<div class="map">${figure(material, { kind: 'priority-map' }, { id: 'map', caption: caption('Figure', report.mapCaption) })}</div>
</header>`
}

/** The finding in one sentence. */
export function findingOf(material: ExportMaterial): string {
  const rows = summaryRows(material)
  const of = (priority: Priority) => rows.filter(row => row.priority === priority).length
  const counts = Object.fromEntries(PRIORITIES.map(each => [each, of(each)])) as Record<
    Priority,
    number
  >
  return documentWords(material).report.finding(
    counts,
    rows.filter(({ priority }) => priority !== null).length,
  )
}

function tiles(material: ExportMaterial): Html {
  const { results, workshops, release } = material
  const { report, releases, release: label, atLeast } = documentWords(material)
  const { possible, missing } = coverageOf(results.indicators)
  const tile = (value: string, label: string) => html`<li><strong>${value}</strong>${label}</li>`
  const { participants, workshops: rooms, indicators, answered } = report.tiles
  if (release !== 'research') {
    return html`<ul class="tiles">${[
      tile(atLeast(results.participants), participants),
      tile(formatCount(results.indicators.length), indicators),
      tile(releases[release], label.toLowerCase()),
    ]}</ul>`
  }
  return html`<ul class="tiles">${[
    tile(formatCount(results.participants), participants),
    tile(formatCount(workshops.length), rooms),
    tile(formatCount(results.indicators.length), indicators),
    tile(formatShare(possible === 0 ? null : (possible - missing) / possible), answered),
  ]}</ul>`
}

/** The second page: each priority with its indicators, where people differ, and how to read it all. */
export function secondPage(material: ExportMaterial): Html {
  const { results, scale } = material
  const { report } = documentWords(material)
  const rows = summaryRows(material)
  return html`<section class="page">
<h2 id="priorities">${report.priorities}</h2>
<div class="columns">${PRIORITIES.map(priority => priorityList(material, rows, priority))}${tooFewList(material, rows)}</div>
<h2 id="differ">${report.differ}</h2>
<p class="muted">${report.differHint}</p>
${differing(material)}
<p>${report.close(closeCount(material))}</p>
${inOtherWords(material, rows)}
<h2>${report.howToRead}</h2>
<p${isEnglish(material)}>${`${ruleWords(results.ruleUsed, scale.length)} ${stabilityTally(results)}`.trim()}</p>
</section>`
}

/** Says of how many indicators some answers saw other words; each says it again in its section. */
function inOtherWords(material: ExportMaterial, rows: readonly SummaryRow[]): Html {
  const found = rows.filter(({ otherWords }) => otherWords !== null && otherWords.answers > 0)
  return found.length === 0
    ? NOTHING
    : html`<p>${documentWords(material).otherWordsAmong(found.length)}</p>`
}

function priorityList(
  material: ExportMaterial,
  rows: readonly SummaryRow[],
  priority: Priority,
): Html {
  const { report, charts, indicators } = documentWords(material)
  const found = rows.filter(row => row.priority === priority)
  // What can be kept is listed whole; a list that lacks one line is no shorter for saying so.
  const isWhole = priority === 'keep' || found.length <= MOST_LISTED + 1
  const listed = isWhole ? found : found.slice(0, MOST_LISTED)
  const item = ({ indicator }: SummaryRow) =>
    html`<li><span class="code">${indicator.code}</span> ${inEnglish(material, indicator.title)}</li>`
  const more = found.length - listed.length
  return html`<div><h3>${charts.priorities[priority]}: ${indicators(found.length)}</h3>
<p class="muted">${material.language.files.readMe.priorities[priority]}</p>
<ul class="plain">${listed.map(item)}${more > 0 ? html`<li class="muted">${report.more(more)}</li>` : NOTHING}</ul></div>`
}

/** The indicators on which the rule says nothing, so that none is missing from the lists without a word. */
function tooFewList(material: ExportMaterial, rows: readonly SummaryRow[]): Html {
  const { report, indicators } = documentWords(material)
  const found = rows.filter(({ criteria }) =>
    CRITERIA.some(criterion => criteria[criterion]?.tooFew === true),
  )
  if (found.length === 0) return NOTHING
  const codes = found.map(({ indicator }) => indicator.code).join(', ')
  return html`<div><h3>${report.tooFewList}: ${indicators(found.length)}</h3>
<p class="muted">${report.tooFewHint(fewestAnswers(material.results.ruleUsed))}</p>
<p>${codes}</p></div>`
}

/** The results on which people differ most, by agreement, of those that at least half of the people rated. */
export function mostDiffering(
  material: ExportMaterial,
): readonly (ResultRow & { readonly summary: JudgedSummary })[] {
  return resultRows(material, material.wordsOf)
    .flatMap(row => (row.summary ? [{ ...row, summary: row.summary }] : []))
    .filter(({ summary, participants }) => summary.n >= 2 && summary.n * 2 >= participants)
    .filter(({ summary }) => summary.kind !== null && summary.kind !== 'agreed')
    .toSorted((one, other) => (one.summary.agreementA ?? 0) - (other.summary.agreementA ?? 0))
    .slice(0, MOST_DIFFERING)
}

function differing(material: ExportMaterial): Html {
  const rows = mostDiffering(material)
  const { report, charts } = documentWords(material)
  if (rows.length === 0) return html`<p>${report.none}</p>`
  return html`<ul class="plain">${rows.map(
    ({ code, title, criterion, summary }) =>
      html`<li><span class="code">${code}</span> ${inEnglish(material, title)}. <span class="muted">${charts.criteria[criterion]}: ${summary.kind && charts.kinds[summary.kind]}, A ${formatTwo(summary.agreementA)}, n ${summary.n}</span></li>`,
  )}</ul>`
}

function closeCount(material: ExportMaterial): number {
  const close = resultRows(material, material.wordsOf).filter(
    ({ summary }) => summary?.changesToFlip === 1,
  )
  return new Set(close.map(({ id }) => id)).size
}
