import type { ReactNode } from 'react'
import { ofThemByHands } from '../../../../shared/messages/data-entry/hands.ts'
import { ANSWER_LABELS } from '../../../../shared/messages/exports.ts'
import {
  counted,
  formatCount,
  formatOne,
  formatShare,
  formatTwo,
  NO_FIGURE,
} from '../../../../shared/messages/figures.ts'
import { KIND_NAMES } from '../../../../shared/messages/rules.ts'
import {
  areFewAnswers,
  type CriterionResult,
  type EqualGroups,
  type JudgedSummary,
} from '../../../../shared/model/results.ts'
import type { Level } from '../../../../shared/model/scale.ts'
import { Tag } from '../../../ui/feedback/tag.tsx'
import type { Column } from '../../../ui/table/table.tsx'
import type { BehindWhat } from '../provenance/figure-button.tsx'
import styles from './criterion-figures.module.css'

/** The figures that groups have also where each of them counts the same. */
type SharedFigures = Omit<EqualGroups, 'groups' | 'shares'>

/** One row of the tables: everyone, or one group, or all groups counting the same. */
export interface GroupRow {
  readonly group: string
  readonly isEveryone: boolean
  /** The number of answers that the figures rest on. */
  readonly basis: string
  readonly figures: SharedFigures
  /** Null where groups count the same: nobody is counted there, only shares. */
  readonly summary: JudgedSummary | null
}

const EVERYONE = 'Everyone'
const EQUALLY = 'Each group counting the same'

const rowOf = (group: string, summary: JudgedSummary): GroupRow => ({
  group,
  isEveryone: group === EVERYONE,
  summary,
  basis: [formatCount(summary.n), ofThemByHands(summary.hands)].filter(Boolean).join(', '),
  figures: summary,
})

/** Everyone, each group, and all groups counting the same where there are two or more. */
export function rowsOf({ groups, equalGroups, ...everyone }: CriterionResult): readonly GroupRow[] {
  return [
    rowOf(EVERYONE, everyone),
    ...Object.entries(groups).map(([group, summary]) => rowOf(group, summary)),
    ...(equalGroups.groups < 2 ? [] : [equalRow(equalGroups)]),
  ]
}

const equalRow = (figures: EqualGroups): GroupRow => ({
  group: EQUALLY,
  isEveryone: false,
  summary: null,
  figures,
  basis: counted(figures.groups, 'group', 'groups'),
})

const groupColumn: Column<GroupRow> = {
  id: 'group',
  heading: 'Group',
  cell: ({ group, isEveryone, summary }) => (
    <>
      {isEveryone ? <strong>{group}</strong> : group}{' '}
      {summary && areFewAnswers(summary) && <FewAnswersTag />}
    </>
  ),
  isRowHeading: true,
  width: '13rem',
}

const column = (heading: string, wordsOf: (row: GroupRow) => string): Column<GroupRow> => ({
  id: heading,
  heading,
  cell: wordsOf,
  align: 'end',
})

const figureColumn = (
  heading: string,
  wordsOf: (figures: SharedFigures) => string,
): Column<GroupRow> => column(heading, ({ figures }) => wordsOf(figures))

const summaryColumn = (
  heading: string,
  wordsOf: (summary: JudgedSummary) => string,
): Column<GroupRow> => column(heading, ({ summary }) => (summary ? wordsOf(summary) : NO_FIGURE))

/** A number of people that opens the ratings behind it. */
export type BehindCell = (row: GroupRow, answers: BehindWhat['answers'], count: number) => ReactNode

/** A column with the number of some answers; where groups count the same, with the basis instead. */
const countColumn = (
  heading: string,
  answers: BehindWhat['answers'],
  countOf: (summary: JudgedSummary) => number,
  cell: BehindCell,
): Column<GroupRow> => ({
  id: heading,
  heading,
  align: 'end',
  cell: row => (row.summary ? cell(row, answers, countOf(row.summary)) : row.basis),
})

const range = (from: number | null, to: number | null): string =>
  from === null ? NO_FIGURE : `${formatOne(from)} to ${formatOne(to)}`

/** The figures that most people read. */
export const figureColumns = (cell: BehindCell): readonly Column<GroupRow>[] => [
  groupColumn,
  countColumn('n', 'levels', ({ n }) => n, cell),
  figureColumn('Median', ({ median }) => formatOne(median)),
  figureColumn('Quartiles', ({ q1, q3 }) => range(q1, q3)),
  figureColumn('Mean', ({ mean }) => formatTwo(mean)),
  figureColumn('Std. dev.', ({ sd }) => formatTwo(sd)),
  figureColumn('Favourable', ({ favourable }) => formatShare(favourable)),
  figureColumn('Unfavourable', ({ unfavourable }) => formatShare(unfavourable)),
]

const DISAGREEMENT = (is: boolean | null): string => {
  if (is === null) return NO_FIGURE
  return is ? 'Yes' : 'No'
}

/** Columns with measures of spread, for readers who know the terms. */
export const spreadColumns = (hasIpras: boolean): readonly Column<GroupRow>[] => [
  groupColumn,
  column('n', ({ basis }) => basis),
  figureColumn('Interquartile range', ({ iqr }) => formatTwo(iqr)),
  figureColumn('Mean distance from median', figures => formatTwo(figures.meanAbsoluteDeviation)),
  figureColumn('Agreement A', ({ agreementA }) => formatTwo(agreementA)),
  summaryColumn('30th to 70th percentile', ({ p30, p70 }) => range(p30, p70)),
  ...(hasIpras
    ? [
        summaryColumn('IPRAS', ({ ipras }) => formatTwo(ipras)),
        summaryColumn('RAND/UCLA disagreement', ({ disagreement }) => DISAGREEMENT(disagreement)),
      ]
    : []),
  summaryColumn('Changes to flip', ({ changesToFlip }) =>
    changesToFlip === null ? NO_FIGURE : formatCount(changesToFlip),
  ),
]

/** Columns with the number of people who gave each answer. */
export const countColumns = (
  levels: readonly Level[],
  cell: BehindCell,
): readonly Column<GroupRow>[] => [
  groupColumn,
  ...levels.map(({ value }) =>
    countColumn(String(value), value, ({ counts }) => counts[value] ?? 0, cell),
  ),
  countColumn(ANSWER_LABELS.dont_know, 'dont_know', ({ dontKnow }) => dontKnow, cell),
  countColumn(
    ANSWER_LABELS.not_applicable,
    'not_applicable',
    ({ notApplicable }) => notApplicable,
    cell,
  ),
  summaryColumn('No answer', ({ missing }) => formatCount(missing)),
]

/** Tags that name a difference between people, and a low number of answers; often none. */
export function DifferenceTags({ summary }: { readonly summary: JudgedSummary }) {
  const { kind } = summary
  const differs = kind !== null && kind !== 'agreed'
  const areFew = areFewAnswers(summary)
  if (!differs && !areFew) return null
  return (
    <span className={styles.tags}>
      {differs && <Tag>{KIND_NAMES[kind]}</Tag>}
      {areFew && <FewAnswersTag />}
    </span>
  )
}

/** Marks figures that rest on few people. */
export function FewAnswersTag() {
  return <Tag>Few answers</Tag>
}
