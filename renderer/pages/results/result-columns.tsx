import { Link } from 'wouter'
import type { CriterionResult, IndicatorResult } from '../../../shared/model/results.ts'
import type { Scale } from '../../../shared/model/scale.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import { formatCount, formatOne, formatShare, formatTwo } from '../../format.ts'
import { routes } from '../../routes.ts'
import { DistributionBar } from '../../ui/distribution-bar.tsx'
import type { Column } from '../../ui/table.tsx'
import styles from './all-results.module.css'
import { CRITERION_NAMES } from './criteria.ts'

type ResultColumn = Column<IndicatorResult>

const indicatorColumn = (workbook: string): ResultColumn => ({
  id: 'indicator',
  heading: 'Indicator',
  cell: ({ code, title }) => (
    <Link href={routes.indicatorResults(workbook, code)} className={styles.indicator}>
      <span className={styles.code}>{code}</span>
      <span className={styles.title}>{title}</span>
    </Link>
  ),
  sortBy: ({ code }) => code,
  isRowHeading: true,
  width: '30%',
})

interface FigureColumn {
  readonly heading: string
  readonly valueOf: (result: CriterionResult) => number | null
  readonly format: (value: number | null) => string
  readonly isExtra: boolean
}

const FIGURES: readonly FigureColumn[] = [
  { heading: 'n', valueOf: ({ n }) => n, format: n => formatCount(n ?? 0), isExtra: false },
  { heading: 'Median', valueOf: ({ median }) => median, format: formatOne, isExtra: false },
  { heading: 'Mean', valueOf: ({ mean }) => mean, format: formatTwo, isExtra: true },
  {
    heading: 'Favourable',
    valueOf: ({ favourable }) => favourable,
    format: formatShare,
    isExtra: false,
  },
]

function criterionColumns(criterion: Criterion, scale: Scale): readonly ResultColumn[] {
  const group = CRITERION_NAMES[criterion]
  const bar: ResultColumn = {
    id: `${criterion}-answers`,
    heading: 'Answers',
    group,
    cell: ({ code, criteria }) => (
      <DistributionBar
        title={`${group} of ${code}`}
        levels={scale.levels[criterion]}
        counts={criteria[criterion].counts}
      />
    ),
    width: '12rem',
    isApart: true,
  }
  const figures = FIGURES.map(
    ({ heading, valueOf: figureOf, format, isExtra }): ResultColumn => ({
      id: `${criterion}-${heading}`,
      heading,
      group,
      cell: ({ criteria }) => format(figureOf(criteria[criterion])),
      sortBy: ({ criteria }) => figureOf(criteria[criterion]),
      align: 'end',
      isExtra,
    }),
  )
  return [bar, ...figures]
}

/** The columns of the table of all results: the indicator, then the figures of each criterion. */
export const resultColumns = (workbook: string, scale: Scale): readonly ResultColumn[] => [
  indicatorColumn(workbook),
  ...CRITERIA.flatMap(criterion => criterionColumns(criterion, scale)),
]
