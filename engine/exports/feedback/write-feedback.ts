import { FIRST_LANGUAGE, LANGUAGES } from '../../../shared/languages/languages.ts'
import { FEEDBACK } from '../../../shared/messages/feedback.ts'
import { levelsIn, wordsIn } from '../../../shared/messages/wordings.ts'
import type { ExportScope } from '../../../shared/model/exports.ts'
import { WORDINGS, type Wording } from '../../../shared/model/rating.ts'
import {
  type CriterionResult,
  ENOUGH_ANSWERS,
  type IndicatorResult,
} from '../../../shared/model/results.ts'
import { type Level, scaleOf } from '../../../shared/model/scale.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import { WorkbookError } from '../../errors.ts'
import type { PermittedFile } from '../../files/permits.ts'
import { writeWholeFile } from '../../files/write/whole-files.ts'
import { groupBy } from '../../group-by.ts'
import { getLinkedPeople } from '../../store/records/people.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import type { ExportedPerson, ExportedRating } from '../material/exported-records.ts'
import { type ExportMaterial, withExportMaterial } from '../material/material.ts'
import { type Html, html, NOTHING, raw } from '../report/html.ts'
import type { WrittenExport } from '../write-export.ts'
import { type FeedbackLanguage, usualLanguage } from './languages.ts'
import { BAR_PIXELS, STYLES } from './styles.ts'

/** The choices of feedback: whose pages, and the round that they are about. */
export type FeedbackScope = Pick<ExportScope, 'workshops' | 'round'>

/**
 * Writes a page for each person who answered in a round, under all of their codes: their own answers beside how many
 * chose each level, over everyone in scope, in the language in which they answered. Throws TOO_FEW_FOR_FEEDBACK where
 * fewer than five answered, as everyone could then tell who said what; a question that fewer answered is shown without
 * the others' answers.
 */
export async function writeFeedback(
  workbook: Workbook,
  scope: FeedbackScope,
  to: PermittedFile,
): Promise<WrittenExport> {
  const bytes = await withExportMaterial(
    workbook,
    { ...scope, rounds: [scope.round] },
    (material, store) => {
      const linked = getLinkedPeople(store)
      const personOf: PersonOf = ({ id }) => linked.get(id) ?? id
      const answers = groupBy(
        // A test counts for nothing, so it neither gets a page nor makes the others enough.
        [...material.ratings()].filter(({ counts }) => counts === 'yes' || counts === 'conflict'),
        ({ person }) => personOf(person),
      )
      if (answers.size < ENOUGH_ANSWERS) {
        throw new WorkbookError('TOO_FEW_FOR_FEEDBACK', {
          answered: answers.size,
          under: ENOUGH_ANSWERS,
        })
      }
      return writeWholeFile(
        to,
        async out => void out.end(feedbackPages(material, answers, personOf)),
      )
    },
    true,
  )
  return { name: to.name, bytes }
}

/** The one person whom a participant is: participants who are linked are one. */
type PersonOf = (participant: ExportedPerson) => string

type Answers = ReadonlyMap<string, readonly ExportedRating[]>

function feedbackPages(material: ExportMaterial, answers: Answers, personOf: PersonOf): string {
  const { title } = material
  const languages = new Map(material.languages.map(({ said, language }) => [said, language]))
  // Whoever has several codes gets one page with all of them, as their answers count as one person's.
  const pages = [...groupBy(material.people, personOf)].flatMap(([person, known]) => {
    const own = answers.get(person)
    const names = known.map(({ name }) => name).join(', ')
    return own ? [personPage(toPage(material, names, own, languages), answers.size)] : []
  })
  return html`${raw('<!doctype html>')}
<html lang="en-GB"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${FEEDBACK.title(title)}</title><style>${raw(STYLES)}</style></head>
<body><main>${pages}</main></body></html>
`.markup
}

/** A person's page: what everybody has in common, and their answers in the wording and language of most of them. */
interface PersonPage {
  readonly material: ExportMaterial
  /** The codes by which the person is known. */
  readonly names: string
  readonly mine: Mine
  readonly wording: Wording
  readonly language: FeedbackLanguage
  /** The levels in that wording and language. */
  readonly levels: (criterion: Criterion, wording: Wording) => readonly Level[]
}

function toPage(
  material: ExportMaterial,
  names: string,
  own: readonly ExportedRating[],
  languages: ReadonlyMap<string, string>,
): PersonPage {
  const language = usualLanguage(own, languages)
  const { scales, plainLevel } = language.words
  const scale = scaleOf(material.scale.length, scales)
  return {
    ...{ material, names, language },
    // Two current answers of one person to one question are a conflict; which of them counts is not known.
    mine: groupBy(own, ({ indicatorId, criterion }) => `${indicatorId} ${criterion}`),
    wording: usualWording(own),
    levels: (criterion, wording) => levelsIn(wording, scale.levels[criterion], plainLevel),
  }
}

function personPage(page: PersonPage, answered: number): Html {
  const { material, names, wording, language } = page
  const { title, results } = material
  const { feedback, words } = language
  const { questions, thing } = words.around[wording]
  const headings = CRITERIA.map(criterion => {
    const levels = page.levels(criterion, wording)
    const ends = feedback.ends(levels[0]?.label ?? '', levels.at(-1)?.label ?? '')
    return html`<th scope="col">${questions[criterion]}<small>${ends}</small></th>`
  })
  const rows = results.indicators.map(one => indicatorRow(page, one))
  return html`<section class="person"${spokenIn(language)}><h1>${feedback.title(title)}</h1>
<p class="for">${feedback.yours} <strong>${names}</strong></p>
<p>${feedback.round(results.round, answered)} ${feedback.how}</p>
<table><thead><tr><th scope="col">${thing}<small>${feedback.yours} <b>${names}</b></small></th>${headings}</tr></thead>
<tbody>${rows}</tbody></table></section>`
}

/** The attributes of a page in another language than the document's. */
const spokenIn = ({ code, direction }: FeedbackLanguage): Html =>
  code === FIRST_LANGUAGE ? NOTHING : html` lang="${LANGUAGES[code].tag}" dir="${direction}"`

/** The wording in which a person gave the most answers: their page asks in it again. */
function usualWording(own: readonly ExportedRating[]): Wording {
  const uses = (wording: Wording) => own.filter(one => one.wording === wording).length
  return WORDINGS.reduce((most, one) => (uses(one) > uses(most) ? one : most))
}

type Mine = ReadonlyMap<string, readonly ExportedRating[]>

function indicatorRow(page: PersonPage, indicator: IndicatorResult): Html {
  const { material, mine, wording, language } = page
  const { feedback } = language
  const { id, code, criteria } = indicator
  const cells = CRITERIA.map(criterion => {
    const found = mine.get(`${id} ${criterion}`) ?? []
    const [only] = found.length === 1 ? found : []
    const { n } = criteria[criterion]
    const words = html`<span class="own">${ownWords(page, criterion, only)}<small>${n < ENOUGH_ANSWERS ? feedback.tooFew : feedback.of(n)}</small></span>`
    return html`<td><div class="answer">${distribution(criteria[criterion], only?.level ?? null, material)}${words}</div></td>`
  })
  return html`<tr><th scope="row"${asBrought(language)}><span class="code">${code}</span> ${wordsIn(wording, material.wordsOf(indicator))}</th>${cells}</tr>`
}

/** The attributes of the framework's words on a page in another language: no file says theirs, so they are taken for English. */
const asBrought = ({ code }: FeedbackLanguage): Html =>
  code === FIRST_LANGUAGE ? NOTHING : html` lang="${LANGUAGES[FIRST_LANGUAGE].tag}" dir="auto"`

function ownWords(
  { language, levels }: PersonPage,
  criterion: Criterion,
  answer: ExportedRating | undefined,
): string {
  if (!answer) return language.feedback.noAnswer
  if (answer.answer === 'dont_know' || answer.answer === 'not_applicable') {
    return language.words.answers[answer.answer]
  }
  const level = levels(criterion, answer.wording).find(({ value }) => value === answer.level)
  return `${answer.level} ${level?.label ?? ''}`
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
