import { APPENDIX_WORDS } from '../../../shared/messages/appendix.ts'
import { formatTwo, NO_FIGURE } from '../../../shared/messages/figures.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { groupBy } from '../../group-by.ts'
import { type ExportMaterial, toldRounds } from '../material/material.ts'
import type { Column } from '../sheets/columns.ts'
import { groupResultRows, type ResultRow, resultRows } from '../sheets/result-columns.ts'
import { type DataTable, dataTable, type FieldOf, fieldOf } from '../tables/field.ts'
import { OF_INDICATOR, oneLine } from '../tables/people-tables.ts'

/**
 * The rows of the table that goes into the appendix of a paper: one for each item and criterion, in each round, over
 * everyone and each group, in this order. Figures that are left out elsewhere are left out here.
 */
export function appendixRows(material: ExportMaterial): readonly ResultRow[] {
  const rounds = toldRounds(material).toReversed()
  const rows = rounds.flatMap(round => {
    const shown = material.resultsOf(round)
    return [...resultRows(shown, material.wordsOf), ...groupResultRows(shown, material.wordsOf)]
  })
  const byItem = groupBy(rows, ({ id }) => id)
  const parts = [null, ...new Set(rows.flatMap(({ group }) => group ?? []))]
  return [...byItem.values()].flatMap(ofItem =>
    CRITERIA.flatMap(criterion =>
      toldRounds(material).flatMap(round =>
        parts.flatMap(part =>
          ofItem.filter(
            row => row.criterion === criterion && row.round === round && row.group === part,
          ),
        ),
      ),
    ),
  )
}

/** The median with its quartiles, as papers print it: `4 [3, 5]`. */
export function medianWords({ summary }: Pick<ResultRow, 'summary'>): string {
  if (summary === null || summary.median === null) return NO_FIGURE
  const { median, q1, q3 } = summary
  return `${shortest(median)} [${shortest(q1)}, ${shortest(q3)}]`
}

/** A level to two decimals, without those that say nothing: `4`, `3.25`. */
const shortest = (level: number | null): string => formatTwo(level).replace(/\.?0+$/, '')

/** The group of a row, or the word for everyone. */
export const partOf = ({ group }: Pick<ResultRow, 'group'>, everyone: string): string =>
  group === null ? everyone : oneLine(group)

const column = (
  name: keyof typeof APPENDIX_WORDS.columns,
  width: number,
  value: Column<ResultRow>['value'],
  more: Partial<Column<ResultRow>> = {},
): Column<ResultRow> => ({ name, width, words: APPENDIX_WORDS.columns[name], value, ...more })

/** The columns of the appendix table. */
export const APPENDIX_COLUMNS: readonly Column<ResultRow>[] = [
  column('code', 12, ({ code }) => code),
  column('item', 44, ({ title }) => oneLine(title), { wraps: true }),
  column('criterion', 12, ({ criterion }) => criterion),
  column('round', 8, ({ round }) => round, { format: 'whole' }),
  column('group', 24, row => partOf(row, APPENDIX_WORDS.everyone)),
  column('n', 8, ({ summary }) => summary?.n ?? null, { format: 'whole' }),
  column('median_iqr', 14, row => (row.summary ? medianWords(row) : null)),
  column('share', 10, ({ summary }) => summary?.favourable ?? null, { format: 'share' }),
  column('verdict', 12, ({ summary }) => (summary?.tooFew ? null : (summary?.verdict ?? null))),
  column('few_answers', 12, ({ fewAnswers }) => fewAnswers),
]

/** The appendix table for programs. */
export function appendixTable(material: ExportMaterial): DataTable {
  const fields = APPENDIX_COLUMNS.map((of): FieldOf<ResultRow> => {
    const field = fieldOf(of)
    return of.name === 'code'
      ? { ...field, name: 'indicator', value: ({ id }) => material.codeOf(id) }
      : field
  })
  return dataTable<ResultRow>({
    name: 'appendix',
    title: 'Appendix table: each item, round and group',
    primaryKey: ['indicator', 'criterion', 'round', 'group'],
    foreignKeys: [OF_INDICATOR],
    fields,
    items: () => appendixRows(material),
  })
}
