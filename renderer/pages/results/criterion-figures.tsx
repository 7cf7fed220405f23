import { useId, useMemo, useState } from 'react'
import type { ChartMaterial } from '../../../shared/charts/chart.ts'
import { answersByGroup } from '../../../shared/charts/likert/answers.ts'
import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import type { IndicatorResult } from '../../../shared/model/results.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import { ChartFigure } from '../../charts/chart-figure.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Table } from '../../ui/table.tsx'
import styles from './criterion-figures.module.css'
import {
  type BehindCell,
  countColumns,
  figureColumns,
  rowsOf,
  spreadColumns,
} from './figure-columns.tsx'
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
          rows={rows.filter(({ summary }) => summary !== null)}
          rowKey={({ group }) => group}
        />
      </Disclosure>
      <Disclosure summary="How far answers lie apart">
        <Table
          caption={`${about}: how far answers lie apart`}
          columns={spreadColumns(result.ipras !== null)}
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
