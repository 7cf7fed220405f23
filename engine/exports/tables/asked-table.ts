import { FIGURE_WORDS, RATING_WORDS, TABLE_WORDS } from '../../../shared/messages/exports.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import { type ExportMaterial, toldRounds } from '../material/material.ts'
import { type DataTable, dataTable, type FieldOf, fieldOf } from './field.ts'
import { OF_INDICATOR, oneLine } from './people-tables.ts'

/** The number of people of whom an answer was asked. */
interface AskedRow {
  readonly round: number
  readonly indicator: string
  readonly criterion: Criterion
  /** Null for everyone. */
  readonly group: string | null
  readonly participants: number
  readonly asked: number
}

const WORDS = {
  round: RATING_WORDS.round,
  indicator: RATING_WORDS.indicator,
  criterion: RATING_WORDS.criterion,
  group: TABLE_WORDS.askedGroup,
  participants: FIGURE_WORDS.participants,
  asked: FIGURE_WORDS.asked,
} as const

const field = (
  name: keyof AskedRow,
  type: FieldOf<AskedRow>['type'],
  constraints?: FieldOf<AskedRow>['constraints'],
): FieldOf<AskedRow> =>
  fieldOf(
    { name, width: 12, words: WORDS[name], value: row => row[name] },
    {
      type,
      ...(constraints && { constraints }),
    },
  )

const COUNT = { required: true, minimum: 0 } as const

const FIELDS: readonly FieldOf<AskedRow>[] = [
  field('round', 'integer', { required: true, minimum: 1, maximum: 99 }),
  field('indicator', 'string', { required: true }),
  field('criterion', 'string', { required: true, enum: CRITERIA }),
  field('group', 'string'),
  field('participants', 'integer', COUNT),
  field('asked', 'integer', COUNT),
]

/**
 * The number of people who were asked for each indicator in each round, of everyone and of each group: the basis on
 * which *missing* is counted. Where no row about one person says the group, neither does this.
 */
export function askedTable(material: ExportMaterial): DataTable {
  return dataTable<AskedRow>({
    name: 'asked',
    title: 'Who was asked',
    primaryKey: [],
    foreignKeys: [OF_INDICATOR],
    fields: FIELDS,
    items: () => toldRounds(material).flatMap(round => rowsOf(material, round)),
  })
}

function rowsOf(material: ExportMaterial, round: number): readonly AskedRow[] {
  const { results } = material.resultsOf(round)
  return results.indicators.flatMap(({ id, criteria }) =>
    CRITERIA.flatMap(criterion => {
      const { asked, groups } = criteria[criterion]
      const place = { round, indicator: material.codeOf(id), criterion }
      const everyone = { ...place, group: null, participants: results.participants, asked }
      const ofGroups = Object.entries(groups).map(([group, summary]) => ({
        ...place,
        group: oneLine(group),
        participants: results.groups[group] ?? 0,
        asked: summary.asked,
      }))
      return material.scope.hideUnder === undefined ? [everyone, ...ofGroups] : [everyone]
    }),
  )
}
