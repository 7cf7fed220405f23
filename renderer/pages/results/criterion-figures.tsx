import { useId } from 'react'
import { ANSWER_LABELS } from '../../../shared/messages/exports.ts'
import type { CriterionResult, CriterionSummary } from '../../../shared/model/results.ts'
import type { Level } from '../../../shared/model/scale.ts'
import { formatCount, formatOne, formatShare, formatTwo } from '../../format.ts'
import { DistributionBar, DistributionLegend } from '../../ui/distribution-bar.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import styles from './criterion-figures.module.css'

interface CriterionFiguresProps {
  readonly name: string
  readonly question: string
  readonly code: string
  readonly levels: readonly Level[]
  readonly result: CriterionResult
}

/** One row of the tables: everyone, or one group. */
interface GroupRow {
  readonly group: string
  readonly isEveryone: boolean
  readonly summary: CriterionSummary
}

const EVERYONE = 'Everyone'

const rowsOf = (result: CriterionResult): readonly GroupRow[] => [
  { group: EVERYONE, isEveryone: true, summary: result },
  ...Object.entries(result.groups).map(([group, summary]) => ({
    group,
    isEveryone: false,
    summary,
  })),
]

const groupColumn: Column<GroupRow> = {
  id: 'group',
  heading: 'Group',
  cell: ({ group, isEveryone }) => (isEveryone ? <strong>{group}</strong> : group),
  isRowHeading: true,
  width: '17rem',
}

const countColumn = (
  id: string,
  heading: string,
  countOf: (summary: CriterionSummary) => number,
): Column<GroupRow> => ({
  id,
  heading,
  cell: ({ summary }) => formatCount(countOf(summary)),
  align: 'end',
})

const figureColumn = (heading: string, wordsOf: (s: CriterionSummary) => string) => ({
  id: heading,
  heading,
  cell: ({ summary }: GroupRow) => wordsOf(summary),
  align: 'end' as const,
})

const countColumns = (levels: readonly Level[]): readonly Column<GroupRow>[] => [
  groupColumn,
  ...levels.map(({ value }) =>
    countColumn(`level-${value}`, String(value), ({ counts }) => counts[value] ?? 0),
  ),
  countColumn('dont-know', ANSWER_LABELS.dont_know, ({ dontKnow }) => dontKnow),
  countColumn('not-applicable', ANSWER_LABELS.not_applicable, summary => summary.notApplicable),
  countColumn('missing', 'No answer', ({ missing }) => missing),
]

const FIGURE_COLUMNS: readonly Column<GroupRow>[] = [
  groupColumn,
  figureColumn('n', ({ n }) => formatCount(n)),
  figureColumn('Median', ({ median }) => formatOne(median)),
  figureColumn('Lower quartile', ({ q1 }) => formatOne(q1)),
  figureColumn('Upper quartile', ({ q3 }) => formatOne(q3)),
  figureColumn('Mean', ({ mean }) => formatTwo(mean)),
  figureColumn('Standard deviation', ({ sd }) => formatTwo(sd)),
  figureColumn('Favourable', ({ favourable }) => formatShare(favourable)),
  figureColumn('Unfavourable', ({ unfavourable }) => formatShare(unfavourable)),
]

/** How an indicator did on one criterion: the bar, then the counts and figures of each group. */
export function CriterionFigures(props: CriterionFiguresProps) {
  const { name, question, code, levels, result } = props
  const heading = useId()
  const rows = rowsOf(result)
  return (
    <section className={styles.criterion} aria-labelledby={heading}>
      <div>
        <h2 id={heading}>{name}</h2>
        <p className={styles.question}>{question}</p>
      </div>
      <div className={styles.chart}>
        {rows.map(({ group, isEveryone, summary }) => (
          <div key={group} className={styles.bar}>
            <span className={isEveryone ? styles.everyone : undefined}>
              {group} <span className={styles.n}>n = {formatCount(summary.n)}</span>
            </span>
            <DistributionBar
              title={`${name} of ${code}, ${group}`}
              levels={levels}
              counts={summary.counts}
              size="large"
            />
          </div>
        ))}
        <DistributionLegend levels={levels} />
      </div>
      <h3>Figures</h3>
      <Table
        caption={`${name} of ${code}: figures for each group`}
        columns={FIGURE_COLUMNS}
        rows={rows}
        rowKey={({ group }) => group}
      />
      <h3>Answers</h3>
      <Table
        caption={`${name} of ${code}: how many gave each answer`}
        columns={countColumns(levels)}
        rows={rows}
        rowKey={({ group }) => group}
      />
      <p className={styles.note}>
        The figures rest on the answers from 1 to {levels.length}. Quartiles are computed by method
        R-7. Favourable is the share in the two highest levels, unfavourable that in the two lowest.
      </p>
    </section>
  )
}
