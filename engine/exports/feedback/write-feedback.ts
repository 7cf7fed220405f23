import { ANSWER_LABELS } from '../../../shared/messages/exports.ts'
import { FEEDBACK } from '../../../shared/messages/feedback.ts'
import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import type { ExportScope } from '../../../shared/model/exports.ts'
import {
  type CriterionResult,
  ENOUGH_ANSWERS,
  type IndicatorResult,
} from '../../../shared/model/results.ts'
import { CRITERION_QUESTIONS } from '../../../shared/model/scale.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import { WorkbookError } from '../../errors.ts'
import type { PermittedFile } from '../../files/permits.ts'
import { writeWholeFile } from '../../files/write/whole-files.ts'
import { groupBy } from '../../group-by.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import type { ExportedRating } from '../material/exported-records.ts'
import { type ExportMaterial, withExportMaterial } from '../material/material.ts'
import { type Html, html, NOTHING, raw } from '../report/html.ts'
import type { WrittenExport } from '../write-export.ts'

/** The choices of feedback: whose pages, and the round that they are about. */
export type FeedbackScope = Pick<ExportScope, 'workshops' | 'round'>

/**
 * Writes a page for each participant who answered in a round: their own answers beside how many chose each level,
 * over everyone in scope. Throws TOO_FEW_FOR_FEEDBACK where fewer than five answered, as everyone could then tell who
 * said what; a question that fewer answered is shown without the others' answers.
 */
export async function writeFeedback(
  workbook: Workbook,
  scope: FeedbackScope,
  to: PermittedFile,
): Promise<WrittenExport> {
  const bytes = await withExportMaterial(
    workbook,
    { ...scope, rounds: [scope.round] },
    material => {
      const answers = groupBy(
        [...material.ratings()].filter(({ answer }) => answer !== 'none'),
        ({ person }) => person.id,
      )
      if (answers.size < ENOUGH_ANSWERS) {
        throw new WorkbookError('TOO_FEW_FOR_FEEDBACK', {
          answered: answers.size,
          under: ENOUGH_ANSWERS,
        })
      }
      return writeWholeFile(to, async out => void out.end(feedbackPages(material, answers)))
    },
    true,
  )
  return { name: to.name, bytes }
}

type Answers = ReadonlyMap<string, readonly ExportedRating[]>

function feedbackPages(material: ExportMaterial, answers: Answers): string {
  const { title } = material
  const people = material.people.filter(({ id }) => answers.has(id))
  return html`${raw('<!doctype html>')}
<html lang="en-GB"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${FEEDBACK.title(title)}</title><style>${raw(STYLES)}</style></head>
<body><main>${people.map(({ id, name }) => personPage(material, name, answers.get(id) ?? [], answers.size))}</main></body></html>
`.markup
}

function personPage(
  material: ExportMaterial,
  name: string,
  own: readonly ExportedRating[],
  answered: number,
): Html {
  const { title, results } = material
  // Two current answers of one person to one question are a conflict; which of them counts is not known.
  const mine = groupBy(own, ({ indicatorId, criterion }) => `${indicatorId} ${criterion}`)
  const rows = results.indicators.map(indicator => indicatorRows(material, indicator, mine))
  return html`<section class="person"><h1>${FEEDBACK.title(title)}</h1>
<p class="for">${FEEDBACK.yours} <strong>${name}</strong></p>
<p>${FEEDBACK.round(results.round, answered)}</p><p>${FEEDBACK.how}</p>
<table><thead><tr><th>${FEEDBACK.indicator}</th><th></th><th>${FEEDBACK.you}</th><th>${FEEDBACK.everyone}</th></tr></thead>
${rows}</table></section>`
}

type Mine = ReadonlyMap<string, readonly ExportedRating[]>

function indicatorRows(material: ExportMaterial, indicator: IndicatorResult, mine: Mine): Html {
  const { code, title, id, criteria } = indicator
  const rows = CRITERIA.map((criterion, at) => {
    const found = mine.get(`${id} ${criterion}`) ?? []
    const [only] = found.length === 1 ? found : []
    const name = html`<th rowspan="2" scope="rowgroup"><span class="code">${code}</span> ${title}</th>`
    return html`<tr>${at === 0 ? name : NOTHING}<td title="${CRITERION_QUESTIONS[criterion]}">${CRITERION_NAMES[criterion]}</td>
<td>${ownWords(material, criterion, only)}</td><td>${distribution(criteria[criterion], only?.level ?? null, material)}</td></tr>`
  })
  return html`<tbody>${rows}</tbody>`
}

function ownWords(
  { scale }: ExportMaterial,
  criterion: Criterion,
  answer: ExportedRating | undefined,
): string {
  if (!answer) return FEEDBACK.noAnswer
  if (answer.answer === 'dont_know' || answer.answer === 'not_applicable') {
    return ANSWER_LABELS[answer.answer]
  }
  const label = scale.levels[criterion].find(({ value }) => value === answer.level)?.label ?? ''
  return `${answer.level} ${label}`
}

/** The number of people at each level, in words and as bars; the own level has a frame. */
function distribution(
  { n, counts }: CriterionResult,
  own: number | null,
  { scale }: ExportMaterial,
): Html {
  if (n < ENOUGH_ANSWERS) return html`<span class="few">${FEEDBACK.tooFew}</span>`
  const most = Math.max(...Object.values(counts))
  const bars = scale.levels.usefulness.map(({ value }) => {
    const count = counts[value] ?? 0
    const height = Math.round((BAR_PIXELS * count) / most)
    return html`<span class="level${value === own ? ' own' : ''}"><span class="bar" style="height:${height}px"></span><b>${count}</b></span>`
  })
  return html`<span class="bars">${bars}</span> <span class="few">${FEEDBACK.of(n)}</span>`
}

/** The height of the highest bar. */
const BAR_PIXELS = 30

const STYLES = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; color: #1b2a30; background: #fff;
  font: 15px/1.4 "Atkinson Hyperlegible Next", "Segoe UI", system-ui, sans-serif; }
h1 { font-size: 1.4rem; margin: 0 0 .3rem; }
p { margin: .3rem 0; max-width: 46rem; }
.for { font-size: 1.2rem; }
.code { font-weight: 600; }
table { border-collapse: collapse; width: 100%; margin: .8rem 0; font-size: .9rem; }
th, td { text-align: left; vertical-align: middle; padding: .25rem .45rem; font-weight: 400; }
thead th { font-weight: 600; border-bottom: 2px solid #1f4e5f; }
tbody { border-bottom: 1px solid #cfd8db; break-inside: avoid; }
tbody th { width: 36%; vertical-align: top; }
.bars { display: inline-flex; gap: 3px; align-items: flex-end; }
.level { display: flex; flex-direction: column; justify-content: flex-end; align-items: center;
  width: 1.7rem; min-height: 46px; border: 2px solid transparent; }
.level.own { border-color: #1b2a30; }
.level b { font-size: .75rem; font-weight: 400; line-height: 1.1; }
.bar { flex: none; width: 70%; background: #6aa5ab; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.few { color: #4b5c63; font-size: .85rem; }
.person + .person { margin-top: 3rem; border-top: 4px solid #1f4e5f; padding-top: 1.5rem; }
@page { size: A4; margin: 14mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  .person + .person { break-before: page; margin: 0; border: 0; padding: 0; }
  thead { display: table-header-group; }
}
`
