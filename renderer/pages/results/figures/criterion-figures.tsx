import { useId, useMemo, useState } from 'react'
import { answersByGroup } from '../../../../shared/charts/bars/answers.ts'
import type { ChartMaterial } from '../../../../shared/charts/chart.ts'
import { TOO_FEW_LABEL } from '../../../../shared/messages/charts.ts'
import { HANDS_WORDS } from '../../../../shared/messages/data-entry/hands.ts'
import { CRITERION_NAMES, VERDICT_WORDS } from '../../../../shared/messages/results.ts'
import {
  DISAGREEMENT_WORDS,
  KIND_NAMES,
  smallGroupWords,
  solidityOf,
  stabilityWords,
} from '../../../../shared/messages/rules.ts'
import {
  areFewAnswers,
  type CriterionResult,
  type IndicatorResult,
} from '../../../../shared/model/results.ts'
import type { Criterion } from '../../../../shared/model/vocabulary.ts'
import { ChartFigure } from '../../../charts/chart-figure.tsx'
import { Disclosure } from '../../../ui/layout/disclosure.tsx'
import { Table } from '../../../ui/table/table.tsx'
import { type BehindWhat, behindWords, FigureButton } from '../provenance/figure-button.tsx'
import { RatingsBehindDialog } from '../provenance/ratings-behind-dialog.tsx'
import styles from './criterion-figures.module.css'
import {
  type BehindCell,
  countColumns,
  FewAnswersTag,
  figureColumns,
  rowsOf,
  spreadColumns,
} from './figure-columns.tsx'

interface CriterionFiguresProps {
  readonly criterion: Criterion
  readonly question: string
  readonly indicator: IndicatorResult
  readonly material: ChartMaterial
}

/**
 * Results of an indicator on one criterion, for everyone and each group: bars, figures and counts. A number
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
      <Judgement criterion={criterion} result={result} material={material} />
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
          indicator={indicator}
          criterion={criterion}
          what={behind}
          scale={material.scale}
          onClose={() => setBehind(null)}
        />
      )}
    </section>
  )
}

interface JudgementProps {
  readonly criterion: Criterion
  readonly result: CriterionResult
  readonly material: ChartMaterial
}

function howPeopleDiffer({ kind }: CriterionResult): string {
  if (kind === null) return 'One answer: there is nobody to differ with.'
  return `${KIND_NAMES[kind]}. ${DISAGREEMENT_WORDS[kind]}`
}

/** The judgement on a criterion: the verdict, the kind of difference, and how solid both are. */
function Judgement({ criterion, result, material }: JudgementProps) {
  const { ruleUsed } = material.results
  const small = smallGroupWords(result.groups, ruleUsed, material.scale.length)
  const stable = stabilityWords(result, ruleUsed, material.scale.length)
  if (result.n === 0) return <p className={styles.none}>Nobody has chosen a level yet.</p>
  return (
    <dl className={styles.judgement}>
      <div className={styles.part}>
        <dt>Verdict</dt>
        <dd className={styles.verdict}>
          {result.tooFew ? TOO_FEW_LABEL : VERDICT_WORDS[criterion][result.verdict]}{' '}
          {areFewAnswers(result) && <FewAnswersTag />}
        </dd>
      </div>
      <div className={styles.part}>
        <dt>How people differ</dt>
        <dd>{howPeopleDiffer(result)}</dd>
      </div>
      <div className={styles.part}>
        <dt>How solid</dt>
        <dd>
          {solidityOf(result, ruleUsed)} {small}
        </dd>
      </div>
      {stable !== '' && (
        <div className={styles.part}>
          <dt>Between rounds</dt>
          <dd>{stable}</dd>
        </div>
      )}
      {result.hands !== undefined && (
        <div className={styles.part}>
          <dt>{HANDS_WORDS.name}</dt>
          <dd>{HANDS_WORDS.ofAnswers(result.hands, result.n)}</dd>
        </div>
      )}
    </dl>
  )
}
