import { RATING_WORDS, TABLE_WORDS } from '../../../shared/messages/exports.ts'
import { ROW_COUNTS } from '../../../shared/model/exports.ts'
import { WORDINGS } from '../../../shared/model/rating.ts'
import type { Scale } from '../../../shared/model/scale.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import type { ExportedRating } from '../material/exported-records.ts'
import type { ExportMaterial } from '../material/material.ts'
import type { Column } from '../sheets/columns.ts'
import { ratingColumns } from '../sheets/record-columns.ts'
import {
  type DataTable,
  dataTable,
  type FieldOf,
  fieldOf,
  labelFrom,
  type ValueLabel,
} from './field.ts'
import { OF_INDICATOR, OF_PARTICIPANT, ofParticipant, personFields } from './people-tables.ts'

const ROUND = { required: true, minimum: 1, maximum: 99 } as const

/** Descriptions of the fields of a rating for programs, where they differ from those of the sheet. */
function overrides(
  material: ExportMaterial,
): Readonly<Record<string, Partial<Omit<FieldOf<ExportedRating>, 'words'>>>> {
  const { scale } = material
  const levels = scale.levels.usefulness.map(({ value }) => String(value))
  return {
    rating_id: { constraints: { required: true } },
    criterion: { constraints: { required: true, enum: CRITERIA } },
    round: { constraints: ROUND },
    answer: {
      constraints: { enum: [...levels, 'dont_know', 'not_applicable'] },
      value: ({ answer, level }) => (answer === 'none' ? null : String(level ?? answer)),
    },
    level: { constraints: { minimum: 1, maximum: scale.length }, labels: labelsOfBoth(scale) },
    recorded_at: { type: 'datetime' },
    wording: { constraints: { enum: WORDINGS } },
    place_asked: { constraints: { minimum: 1 } },
    entry: { constraints: { enum: ['screen', 'file', 'paper', 'paper_checked'] } },
    made_up: { constraints: { enum: ['yes', 'no'] } },
    counts: { constraints: { required: true, enum: ROW_COUNTS } },
    indicator: {
      constraints: { required: true },
      value: ({ indicatorId }) => material.codeOf(indicatorId),
    },
  }
}

/** The labels of levels where one field has the answers to both criteria. */
const labelsOfBoth = ({ levels }: Scale): readonly ValueLabel[] =>
  levels.usefulness.map(({ value, label }, index) => ({
    value,
    label: [...new Set([label, levels.usability[index]?.label ?? label])].join(' / '),
  }))

/** Every current rating in long form, one a row; what people wrote is a table of its own. */
export function ratingsTable(material: ExportMaterial): DataTable {
  const changed = overrides(material)
  const names = [
    ...['indicator', 'criterion', 'round', 'answer', 'level', 'recorded_at', 'device'],
    ...['framework', 'wording', 'entry', 'keyed_by', 'checked_by', 'place_asked'],
    ...['made_up', 'counts'],
  ]
  const columns = ratingColumns(material)
  const [id, ...others] = ['rating_id', ...names]
    .filter(name => columns.some(column => column.name === name))
    .map(name => fieldOfRating(material, name, changed))
  return dataTable({
    name: 'ratings',
    title: 'Ratings, one a row',
    primaryKey: ['rating_id'],
    foreignKeys: [...ofParticipant(material), OF_INDICATOR],
    fields: [...(id ? [id] : []), ...fieldsOfPerson(material), ...others],
    items: material.listed,
  })
}

function fieldOfRating(
  material: ExportMaterial,
  name: string,
  changed: ReturnType<typeof overrides>,
): FieldOf<ExportedRating> {
  const column: Column<ExportedRating> | undefined = ratingColumns(material).find(
    column => column.name === name,
  )
  if (!column) throw new Error(`There is no column ${name} of ratings.`)
  return fieldOf(column, changed[name])
}

function fieldsOfPerson(material: ExportMaterial): readonly FieldOf<ExportedRating>[] {
  return personFields(material).map(field => ({
    ...field,
    value: ({ person }) => field.value(person),
  }))
}

const text = (
  name: 'comment' | 'tags',
  value: FieldOf<ExportedRating>['value'],
): FieldOf<ExportedRating> => ({
  name,
  type: 'string',
  label: labelFrom(RATING_WORDS[name]),
  words: RATING_WORDS[name],
  value,
})

/** The comments beside answers. */
export function commentsTable(material: ExportMaterial): DataTable {
  return dataTable({
    name: 'comments',
    title: 'Comments',
    primaryKey: ['rating_id'],
    foreignKeys: [
      { fields: ['rating_id'], table: 'ratings', references: ['rating_id'] },
      OF_PARTICIPANT,
    ],
    hasLongTexts: true,
    fields: [
      fieldOfRating(material, 'rating_id', overrides(material)),
      ...fieldsOfPerson(material).filter(({ name }) => name === 'participant_id'),
      { ...text('comment', ({ comment }) => comment), constraints: { required: true } },
      text('tags', ({ tags }) => tags.join('; ')),
    ],
    items: material.commented,
  })
}

/** The suggestions. */
export function suggestionsTable(material: ExportMaterial): DataTable {
  type Suggestion = ExportMaterial['suggestions'][number]
  const field = (
    name: 'kind' | 'suggestion',
    value: FieldOf<Suggestion>['value'],
  ): FieldOf<Suggestion> => ({
    name,
    type: 'string',
    label: labelFrom(TABLE_WORDS[name]),
    words: TABLE_WORDS[name],
    constraints: { required: true },
    value,
  })
  const { indicator, round } = TABLE_WORDS
  return dataTable<Suggestion>({
    name: 'suggestions',
    title: 'Suggestions',
    primaryKey: [],
    foreignKeys: [OF_PARTICIPANT, OF_INDICATOR],
    hasLongTexts: true,
    fields: [
      ...personFields(material).map(of => ({
        ...of,
        value: ({ person }: Suggestion) => of.value(person),
      })),
      {
        name: 'round',
        type: 'integer',
        label: labelFrom(round),
        words: round,
        constraints: ROUND,
        value: of => of.round,
      },
      {
        ...field('kind', of => of.kind),
        constraints: { required: true, enum: ['wording', 'missing'] },
      },
      {
        name: 'indicator',
        type: 'string',
        label: labelFrom(indicator),
        words: indicator,
        value: ({ indicatorId }) => indicatorId && material.codeOf(indicatorId),
      },
      field('suggestion', of => of.text),
    ],
    items: () => material.suggestions,
  })
}
