import { FIGURE_WORDS, RATING_WORDS, TABLE_WORDS } from '../../../shared/messages/exports.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import { type ExportMaterial, resultsOfRounds, type ShownResults } from '../material/material.ts'
import { type DataTable, dataTable, type FieldOf, labelFrom } from './field.ts'
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

const REQUIRED = { required: true, minimum: 0 } as const

const fieldOf = (
  name: keyof AskedRow,
  of: Pick<FieldOf<AskedRow>, 'words' | 'constraints'>,
  type: FieldOf<AskedRow>['type'] = 'integer',
): FieldOf<AskedRow> => ({
  name,
  type,
  label: labelFrom(of.words),
  value: row => row[name],
  ...of,
})

const FIELDS: readonly FieldOf<AskedRow>[] = [
  fieldOf('round', { words: RATING_WORDS.round, constraints: { required: true, minimum: 1 } }),
  fieldOf(
    'indicator',
    { words: RATING_WORDS.indicator, constraints: { required: true } },
    'string',
  ),
  fieldOf(
    'criterion',
    { words: RATING_WORDS.criterion, constraints: { required: true, enum: CRITERIA } },
    'string',
  ),
  fieldOf('group', { words: TABLE_WORDS.askedGroup }, 'string'),
  fieldOf('participants', { words: FIGURE_WORDS.participants, constraints: REQUIRED }),
  fieldOf('asked', { words: FIGURE_WORDS.asked, constraints: REQUIRED }),
]

/**
 * The number of people who were asked for each indicator in each round, of everyone and of each group: what
 * *missing* is counted by. Where no row about one person says the group, neither does this.
 */
export function askedTable(material: ExportMaterial): DataTable {
  const withGroups = material.scope.hideUnder === undefined
  return dataTable<AskedRow>({
    name: 'asked',
    title: 'Who was asked',
    primaryKey: [],
    foreignKeys: [OF_INDICATOR],
    fields: FIELDS,
    items: () => resultsOfRounds(material).flatMap(shown => rowsOf(material, shown, withGroups)),
  })
}

function rowsOf(
  { codeOf }: ExportMaterial,
  { results }: ShownResults,
  withGroups: boolean,
): readonly AskedRow[] {
  return results.indicators.flatMap(({ id, criteria }) =>
    CRITERIA.flatMap(criterion => {
      const { asked, groups } = criteria[criterion]
      const place = { round: results.round, indicator: codeOf(id), criterion }
      const everyone = { ...place, group: null, participants: results.participants, asked }
      if (!withGroups) return [everyone]
      const ofGroups = Object.entries(groups).map(([group, summary]) => ({
        ...place,
        group: oneLine(group),
        participants: results.groups[group] ?? 0,
        asked: summary.asked,
      }))
      return [everyone, ...ofGroups]
    }),
  )
}
