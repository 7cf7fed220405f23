import { Link } from 'wouter'
import {
  formatCount,
  formatOne,
  formatShare,
  NO_FIGURE,
} from '../../../../shared/messages/figures.ts'
import { CRITERION_NAMES, otherWordsOf } from '../../../../shared/messages/results.ts'
import {
  type CriterionResult,
  type IndicatorResult,
  otherWords,
} from '../../../../shared/model/results.ts'
import type { Scale } from '../../../../shared/model/scale.ts'
import { CRITERIA, type Criterion } from '../../../../shared/model/vocabulary.ts'
import { routes } from '../../../app/routes.ts'
import { DistributionBar } from '../../../charts/distribution-bar.tsx'
import { PriorityWord } from '../../../charts/priority-mark.tsx'
import { Tag } from '../../../ui/feedback/tag.tsx'
import type { Column } from '../../../ui/table/table.tsx'
import { DifferenceTags } from '../figures/figure-columns.tsx'
import { disagreementOrder, nameInAddress, priorityOrder } from '../shown-indicators.ts'
import styles from './all-results.module.css'

type ResultColumn = Column<IndicatorResult>

const indicatorColumn = (workbook: string): ResultColumn => ({
  id: 'indicator',
  heading: 'Indicator',
  cell: result => (
    <Link href={routes.results(workbook, nameInAddress(result))} className={styles.indicator}>
      <span className={styles.code}>
        {result.code}
        {result.retired && ' (retired)'}
        {result.otherVersion && ' (in another version)'}
      </span>
      <span className={styles.title}>{result.title}</span>
      <OtherWordsLine of={result} />
    </Link>
  ),
  sortBy: ({ code }) => code,
  isRowHeading: true,
  width: '30%',
})

/** Says how many answers saw other words than the title above; nothing where none did. */
function OtherWordsLine({ of }: { readonly of: IndicatorResult }) {
  const words = otherWordsOf(otherWords(of))
  if (words === '') return null
  return (
    <span className={styles.otherWords}>
      <Tag tone="caution">{words}</Tag>
    </span>
  )
}

const PRIORITY_COLUMN: ResultColumn = {
  id: 'priority',
  heading: 'Priority',
  cell: ({ priority }) => (priority ? <PriorityWord priority={priority} /> : NO_FIGURE),
  sortBy: priorityOrder,
}

interface FigureColumn {
  readonly heading: string
  readonly valueOf: (result: CriterionResult) => number | null
  readonly format: (value: number | null) => string
}

const FIGURES: readonly FigureColumn[] = [
  { heading: 'n', valueOf: ({ n }) => n, format: n => formatCount(n ?? 0) },
  { heading: 'Median', valueOf: ({ median }) => median, format: formatOne },
  { heading: 'Favourable', valueOf: ({ favourable }) => favourable, format: formatShare },
]

function criterionColumns(criterion: Criterion, scale: Scale): readonly ResultColumn[] {
  const group = CRITERION_NAMES[criterion]
  const agreement: ResultColumn = {
    id: `${criterion}-agreement`,
    heading: 'Agreement',
    group,
    cell: ({ code, criteria }) => (
      <div>
        <DistributionBar
          title={`${group} of ${code}`}
          levels={scale.levels[criterion]}
          counts={criteria[criterion].counts}
        />
        <DifferenceTags summary={criteria[criterion]} />
      </div>
    ),
    sortBy: ({ criteria }) => disagreementOrder(criteria[criterion]),
    width: '8rem',
    isApart: true,
  }
  const figures = FIGURES.map(
    ({ heading, valueOf: figureOf, format }): ResultColumn => ({
      id: `${criterion}-${heading}`,
      heading,
      group,
      cell: ({ criteria }) => format(figureOf(criteria[criterion])),
      sortBy: ({ criteria }) => figureOf(criteria[criterion]),
      align: 'end',
    }),
  )
  return [agreement, ...figures]
}

/** The columns of the table of all results: the indicator, its priority, then each criterion. */
export const resultColumns = (workbook: string, scale: Scale): readonly ResultColumn[] => [
  indicatorColumn(workbook),
  PRIORITY_COLUMN,
  ...CRITERIA.flatMap(criterion => criterionColumns(criterion, scale)),
]
