import { ANSWER_LABELS } from '../../../shared/messages/exports.ts'
import { FEEDBACK } from '../../../shared/messages/feedback.ts'
import { levelsIn, WORDS_AROUND, wordsIn } from '../../../shared/messages/wordings.ts'
import type { ExportScope } from '../../../shared/model/exports.ts'
import { WORDINGS, type Wording } from '../../../shared/model/rating.ts'
import {
  type CriterionResult,
  ENOUGH_ANSWERS,
  type IndicatorResult,
} from '../../../shared/model/results.ts'
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
import { BAR_PIXELS, STYLES } from './styles.ts'

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
        // A test counts for nothing, so it neither gets a page nor makes the others enough.
        [...material.ratings()].filter(({ counts }) => counts === 'yes' || counts === 'conflict'),
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
  const { title, results, scale } = material
  // Two current answers of one person to one question are a conflict; which of them counts is not known.
  const mine = groupBy(own, ({ indicatorId, criterion }) => `${indicatorId} ${criterion}`)
  const wording = usualWording(own)
  const { questions, thing } = WORDS_AROUND[wording]
  const headings = CRITERIA.map(criterion => {
    const levels = levelsIn(wording, scale.levels[criterion])
    const ends = FEEDBACK.ends(levels[0]?.label ?? '', levels.at(-1)?.label ?? '')
    return html`<th scope="col">${questions[criterion]}<small>${ends}</small></th>`
  })
  const rows = results.indicators.map(one => indicatorRow(material, one, mine, wording))
  return html`<section class="person"><h1>${FEEDBACK.title(title)}</h1>
<p class="for">${FEEDBACK.yours} <strong>${name}</strong></p>
<p>${FEEDBACK.round(results.round, answered)} ${FEEDBACK.how}</p>
<table><thead><tr><th scope="col">${thing}<small>${FEEDBACK.yours} <b>${name}</b></small></th>${headings}</tr></thead>
<tbody>${rows}</tbody></table></section>`
}

/** The wording in which a person gave the most answers: their page asks in it again. */
function usualWording(own: readonly ExportedRating[]): Wording {
  const uses = (wording: Wording) => own.filter(one => one.wording === wording).length
  return WORDINGS.reduce((most, one) => (uses(one) > uses(most) ? one : most))
}

type Mine = ReadonlyMap<string, readonly ExportedRating[]>

function indicatorRow(
  material: ExportMaterial,
  indicator: IndicatorResult,
  mine: Mine,
  wording: Wording,
): Html {
  const { id, code, criteria } = indicator
  const cells = CRITERIA.map(criterion => {
    const found = mine.get(`${id} ${criterion}`) ?? []
    const [only] = found.length === 1 ? found : []
    const { n } = criteria[criterion]
    const words = html`<span class="own">${ownWords(material, criterion, only)}<small>${n < ENOUGH_ANSWERS ? FEEDBACK.tooFew : FEEDBACK.of(n)}</small></span>`
    return html`<td><div class="answer">${distribution(criteria[criterion], only?.level ?? null, material)}${words}</div></td>`
  })
  return html`<tr><th scope="row"><span class="code">${code}</span> ${wordsIn(wording, material.wordsOf(indicator))}</th>${cells}</tr>`
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
  const levels = levelsIn(answer.wording, scale.levels[criterion])
  return `${answer.level} ${levels.find(({ value }) => value === answer.level)?.label ?? ''}`
}

/** The number of people at each level, in words and as bars; the own level has a frame. */
function distribution(
  { n, counts }: CriterionResult,
  own: number | null,
  { scale }: ExportMaterial,
): Html {
  if (n < ENOUGH_ANSWERS) return NOTHING
  const most = Math.max(...Object.values(counts))
  const bars = scale.levels.usefulness.map(({ value }) => {
    const count = counts[value] ?? 0
    const height = Math.round((BAR_PIXELS * count) / most)
    return html`<span class="level${value === own ? ' mine' : ''}"><span class="bar" style="height:${height}px"></span><b>${count}</b></span>`
  })
  return html`<span class="bars">${bars}</span>`
}
