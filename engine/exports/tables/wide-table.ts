import { ANSWER_LABELS, RATING_WORDS, TABLE_WORDS } from '../../../shared/messages/exports.ts'
import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import { OTHER_ANSWER_NUMBERS, variableNames } from '../../../shared/model/variable-names.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import type { CellValue } from '../../files/write/sheets.ts'
import type { ExportedPerson, ExportedRating } from '../material/exported-records.ts'
import { allIndicators, type ExportMaterial, toldRounds } from '../material/material.ts'
import { type DataTable, dataTable, type FieldOf, labelFrom, type ValueLabel } from './field.ts'
import { ofParticipant, oneLine, personFields } from './people-tables.ts'

const MISSING: readonly ValueLabel[] = [
  { value: OTHER_ANSWER_NUMBERS.dont_know, label: ANSWER_LABELS.dont_know },
  { value: OTHER_ANSWER_NUMBERS.not_applicable, label: ANSWER_LABELS.not_applicable },
]

/** The answers of one person in one round, by indicator and criterion. */
interface AnswerSheet {
  readonly person: ExportedPerson
  readonly round: number
  readonly answers: ReadonlyMap<string, number | null>
}

/** The ratings in wide form: a row for each participant and round, a field for each indicator rated. */
export function wideTable(material: ExportMaterial): DataTable {
  const { round } = RATING_WORDS
  return dataTable<AnswerSheet>({
    name: 'ratings_wide',
    title: 'Ratings, one participant and round a row',
    primaryKey: ['participant_id', 'round'],
    foreignKeys: ofParticipant(material),
    fields: [
      ...personFields(material).map(field => ({
        ...field,
        value: ({ person }: AnswerSheet) => field.value(person),
      })),
      {
        name: 'round',
        type: 'integer',
        label: labelFrom(round),
        words: round,
        constraints: { required: true, minimum: 1, maximum: 99 },
        value: sheet => sheet.round,
      },
      ...CRITERIA.flatMap(criterion => answerFields(material, criterion)),
    ],
    items: () => answerSheets(material),
  })
}

function answerFields(
  material: ExportMaterial,
  criterion: Criterion,
): readonly FieldOf<AnswerSheet>[] {
  const { scale } = material
  const indicators = allIndicators(material)
  const titles = titlesByRound(material)
  const names = variableNames(
    indicators.map(({ code }) => code),
    criterion,
  )
  return indicators.map(({ code, title, id }, index) => ({
    name: names[index] ?? '',
    type: 'integer',
    label: `${CRITERION_NAMES[criterion]} of ${oneLine(code)}: ${titles(id, title)}`,
    words: TABLE_WORDS.wide_answer,
    constraints: { minimum: 1, maximum: scale.length },
    labels: scale.levels[criterion],
    missing: MISSING,
    value: ({ answers }: AnswerSheet): CellValue => answers.get(keyOf(id, criterion)) ?? null,
  }))
}

/** Finds the titles that rounds saw of an indicator: one variable holds the answers to all of them. */
function titlesByRound(material: ExportMaterial): (indicator: string, current: string) => string {
  const seen = new Map<string, Map<string, number>>()
  for (const round of toldRounds(material)) {
    for (const { id, title } of material.resultsOf(round).results.indicators) {
      const titles = seen.get(id) ?? new Map<string, number>()
      seen.set(id, titles)
      if (!titles.has(oneLine(title))) titles.set(oneLine(title), round)
    }
  }
  return (indicator, current) => {
    const [first = oneLine(current), ...later] = [...(seen.get(indicator) ?? [])].map(
      ([title, round], index) => (index === 0 ? title : TABLE_WORDS.fromRound(round, title)),
    )
    return [first, ...later].join('; ')
  }
}

const keyOf = (indicator: string, criterion: Criterion): string => `${indicator} ${criterion}`

/** Everyone's answers, round by round; ratings come person by person and by round. */
function* answerSheets(material: ExportMaterial): Generator<AnswerSheet> {
  const ratings = material.ratings()[Symbol.iterator]()
  let next = ratings.next()
  for (const person of material.people) {
    const answers = new Map(material.rounds.map(round => [round, new Map<string, number | null>()]))
    for (; next.done !== true && next.value.person === person; next = ratings.next()) {
      const ofRound = answers.get(next.value.round)
      if (ofRound) addAnswer(ofRound, next.value)
    }
    for (const [round, ofRound] of answers) yield { person, round, answers: ofRound }
  }
}

/** Two current ratings of one key are a conflict, which no field with one value can tell of. */
function addAnswer(answers: Map<string, number | null>, rating: ExportedRating): void {
  const key = keyOf(rating.indicatorId, rating.criterion)
  answers.set(key, answers.has(key) ? null : answerOf(rating))
}

function answerOf({ answer, level }: ExportedRating): number | null {
  if (answer === 'dont_know' || answer === 'not_applicable') return OTHER_ANSWER_NUMBERS[answer]
  return level
}
