import { coverageOf } from '../../../shared/charts/basis.ts'
import { counted, formatCount, formatShare, formatTwo } from '../../../shared/messages/figures.ts'
import { RELEASE_WORDS, releaseName } from '../../../shared/messages/releases.ts'
import { READ_ME, REPORT } from '../../../shared/messages/report.ts'
import { CRITERION_NAMES, otherWordsAmong } from '../../../shared/messages/results.ts'
import {
  KIND_NAMES,
  PRIORITY_NAMES,
  PRIORITY_WORDS,
  ruleWords,
  stabilityTally,
} from '../../../shared/messages/rules.ts'
import { type JudgedSummary, PRIORITIES, type Priority } from '../../../shared/model/results.ts'
import { type ConsensusRule, fewestAnswers } from '../../../shared/model/rules.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import type { ExportMaterial } from '../material/material.ts'
import { type SummaryRow, summaryRows } from '../sheets/indicator-columns.ts'
import { type ResultRow, resultRows } from '../sheets/result-columns.ts'
import { type Caption, figure, type Html, html, NOTHING } from './html.ts'

/** As many as fit on a director's second page. */
const MOST_LISTED = 6
const MOST_DIFFERING = 5

/** The first page: what was done, what came of it, and the priority map. */
export function firstPage(material: ExportMaterial, contents: Html, caption: Caption): Html {
  const { title, madeUp, framework, results, newest } = material
  return html`<header class="page">
<h1>${title}</h1>
<p class="lead">${REPORT.subtitle(framework.title)}</p>
<p class="muted">${REPORT.newest(newest.slice(0, 10))}. ${REPORT.round(results.round)}. ${READ_ME.ruleName(results.ruleUsed)}. ${RELEASE_WORDS.label}: ${releaseName(material.release).toLowerCase()}.</p>
${madeUp ? html`<p class="warning">${REPORT.madeUp}</p>` : NOTHING}
${contents}
<h2>${REPORT.atAGlance}</h2>
${tiles(material)}
<p class="lead">${findingOf(material)}</p>
<div class="map">${figure(material, { kind: 'priority-map' }, { id: 'map', caption: caption('Figure', REPORT.mapCaption) })}</div>
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
  return REPORT.finding(counts, rows.filter(({ priority }) => priority !== null).length)
}

function tiles({ results, workshops, release }: ExportMaterial): Html {
  const { possible, missing } = coverageOf(results.indicators)
  const tile = (value: string, label: string) => html`<li><strong>${value}</strong>${label}</li>`
  const { participants, workshops: rooms, indicators, answered } = REPORT.tiles
  if (release !== 'research') {
    return html`<ul class="tiles">${[
      tile(RELEASE_WORDS.atLeast(results.participants), participants),
      tile(formatCount(results.indicators.length), indicators),
      tile(releaseName(release), RELEASE_WORDS.label.toLowerCase()),
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
  const rows = summaryRows(material)
  return html`<section class="page">
<h2 id="priorities">${REPORT.priorities}</h2>
<div class="columns">${PRIORITIES.map(priority => priorityList(rows, priority))}${tooFewList(rows, results.ruleUsed)}</div>
<h2 id="differ">${REPORT.differ}</h2>
<p class="muted">${REPORT.differHint}</p>
${differing(material)}
<p>${REPORT.close(closeCount(material))}</p>
${inOtherWords(rows)}
<h2>${REPORT.howToRead}</h2>
<p>${`${ruleWords(results.ruleUsed, scale.length)} ${stabilityTally(results)}`.trim()}</p>
</section>`
}

/** Says of how many indicators some answers saw other words; each says it again in its section. */
function inOtherWords(rows: readonly SummaryRow[]): Html {
  const found = rows.filter(({ otherWords }) => otherWords !== null && otherWords.answers > 0)
  return found.length === 0 ? NOTHING : html`<p>${otherWordsAmong(found.length)}</p>`
}

function priorityList(rows: readonly SummaryRow[], priority: Priority): Html {
  const found = rows.filter(row => row.priority === priority)
  // What can be kept is listed whole; a list that lacks one line is no shorter for saying so.
  const isWhole = priority === 'keep' || found.length <= MOST_LISTED + 1
  const listed = isWhole ? found : found.slice(0, MOST_LISTED)
  const item = ({ indicator }: SummaryRow) =>
    html`<li><span class="code">${indicator.code}</span> ${indicator.title}</li>`
  const more = found.length - listed.length
  return html`<div><h3>${PRIORITY_NAMES[priority]}: ${counted(found.length, 'indicator', 'indicators')}</h3>
<p class="muted">${PRIORITY_WORDS[priority]}</p>
<ul class="plain">${listed.map(item)}${more > 0 ? html`<li class="muted">${REPORT.more(more)}</li>` : NOTHING}</ul></div>`
}

/** The indicators on which the rule says nothing, so that none is missing from the lists without a word. */
function tooFewList(rows: readonly SummaryRow[], rule: ConsensusRule): Html {
  const found = rows.filter(({ criteria }) =>
    CRITERIA.some(criterion => criteria[criterion]?.tooFew === true),
  )
  if (found.length === 0) return NOTHING
  const codes = found.map(({ indicator }) => indicator.code).join(', ')
  return html`<div><h3>${REPORT.tooFewList}: ${counted(found.length, 'indicator', 'indicators')}</h3>
<p class="muted">${REPORT.tooFewHint(fewestAnswers(rule))}</p>
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
  if (rows.length === 0) return html`<p>${REPORT.none}</p>`
  return html`<ul class="plain">${rows.map(
    ({ code, title, criterion, summary }) =>
      html`<li><span class="code">${code}</span> ${title}. <span class="muted">${CRITERION_NAMES[criterion]}: ${summary.kind && KIND_NAMES[summary.kind]}, A ${formatTwo(summary.agreementA)}, n ${summary.n}</span></li>`,
  )}</ul>`
}

function closeCount(material: ExportMaterial): number {
  const close = resultRows(material, material.wordsOf).filter(
    ({ summary }) => summary?.changesToFlip === 1,
  )
  return new Set(close.map(({ id }) => id)).size
}
