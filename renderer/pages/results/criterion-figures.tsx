import { type ReactNode, useId, useMemo, useState } from 'react'
import type { ChartMaterial } from '../../../shared/charts/chart.ts'
import { answersByGroup } from '../../../shared/charts/likert/answers.ts'
import { ANSWER_LABELS } from '../../../shared/messages/exports.ts'
import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import { areFewAnswers } from '../../../shared/model/few-answers.ts'
import type {
  CriterionResult,
  CriterionSummary,
  IndicatorResult,
} from '../../../shared/model/results.ts'
import type { Level } from '../../../shared/model/scale.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import { ChartFigure } from '../../charts/chart-figure.tsx'
import { formatCount, formatOne, formatShare, formatTwo, NO_FIGURE } from '../../format.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import styles from './criterion-figures.module.css'
import { FewAnswersTag } from './difference-tags.tsx'
import { Judgement } from './judgement.tsx'
import { type BehindWhat, behindWords } from './provenance/behind-what.ts'
import { FigureButton } from './provenance/figure-button.tsx'
import { RatingsBehindDialog } from './provenance/ratings-behind-dialog.tsx'

interface CriterionFiguresProps {
  readonly criterion: Criterion
  readonly question: string
  readonly indicator: IndicatorResult
  readonly material: ChartMaterial
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
  cell: ({ group, isEveryone, summary }) => (
    <>
      {isEveryone ? <strong>{group}</strong> : group} {areFewAnswers(summary) && <FewAnswersTag />}
    </>
  ),
  isRowHeading: true,
  width: '13rem',
}

const figureColumn = (
  heading: string,
  wordsOf: (summary: CriterionSummary) => string,
): Column<GroupRow> => ({
  id: heading,
  heading,
  cell: ({ summary }) => wordsOf(summary),
  align: 'end',
})

const quartiles = ({ q1, q3 }: CriterionSummary): string =>
  q1 === null ? NO_FIGURE : `${formatOne(q1)} to ${formatOne(q3)}`

/** A number that opens the ratings behind it. */
type BehindCell = (row: GroupRow, answers: BehindWhat['answers'], count: number) => ReactNode

const behindColumn = (
  heading: string,
  answers: BehindWhat['answers'],
  countOf: (summary: CriterionSummary) => number,
  cell: BehindCell,
): Column<GroupRow> => ({
  id: heading,
  heading,
  cell: row => cell(row, answers, countOf(row.summary)),
  align: 'end',
})

const figureColumns = (cell: BehindCell): readonly Column<GroupRow>[] => [
  groupColumn,
  behindColumn('n', 'levels', ({ n }) => n, cell),
  figureColumn('Median', ({ median }) => formatOne(median)),
  figureColumn('Quartiles', quartiles),
  figureColumn('Mean', ({ mean }) => formatTwo(mean)),
  figureColumn('Std. dev.', ({ sd }) => formatTwo(sd)),
  figureColumn('Favourable', ({ favourable }) => formatShare(favourable)),
  figureColumn('Unfavourable', ({ unfavourable }) => formatShare(unfavourable)),
]

const countColumns = (levels: readonly Level[], cell: BehindCell): readonly Column<GroupRow>[] => [
  groupColumn,
  ...levels.map(({ value }) =>
    behindColumn(String(value), value, ({ counts }) => counts[value] ?? 0, cell),
  ),
  behindColumn(ANSWER_LABELS.dont_know, 'dont_know', ({ dontKnow }) => dontKnow, cell),
  behindColumn(
    ANSWER_LABELS.not_applicable,
    'not_applicable',
    ({ notApplicable }) => notApplicable,
    cell,
  ),
  figureColumn('No answer', ({ missing }) => formatCount(missing)),
]

/**
 * How an indicator did on one criterion, for everyone and each group: bars, figures and counts. A number
 * opens the ratings that it counts.
 */
export function CriterionFigures(props: CriterionFiguresProps) {
  const { criterion, question, indicator, material } = props
  const result = indicator.criteria[criterion]
  const levels = material.scale.levels[criterion]
  const chart = useMemo(
    () => answersByGroup(material, criterion, indicator),
    [material, criterion, indicator],
  )
  const name = CRITERION_NAMES[criterion]
  const heading = useId()
  const rows = rowsOf(result)
  const about = `${name} of ${indicator.code}`
  const [behind, setBehind] = useState<BehindWhat | null>(null)
  const cell: BehindCell = ({ group, isEveryone }, answers, count) => {
    const what = { group: isEveryone ? null : group, answers }
    return (
      <FigureButton
        count={count}
        about={behindWords(what, levels)}
        onPress={() => setBehind(what)}
      />
    )
  }
  return (
    <section className={styles.criterion} aria-labelledby={heading}>
      <div>
        <h2 id={heading}>{name}</h2>
        <p className={styles.question}>{question}</p>
      </div>
      <Judgement criterion={criterion} result={result} />
      <ChartFigure
        chart={chart}
        choice={{ kind: 'answers-by-group', criterion, indicator: indicator.id }}
        name={`${indicator.code} ${criterion} by group`}
        level={3}
      />
      <Table
        caption={`${about}: figures for each group`}
        columns={figureColumns(cell)}
        rows={rows}
        rowKey={({ group }) => group}
      />
      <Disclosure summary="How many gave each answer">
        <Table
          caption={`${about}: how many gave each answer`}
          columns={countColumns(levels, cell)}
          rows={rows}
          rowKey={({ group }) => group}
        />
      </Disclosure>
      {behind && (
        <RatingsBehindDialog
          {...{ indicator, criterion, what: behind }}
          scale={material.scale}
          onClose={() => setBehind(null)}
        />
      )}
    </section>
  )
}
